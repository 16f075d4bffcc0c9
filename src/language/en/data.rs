//! What is wrong with a file, or with a column of data in it.

use crate::language::Data;

pub const DATA: Data = Data {
    cannot_be_read: |file, why| format!("`{file}` cannot be read: {why}"),
    too_large: |file, megabytes| {
        format!("`{file}` cannot be read: it is larger than {megabytes} MB")
    },
    not_ordinary: |file| format!("`{file}` is not an ordinary file"),
    not_utf8: |file, line| match line {
        Some(line) => format!("`{file}` is not UTF-8 text, see its line {line}"),
        None => format!("`{file}` is not UTF-8 text"),
    },
    not_utf8_from_here: "not UTF-8 from here on",
    save_as_utf8: "save the file with the encoding UTF-8",
    not_toml: |why| format!("this is not valid TOML: {why}"),

    no_column: |file, column| format!("`{file}` has no column `{column}`"),
    several_columns: |file, column| format!("`{file}` has several columns `{column}`"),
    commas: "the columns of a data file are separated by commas",
    too_many_rows: |file| format!("`{file}` has too many rows"),
    most_values: |most| format!("a column may hold {most} values at most"),
    no_values: |field, file| format!("`{field}`: the column holds no values in `{file}`"),
    number_in_every_row: |field| {
        format!("`{field}`: a data column must hold a number in every row")
    },
    bad_row: |file, row, cell, rows| {
        let holds = cell.map_or("is empty".to_owned(), |cell| format!("holds \"{cell}\""));
        let more = match rows {
            1 => String::new(),
            rows => format!(", the first of {rows} such rows"),
        };
        format!("row {row} of `{file}` {holds}{more}")
    },
    mend_rows: "remove such rows from the file, or give each of them a number",
};
