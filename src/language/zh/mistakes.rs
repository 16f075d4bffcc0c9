//! What is wrong with a scenario.

use super::data::DATA;
use super::notation::NOTATION;
use super::ranges::RANGES;
use super::sizes::SIZES;
use crate::language::{Found, Known, Limit, Mistakes, Rare, Shape};

pub const MISTAKES: Mistakes = Mistakes {
    notation: NOTATION,
    data: DATA,
    sizes: SIZES,
    ranges: RANGES,

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
    rho: |key| format!("`{key}` 必须大于 -1 且小于 1"),
    how_many: |key, most| format!("`{key}` 必须有 1 到 {most} 个数字"),
    numbers_from_0: |key| format!("`{key}` 中的数字不能小于 0"),
    month_1: |key| format!("`{key}` 必须从第 1 个月开始"),
    ascending: |key| format!("`{key}` 的月份必须从前往后排"),
    schedule: |key| format!("随时间变化的 `{key}` 是 [月, 人数] 的列表"),
    as_a_schedule: "例如起初 4 人、从第 13 个月起 6 人，请写 [[1, 4], [13, 6]]",
    not_empty: |key, names| format!("`{key}` {}不能为空", text_of(names)),
    one_line: |key, names| format!("`{key}` {}必须是一行纯文本", text_of(names)),
    at_least_one: |_| "至少要有一项".to_owned(),

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

    circle: "文件循环继承",
    extends: |files| files.join(" 继承 "),
    only_in_files: "`extends` 只能写在文件里",
    needs_value: "`--set` 需要写明路径和值",

    no_place: |path, single| {
        let which = if single { "方案中没有" } else { "各方案中都没有" };
        format!("{which} `{path}` 的位置")
    },
    must_agree: |key, (here, this), (first, other)| {
        format!("各方案的 `{key}` 必须一致：`{this}` 为 {here}，`{other}` 为 {first}")
    },
    no_currency: "未写",
    in_scenario: |name| format!("`{name}` 在这里"),
    given_twice: |name| format!("方案 `{name}` 给出了两次"),
    same_name: |name| format!("有两个方案都叫 `{name}`"),
    the_first: "第一个在这里",
    rename: "请给每个方案起不同的名字，name = \"…\"",
    other_correlations: |name| format!("相关性与 `{name}` 不同：只有两边都未设相关的因素仍然配对"),

    stands_still: |kind, by| {
        let by = by.join("、");
        let gap = if by.ends_with('`') { " " } else { "" };
        format!("没有角色承担 `{kind}`：{by}{gap}会停摆")
    },
    channel_of: |channel, segment| format!("`{segment}` 的渠道 `{channel}`"),
    stage_of: |stage, segment| format!("`{segment}` 的阶段 `{stage}`"),
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

    second_time: "这是第二次",
    too_deep: "表或列表嵌套过深",
    open_list: "列表没有结束",
    close_list: "请在结尾处补上 `]`",
    open_header: "表头没有结束",
    close_header: "请补上 `]`",
    open_text: "文字没有结束",
    close_text: "请补上结尾的引号",
    neither: "这既不是键和值，也不是表头",
    no_such_key: "这不能作键",
    quote_it: "请给键加上引号，例如 \"某个键\" = 1",
    plain_keys: "TOML 只允许 a-z、0-9、- 和 _ 不加引号",
    equals: "键与值之间用 `=` 连接",
    no_space: "键中不能有空格",
    no_value: "键没有值",
    straight: "文字要用英文的直引号",
    no_number: "数字不是这样写的",
    quote_distribution: "分布要加引号",
    quote_text: "文字要加引号",
    two_referrals: "一个细分市场只能有一个推荐渠道",
    no_arrivals: "推荐渠道不能写 `arrivals`",
    who_refers: "它的线索来自本细分市场客户的 `referrals`",
    nowhere_to_refer: "`referrals` 需要有推荐渠道来承接",
    add_referral: "请添加一个 `kind` 为 \"referral\" 的渠道，或写 { cared = 0, neglected = 0 }",
    contradiction: "这些相关系数互相矛盾",
    cannot_have: |rho| format!("与其余各对并存时，这一对不可能是 {rho}"),
    nearer_to_0: "两个因素若都与第三个因素相关，彼此也必然相关：\
        请让这个 `rho`，或这两个因素与其他因素的 `rho`，更接近 0",
    same_factor: "`between` 两次写了同一个因素",
    correlated_twice: "同一对因素的相关系数写了两次",
    here_first: "第一次在这里",
    listed_first: "先列在这里",
    two_paths: "`between` 必须是两个路径",
    role_hours: "承担工作的角色需要写明每月的有效工时",
    twice: |key| format!("`{key}` 写了两次"),
    quote_key: |key| format!("键 `{key}` 要加引号"),
    write_all: |texts| format!("请写 {}", texts.join("、")),
    missing_arrivals: |path| format!("`{path}` 中缺少 `arrivals`"),
    mean_a_month: |kind| format!("`{kind}` 渠道需要写明每月平均数量"),
    missing_hours: |path| format!("`{path}` 中缺少 `hours`"),
    two_stages: |name| format!("有两个阶段都叫 `{name}`"),
    listed_twice: |kind| format!("`priorities` 两次列出 `{kind}`"),
    not_uncertain: |path| format!("`{path}` 不是可以不确定的数"),
    no_text: |field| format!("`{field}` 是确定的数，不加引号"),
    exactly: |value| format!("确定的数请直接写 {value}"),
    if_percents: |low, high| format!("如果指百分数，请写 \"{low} to {high}\""),
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

fn text_of(names: bool) -> &'static str {
    if names { "中的名称" } else { "" }
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
