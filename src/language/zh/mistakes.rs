//! What is wrong with a scenario.

use crate::language::{Found, Known, Limit, Mistakes, Rare, Shape};

pub const MISTAKES: Mistakes = Mistakes {
    error: "错误",
    warning: "警告",
    help: "提示",
    count: |all, shown, at_least| match (all == shown, at_least) {
        (true, _) => format!("共 {all} 处错误"),
        (_, true) => format!("至少有 {all} 处错误，列出前 {shown} 处"),
        _ => format!("共 {all} 处错误，列出前 {shown} 处"),
    },

    did_you_mean: |name| format!("是否想写 `{name}`？"),
    known: |what, names| {
        let what = match what {
            Known::Stage => "阶段",
            Known::KindOfWork => "工作",
            Known::Column => "列",
        };
        match names {
            [only] => format!("这里只有{what} {only}"),
            names => format!("这里的{what}有：{}", names.join("、")),
        }
    },

    no_file: |name| format!("没有文件 `{name}`"),
    is_folder: |name| format!("`{name}` 是文件夹，不是文件"),
    may_not_be_read: |name| format!("`{name}` 不可读"),
    permissions: "没有读取权限",

    no_key: |key| format!("这里没有 `{key}` 这个键"),
    keys: |names| format!("这里的键有：{}", names.join("、")),
    key_of: |key, header| match header {
        None => format!("`{key}` 是文件顶层的键"),
        Some(header) => format!("`{key}` 是 {header} 的键"),
    },
    what_is: |key, _, shape| format!("`{key}`：{}", what(shape)),
    missing: |keys, path| {
        let at = if path.is_empty() { "方案".to_owned() } else { format!("`{path}` ") };
        format!("{at}中缺少 {}", keys.join("、"))
    },
    must_be: |key, shape| format!("`{key}` 必须是{}", what(shape)),
    this_is: |found| {
        let what = match found {
            Found::Text => "文字",
            Found::Number => "数字",
            Found::Boolean => "真假值",
            Found::Date => "日期",
            Found::List => "列表",
            Found::Table => "表",
        };
        format!("这是{what}")
    },
    write: |text| format!("请写 {text}"),
    brackets: |header, double| {
        format!("请写 {header}，用{}方括号", if double { "双层" } else { "单层" })
    },
    under: |path| format!("它的键写在 [{path}] 之下"),
    without_quotes: |number| format!("请写 {number}，不带引号"),
    one_of: |key, words| format!("`{key}` 必须是以下之一：{}", words.join("、")),
    from_to: |key, least, most| format!("`{key}` 必须在 {least} 到 {most} 之间"),
    share: |key| format!("`{key}` 必须在 0 到 1 之间"),

    number: |field, limit| format!("`{field}` {}", must(limit)),
    if_percent: |value, share| format!("如果指 {value}%，请写 {share}"),
    leaves: |field, limit, text, never| {
        let how = if never { "完全在此之外" } else { "会超出" };
        format!("`{field}` {}，而 \"{text}\" {how}", must(limit))
    },
    reaches: |below, above| {
        let under = below.map(|(low, is_reached, chance)| {
            let side = if is_reached { "等于" } else { "低于" };
            format!("{}{side} {low}", runs(chance))
        });
        let over = above.map(|(high, chance)| format!("{}高于 {high}", runs(chance)));
        [under, over].into_iter().flatten().collect::<Vec<_>>().join("，")
    },
    truncate: |truncate, interval| match interval {
        Some((low, high)) => format!("请写 \"{truncate}\"，或写区间 \"{low} to {high}\""),
        None => format!("请写 \"{truncate}\""),
    },
    only_positive: "请去掉不大于 0 的值",

    no_place: |path, single| {
        let which = if single { "方案中没有" } else { "各方案中都没有" };
        format!("{which} `{path}` 的位置")
    },
    must_agree: |key, (here, this), (first, other)| {
        format!("各方案的 `{key}` 必须一致：`{this}` 为 {here}，`{other}` 为 {first}")
    },
    no_currency: "未写",
    given_twice: |name| format!("方案 `{name}` 给出了两次"),
    same_name: |name| format!("有两个方案都叫 `{name}`"),
    the_first: "第一个在这里",
    rename: "请给每个方案起不同的名字，name = \"…\"",
    other_correlations: |name| format!("相关性与 `{name}` 不同：只有两边都未设相关的因素仍然配对"),

    stands_still: |kind, by| format!("没有角色承担 `{kind}`：{}会停摆", by.join("、")),
    channel_of: |channel, segment| format!("`{segment}` 的渠道 `{channel}` "),
    stage_of: |stage, segment| format!("`{segment}` 的阶段 `{stage}` "),
    care_of: |segment| format!("`{segment}` 的客户维护"),
    tracking_of: |segment| format!("`{segment}` 的客户跟踪"),
    unneeded_kind: |kind| format!("没有任何环节需要 `{kind}` 这类工作"),
    unneeded_priority: |kind| format!("`priorities` 列出了 `{kind}`，但没有任何环节需要它"),
    no_stage: |stage| format!("没有阶段 `{stage}`"),
    shares: |role, total| format!("`{role}` 的 `share` 合计为 {total}，超过了 1"),
    too_late: |role, month, last| {
        format!("`{role}` 的编制在第 {month} 月变化，而最后一个月是第 {last} 月")
    },
    known_exactly: |path| format!("`{path}` 是确定的数，无从与它相关"),
    no_factor: |path| format!("没有因素 `{path}`"),
};

fn what(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "带引号的文字",
        Shape::File => "带引号的文件名",
        Shape::Word => "带引号的一个词",
        Shape::Whole => "整数",
        Shape::Number => "数字",
        Shape::Numbers => "数字的列表",
        Shape::Headcount => "整数，或 [月, 人数] 的列表",
        Shape::Texts => "文字的列表",
        Shape::Paths => "两个路径的列表",
        Shape::Factor => "数字或分布",
        Shape::Table => "表",
        Shape::Tables => "表的列表",
    }
}

fn must(limit: Limit) -> &'static str {
    match limit {
        Limit::Probability => "必须在 0 到 1 之间",
        Limit::Positive => "必须大于 0",
        Limit::NonNegative => "不能小于 0",
        Limit::Real => "必须是有限的数",
    }
}

fn runs(chance: Rare) -> String {
    match chance {
        Rare::Always => "每次模拟都".to_owned(),
        Rare::Percent(percent) => format!("有 {percent:.1}% 的模拟"),
        Rare::Once(runs) => format!("每 {runs:.0} 次模拟有一次"),
        Rare::Hardly => "极少数模拟".to_owned(),
    }
}
