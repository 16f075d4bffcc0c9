//! 文件无法使用的原因。

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
    help.iter().fold(title, |text, line| text + "\n  " + line)
}

/// A file as a whole.
fn whole(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::NoFiles => (
            "没有可读取的文件：请提供线索文件或商机文件".to_owned(),
            vec!["--leads FILE.csv 或 --opportunities FILE.csv".to_owned()],
        ),
        Problem::DealsAlone => (
            "成交记录需要与线索关联，但没有提供线索文件".to_owned(),
            vec!["请加上 --leads FILE.csv，或改用 --opportunities 提供这些记录".to_owned()],
        ),
        Problem::Unreadable { file, reason } => {
            (format!("无法读取 {file}：{}", why(*reason)), vec![])
        }
        Problem::Workbook { file } => {
            (format!("{file} 是电子表格工作簿"), vec!["请将工作表另存为 CSV".to_owned()])
        }
        Problem::NoText { file } => {
            (format!("{file} 不是文本文件"), vec!["请导出为 CSV".to_owned()])
        }
        Problem::Empty { file } => {
            (format!("{file} 是空文件"), vec!["第一行应为各列的名称".to_owned()])
        }
        Problem::HeaderOnly { file } => (format!("{file} 只有表头，没有数据行"), vec![]),
        Problem::NoHeader { file } => (
            format!("{file} 没有表头：第一行就是数据"),
            vec!["请在其上方写明各列的名称".to_owned()],
        ),
        Problem::OpenQuote { file, line } => (
            format!("{file} 第 {line} 行：引号没有在本行数据中结束"),
            vec!["其后的各行会被当作同一个单元格；文本中的引号请写两次".to_owned()],
        ),
        _ => unreachable!("only problems of whole files come here"),
    }
}

/// What stands in the rows.
fn rows(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::Currencies { met } => (
            "金额使用了多种货币，不同货币不能相加".to_owned(),
            met.iter()
                .map(|(code, file, line)| format!("{code}：首次出现在 {file} 第 {line} 行"))
                .chain(["请分货币导出，或先换算成同一货币".to_owned()])
                .collect(),
        ),
        Problem::TooManyNames { file, column, limit } => (
            format!("{file}：`{column}` 的不同取值超过 {} 个", grouped(*limit as u64)),
            vec!["这一列很可能是别的内容；请用 --column 指定正确的列".to_owned()],
        ),
        Problem::TooManyBad { file, bad, rows, limit, findings } => {
            let share = percent(*bad as f64 / *rows as f64);
            let (bad, rows, most) = (grouped(*bad), grouped(*rows), percent(*limit));
            (
                format!("{file}：{rows} 行中有 {bad} 行有问题（{share}），上限为 {most}"),
                findings.iter().map(finding).collect(),
            )
        }
        Problem::NothingLeft { file, findings } => {
            (format!("{file}：没有可用的数据行"), findings.iter().map(finding).collect())
        }
        _ => unreachable!("only problems of rows come here"),
    }
}

fn why(reason: ErrorKind) -> String {
    match reason {
        ErrorKind::NotFound => "没有这个文件".to_owned(),
        ErrorKind::PermissionDenied => "没有访问权限".to_owned(),
        ErrorKind::InvalidInput => "它不是普通文件，而文件需要读取两遍".to_owned(),
        other => format!("系统返回：{other}"),
    }
}

fn column(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::NoColumn { file, column, asked, nearest, headers } => {
            let title = match asked {
                Some(asked) => format!("{file} 中没有为 `{column}` 指定的列 `{asked}`"),
                None => format!("{file}：找不到可作为 `{column}` 的列"),
            };
            let named = match nearest {
                Some(nearest) => {
                    format!("最接近的是 `{nearest}`：{}", override_of(column, nearest))
                }
                None => format!("请指定：--column {column}=HEADER"),
            };
            (title, vec![format!("现有的列：{}", headers.join("、")), named])
        }
        Problem::TwoColumns { file, column, headers: [(first, one), (second, other)] } => {
            let help = if one == other {
                "请在文件中给其中一列改名".to_owned()
            } else {
                format!("请选择：{} 或 {}", override_of(column, one), override_of(column, other))
            };
            let title = format!(
                "{file}：有两列都可作为 `{column}`：`{one}`（第 {first} 列）和 `{other}`（第 {second} 列）"
            );
            (title, vec![help])
        }
        Problem::NoSuchMeaning { column, nearest } => (
            format!("--column：没有名为 `{column}` 的项目"),
            nearest.iter().map(|nearest| format!("是否指 `{nearest}`？")).collect(),
        ),
        Problem::ColumnTwice { column } => {
            (format!("--column {column} 指定了两次"), vec!["请只保留一个".to_owned()])
        }
        Problem::NoFileFor { column, option } => (
            format!("--column {column}：没有提供对应的文件"),
            vec![format!("请加上 {option} FILE.csv，或去掉这个 --column")],
        ),
        _ => unreachable!("only problems of columns come here"),
    }
}

fn no_end(file: &str, kind: FileKind) -> (String, Vec<String>) {
    let (title, column) = match kind {
        FileKind::Deals => ("没有说明成交日期的列", "won"),
        _ => ("没有说明赢单、输单或进行中的列", "status"),
    };
    (format!("{file}：{title}"), vec![format!("请指定：--column {}_{column}=HEADER", kind.word())])
}

fn dates(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::DateOrder { file, column, line, text } => (
            format!("{file} 第 {line} 行：`{column}` 中的“{text}”可以读成两个日期"),
            vec!["文件中没有大于 12 的日；请用 --date-order 指明 dmy、mdy 或 ymd".to_owned()],
        ),
        Problem::TwoDateOrders { file, column, day_first, month_first } => (
            format!("{file}：`{column}` 混用了日在前和月在前的日期"),
            vec![
                format!(
                    "第 {} 行：“{}”；第 {} 行：“{}”",
                    day_first.0, day_first.1, month_first.0, month_first.1
                ),
                "请按同一格式导出；也可用 --date-order 指明一种，另一种将不被采用".to_owned(),
            ],
        ),
        Problem::YearLast { file, column, line, text } => (
            format!("{file} 第 {line} 行：`{column}` 中的“{text}”年份在最后"),
            vec!["--date-order ymd 用于年份在前的日期；请改用 dmy 或 mdy".to_owned()],
        ),
        _ => unreachable!("only problems of dates come here"),
    }
}

fn numbers(problem: &Problem) -> (String, Vec<String>) {
    match problem {
        Problem::DecimalSign { file, column, line, text } => (
            format!("{file} 第 {line} 行：`{column}` 中的“{text}”可以读成两个数"),
            vec!["文件中的数字分不清千位与小数；请用 --decimal 指明 point 或 comma".to_owned()],
        ),
        Problem::TwoDecimalSigns { file, column, point, comma } => (
            format!("{file}：`{column}` 混用了小数点和小数逗号"),
            vec![
                format!("第 {} 行：“{}”；第 {} 行：“{}”", point.0, point.1, comma.0, comma.1),
                "请按同一格式导出；也可用 --decimal 指明一种，另一种将不被采用".to_owned(),
            ],
        ),
        _ => unreachable!("only problems of numbers come here"),
    }
}
