//! English for why files cannot be used.

use std::io::ErrorKind;

use super::findings::finding;
use crate::language::records::{grouped, override_of, percent};
use crate::records::{FileKind, Problem};

/// A line, and lines of help.
pub fn problem(problem: &Problem) -> String {
    let (title, help) = match problem {
        Problem::NoColumn { .. }
        | Problem::TwoColumns { .. }
        | Problem::NoSuchMeaning { .. }
        | Problem::ColumnTwice { .. }
        | Problem::NoFileFor { .. } => column(problem),
        Problem::NoEnd { file, kind } => no_end(file, *kind),
        Problem::DateOrder { .. } | Problem::TwoDateOrders { .. } | Problem::YearLast { .. } => {
            dates(problem)
        }
        Problem::DecimalSign { .. } | Problem::TwoDecimalSigns { .. } => numbers(problem),
        Problem::Currencies { .. }
        | Problem::TooManyNames { .. }
        | Problem::TooManyBad { .. }
        | Problem::NothingLeft { .. } => rows(problem),
        _ => whole(problem),
    };
    with_help(title, &help)
}

/// A file as a whole.
fn whole(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::NoFiles => (
            "there is nothing to read: give a file of leads or of opportunities".to_owned(),
            vec!["--leads FILE.csv or --opportunities FILE.csv".to_owned()],
        ),
        Problem::DealsAlone => (
            "deals are joined to their leads, and no leads are given".to_owned(),
            vec!["add --leads FILE.csv, or give the deals as --opportunities".to_owned()],
        ),
        Problem::Unreadable { file, reason } => {
            (format!("{file} cannot be read: {}", why(*reason)), vec![])
        }
        Problem::Workbook { file } => (
            format!("{file} is a workbook of a spreadsheet program"),
            vec!["save the sheet as CSV".to_owned()],
        ),
        Problem::NoText { file } => {
            (format!("{file} is no text"), vec!["export it as CSV".to_owned()])
        }
        Problem::Empty { file } => {
            (format!("{file} is empty"), vec!["its first line must name the columns".to_owned()])
        }
        Problem::HeaderOnly { file } => (format!("{file} has a header and no rows"), vec![]),
        Problem::NoHeader { file } => (
            format!("{file} has no header: its first line is a row"),
            vec!["write the names of the columns above it".to_owned()],
        ),
        Problem::OpenQuote { file, line } => (
            format!("{file}, line {line}: a quote is opened and not closed in its row"),
            vec![
                "the rows that follow would be part of one cell; double a quote that belongs to a text"
                    .to_owned(),
            ],
        ),
        _ => unreachable!("only problems of whole files come here"),
    }
}

/// What stands in the rows.
fn rows(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::Currencies { met } => (
            "amounts are in several currencies, which are never added".to_owned(),
            met.iter()
                .map(|(code, file, line)| format!("{code}: first in {file}, line {line}"))
                .chain(["export one currency at a time, or convert before".to_owned()])
                .collect(),
        ),
        Problem::TooManyNames { file, column, limit } => (
            format!("{file}: `{column}` has more than {} different values", grouped(*limit as u64)),
            vec![
                "it is probably another kind of column; name the right one with --column"
                    .to_owned(),
            ],
        ),
        Problem::TooManyBad { file, bad, rows, limit, findings } => {
            let share = *bad as f64 / *rows as f64;
            let (bad, rows, most) = (grouped(*bad), grouped(*rows), percent(*limit));
            (
                format!(
                    "{file}: {bad} of {rows} rows are bad ({}); at most {most} may be",
                    percent(share)
                ),
                findings.iter().map(finding).collect(),
            )
        }
        Problem::NothingLeft { file, findings } => {
            (format!("{file}: no row can be used"), findings.iter().map(finding).collect())
        }
        _ => unreachable!("only problems of rows come here"),
    }
}

