//! What cannot be read in a factor or a path, and why numbers make no distribution.

use crate::language::{BrokenPath, Due, Limit, Notation, Unfit};

pub const NOTATION: Notation = Notation {
    of_field: |field, says| format!("`{field}`：{says}"),

    missing_here: |due| format!("这里缺少{}", what(due)),
    is_not: |word, due| format!("`{word}` 不是{}", what(due)),
    must_follow: |due| {
        let before = match due {
            Due::Weight => return "这里要有冒号和这个取值的权重".to_owned(),
            Due::LowerLimit | Due::UpperLimit => "逗号和",
            _ => "",
        };
        format!("这里要有{before}{}", what(due))
    },
    finite: "每个数都必须是有限的数",
    not_written: |number| format!("数字不能写成 `{number}`"),

    joined_by_to: "区间的两端用 `to` 连接",
    interval_form: "区间写作 \"18 to 30\"",
    after_number: |rest| format!("数字之后多出了 `{rest}`"),
    after_distribution: |rest| format!("分布之后多出了 `{rest}`"),
    no_bracket: "缺少右括号",
    stray: |rest| format!("`{rest}` 不应出现在这里"),
    too_deep: "分布嵌套过深",

    needs_brackets: |name| format!("`{name}` 的参数要写在括号里"),
    neither: |word| format!("`{word}` 既不是数字，也不是分布"),
    forms: |names| format!("请写数字、区间（如 \"18 to 30\"）或以下分布之一：{}", listed(names)),
    meant_form: |usage| format!("是否想写 `{usage}`？"),
    no_distribution: |name| format!("没有 `{name}` 这种分布"),
    distributions: |names| format!("可用的分布有：{}", listed(names)),
    takes: |name, takes, given| format!("`{name}` 需要 {takes} 个参数，这里有 {given} 个"),
    file_and_column: "`data` 需要写明文件和列",

    unfit: |field, unfit| format!("`{field}`：{}", why(unfit)),
    broken_path: |written, broken| match written {
        Some(written) => format!("路径 `{written}` {}", path(broken)),
        None => format!("路径{}", path(broken)),
    },
};

fn what(due: Due) -> &'static str {
    match due {
        Due::Factor => "数字或分布",
        Due::Number => "数字",
        Due::UpperEnd => "区间的上限",
        Due::Value => "取值",
        Due::Weight => "权重",
        Due::LowerLimit => "下限",
        Due::UpperLimit => "上限",
    }
}

fn why(unfit: Unfit<'_>) -> String {
    match unfit {
        Unfit::NotFinite(name) => format!("{}必须是有限的数", parameter(name)),
        Unfit::NotPositive((name, value)) => {
            format!("{}必须大于 0，这里是 {value}", parameter(name))
        }
        Unfit::ShapesApart => "形状参数过小或相差过大，无法计算".to_owned(),
        Unfit::Reversed((low_name, low), (high_name, high)) => {
            let (low_name, high_name) = (parameter(low_name), parameter(high_name));
            format!("{low_name}（{low}）必须小于{high_name}（{high}）")
        }
        Unfit::ModeOutside { low, mode, high } => {
            format!("最可能值（{mode}）必须在最小值（{low}）和最大值（{high}）之间")
        }
        Unfit::EndOutside(limit, value) => {
            format!("区间的两端必须{}，{value} 不符合", ends(limit))
        }
        Unfit::TooWide => "有的取值过大（超过 1e308），无法计算".to_owned(),
        Unfit::NoWeight => "至少要有一个取值的权重大于 0".to_owned(),
        Unfit::NegativeWeight(value, weight) => {
            format!("取值 {value} 的权重不能小于 0，这里是 {weight}")
        }
        Unfit::NothingLeft(of, low, high) => {
            let of = of.map_or("分布".to_owned(), |of| format!("`{of}` "));
            format!("{of}在 {low} 到 {high} 之间没有任何取值")
        }
        Unfit::TooNarrow(low, high) => {
            format!("分布落在 {low} 到 {high} 之间的部分过少，无法计算")
        }
    }
}

fn ends(limit: Limit) -> &'static str {
    match limit {
        Limit::Probability => "大于 0 且小于 1",
        Limit::Positive | Limit::NonNegative => "大于 0",
        Limit::Real => "是有限的数",
    }
}

/// What follows 路径.
fn path(broken: BrokenPath) -> &'static str {
    match broken {
        BrokenPath::EmptyKey => "中有空的键",
        BrokenPath::QuoteInside => "的键中间有引号",
        BrokenPath::OpenQuote => "中的引号没有结束",
        BrokenPath::NoDot => "中带引号的键之后缺少点号",
    }
}

/// Names of distributions, which are the same in every language.
fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join("、")
}

/// A parameter of a distribution; others keep their names in the notation.
fn parameter(name: &str) -> &str {
    match name {
        "low" | "the lower limit" => "下限",
        "high" | "the upper limit" => "上限",
        "min" => "最小值",
        "max" => "最大值",
        "mode" => "最可能值",
        "mean" => "均值",
        "sd" => "标准差",
        "sd/mean" => "标准差与均值之比",
        "(mean/sd)²" => "均值与标准差之比的平方",
        "sd²/mean" => "方差与均值之比",
        "the first shape" => "第一个形状参数",
        "the second shape" => "第二个形状参数",
        "the first value" => "第一个取值",
        "the second value" => "第二个取值",
        "a value" => "取值",
        "a weight" => "权重",
        "the sum of the weights" => "权重之和",
        "the number" => "数字",
        other => other,
    }
}
