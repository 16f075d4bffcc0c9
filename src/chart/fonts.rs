//! Letters: one embedded face, regular and bold, and the system's for what it lacks.
//!
//! Text is measured with the face that will draw it, so that labels can be
//! placed. The system's fonts are looked through only when a text needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Style};
use resvg::usvg::{self, FontResolver};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::ChartError;

/// The embedded family.
pub const FAMILY: &str = "DejaVu Sans";
const REGULAR: u16 = 400;
const BOLD: u16 = 700;

/// The faces that pictures are written in.
pub struct Fonts {
    database: Arc<Database>,
    regular: Face,
    bold: Face,
    missing: BTreeSet<char>,
}

/// One weight: the embedded face, and who draws what it lacks.
struct Face {
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    others: BTreeMap<char, Substitute>,
}

/// Another font's glyph.
#[derive(Clone, Copy)]
struct Substitute {
    face: ID,
    /// Width at size 1.
    advance: f64,
}

impl Fonts {
    /// Faces for these texts. Characters outside the embedded face are taken
    /// from `file`, if given, and then from the system's fonts.
    ///
    /// # Errors
    /// When `file` cannot be read or holds no font.
    pub fn load(texts: &[&str], file: Option<&Path>) -> Result<Self, ChartError> {
        let mut database = Database::new();
        let mut regular = Face::embedded(&mut database, dejavu::sans::regular());
        let mut bold = Face::embedded(&mut database, dejavu::sans::bold());
        // A family that is not found makes text vanish without a word.
        database.set_serif_family(FAMILY);
        database.set_sans_serif_family(FAMILY);
        database.set_cursive_family(FAMILY);
        database.set_fantasy_family(FAMILY);
        database.set_monospace_family(FAMILY);
        let preferred = file.map(|file| load_file(&mut database, file)).transpose()?;
        let mut missing: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
        missing.retain(|&letter| is_drawn(letter) && regular.map.map(letter).is_none());
        if !missing.is_empty() {
            database.load_system_fonts();
            let preferred = preferred.unwrap_or_default();
            regular.others = cover(&database, &missing, REGULAR, &preferred);
            bold.others = cover(&database, &missing, BOLD, &preferred);
            missing.retain(|letter| !regular.others.contains_key(letter));
        }
        Ok(Self { database: Arc::new(database), regular, bold, missing })
    }

    /// The characters that no font here can draw, in order; empty as a rule.
    #[must_use]
    pub fn missing(&self) -> String {
        self.missing.iter().collect()
    }

    /// Width of a line of text in the unit of `size`.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let face = if bold { &self.bold } else { &self.regular };
        text.chars().map(|letter| face.advance(self.shown(letter))).sum::<f64>() * size
    }

    /// A line cut where the font changes, each piece with the family that
    /// draws it; none is the embedded one.
    pub(super) fn runs<'t>(&self, text: &'t str, bold: bool) -> Vec<(Option<&str>, &'t str)> {
        let face = if bold { &self.bold } else { &self.regular };
        let family = |letter| {
            let other = self.database.face(face.others.get(&letter)?.face)?;
            other.families.first().map(|(name, _)| name.as_str())
        };
        let mut runs: Vec<(Option<&str>, &str)> = Vec::new();
        let mut start = 0;
        for (at, letter) in text.char_indices() {
            let here = family(letter);
            if at == 0 || runs.last().is_some_and(|run| run.0 != here) {
                start = at;
                runs.push((here, ""));
            }
            let piece = &text[start..at + letter.len_utf8()];
            runs.last_mut().expect("the first letter begins a run").1 = piece;
        }
        runs
    }

    /// What the rasteriser needs to find the same glyphs.
    pub(super) fn options(&self) -> usvg::Options<'_> {
        usvg::Options {
            font_family: FAMILY.to_owned(),
            fontdb: Arc::clone(&self.database),
            font_resolver: FontResolver {
                select_font: FontResolver::default_font_selector(),
                // Every letter already names its font; a font found here would
                // set the rest of the line as well.
                select_fallback: Box::new(|_, _, _| None),
            },
            ..usvg::Options::default()
        }
    }

    /// Text for the rasteriser: a sign of replacement for what cannot be drawn.
    pub(super) fn drawable(&self, text: &str) -> String {
        text.chars().map(|letter| self.shown(letter)).collect()
    }

    fn shown(&self, letter: char) -> char {
        if self.missing.contains(&letter) { '\u{fffd}' } else { letter }
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("missing", &self.missing).finish_non_exhaustive()
    }
}

