//! Every wrong turn of `fit` and `backtest`, with its whole message.

use std::fs;

use rstest::rstest;

use crate::{orgodds, shipped, stderr, typed};

#[rstest]
#[case(
    &["--out", "company.toml", "--from", "2030-01"],
    "error: no case is left: look at --from and --until, and at what --explain shows\n"
)]
#[case(
    &["--out", "company.toml", "--from", "2024-03", "--until", "2024-02-10"],
    "error: --from 2024-03-01 lies after the end of --until, 2024-02-10; choose an earlier --from or a later --until\n"
)]
#[case(
    &["--out", "same.toml", "--split", "same.toml"],
    "error: --out and --split both name the same file; give one of them another\n"
)]
#[case(
    &["--out", "company.toml", "--column", "lead_created=Birthday"],
    "error: LEADS has no column `Birthday` for `lead_created`\n  its columns: Lead ID, Create Date, Lead Source\n  name it: --column lead_created=HEADER\n"
)]
#[case(
    &["--out", "company.toml", "--chart-size", "8000x8000", "--dpi", "600"],
    "error: charts of 24000 x 24000 pixels are too large; take fewer --dpi or a smaller --chart-size\n"
)]
fn a_fit_that_cannot_be_made_says_why_and_leaves_nothing(
    #[case] words: &[&str],
    #[case] says: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let records = shipped();
    let done = orgodds(folder.path(), &typed("fit", &records, words)).code(2);
    assert_eq!(stderr(&done).replace(&records[1], "LEADS"), says);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[rstest]
#[case(
    &["--until", "2025-08"],
    "error: after 2025-08 there is no month that is whole on record; the last month known can be 2024-01 to 2025-07\n"
)]
#[case(
    &["--until", "2023-12"],
    "error: the records begin in 2024-01, after 2023-12; the last month known can be 2024-01 to 2025-07\n"
)]
#[case(
    &["--until", "2025-05", "--origins", "50"],
    "error: --origins 50 goes beyond the months that are whole on record; from 2025-05 on there can be 3\n"
)]
#[case(
    &["--until", "2025-07", "--origins", "2"],
    "error: --origins 2 goes beyond the months that are whole on record; from 2025-07 on there can be 1\n"
)]
#[case(
    &["--until", "2031-01"],
    "error: after 2031-01 there is no month that is whole on record; the last month known can be 2024-01 to 2025-07\n"
)]
#[case(
    &["--until", "2025-08", "--from", "2025-08"],
    "error: 1 month is whole on record; a backtest needs one to know and one to foretell at least\n"
)]
#[case(
    &["--until", "2025-05", "--from", "2025-12"],
    "error: --from 2025-12-01 lies after the end of --until, 2025-05-31; choose an earlier --from or a later --until\n"
)]
fn a_backtest_that_cannot_be_made_says_why_and_leaves_nothing(
    #[case] words: &[&str],
    #[case] says: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let done = orgodds(folder.path(), &typed("backtest", &shipped(), words)).code(2);
    assert_eq!(stderr(&done), says);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn months_beyond_the_records_are_left_out_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--until", "2025-06", "--months", "9", "--charts", "none", "--runs", "50"];
    let done = orgodds(folder.path(), &typed("backtest", &shipped(), &words)).success();
    assert_eq!(
        stderr(&done),
        "warning: the records hold whole months up to 2025-08 only, so fewer months are foretold than asked for\n"
    );
}

