//! 中文。

use super::findings::finding;
use super::problems::problem;
use crate::language::RecordWords;
use crate::language::records::{assignment, forms, grouped, shown as sign, unused};
use crate::records::{ColumnTaken, FileRead, Standing};

pub const RECORDS: RecordWords = RecordWords { problem, finding, file, taken, standing };

fn file(read: &FileRead) -> String {
    let between = sign(read.delimiter).map_or("制表符".to_owned(), |sign| format!("“{sign}”"));
    let (shown, more) = unused(read);
    let mut parts = shown.to_vec();
    if more > 0 {
        parts.push(format!("另有 {} 列", grouped(more)));
    }
    if read.covered > 0 {
        parts.push(format!("{} 个含有个人信息的表头", read.covered));
    }
    let unused = if parts.is_empty() {
        String::new()
    } else {
        format!("；未使用的列：{}", parts.join("、"))
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
