//! What is wrong with a file, or with a column of data in it.

/// Words for files that cannot be read and data that is no column of numbers. A
/// file and a column are written in backquotes.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Data {
    /// What the system or a parser says, in its own words.
    pub cannot_be_read: fn(file: &str, why: &str) -> String,
    pub too_large: fn(file: &str, megabytes: u64) -> String,
    pub not_ordinary: fn(file: &str) -> String,
    /// With the line where it is not shown.
    pub not_utf8: fn(file: &str, line: Option<u64>) -> String,
    pub not_utf8_from_here: &'static str,
    pub save_as_utf8: &'static str,
    /// What the parser says, in its own words.
    pub not_toml: fn(why: &str) -> String,

    pub no_column: fn(file: &str, column: &str) -> String,
    pub several_columns: fn(file: &str, column: &str) -> String,
    pub commas: &'static str,
    pub too_many_rows: fn(file: &str) -> String,
    pub most_values: fn(most: usize) -> String,
    pub no_values: fn(field: &str, file: &str) -> String,
    pub number_in_every_row: fn(field: &str) -> String,
    /// The first row without a number: what it holds, unless it is empty, and
    /// how many such rows there are.
    pub bad_row: fn(file: &str, row: usize, cell: Option<&str>, rows: usize) -> String,
    pub mend_rows: &'static str,
}
