//! `orgodds check`: what the files say, without simulating.

use orgodds::report::understanding;
use orgodds::study::load::Load;

use super::arguments::Check;
use super::experiment::load;
use super::failure::Failure;
use super::terminal::{self, Terminal};

/// Shows each scenario as it was understood.
pub fn run(typed: &Check, terminal: Terminal) -> Result<(), Failure> {
    let loaded = load(&typed.files, &typed.overrides.set, terminal)?;
    for (i, one) in loaded.iter().enumerate() {
        if i > 0 {
            terminal.result("\n")?;
        }
        let load = Load::of(&one.scenario);
        terminal.result(&understanding::scenario(
            &one.scenario,
            &one.file,
            &load,
            terminal.language(),
            terminal::width(),
        ))?;
    }
    Ok(())
}
