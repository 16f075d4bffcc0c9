//! English.

use super::findings::finding;
use super::problems::problem;
use crate::language::RecordWords;
use crate::language::records::{assignment, forms, grouped, shown};
use crate::records::{ColumnTaken, FileKind, FileRead, Standing};

pub const RECORDS: RecordWords = RecordWords { problem, finding, file, taken, standing };

fn file(read: &FileRead) -> String {
    let between = shown(read.delimiter).map_or("tabs".to_owned(), |sign| format!("\"{sign}\""));
    let unused = if read.unused.is_empty() {
        String::new()
    } else {
        format!("; not used: {}", read.unused.join(", "))
    };
    format!(
        "{}: {}, {between} between cells, {} {}, {} used, {} bad{unused}",
        read.name,
        read.encoding.name(),
        grouped(read.rows),
        if read.rows == 1 { "row" } else { "rows" },
        grouped(read.used),
        grouped(read.bad),
    )
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Won => "won",
        Standing::Lost => "lost",
        Standing::Rejected => "unfit",
        Standing::Qualified => "fit",
        Standing::Open => "open",
    }
}

fn taken(taken: &ColumnTaken) -> String {
    let form = forms(taken).map_or(String::new(), |form| format!(" ({form})"));
    let told = if taken.told { ", as told" } else { "" };
    format!("{}{form}{told}", assignment(taken))
}

/// What a file is called in a sentence.
pub fn file_word(file: FileKind) -> &'static str {
    match file {
        FileKind::Leads => "leads",
        FileKind::Deals => "deals",
        FileKind::Opportunities => "opportunities",
        FileKind::People => "people",
        FileKind::Orders => "orders",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Meaning, column_name};

    #[test]
    fn the_columns_that_help_names_exist() {
        assert_eq!(column_name(FileKind::Deals, Meaning::Won), "deal_won");
        assert_eq!(column_name(FileKind::Opportunities, Meaning::Status), "opportunity_status");
    }
}
