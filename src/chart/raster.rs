//! From SVG to PNG.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use super::{ChartError, Options, Picture};

/// Dots a metre: 200 an inch, so that 1600 pixels print 20 cm wide.
const PRINT: u32 = 7874;

/// The picture as PNG: 8-bit RGB, with its size in print and what it takes to
/// draw it again.
///
/// # Errors
/// When the picture is too large for the memory there is, or its SVG is not
/// one of [`pictures`](super::pictures).
pub fn png(picture: &Picture, options: &Options) -> Result<Vec<u8>, ChartError> {
    let fonts = &options.fonts;
    let svg = fonts.drawable(&picture.svg);
    let tree = Tree::from_str(&svg, &fonts.options())
        .map_err(|error| ChartError::Raster(error.to_string()))?;
    let mut pixmap = Pixmap::new(options.width, options.height).ok_or_else(|| {
        ChartError::Raster(format!("no room for {} × {} pixels", options.width, options.height))
    })?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    encode(picture, options, &opaque(pixmap.data()))
        .map_err(|error| ChartError::Raster(error.to_string()))
}

/// Pixels without their opacity: the ground is white, so all are opaque.
fn opaque(pixels: &[u8]) -> Vec<u8> {
    pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
}

fn encode(
    picture: &Picture,
    options: &Options,
    pixels: &[u8],
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, options.width, options.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: PRINT, yppu: PRINT, unit: Unit::Meter }));
    for (key, value) in &picture.about {
        encoder.add_text_chunk((*key).to_owned(), value.clone())?;
    }
    encoder.write_header()?.write_image_data(pixels)?;
    Ok(bytes)
}
