//! Reads pictures back: the texts of an SVG with their places, and a PNG.

use orgodds::chart::Fonts;

/// A text with the rectangle that its letters fill.
struct Letters {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The texts of a picture.
pub struct Page(Vec<Letters>);

impl Page {
    pub fn read(svg: &str, fonts: &Fonts) -> Self {
        let texts = svg.lines().filter(|line| line.starts_with("<text"));
        Self(texts.map(|line| Letters::read(line, fonts)).collect())
    }

    /// A text that is not wholly within the picture.
    pub fn outside(&self, width: f64, height: f64) -> Option<String> {
        let beyond = |letters: &&Letters| {
            letters.left < 0.0
                || letters.top < 0.0
                || letters.right > width
                || letters.bottom > height
        };
        self.0.iter().find(beyond).map(|letters| letters.text.clone())
    }

    /// Two texts one over the other.
    pub fn overlaps(&self) -> Option<String> {
        let pairs = self
            .0
            .iter()
            .enumerate()
            .flat_map(|(place, one)| self.0[place + 1..].iter().map(move |other| (one, other)));
        let meet = |(one, other): &(&Letters, &Letters)| one.meets(other);
        pairs.into_iter().find(meet).map(|(one, other)| format!("{} and {}", one.text, other.text))
    }
}

impl Letters {
    fn read(line: &str, fonts: &Fonts) -> Self {
        let number = |name| attribute(line, name).unwrap().parse::<f64>().unwrap();
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        let text = line.split_once('>').unwrap().1.trim_end_matches("</text>");
        let text = untagged(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let width = fonts.width(&text, size, line.contains("font-weight=\"bold\""));
        let left = match attribute(line, "text-anchor").unwrap() {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        // From capitals to the line, and a little below it.
        Self { text, left, right: left + width, top: y - 0.76 * size, bottom: y + 0.12 * size }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Text without the tags of its pieces.
fn untagged(text: &str) -> String {
    let pieces = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |tag| tag.1));
    pieces.collect()
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// A decoded PNG.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub data: Vec<u8>,
    pub dots_a_metre: Option<u32>,
    pub texts: Vec<(String, String)>,
}

pub fn pixels(png: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut data).unwrap();
    let info = reader.info();
    let texts = info.uncompressed_latin1_text.iter();
    Pixels {
        width: info.width,
        height: info.height,
        dots_a_metre: info.pixel_dims.map(|dims| dims.xppu),
        texts: texts.map(|text| (text.keyword.clone(), text.text.clone())).collect(),
        data,
    }
}
