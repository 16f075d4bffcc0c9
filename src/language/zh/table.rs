//! Tables.

use super::say;
use super::units::noun;
use crate::language::{Agreed, Duel, Factors, Lead, Metrics, NextHire, Often, Table};

pub const TABLE: Table = Table {
    answer: |duel| {
        let opening = if duel.lead == Lead::Unclear { "难分高下：" } else { "" };
        format!("{opening}{}。", higher(duel))
    },
    same: |one, other, measure| {
        say(&["每次模拟中，", one, "与", other, "的", noun(measure), "都相同。"])
    },
    best: |count, duel| {
        let lead = match duel.lead {
            Lead::Unclear => "个备选方案均未明显领先，最好的一个：",
            Lead::Behind => "个备选方案均未领先，最好的一个：",
            Lead::Ahead => "个备选方案中最好的一个：",
        };
        format!("{count} {lead}{}。", higher(duel))
    },
    directed: |amount, less| say(&[if less { "少" } else { "多" }, amount]),
    span: |low, high| say(&["从", low, "到", high]),
    aside: |text| format!("（{text}）"),
    typically: |typical, range, cost| {
        say(&["通常", typical, "（80% 的模拟：", range, "）。", cost])
    },
    people_cost: |amount, change| {
        say(&["人员成本", amount, "（", change.unwrap_or("相同"), "）。"])
    },
    people_cost_change: |change| say(&["人员成本", change]),
    alone: |name, measure, amount, months, range| {
        let months = months.to_string();
        let noun = noun(measure);
        say(&[name, "在", &months, "个月内", noun, "平均为", amount, "；80% 的模拟：", range, "。"])
    },
    alone_cost: |cost, other, amount, range| {
        say(&["人员成本", cost, "；", noun(other), amount, "，80% 的模拟：", range, "。"])
    },

    difference: |baseline| say(&["与", baseline, "逐次模拟之差"]),
    difference_columns: ["均值", "P10", "P50", "P90", "更优比例", "相关系数"],
    first_order: |candidate, baseline, agreed| {
        say(&[
            "一阶随机占优：就这些模拟而言，无论以多少订单额为目标，",
            candidate,
            "达标的概率都不低于",
            baseline,
            &of_tenths(agreed),
        ])
    },
    second_order: |candidate, baseline, agreed| {
        say(&[
            "二阶随机占优：就这些模拟的订单额而言，厌恶风险的决策者会选择",
            candidate,
            "，而非",
            baseline,
            &of_tenths(agreed),
        ])
    },

    choice: |measure| format!("如何选择：以{}衡量", noun(measure)),
    best_first: |currency| (super::units::UNITS.in_currency)("由优到劣", currency),
    choice_columns: ["均值", "最优比例", "期望损失", "最差 5% 的损失"],
    reaches: |target| say(&["达到", target]),
    reaches_target: |name, measure, target, often, runs| {
        let goal = say(&[noun(measure), "目标", target]);
        match often {
            Often::Always => say(&[name, "在全部", runs, "次模拟中都达到", &goal, "。"]),
            Often::Never => say(&[name, "在", runs, "次模拟中没有一次达到", &goal, "。"]),
            Often::Share(share) => say(&[name, "在", share, "的模拟中达到", &goal, "。"]),
        }
    },
    perfect: |best, worth| {
        say(&[
            "损失是所选方案比同一次模拟中的最优方案少得的金额。若能事先知道每次模拟的结果，平均可比一律选择",
            best,
            "多得",
            worth,
            "，这就是完全信息期望价值（EVPI）：围绕这一决策的任何调研，价值都不会超过它。",
        ])
    },
    breakeven: |cost| {
        let range =
            cost.range.map_or(String::new(), |range| say(&["（95% 置信区间：", range, "）"]));
        let start = [
            "盈亏平衡：",
            cost.candidate,
            "的年成本",
            if cost.saves { "须再降低" } else { "最多可再增加" },
        ];
        let end = [
            if cost.saves {
                "，其贡献利润才有一半机会高于"
            } else {
                "；增加到这一水平时，其贡献利润高于"
            },
            cost.baseline,
            if cost.saves { "。" } else { "的机会恰为一半。" },
        ];
        say(&[&start[..], &[cost.amount, &range], &end[..]].concat())
    },
    pairs: |runs| format!("两两比较：{runs} 次模拟中胜出的比例"),
    pairs_corner: "胜过",

    overtaking: "超越月份：累计订单额从何时起稳定领先",
    overtaking_columns: ["P10", "P50", "P90", "始终未超越", "落后月数", "低谷最深处"],
    later: "更晚",
    beyond: |months| format!("“更晚”指在计入的 {months} 个月之后。"),

    totals: |months| format!("{months} 个月合计"),
    totals_range: "P10 至 P90",
    ranges: "各次模拟的分布范围",
    metrics: Metrics {
        bookings: "订单额",
        contribution: "贡献利润",
        leads: "线索数",
        opportunities: "商机数",
        wins: "首单赢单数",
        customers: "期末客户数",
        first_sourced: "首单，自拓客户",
        first_referred: "首单，推荐客户",
        repeat_existing: "复购，存量客户",
        repeat_sourced: "复购，自拓客户",
        repeat_referred: "复购，推荐客户",
        people_cost: "人员成本",
        hire_cost: "招聘成本",
        hires: "入职人数",
        departures: "离职人数",
    },

    identity: "订单额 = 存量客户 + 流量 × 转化率 × 平均成交单价 × 复购系数 × 推荐系数",
    gap: |from, to| say(&["差距从何而来：从", from, "到", to]),
    factors: Factors {
        existing: "存量客户",
        traffic: "× 流量（线索数）",
        conversion: "× 转化率",
        price: "× 平均成交单价（首单）",
        repurchase: "× 复购系数",
        referral: "× 推荐系数",
    },
    new_business: "新客户业务整体",
    all_bookings: "订单额合计",
    unsure: |parts| {
        let each = if parts.len() > 1 { "各自" } else { "" };
        format!("{}{each}的增减可能为零：其 95% 置信区间包含零。", parts.join("、"))
    },
    adds: |currency| (super::units::UNITS.in_currency)("增减", currency),

    work: "工作：每月标准工时",
    work_columns: ["需求", "投入", "满足率"],
    keeps_up: |name| say(&[name, "的各项工作都跟得上。"]),
    stuck: |name, kind, met, next| {
        let next: Vec<String> = next.iter().map(|(kind, met)| format!("{kind}（{met}）")).collect();
        let next =
            if next.is_empty() { String::new() } else { say(&["；其次是", &next.join("、")]) };
        say(&[name, "卡在", kind, "：需求工时只满足了", met, &next, "。"])
    },

    people: "人员：每月有效工时",
    people_columns: ["可用", "投入", "空闲", "空闲率"],
    idlest: |name, role| say(&[name, "：空闲工时最多的是", role, "。"]),

    kept_seats: |cost| {
        let whose = ["（", cost.baseline, "：", cost.target, "）。"];
        let start =
            ["人员成本相当的前提下，", cost.candidate, "保持原有编制，预计成本", cost.after];
        say(&[&start[..], &whose].concat())
    },
    given_seats: |cost, changes| {
        let whose = ["（", cost.baseline, "：", cost.target, "）："];
        let start = ["为使人员成本相当，", cost.candidate, "调整了编制，预计成本由"];
        let costs = [cost.before, "变为", cost.after];
        let changes = changes.join("，");
        say(&[&start[..], &costs, &whose, &[&changes, "。"]].concat())
    },
    seats_instead: |role, to, from| say(&[role, "由", from, "改为", to]),
    seats_from: |seats, month| format!("、第 {month} 月起 {seats}"),

    one_more: "增加一个编制：平均变化及其 95% 置信区间（括号内为现有编制）",
    one_fewer: "减少一个编制：平均变化及其 95% 置信区间（括号内为现有编制）",
    one_more_columns: ["贡献利润", "95%", "订单额", "95%"],
    seats: |role, seats| format!("{role}（{seats}）"),
    seat_change: |role, amount, interval| {
        say(&[role, "，贡献利润", amount, "（95%：", interval, "）"])
    },
    next_hire: |scenario, hire| match hire {
        NextHire::Pays(best, []) => say(&[scenario, "下一个该招的岗位：", best, "。"]),
        NextHire::Pays(best, rivals) => {
            let rivals = rivals.join("、");
            let end = ["。是否一定胜过", &rivals, "，要更多模拟才能判断。"];
            say(&[&[scenario, "下一个该招的岗位：", best][..], &end].concat())
        }
        NextHire::Unclear(likely) => say(&[
            scenario,
            "下一个该招的岗位：这些模拟的噪声太大，看不出增员是否划算；最有可能的是",
            likely,
            "。",
        ]),
        NextHire::Nowhere(least) => {
            say(&[scenario, "下一个该招的岗位：没有，增员都不划算；代价最小的是", least, "。"])
        }
    },
    over_staffed: |scenario, spare, doubtful| {
        let spare_roles = spare.join("；");
        let found = match (spare, doubtful) {
            ([], []) => "没有".to_owned(),
            ([], _) => "没有可以确定的".to_owned(),
            _ => say(&["减少一人反而划算的是", &spare_roles]),
        };
        let noise = match doubtful {
            [] => String::new(),
            roles => say(&[&roles.join("、"), "是否偏多，这些模拟的噪声太大，无法判断。"]),
        };
        say(&[scenario, "人员偏多的岗位：", &found, "。", &noise])
    },
    without_work: |scenario, roles| {
        let roles = roles.join("、");
        say(&[scenario, "：", &roles, "不承担任何工作，在此只计成本；其作用不在模型之内。"])
    },

    precise: |metric, differences, asked, within| {
        let what = if differences { "均值及均值之差的" } else { "均值的" };
        format!(
            "已增加模拟次数，直到{metric}{what} 95% 置信区间在 ±{asked} 以内：实际为 ±{within}。"
        )
    },
    imprecise: |metric, asked, got| {
        let got = match got {
            Some((runs, within)) => format!("模拟次数已达上限 {runs} 次，精度为 ±{within}"),
            None => "有一个均值为零，没有相对精度可言".to_owned(),
        };
        format!("{metric}均值未达到 ±{asked} 的精度：{got}")
    },
    note: |sentence| format!("注意：{sentence}。"),

    footer: |runs, paired, seed, months| {
        let paired = if paired { "配对" } else { "" };
        format!(
            "{runs} 次{paired}模拟，随机种子 {seed}，计入 {months} 个月。± 为模拟的一倍标准误，模拟次数越多越小；\
             对公司情况拿不准的部分则体现在 P10 至 P90 的范围里，不会因此变小。"
        )
    },
};

