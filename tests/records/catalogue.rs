//! Odd and wrong exports under `tests/records/catalogue`, with all that is said
//! about each beside it, in English and in Chinese. Read the messages in a row
//! now and then: they are the manual that people meet first.
//!
//! `NAME.leads.csv`, `NAME.deals.csv` and so on are read together, with the
//! options in `NAME.options` where there is such a file, one a line; `NAME.txt`
//! holds what is said.
//!
//! `UPDATE_EXPECTED=1 cargo test --test records` writes the messages anew; read
//! the difference before committing it.

use orgodds::records::{
    BytesSource, DateOrder, Day, Decimal, Encoding, Files, Outcome, Override, Records, Settings,
    Source, read,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use orgodds::language::RecordWords;

use super::{chinese, english};

#[test]
fn every_odd_export_gets_its_message() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let names = names();
    assert!(names.len() >= 60, "only {} exports", names.len());
    let mut differ = Vec::new();
    for name in names {
        let message = message(&name);
        let expected = folder().join(format!("{name}.txt"));
        if update {
            fs::write(&expected, &message).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != message {
            differ.push(format!("{name}\n{message}"));
        }
    }
    assert!(differ.is_empty(), "unexpected messages:\n\n{}", differ.join("\n\n"));
}

/// A forgotten sentence of the one language is not put in the other.
#[test]
fn chinese_messages_hold_no_english_words() {
    for name in names() {
        let message = message(&name);
        let chinese = message.split("\n\n").nth(1).unwrap();
        let unquoted: String = chinese.split(['`', '“', '”', '"']).step_by(2).collect();
        let words = unquoted.split(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
        for word in words.filter(|word| word.chars().filter(char::is_ascii_lowercase).count() > 2) {
            let typed = word.contains(['-', '_', '.'])
                || ["dmy", "mdy", "ymd", "point", "comma"].contains(&word);
            let said_by_others = name == "no_file";
            let of_the_file = chinese.contains("现有的列")
                || chinese.contains("未使用的列")
                || chinese.contains(" = ");
            assert!(typed || said_by_others || of_the_file, "{name}: {word} in {chinese}");
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records/catalogue")
}

fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.into_string().unwrap());
    names
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "csv"))
        .map(|name| name.split('.').next().unwrap().to_owned())
        .collect()
}

fn message(name: &str) -> String {
    let sources: BTreeMap<&str, BytesSource> =
        ["leads", "deals", "opportunities", "people", "orders"]
            .into_iter()
            .filter_map(|kind| {
                let bytes = fs::read(folder().join(format!("{name}.{kind}.csv"))).ok()?;
                Some((kind, BytesSource { name: format!("{kind}.csv"), bytes }))
            })
            .collect();
    let source = |kind: &str| sources.get(kind).map(|source| source as &dyn Source);
    let files = Files {
        leads: source("leads"),
        deals: source("deals"),
        opportunities: source("opportunities"),
        people: source("people"),
        orders: source("orders"),
    };
    let outcome = read(&files, &settings(name));
    let say = |words: &RecordWords| match &outcome {
        Ok(records) => account(records, words),
        Err(problems) => problems.iter().map(words.problem).collect::<Vec<_>>().join("\n"),
    };
    let taken =
        outcome.as_ref().map_or(String::new(), |records| format!("\n\n{}", summary(records)));
    format!("{}\n\n{}{taken}\n", say(english()), say(chinese()))
}

/// Findings, files and columns.
fn account(records: &Records, words: &RecordWords) -> String {
    let findings = records.findings.iter().map(words.finding);
    let files = records.files.iter().map(words.file);
    let taken = records.taken.iter().map(words.taken);
    let standings = records
        .standings
        .iter()
        .map(|(text, standing)| format!("`{text}` = {}", (words.standing)(*standing)));
    findings.chain(files).chain(taken).chain(standings).collect::<Vec<_>>().join("\n")
}

/// What the cases came to, so that a message cannot promise what is not done.
fn summary(records: &Records) -> String {
    let count = |fits: fn(&Outcome) -> bool| {
        records.cases.iter().filter(|case| fits(&case.outcome)).count()
    };
    let amount: f64 =
        records.cases.iter().filter_map(|case| case.amount).fold(0.0, |sum, amount| sum + amount);
    let orders: f64 = records.orders.iter().fold(0.0, |sum, order| sum + order.amount);
    format!(
        "{} cases from {} to {}: {} won for {amount} {}, {} lost, {} open; channels {:?}; {} orders of {orders}; {} people",
        records.cases.len(),
        records.first,
        records.last,
        count(|outcome| matches!(outcome, Outcome::Won(_))),
        records.currency.as_deref().unwrap_or("(no currency)"),
        count(|outcome| matches!(outcome, Outcome::Lost(_))),
        count(|outcome| matches!(outcome, Outcome::Open)),
        records.channels,
        records.orders.len(),
        records.people.len(),
    )
}

/// A file of one mistake has few rows: unless it is about the limit, none is set.
fn settings(name: &str) -> Settings {
    let mut settings = Settings { limit: 1.0, ..Settings::default() };
    let options = fs::read_to_string(folder().join(format!("{name}.options"))).unwrap_or_default();
    for (option, value) in options.lines().map(|line| line.split_once(' ').unwrap()) {
        match (option, value) {
            ("--date-order", "dmy") => settings.told.order = Some(DateOrder::Dmy),
            ("--date-order", "mdy") => settings.told.order = Some(DateOrder::Mdy),
            ("--date-order", "ymd") => settings.told.order = Some(DateOrder::Ymd),
            ("--decimal", "point") => settings.told.decimal = Some(Decimal::Point),
            ("--decimal", "comma") => settings.told.decimal = Some(Decimal::Comma),
            ("--encoding", "gbk") => settings.encoding = Some(Encoding::Gb18030),
            ("--limit", share) => settings.limit = share.parse().unwrap(),
            ("--today", "2018-06-01") => settings.today = Day::from_civil(2018, 6, 1),
            ("--column", pair) => {
                let (column, header) = pair.split_once('=').unwrap();
                let told = Override { column: column.to_owned(), header: header.to_owned() };
                settings.overrides.push(told);
            }
            _ => panic!("{name}: {option} {value} is not known"),
        }
    }
    settings
}
