//! What stands in the sources: Chinese files hold Chinese, and sentences stand
//! in the room for language only.

use std::fs;
use std::path::PathBuf;

use super::{english, here};

/// The Rust files of a folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![here(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The texts between quotes in code that is no test, attribute, comment or
/// reason for the impossible.
fn texts(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let spoken = |line: &&str| {
        let line = line.trim_start();
        let impossible = line.contains(".expect(") || line.contains("unreachable!(");
        !line.starts_with("//") && !line.starts_with("#[") && !impossible
    };
    // What is matched is not said.
    let said = |line: &'_ str| match line.split_once("=>") {
        Some((pattern, said)) if pattern.trim_start().starts_with('"') => said.to_owned(),
        _ => line.to_owned(),
    };
    let code: Vec<String> = code.lines().filter(spoken).map(said).collect();
    // A text goes on in the next line after a backslash.
    let code = code.join("\n").replace("\\\"", "'").replace("\\n\\\n", " ");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A text without what is filled in, the innermost braces first.
fn fixed_part(text: &str) -> String {
    let mut fixed = text.to_owned();
    while let Some(end) = fixed.find('}') {
        let Some(start) = fixed[..end].rfind('{') else { break };
        fixed.replace_range(start..=end, " ");
    }
    fixed
}

#[test]
fn chinese_texts_hold_no_english_words() {
    let mut left = Vec::new();
    let mut count = 0;
    // What is wrong with files of records says what to type; the catalogue of such
    // files reads each of its messages for forgotten words.
    let told_by_messages = |path: &PathBuf| path.ends_with("zh/problems.rs");
    for path in files("src/language/zh").into_iter().filter(|path| !told_by_messages(path)) {
        for text in texts(&fs::read_to_string(&path).unwrap()) {
            count += 1;
            // Keys and what is to be typed stand in quotes, codes of currencies
            // beside their names.
            let spoken: String = fixed_part(&text).split(['`', '\'']).step_by(2).collect();
            let words = english(&spoken.replace("name =", ""));
            let words =
                words.into_iter().filter(|word| !(word.len() == 3 && *word == word.to_uppercase()));
            left.extend(words.map(|word| format!("{}: {word} in {text}", path.display())));
        }
    }
    assert!(count > 250, "only {count} texts were found");
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn english_texts_hold_no_chinese() {
    for path in files("src/language/en") {
        for text in texts(&fs::read_to_string(&path).unwrap()) {
            assert!(text.chars().all(|c| !('\u{2e80}'..='\u{9fff}').contains(&c)), "{text}");
        }
    }
}

/// Files whose sentences are not yet in the room for language, or are for
/// programs and stay English.
const ELSEWHERE: [&str; 6] = [
    // Publications, by their names.
    "fit/benchmark.rs",
    "report/schema.rs",
    "report/csv.rs",
    "report/evidence/html.rs",
    "chart/backend.rs",
    "chart/raster.rs",
];

/// Rooms that leave sentences to language.
const ROOMS: [&str; 5] = ["src/fit", "src/hindsight", "src/study", "src/report", "src/chart"];

#[test]
fn sentences_stand_in_the_room_for_language() {
    let is_sentence = |text: &String| {
        let fixed = fixed_part(text);
        let words = fixed.split(|c: char| !c.is_ascii_alphabetic());
        let small =
            words.filter(|word| word.len() > 1 && word.bytes().all(|c| c.is_ascii_lowercase()));
        text.contains(' ') && small.count() > 1
    };
    let mut astray = Vec::new();
    for path in ROOMS.iter().flat_map(|room| files(room)) {
        let is_test = ["tests.rs", "sample.rs"].iter().any(|file| path.ends_with(file));
        if is_test || ELSEWHERE.iter().any(|file| path.ends_with(file)) {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let found = texts(&source).into_iter().filter(is_sentence);
        astray.extend(found.map(|text| format!("{}: {text}", path.display())));
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}