fn why(reason: ErrorKind) -> String {
    match reason {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "access to it is denied".to_owned(),
        ErrorKind::InvalidInput => "it is no plain file, and it is read twice".to_owned(),
        other => other.to_string(),
    }
}

fn with_help(title: String, help: &[String]) -> String {
    help.iter().fold(title, |text, line| text + "\n  " + line)
}

fn column(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::NoColumn { file, column, asked, nearest, headers } => {
            let title = match asked {
                Some(asked) => format!("{file} has no column `{asked}` for `{column}`"),
                None => format!("{file}: no column was found for `{column}`"),
            };
            let named = match nearest {
                Some(nearest) => {
                    format!("the nearest is `{nearest}`: {}", override_of(column, nearest))
                }
                None => format!("name it: --column {column}=HEADER"),
            };
            (title, vec![format!("its columns: {}", headers.join(", ")), named])
        }
        Problem::TwoColumns { file, column, headers: [(first, one), (second, other)] } => {
            let help = if one == other {
                "rename one of them in the file".to_owned()
            } else {
                format!("choose: {} or {}", override_of(column, one), override_of(column, other))
            };
            let title = format!(
                "{file}: two columns fit `{column}`: `{one}` (column {first}) and `{other}` (column {second})"
            );
            (title, vec![help])
        }
        Problem::NoSuchMeaning { column, nearest } => (
            format!("--column: nothing is called `{column}`"),
            nearest.iter().map(|nearest| format!("perhaps `{nearest}`?")).collect(),
        ),
        Problem::ColumnTwice { column } => {
            (format!("--column {column} is given twice"), vec!["keep one of them".to_owned()])
        }
        Problem::NoFileFor { column, option } => (
            format!("--column {column}: no such file is given"),
            vec![format!("add {option} FILE.csv, or leave the --column out")],
        ),
        _ => unreachable!("only problems of columns come here"),
    }
}

fn no_end(file: &str, kind: FileKind) -> (String, Vec<String>) {
    let (title, column) = match kind {
        FileKind::Deals => ("no column tells when a deal was won", "won"),
        _ => ("no column tells which cases are won, lost or open", "status"),
    };
    (format!("{file}: {title}"), vec![format!("name it: --column {}_{column}=HEADER", kind.word())])
}

fn dates(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::DateOrder { file, column, line, text } => (
            format!("{file}, line {line}: \"{text}\" in `{column}` can be two dates"),
            vec![
                "no date of the file has a day above 12; say --date-order dmy, mdy or ymd"
                    .to_owned(),
            ],
        ),
        Problem::TwoDateOrders { file, column, day_first, month_first } => (
            format!("{file}: `{column}` mixes dates with the day first and with the month first"),
            vec![
                format!(
                    "line {}: \"{}\"; line {}: \"{}\"",
                    day_first.0, day_first.1, month_first.0, month_first.1
                ),
                "export it in one form, or say --date-order and lose the others".to_owned(),
            ],
        ),
        Problem::YearLast { file, column, line, text } => (
            format!("{file}, line {line}: \"{text}\" in `{column}` ends with its year"),
            vec!["--date-order ymd is for dates that begin with it; say dmy or mdy".to_owned()],
        ),
        _ => unreachable!("only problems of dates come here"),
    }
}

fn numbers(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::DecimalSign { file, column, line, text } => (
            format!("{file}, line {line}: \"{text}\" in `{column}` can be two numbers"),
            vec![
                "no number of the file tells thousands from decimals; say --decimal point or comma"
                    .to_owned(),
            ],
        ),
        Problem::TwoDecimalSigns { file, column, point, comma } => (
            format!("{file}: `{column}` mixes decimal points and decimal commas"),
            vec![
                format!("line {}: \"{}\"; line {}: \"{}\"", point.0, point.1, comma.0, comma.1),
                "export it in one form, or say --decimal and lose the others".to_owned(),
            ],
        ),
        _ => unreachable!("only problems of numbers come here"),
    }
}
