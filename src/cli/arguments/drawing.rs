//! How charts are drawn, by every command that draws any.

use std::path::PathBuf;

use clap::Args;

use super::{Charts, numbers};

/// How to draw charts.
#[derive(Debug, Args)]
pub struct DrawingOptions {
    /// How to draw the charts; none leaves out the report too
    #[arg(long, value_enum, default_value_t)]
    pub charts: Charts,
    /// Size of a chart in pixels at 200 dots an inch
    ///
    /// Letters scale with it: 1600x1000 prints 20 cm wide.
    #[arg(long, value_name = "WxH", default_value = "1600x1000", value_parser = numbers::size)]
    pub chart_size: (u32, u32),
    /// Dots an inch of charts in pixels, 50 to 600
    ///
    /// More dots give more pixels in the same print size: 1600x1000 at 300
    /// becomes 2400 x 1500 pixels.
    #[arg(long, value_name = "N", default_value = "200", value_parser = numbers::dpi)]
    pub dpi: u32,
    /// A font for characters that the built-in one lacks
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
}
