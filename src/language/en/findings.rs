//! English for what is odd.

use super::records::file_word;
use crate::language::records::{grouped, lines};
use crate::records::{DateFault, FileKind, Finding, OddForm, Oddity, Weight};

/// One line: which file, how many rows, what, where, and what was done.
pub fn finding(finding: &Finding) -> String {
    if let Oddity::Alike(one, other) = &finding.oddity {
        return format!(
            "names that may be one: \"{one}\" and \"{other}\" are kept apart; rename one in the file to join them"
        );
    }
    let (what, rule) = said(&finding.oddity, finding.file == FileKind::Orders);
    let column = finding.column.as_ref().map_or(String::new(), |column| format!(", `{column}`"));
    let seen = finding.seen.as_ref().map_or(String::new(), |seen| format!(", such as \"{seen}\""));
    let rows = if finding.count == 1 { "row" } else { "rows" };
    let place = match finding.lines.len() {
        0 => String::new(),
        1 if finding.count == 1 => format!(", line {}", lines(finding)),
        _ => format!(", lines {}", lines(finding)),
    };
    let bad = if finding.oddity.weight() == Weight::Bad { "; counts as bad" } else { "" };
    let (file, count) = (file_word(finding.file), grouped(finding.count));
    format!("{file}{column}: {count} {rows} with {what}{seen}{place}: {rule}{bad}")
}

/// What is odd, after "rows with", and the rule that was followed.
fn said(oddity: &Oddity, of_orders: bool) -> (&'static str, &'static str) {
    const OUT: &str = "left out";
    const NO_AMOUNT: &str = "used without an amount";
    match oddity {
        Oddity::Cells => ("more or fewer cells than the header", OUT),
        Oddity::StrayQuote => ("text after a closing quote", "read as one cell"),
        Oddity::NoLetter => ("bytes that are no letters", "used, with � in their place"),
        Oddity::Blank => ("no content", OUT),
        Oddity::HeaderAgain => ("the header once more", OUT),
        Oddity::Test => ("a name or address of a test", OUT),
        Oddity::Missing => ("an empty cell", OUT),
        Oddity::ClosedUnbegun => ("a close but no beginning", OUT),
        Oddity::NotBegun => ("no beginning yet", "left out until work begins"),
        Oddity::NeededDate(fault) => (date(*fault), OUT),
        Oddity::Date(fault) => (date(*fault), "used without that date"),
        Oddity::Number => {
            ("a number that cannot be read", if of_orders { OUT } else { "used without it" })
        }
        Oddity::Form(OddForm::Serial) => ("a date as a spreadsheet's number of days", "used"),
        Oddity::Form(OddForm::Unix) => ("a date as seconds since 1970", "used"),
        Oddity::Form(OddForm::Month) => ("a month without a day", "used as its first day"),
        Oddity::WonWithoutDay => ("a win but no day of it", OUT),
        Oddity::WonElsewhere => {
            ("a win but no day of it", "the deal's day is used; without a deal they count as open")
        }
        Oddity::LostWithoutDay => ("a loss but no day of it", "used as lost on an unknown day"),
        Oddity::ClosedBefore => ("a close more than 2 days before the beginning", OUT),
        Oddity::ClosedJustBefore => {
            ("a close up to 2 days before the beginning", "used as closed at the beginning")
        }
        Oddity::SameDay => ("a close on the day of the beginning", "used, with a time below a day"),
        Oddity::QualifiedBefore => {
            ("a qualification before the beginning", "used as qualified on an unknown day")
        }
        Oddity::WonUnqualified => {
            ("a win but no qualification", "used as qualified on an unknown day")
        }
        Oddity::Twice => ("an id and content met before", "counted once"),
        Oddity::TwiceDifferent => ("an id met before and other content", "the first row is used"),
        Oddity::NoId => ("no id", "used, but no deal can be joined"),
        Oddity::NoLead => ("no lead", OUT),
        Oddity::UnknownLead => ("a lead that is not in the leads file", OUT),
        Oddity::SecondDeal => (
            "a lead that has another one",
            "the earliest win is used, or else a loss, or the first",
        ),
        Oddity::LessThanLead => {
            ("a lead whose own row has gone further", "the end in the leads file is used")
        }
        Oddity::NotWon => ("a deal that is neither won nor lost", OUT),
        Oddity::Zero => ("an amount of 0", if of_orders { OUT } else { "used without it" }),
        Oddity::Negative => {
            ("an amount below 0", if of_orders { "taken off its order" } else { "used without it" })
        }
        Oddity::NoAmount => ("a win but no amount", NO_AMOUNT),
        Oddity::NoCurrency => ("a currency that is not known", "the amount is used as it is"),
        Oddity::AmountOfLost => ("an amount of a lost case", NO_AMOUNT),
        Oddity::AmountOfOpen => ("an amount of an open case", NO_AMOUNT),
        Oddity::NoChannel => {
            ("no channel", "used as a channel of their own, apart from any \"unknown\"")
        }
        Oddity::LeftBefore => ("a last day before the first", OUT),
        Oddity::Alike(..) => unreachable!("a pair of names has its own sentence"),
    }
}

fn date(fault: DateFault) -> &'static str {
    match fault {
        DateFault::Unreadable => "a date that cannot be read",
        DateFault::Impossible => "a date that does not exist or lies outside 1990 to 2100",
        DateFault::Placeholder => "a date that stands for none",
        DateFault::Future => "a date in the future",
    }
}
