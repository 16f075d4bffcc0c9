//! The page fits the terminal.

use std::collections::BTreeSet;

use orgodds::report::ledger::page;
use orgodds::study::ledger::{Ledger, Replay};
use unicode_width::UnicodeWidthStr;

use super::{SCENARIOS, load};

fn text(ledger: &Ledger, width: usize) -> String {
    anstream::adapter::strip_str(&page(ledger, width)).to_string()
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
        for width in [40, 60, 80, 100, 160] {
            for line in text(ledger, width).lines() {
                assert!(line.width() <= width, "{file} {width}: {line}");
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
            let text = text(ledger, width);
            let words = text.split_whitespace().filter(|word| !word.contains('─'));
            words.map(str::to_owned).collect::<BTreeSet<String>>()
        });
        assert_eq!(narrow, wide, "{file}");
    });
}
