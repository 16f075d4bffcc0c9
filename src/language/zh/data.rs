//! What is wrong with a file, or with a column of data in it.

use crate::language::Data;

pub const DATA: Data = Data {
    cannot_be_read: |file, why| format!("`{file}` 无法读取，系统返回：{why}"),
    too_large: |file, megabytes| format!("`{file}` 无法读取：文件超过了 {megabytes} 兆字节"),
    not_ordinary: |file| format!("`{file}` 不是普通文件"),
    not_utf8: |file, line| match line {
        Some(line) => format!("`{file}` 不是 UTF-8 文本，见第 {line} 行"),
        None => format!("`{file}` 不是 UTF-8 文本"),
    },
    not_utf8_from_here: "从这里开始不是 UTF-8",
    save_as_utf8: "请把文件另存为 UTF-8 编码",
    not_toml: |why| format!("这不是有效的 TOML，解析器返回：{why}"),

    no_column: |file, column| format!("`{file}` 中没有 `{column}` 列"),
    several_columns: |file, column| format!("`{file}` 中有不止一个 `{column}` 列"),
    commas: "数据文件的各列用英文逗号分隔",
    too_many_rows: |file| format!("`{file}` 的行数过多"),
    most_values: |most| format!("一列最多 {most} 个值"),
    no_values: |field, file| format!("`{field}`：`{file}` 的这一列没有值"),
    number_in_every_row: |field| format!("`{field}`：数据列的每一行都必须是数字"),
    bad_row: |file, row, cell, rows| {
        let holds = cell.map_or("为空".to_owned(), |cell| format!("是 \"{cell}\""));
        let more = match rows {
            1 => String::new(),
            rows => format!("，这样的行共有 {rows} 行"),
        };
        format!("`{file}` 第 {row} 行的值{holds}{more}")
    },
    mend_rows: "请从文件中删去这样的行，或逐行补上数字",
};
