//! 中文。

use super::findings::finding;
use super::problems::problem;
use crate::language::RecordWords;
use crate::language::records::{assignment, forms, grouped, shown};
use crate::records::{ColumnTaken, FileRead, Standing};

pub const RECORDS: RecordWords = RecordWords { problem, finding, file, taken, standing };

fn file(read: &FileRead) -> String {
    let between = shown(read.delimiter).map_or("制表符".to_owned(), |sign| format!("“{sign}”"));
    let unused = if read.unused.is_empty() {
        String::new()
    } else {
        format!("；未使用的列：{}", read.unused.join("、"))
    };
    format!(
        "{}：{}，以{between}分隔，共 {} 行，采用 {} 行，有问题 {} 行{unused}",
        read.name,
        read.encoding.name(),
        grouped(read.rows),
        grouped(read.used),
        grouped(read.bad),
    )
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Won => "赢单",
        Standing::Lost => "输单",
        Standing::Rejected => "不合格",
        Standing::Qualified => "合格",
        Standing::Open => "进行中",
    }
}

fn taken(taken: &ColumnTaken) -> String {
    let form = forms(taken).map_or(String::new(), |form| format!("（{form}）"));
    let told = if taken.told { "，按指定" } else { "" };
    format!("{}{form}{told}", assignment(taken))
}