impl Face {
    fn embedded(database: &mut Database, bytes: &'static [u8]) -> Self {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
        let font = FontRef::new(bytes).expect("the embedded font is whole");
        Self {
            map: font.charmap(),
            metrics: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
            others: BTreeMap::new(),
        }
    }

    /// Width of a letter at size 1.
    fn advance(&self, letter: char) -> f64 {
        if let Some(other) = self.others.get(&letter) {
            return other.advance;
        }
        let glyph = self.map.map(letter).unwrap_or_default();
        self.metrics.advance_width(glyph).map_or(0.0, f64::from)
    }
}

/// Takes in the fonts of a file.
fn load_file(database: &mut Database, file: &Path) -> Result<Vec<ID>, ChartError> {
    let bytes = std::fs::read(file)
        .map_err(|error| ChartError::FontFile { file: file.to_owned(), error })?;
    let ids = database.load_font_source(Source::Binary(Arc::new(bytes)));
    if ids.is_empty() {
        return Err(ChartError::NoFont { file: file.to_owned() });
    }
    Ok(ids.to_vec())
}

/// Whether a letter leaves ink: no control, no joiner, no selector.
fn is_drawn(letter: char) -> bool {
    let silent = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    !letter.is_control() && !silent
}

/// Finds a face for each letter, the nearest in weight and form first.
fn cover(
    database: &Database,
    letters: &BTreeSet<char>,
    weight: u16,
    preferred: &[ID],
) -> BTreeMap<char, Substitute> {
    let mut faces: Vec<&FaceInfo> = database.faces().collect();
    faces.sort_by_key(|face| (!preferred.contains(&face.id), strangeness(face, weight)));
    let mut found = BTreeMap::new();
    for face in faces {
        if found.len() == letters.len() {
            break;
        }
        let lacking = letters.iter().filter(|letter| !found.contains_key(*letter));
        let drawn = glyphs(database, face.id, &lacking.copied().collect::<Vec<_>>());
        found.extend(drawn);
    }
    found
}

/// How far a face is from an upright sans serif of this weight. Where fonts
/// draw the same characters in several national forms, the simplified Chinese
/// ones come first.
fn strangeness(face: &FaceInfo, weight: u16) -> (u16, bool, bool, bool, bool, String) {
    let family = face.families.first().map_or("", |(name, _)| name).to_owned();
    (
        face.weight.0.abs_diff(weight),
        face.style != Style::Normal,
        face.monospaced,
        !family.ends_with(" SC"),
        !family.contains("Sans"),
        family,
    )
}

/// Those of the letters that a face can draw.
fn glyphs(database: &Database, id: ID, letters: &[char]) -> Vec<(char, Substitute)> {
    let measure = |bytes: &[u8], index: u32| {
        let font = FontRef::from_index(bytes, index).ok()?;
        let (map, metrics) =
            (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()));
        let drawn = letters.iter().filter_map(|&letter| {
            let advance = f64::from(metrics.advance_width(map.map(letter)?)?);
            Some((letter, Substitute { face: id, advance }))
        });
        Some(drawn.collect())
    };
    database.with_face_data(id, measure).flatten().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_text_needs_no_font_of_the_system() {
        let fonts = Fonts::load(&["Specialised → 4.2 M − é"], None).unwrap();
        assert_eq!(fonts.database.len(), 2);
        assert_eq!(fonts.missing(), "");
    }

    #[test]
    fn bold_is_wider_and_width_grows_with_size() {
        let fonts = Fonts::load(&[], None).unwrap();
        let regular = fonts.width("Generalist", 20.0, false);
        assert!(fonts.width("Generalist", 20.0, true) > regular);
        assert!((fonts.width("Generalist", 40.0, false) - 2.0 * regular).abs() < 1e-9);
    }

    #[test]
    fn a_letter_that_no_font_has_is_named_and_replaced() {
        // A private-use character that no font is expected to draw.
        let fonts = Fonts::load(&["a\u{10fffd}b"], None).unwrap();
        assert_eq!(fonts.missing(), "\u{10fffd}");
        assert_eq!(fonts.drawable("a\u{10fffd}b"), "a\u{fffd}b");
    }

    #[test]
    fn a_font_file_that_holds_no_font_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let refused = Fonts::load(&[], Some(file.path()));
        assert!(matches!(refused, Err(ChartError::NoFont { .. })));
    }
}
