//! How far the simulation is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use orgodds::monte_carlo::Watch;

use super::signals;
use super::terminal::{self, Terminal};

/// A bar on standard error, where that is a terminal.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for so many runs in all.
    pub fn new(runs: u64, terminal: Terminal) -> Self {
        let target = if terminal.shows_progress() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        // What stands beside the bar is at most this wide; a line that wraps
        // could not be taken away again.
        let beside = 32 + runs.to_string().len();
        let bar = terminal::message_width().saturating_sub(beside).clamp(1, 40);
        let template = (terminal.messages().progress)(bar);
        let style = ProgressStyle::with_template(&template).expect("the template is well formed");
        Self(ProgressBar::with_draw_target(Some(runs), target).with_style(style))
    }
}

impl Watch for Progress {
    fn advanced(&self, runs: u64) {
        self.0.inc(runs);
    }

    fn cancelled(&self) -> bool {
        signals::stopped()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
