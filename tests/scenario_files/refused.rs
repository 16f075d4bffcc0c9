//! What cannot stand beside the catalogue: files made for the test.

use orgodds::scenario::Style;

use crate::fixture::{SMALLEST, folder, mistakes, try_load};

#[test]
fn a_file_that_is_not_there_is_named_with_its_neighbour() {
    let folder = folder(&[("small.toml", SMALLEST)]);
    let problems = try_load(&folder, &["smal.toml"], &[]).unwrap_err();
    let place = format!("{}/", folder.path().display());
    let message = problems.render(Style::Plain).replace(&place, "");
    let expected =
        "error: there is no file `smal.toml`\n--> smal.toml\n = help: did you mean `small.toml`?";
    assert_eq!(message, expected);
}

#[test]
fn a_mistake_that_two_scenarios_share_is_reported_once() {
    let base = SMALLEST.replace("qualify = 0.2", "qualify = 1.2");
    let folder = folder(&[
        ("base.toml", &base),
        ("a.toml", "extends = \"base.toml\""),
        ("b.toml", "extends = \"base.toml\""),
    ]);
    let problems = try_load(&folder, &["a.toml", "b.toml"], &[]).unwrap_err();
    assert_eq!(problems.iter().count(), 1);
}

#[test]
fn a_chain_that_is_too_long_is_refused() {
    let texts: Vec<_> =
        (0..20).map(|i| (format!("{i}.toml"), format!("extends = \"{}.toml\"", i + 1))).collect();
    let files: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let message = mistakes(&files, &[]);
    assert!(message.starts_with("error: too many files extend each other\n"), "{message}");
    assert!(message.ends_with("a chain may hold 16 files at most"), "{message}");
}

#[test]
fn texts_that_are_nested_without_end_are_refused() {
    let deep = [
        format!("a = {}", "[".repeat(50_000)),
        format!("{} = 1", vec!["a"; 50_000].join(".")),
        format!("[{}]", vec!["a"; 50_000].join(".")),
        format!("a = {}1{}", "{a = ".repeat(50_000), "}".repeat(50_000)),
        format!("{SMALLEST}\n[handoffs]\nloss = \"{}\"", "truncate(".repeat(50_000)),
    ];
    for text in &deep {
        let message = mistakes(&[("deep.toml", text)], &[]);
        assert!(message.starts_with("error: "), "{message}");
    }
}

#[test]
fn a_file_that_is_far_too_large_is_refused() {
    let message = mistakes(&[("large.toml", &"#".repeat(17 << 20))], &[]);
    assert!(message.starts_with("error: `large.toml` cannot be read: it is larger than 16 MB"));
}

#[test]
fn many_mistakes_are_counted_and_the_first_shown() {
    let lines: Vec<_> = (0..200).map(|i| format!("key{i} = 1")).collect();
    let text = lines.join("\n");
    let message = mistakes(&[("many.toml", &text)], &[]);
    assert!(message.ends_with("201 mistakes found, the first 50 shown"), "{message}");
}

#[test]
fn control_characters_of_a_file_do_not_reach_the_terminal() {
    let message = mistakes(&[("odd.toml", "\"a\\u001b[31m\" = 1\nname = \"\\u001b\"")], &[]);
    assert!(!message.contains('\u{1b}'), "{message}");
}

#[test]
fn a_text_with_nothing_but_mistakes_is_not_read_to_the_end() {
    let message = mistakes(&[("wrong.toml", &"a = x y\n".repeat(50_000))], &[]);
    let end = "1000 mistakes and perhaps more found, the first 50 shown";
    assert!(message.ends_with(end), "{message}");
}

#[test]
fn a_mistake_in_front_of_a_wide_character_is_shown() {
    // The parser's mark falls into the middle of the character.
    for text in ["s 中= 1\n", "[roles.seller]\n中[roles.seller]\n", "a = 中\n", "a = [中\n"] {
        let message = mistakes(&[("wide.toml", text)], &[]);
        assert!(message.contains("中"), "{message}");
    }
}
