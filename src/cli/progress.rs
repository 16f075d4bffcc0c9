//! How far the simulation is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use orgodds::monte_carlo::Watch;

use super::signals;
use super::terminal::{self, Terminal};

/// A bar on standard error, where that is a terminal.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    /// Runs that come after those that are expected.
    further: f64,
}

impl Progress {
    /// A bar for so many runs, each of which brings so many `further` ones. Where
    /// it turns out on the way how many there are, the bar follows.
    pub fn new(runs: u64, further: f64, terminal: Terminal) -> Self {
        let target = if terminal.shows_progress() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        // What stands beside the bar is at most this wide; a line that wraps
        // could not be taken away again.
        let beside = 32 + runs.to_string().len().max(10);
        let bar = terminal::message_width().saturating_sub(beside).clamp(1, 40);
        let template = (terminal.messages().progress)(bar);
        let style = ProgressStyle::with_template(&template).expect("the template is well formed");
        let bar = ProgressBar::with_draw_target(Some(all(runs, further)), target).with_style(style);
        Self { bar, further }
    }
}

impl Progress {
    /// Takes the bar away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

/// Watches only for Ctrl-C, where runs are too few for a bar.
#[derive(Debug)]
pub struct Stop;

impl Watch for Stop {
    fn advanced(&self, _runs: u64) {}

    fn cancelled(&self) -> bool {
        signals::stopped()
    }
}

/// Runs with those that they bring.
fn all(runs: u64, further: f64) -> u64 {
    (runs as f64 * (1.0 + further)).round() as u64
}

impl Watch for Progress {
    fn advanced(&self, runs: u64) {
        self.bar.inc(runs);
    }

    fn cancelled(&self) -> bool {
        signals::stopped()
    }

    fn expects(&self, runs: u64) {
        self.bar.set_length(all(runs, self.further));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
