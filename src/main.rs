//! The command-line program: hands over to [`cli`].

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
