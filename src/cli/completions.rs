//! `orgodds completions` and `orgodds man`: the command line for shells and readers.

use std::io::Write as _;

use clap::CommandFactory;

use super::arguments::{Arguments, Completions};
use super::failure::Failure;
use super::terminal::Terminal;

const NAME: &str = env!("CARGO_PKG_NAME");

/// Prints completions for a shell.
pub fn run(typed: &Completions, terminal: Terminal) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(typed.shell, &mut Arguments::command(), NAME, &mut script);
    terminal.result(&String::from_utf8_lossy(&script))
}

/// Prints the manual page: the program, then every command.
pub fn man(terminal: Terminal) -> Result<(), Failure> {
    let mut page = Vec::new();
    let mut all = Arguments::command();
    all.build();
    let title = clap_mangen::Man::new(all.clone());
    let mut write = || -> std::io::Result<()> {
        title.render(&mut page)?;
        for command in all.get_subcommands().filter(|command| command.get_name() != "help") {
            let one = clap_mangen::Man::new(command.clone());
            writeln!(page, ".SH ORGODDS {}", command.get_name().to_uppercase())?;
            one.render_synopsis_section(&mut page)?;
            one.render_description_section(&mut page)?;
            one.render_options_section(&mut page)?;
            one.render_extra_section(&mut page)?;
        }
        Ok(())
    };
    write().expect("memory takes all text");
    terminal.result(&String::from_utf8_lossy(&page))
}
