//! Wrong scenario files under `tests/catalogue`, one mistake each unless the
//! name says otherwise, with the whole message beside each. Read the messages
//! in a row now and then: they are the manual that people meet first.
//!
//! A first line `# --set PATH=VALUE` gives that override, a first line
//! `# compared with FILE` loads the other file before it.
//!
//! `UPDATE_EXPECTED=1 cargo test --test scenario_files catalogue` writes the
//! messages anew; read the difference before committing it.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::path::{Path, PathBuf};

use orgodds::language::Language;
use orgodds::scenario::{Problems, Style, load_all};

#[test]
fn every_wrong_file_gets_its_message() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let files = wrong_files();
    assert!(files.len() >= 80, "only {} files", files.len());
    let mut differ = Vec::new();
    for file in files {
        let message = message(&file);
        let expected = file.with_extension("txt");
        if update {
            fs::write(&expected, &message).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != message {
            differ.push(format!("{}\n{message}", file.display()));
        }
    }
    assert!(differ.is_empty(), "unexpected messages:\n\n{}", differ.join("\n\n"));
}

fn wrong_files() -> Vec<PathBuf> {
    // Messages name files as they were typed: short names read well. Every other
    // test of this binary names its files from the root.
    std::env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue"))
        .unwrap();
    let entries = fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name());
    let mut files: Vec<PathBuf> = entries.map(PathBuf::from).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

fn message(file: &Path) -> String {
    problems(file).render(Style::Plain) + "\n"
}

/// What is wrong with a file, with what its first line asks for.
fn problems(file: &Path) -> Problems {
    let text = fs::read_to_string(file).unwrap();
    let first = text.lines().next().unwrap_or_default();
    let overrides: Vec<_> = first.strip_prefix("# --set ").map(str::to_owned).into_iter().collect();
    let other = first.strip_prefix("# compared with ").map(PathBuf::from);
    let files: Vec<_> = other.into_iter().chain([file.to_owned()]).collect();
    match load_all(&files, &overrides) {
        Ok(_) => panic!("{} is not wrong", file.display()),
        Err(problems) => problems,
    }
}

/// A message is in one language: its title, its labels and its help.
#[test]
fn every_message_is_told_in_chinese() {
    let mut count = 0;
    for file in wrong_files() {
        for problem in problems(&file).iter() {
            let message = problem.tell(Language::Chinese, Style::Plain);
            assert!(message.starts_with("错误"), "{message}");
            assert_eq!(english(&message), [""; 0], "{message}");
            count += 1;
        }
    }
    assert!(count > 190, "only {count} messages");
}

/// English words in what a message says: its title, what stands beside a mark,
/// and its help; without what is quoted.
fn english(message: &str) -> Vec<String> {
    let says = |(i, line): (usize, &str)| match line.rsplit_once(['^', '-']) {
        // What is to be written follows.
        _ if line.contains("请写 ") => String::new(),
        // The command line has no numbers of lines.
        _ if line.trim_start().starts_with("| --set ") => String::new(),
        _ if i == 0 || line.contains("= 提示") => line.to_owned(),
        Some((before, label)) if before.trim_start().starts_with('|') => label.to_owned(),
        _ => String::new(),
    };
    // What a parser says is repeated in its own words.
    let ours = |line: String| line.split("返回：").next().unwrap_or_default().to_owned();
    let text: Vec<String> = message.lines().enumerate().map(says).map(ours).collect();
    // Headers and tables to be written stand in brackets.
    let text = text.join(" ").replace(['[', ']', '{', '}'], "`").replace("``", "`");
    let unquoted: String = text.split('`').step_by(2).collect();
    let unquoted: String = unquoted.split('"').step_by(2).collect();
    let words = unquoted.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    let known = [
        "TOML", "UTF", "EUR", "USD", "name", "ramped", "new", "vacant", "inbound", "outbound",
        "referral",
    ];
    words.filter(|word| !known.contains(word)).map(str::to_owned).collect()
}
