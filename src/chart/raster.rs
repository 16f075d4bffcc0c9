//! From SVG to PNG.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use super::backend::whole;
use super::{ChartError, DPI, Options, Picture};

/// Inches in a metre.
const INCHES: f64 = 39.370_08;

/// The size in pixels of a picture laid out in `size`: as many as the dots an inch
/// ask for.
#[must_use]
pub fn pixels(size: (u32, u32), dpi: u32) -> (u32, u32) {
    let scaled = |length: u32| whole(f64::from(length) * f64::from(dpi) / f64::from(DPI)).max(1);
    (scaled(size.0), scaled(size.1))
}

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
    let (width, height) = pixels((options.width, options.height), options.dpi);
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| ChartError::Raster(format!("no room for {width} × {height} pixels")))?;
    pixmap.fill(Color::WHITE);
    let by = |pixels: u32, length: u32| pixels as f32 / length as f32;
    let larger = Transform::from_scale(by(width, options.width), by(height, options.height));
    resvg::render(&tree, larger, &mut pixmap.as_mut());
    encode(picture, (width, height), options.dpi, &opaque(pixmap.data()))
        .map_err(|error| ChartError::Raster(error.to_string()))
}

/// Pixels without their opacity: the ground is white, so all are opaque.
fn opaque(pixels: &[u8]) -> Vec<u8> {
    pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
}

fn encode(
    picture: &Picture,
    (width, height): (u32, u32),
    dpi: u32,
    pixels: &[u8],
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let print = whole(f64::from(dpi) * INCHES);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: print, yppu: print, unit: Unit::Meter }));
    for (key, value) in &picture.about {
        encoder.add_text_chunk((*key).to_owned(), value.clone())?;
    }
    encoder.write_header()?.write_image_data(pixels)?;
    Ok(bytes)
}