/// "专业分工的订单额在 93.2 ± 0.3% 的模拟中高于全能销售"
fn higher(duel: &Duel<'_>) -> String {
    let Duel { winner, loser, runs, .. } = *duel;
    let of = [winner, "的", noun(duel.measure)];
    let often: &[&str] = match duel.often {
        Often::Always => &["在全部", runs, "次模拟中都高于", loser],
        Often::Never => &["在", runs, "次模拟中没有一次高于", loser],
        Often::Share(share) => &["在", share, "的模拟中高于", loser],
    };
    let same: &[&str] = match duel.same {
        Some(share) => &["，在", share, "的模拟中相同"],
        None => &[],
    };
    say(&[&of, often, same].concat())
}

/// How far parts of the runs agree, as the end of a sentence.
fn of_tenths(agreed: Agreed) -> String {
    match agreed {
        Agreed::Unknown => "；模拟次数太少，无法进一步判断。".into(),
        Agreed::All => "；把模拟分成十份，每一份单独看都是如此。".into(),
        Agreed::Most(tenths) => {
            format!("；把模拟分成十份，其中 {tenths} 份单独看也是如此。")
        }
        Agreed::Few(tenths) => {
            format!("；但把模拟分成十份，单独看只有 {tenths} 份如此，可能出于偶然。")
        }
    }
}
