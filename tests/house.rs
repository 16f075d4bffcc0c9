//! The house rules that a compiler does not hold: imports run one way, and each
//! outside crate has its room.

use std::fs;
use std::path::{Path, PathBuf};

/// A room of the library, and the rooms it may look into.
const ROOMS: [(&str, &[&str]); 16] = [
    ("random", &[]),
    ("statistics", &[]),
    ("markup", &[]),
    ("figure", &["language"]),
    ("distribution", &["random", "statistics"]),
    ("organisation", &["random", "statistics", "distribution"]),
    ("scenario", &["language", "distribution", "organisation"]),
    ("simulation", &["random", "statistics", "distribution", "organisation"]),
    ("monte_carlo", &["random", "statistics", "distribution", "organisation", "simulation"]),
    // A caution is a sentence in JSON, so a study may speak.
    (
        "study",
        &[
            "random",
            "statistics",
            "language",
            "figure",
            "distribution",
            "organisation",
            "simulation",
            "monte_carlo",
        ],
    ),
    ("records", &[]),
    ("fit", &["random", "statistics", "distribution", "organisation", "records"]),
    // Records and fits are plain values, which only language puts into sentences.
    ("language", &["records", "fit"]),
    // What was fitted is loaded and simulated as any scenario is.
    (
        "hindsight",
        &[
            "random",
            "statistics",
            "language",
            "distribution",
            "organisation",
            "scenario",
            "simulation",
            "monte_carlo",
            "records",
            "fit",
        ],
    ),
    (
        "report",
        &[
            "language",
            "markup",
            "figure",
            "statistics",
            "organisation",
            "distribution",
            "simulation",
            "study",
            "records",
            "fit",
            "hindsight",
        ],
    ),
    ("chart", &["language", "markup", "figure", "study", "records", "hindsight"]),
];

/// An outside crate, and the only rooms that may use it.
const CRATES: [(&str, &[&str]); 13] = [
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("signal_hook", &["cli"]),
    ("toml", &["scenario"]),
    ("annotate_snippets", &["scenario"]),
    ("rayon", &["monte_carlo"]),
    ("sobol_burley", &["monte_carlo"]),
    ("plotters", &["chart"]),
    ("plotters_backend", &["chart"]),
    ("resvg", &["chart"]),
    ("comfy_table", &["report"]),
    ("chardetng", &["records"]),
    ("encoding_rs", &["records"]),
];

/// The source files, with their room: the first part of their path below `src`.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path = entry.expect("the folder can be listed").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inner = path.strip_prefix(&root).expect("the walk starts at src");
                let first = inner.iter().next().and_then(|part| part.to_str());
                let name = first.expect("file names are plain").trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push((name, path, text));
            }
        }
    }
    found
}

/// The text of a file without what only tests see.
fn outside_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else { continue };
        for (line, code) in outside_tests(&text).lines().enumerate() {
            let code = code.split("//").next().unwrap();
            for part in code.split("crate::").skip(1) {
                let target: String =
                    part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let known = ROOMS.iter().any(|(name, _)| *name == target);
                if known && target != room && !allowed.contains(&target.as_str()) {
                    wrong.push(format!("{}:{}: {room} sees {target}", path.display(), line + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_crate_stays_in_its_room() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        for (name, rooms) in CRATES {
            let used = outside_tests(&text).lines().any(|line| {
                let code = line.split("//").next().unwrap();
                code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                    .any(|word| word.starts_with(&format!("{name}::")))
            });
            if used && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: {room} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_command_line_prints() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        let prints = ["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout()", "stderr()"];
        let code: Vec<&str> = outside_tests(&text)
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        if room != "cli" && prints.iter().any(|print| code.iter().any(|line| line.contains(print)))
        {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_level_holds_what_a_newcomer_expects() {
    let expected = [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "scenarios",
        "src",
        "tests",
        "target",
        "orgodds-out",
    ];
    let surplus: Vec<String> = fs::read_dir(env!("CARGO_MANIFEST_DIR"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.') && !expected.contains(&name.as_str()))
        .collect();
    assert!(surplus.is_empty(), "{surplus:?}");
}