/// What clap says begins with these words.
#[rstest]
#[case(&["fit", "--out", "a.toml"], "error: there is nothing to read: give a file of leads or of opportunities\n  --leads FILE.csv or --opportunities FILE.csv\n")]
#[case(&["backtest", "--people", "p.csv", "--until", "2018-02"], "error: there is nothing to read: give a file of leads or of opportunities\n  --leads FILE.csv or --opportunities FILE.csv\n")]
#[case(&["fit", "--deals", "d.csv", "--out", "a.toml"], "error: deals are joined to their leads, and no leads are given\n  add --leads FILE.csv, or give the deals as --opportunities\n")]
#[case(&["fit", "--leads", "-", "--explain"], "error: - cannot be read: it is no plain file, and it is read twice: save it as a file first\n")]
#[case(&["fit", "--leads", "a.csv", "--out", ""], "error: invalid value '' for '--out <FILE>': name a file")]
#[case(&["fit", "--leads", "a.csv", "--explain", "--encoding", "klingon"], "error: invalid value 'klingon' for '--encoding <NAME>': write a usual name: utf-8, utf-16le, gb18030, big5, shift_jis, euc-kr, windows-1250, windows-1251, windows-1252, koi8-r")]
#[case(&["fit", "--leads", "a.csv", "--explain", "--today", "2018-02"], "error: invalid value '2018-02' for '--today <DAY>': write a day, such as 2018-02-14")]
#[case(&["fit", "--leads", "a.csv"], "error: the following required arguments were not provided:\n  --out <FILE>")]
#[case(&["fit", "--leads", "a.csv", "--out", "-"], "error: invalid value '-' for '--out <FILE>': name a file; standard output holds the table")]
#[case(&["fit", "--leads", "a.csv", "--explain", "--out", "a.toml"], "error: the argument '--explain' cannot be used with '--out <FILE>'")]
#[case(&["fit", "--leads", "a.csv", "--out", "a.toml", "--from", "2018-02-30"], "error: invalid value '2018-02-30' for '--from <DATE>': there is no day 2018-02-30")]
#[case(&["fit", "--leads", "a.csv", "--out", "a.toml", "--column", "x"], "error: invalid value 'x' for '--column <MEANING=HEADER>': write MEANING=HEADER, such as lead_created=first_contact_date")]
#[case(&["backtest", "--leads", "a.csv"], "error: the following required arguments were not provided:\n  --until <MONTH>")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018-02-14"], "error: invalid value '2018-02-14' for '--until <MONTH>': write a month, such as 2018-02")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018-13"], "error: invalid value '2018-13' for '--until <MONTH>': there is no month 2018-13\n")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018"], "error: invalid value '2018' for '--until <MONTH>': write a month, such as 2018-02\n")]
#[case(&["backtest", "--leads", "a.csv", "--until", "Feb 2018"], "error: invalid value 'Feb 2018' for '--until <MONTH>': write a month, such as 2018-02\n")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018-02", "--origins", "0"], "error: invalid value '0' for '--origins <N>': at least 1 of the months is needed\n")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018-02", "--months", "61"], "error: invalid value '61' for '--months <N>': at most 60 months are possible\n")]
#[case(&["backtest", "--leads", "a.csv", "--until", "2018-02", "--months", "0"], "error: invalid value '0' for '--months <N>': at least 1 of the months is needed")]
fn a_wrong_command_line_is_told(#[case] words: &[&str], #[case] says: &str) {
    let folder = tempfile::tempdir().unwrap();
    let done = orgodds(folder.path(), words).code(2);
    assert!(stderr(&done).starts_with(says), "{}", stderr(&done));
}

#[test]
fn records_are_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut records = shipped();
    let leads = folder.path().join("leads.csv");
    fs::copy(&records[1], &leads).unwrap();
    records[1] = "leads.csv".into();
    let before = fs::read(&leads).unwrap();
    for (command, words) in [
        ("fit", vec!["--out", "leads.csv", "--force", "--charts", "none"]),
        ("backtest", vec!["--until", "2025-02", "--json", "./leads.csv", "--charts", "none"]),
    ] {
        let done = orgodds(folder.path(), &typed(command, &records, &words)).code(2);
        let (option, file) =
            if command == "fit" { ("--out", "leads.csv") } else { ("--json", "./leads.csv") };
        assert_eq!(
            stderr(&done),
            format!("error: {option} {file} would overwrite the records; name another file\n")
        );
    }
    assert_eq!(fs::read(&leads).unwrap(), before);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["fit", "--leads", "none.csv", "--out", "company.toml"];
    let done = orgodds(folder.path(), &words).code(2);
    assert!(stderr(&done).starts_with("error: none.csv"), "{}", stderr(&done));
}

#[test]
fn a_place_that_cannot_be_written_to_is_a_failure_outside() {
    let folder = tempfile::tempdir().unwrap();
    for further in [&["--charts", "none"][..], &[]] {
        let words = [&["--out", "no/such/folder/company.toml"], further].concat();
        let done = orgodds(folder.path(), &typed("fit", &shipped(), &words)).code(1);
        assert_eq!(
            stderr(&done),
            "error: cannot write no/such/folder/company.toml: its folder does not exist\n"
        );
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
