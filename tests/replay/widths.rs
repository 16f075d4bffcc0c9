//! The page fits the terminal.

use std::collections::BTreeSet;

use orgodds::language::Language;
use orgodds::report::ledger::page;
use orgodds::study::ledger::{Ledger, Replay};
use unicode_width::UnicodeWidthStr;

use super::{SCENARIOS, load};

fn text(ledger: &Ledger, language: Language, width: usize) -> String {
    anstream::adapter::strip_str(&page(ledger, language, width)).to_string()
}

fn each(check: impl Fn(&Ledger, &str)) {
    for file in SCENARIOS {
        let replay = Replay { seed: 1, run: 137, months: None };
        // A path that is wider than the page cannot be broken.
        check(&Ledger::new(&load(file), "a.toml", &replay), file);
    }
}

#[test]
fn every_width_is_kept() {
    each(|ledger, file| {
        for (language, width) in Language::ALL
            .into_iter()
            .flat_map(|one| [40, 60, 80, 100, 160].map(|width| (one, width)))
        {
            for line in text(ledger, language, width).lines() {
                assert!(line.width() <= width, "{file} {language:?} {width}: {line}");
            }
        }
    });
}

/// At the width of a page that nobody looks at, lines break between words only:
/// it has the words and numbers of a page without an end, and no others.
#[test]
fn a_hundred_columns_hold_every_number_in_one_piece() {
    each(|ledger, file| {
        let [narrow, wide] = [100, 1000].map(|width| {
            let text = text(ledger, Language::English, width);
            let words = text.split_whitespace().filter(|word| !word.contains('─'));
            words.map(str::to_owned).collect::<BTreeSet<String>>()
        });
        assert_eq!(narrow, wide, "{file}");
    });
}
