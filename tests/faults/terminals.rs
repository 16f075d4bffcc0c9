//! Narrow terminals, and colours on them.

use std::path::Path;
use std::process::{Command, Stdio};

use rstest::rstest;
use unicode_width::UnicodeWidthStr;

use crate::bench::{BINARY, skipped, starter};

const COMPARE: &str = "compare generalist.toml specialised.toml --charts none";

/// What a terminal of so many columns gets to see: `script` makes one.
fn terminal(folder: &Path, columns: u32, before: &str, typed: &str) -> Option<String> {
    let version = Command::new("script").arg("--version").output();
    if !version.is_ok_and(|version| version.stdout.starts_with(b"script from util-linux")) {
        skipped("there is no `script` of util-linux to make a terminal");
        return None;
    }
    let inside = format!("stty rows 24 cols {columns}; {before} '{BINARY}' {typed}");
    let mut command = Command::new("script");
    command.current_dir(folder).args(["-q", "-e", "-c", &inside, "/dev/null"]);
    command.env("TERM", "xterm-256color").stdin(Stdio::null());
    // A build server sets CI, and colours are on there whatever the terminal.
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "CI"] {
        command.env_remove(variable);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The lines without escapes, each as it stood at some time.
fn lines(shown: &str) -> Vec<String> {
    let plain = anstream::adapter::strip_str(shown).to_string();
    plain.split(['\r', '\n']).map(str::to_owned).collect()
}

#[rstest]
fn no_line_is_wider_than_the_terminal(
    #[values(40, 80)] columns: u32,
    #[values(
        "compare generalist.toml specialised.toml --charts none --runs 200 2>/dev/null",
        "check generalist.toml specialised.toml"
    )]
    typed: &str,
) {
    let folder = starter();
    let Some(shown) = terminal(folder.path(), columns, "", typed) else { return };
    let lines = lines(&shown);
    assert!(lines.len() > 30, "{shown}");
    for line in lines {
        assert!(line.width() <= columns as usize, "{line}");
    }
}

#[rstest]
fn the_progress_bar_keeps_to_its_line_and_goes_away(#[values(40, 80, 200)] columns: u32) {
    let folder = starter();
    let typed = format!("{COMPARE} --runs 2000 >/dev/null");
    let Some(shown) = terminal(folder.path(), columns, "", &typed) else { return };
    let lines = lines(&shown);
    assert!(lines.iter().any(|line| line.contains(" % of 4000 runs, ")), "{shown:?}");
    for line in &lines {
        assert!(line.trim_end().width() <= columns as usize, "{line}");
    }
    // Last of all the line is cleared.
    assert!(shown.ends_with("\r\u{1b}[2K"), "{shown:?}");
    let Some(quiet) = terminal(folder.path(), columns, "", &format!("{typed} --quiet")) else {
        return;
    };
    assert_eq!(quiet, "");
}

#[test]
fn a_terminal_gets_colours_unless_somebody_minds() {
    let folder = starter();
    let escapes = |before: &str, further: &str| {
        let typed = format!("{COMPARE} --runs 50 --quiet {further}");
        Some(terminal(folder.path(), 80, before, &typed)?.contains('\u{1b}'))
    };
    let Some(coloured) = escapes("", "") else { return };
    assert!(coloured);
    assert_eq!(escapes("NO_COLOR=1", ""), Some(false));
    assert_eq!(escapes("TERM=dumb", ""), Some(false));
    assert_eq!(escapes("", "--color never"), Some(false));
    assert_eq!(escapes("NO_COLOR=1", "--color always"), Some(true));
}

#[test]
fn errors_heed_the_same_wishes() {
    let folder = starter();
    let escapes = |before: &str, further: &str| {
        let typed = format!("check generalist.toml --set handoffs.loss=2 {further}; true");
        let shown = terminal(folder.path(), 80, before, &typed)?;
        assert!(shown.contains("error"), "{shown}");
        Some(shown.contains('\u{1b}'))
    };
    let Some(coloured) = escapes("", "") else { return };
    assert!(coloured);
    assert_eq!(escapes("NO_COLOR=1", ""), Some(false));
    assert_eq!(escapes("", "--color never"), Some(false));
}
