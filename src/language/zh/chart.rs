//! Charts.

use super::say;
use super::units::noun;
use crate::language::{
    Aim, Chart, Course, Ends, Loss, Mean, Measure, Moved, Odds, Often, Opening, Part, Place,
    Standing, Turn,
};

pub const CHART: Chart = Chart {
    months,
    measure: noun,
    over: |measure, count| format!("{}{}", months(count), noun(measure)),
    footer: |version, runs, paired, seed, count, currency| {
        let paired = if paired { "配对" } else { "" };
        let mut parts = vec![
            format!("orgodds {version}"),
            format!("{runs} 次{paired}模拟"),
            format!("随机种子 {seed}"),
            months(count),
        ];
        parts.extend((!currency.is_empty()).then(|| currency.to_owned()));
        parts.join(" · ")
    },

    odds,

    distribution: |count| format!("{}订单额：各种结果的可能性有多大？", months(count)),
    contribution: |count| {
        format!(
            "{}贡献利润，已扣除交付、提成、人员与招聘成本：各种结果的可能性有多大？",
            months(count)
        )
    },
    middle: |name, measure, low, high| {
        say(&[name, "在八成的模拟中", noun(measure), "介于", low, "与", high, "之间"])
    },
    certain: |name, measure, amount| say(&[name, "在每次模拟中", noun(measure), "都是", amount]),
    losses,
    break_even: "盈亏平衡",
    peak_is_cut: "（最高的峰已截断）",
    median: |amount| say(&["中位数", amount]),
    p10_to_p90: |amount| say(&["P10 至 P90 均为", amount]),

    by: |odds, gap| say(&[odds, "，多出", gap]),
    by_more_than: |odds, gap| say(&[odds, "；半数情况下多出", gap, "以上"]),
    difference: |candidate, baseline, measure, count| {
        let candidate = candidate.unwrap_or("各备选方案");
        let what = format!("：{}{}之差，每对模拟的市场与运气都相同", months(count), noun(measure));
        say(&[candidate, "减", baseline, &what])
    },
    difference_in: |measure| format!("{}之差", noun(measure)),
    does_better: |name, measure| say(&["的模拟：", name, "的", noun(measure), "更高"]),
    better: |measure, often| higher(measure, often),
    the_same: |measure| say(&["每次模拟的", noun(measure), "都相同"]),
    quantiles: |p10, p50, p90| say(&["中位数", p50, "，P10", " ", p10, "，P90", " ", p90]),

    chance: |measure, count| format!("{}{}至少达到横轴金额的概率", months(count), noun(measure)),
    target: |amount| say(&["目标：", amount]),
    reaches_target: |amount, aim| match *aim {
        Aim::One(name, often) => say(&[name, &attains(often, amount)]),
        Aim::Alike(Often::Never) => say(&["各方案都从未达到", amount]),
        Aim::Alike(Often::Always) => say(&["各方案每次模拟都达到", amount]),
        Aim::Alike(Often::Share(share)) => say(&["各方案达到", amount, "的机会相同，均为", share]),
        Aim::Two([(name, often), (other, less)]) => {
            let less = match less {
                Often::Never => "从未达到".to_owned(),
                Often::Always => "每次都达到".to_owned(),
                Often::Share(share) => say(&["为", share]),
            };
            say(&[name, &attains(often, amount), "，", other, &less])
        }
    },
    median_of: |name, amount| say(&[name, "的中位数：", amount]),
    reaches: |name, base, amount, always, often, ends| {
        let usual = if always { "必能达到的" } else { "有一半机会达到的" };
        let often = match often {
            Often::Never => "从未达到".to_owned(),
            Often::Always => "每次模拟都能达到".to_owned(),
            Often::Share(share) if ends == Ends::Below => say(&["只在", share, "的模拟中达到"]),
            Often::Share(share) => say(&["在", share, "的模拟中达到"]),
        };
        match ends {
            Ends::Even => say(&[name, "与", base, "达到", amount, "的机会大致相当"]),
            Ends::Above | Ends::Below => say(&[base, usual, amount, "，", name, &often]),
        }
    },
    nine_in_ten: |name, low, high| say(&[name, "有九成把握达到", low, "，有一成机会达到", high]),
    reach: |share, amount| say(&[share, "达到", amount]),

    monthly: |of| {
        let of = of.map_or(String::new(), |(one, other)| say(&["（", one, "与", other, "）"]));
        format!("每月订单额：全部模拟的中位数，以及 P10 至 P90 的区间{of}")
    },
    a_month: "每月订单额",
    month: "月",
    by_month: "逐月订单额",
    first_and_last: |name, first, last, count| {
        let last_month = format!("，第 {count} 月");
        say(&[name, "的月订单额中位数：第 1 月", first, &last_month, last])
    },
    one_month: |name, amount| say(&[name, "当月订单额的中位数为", amount]),
    course,

    bridge: |count, cut| {
        let cut = if cut { "，纵轴已截断" } else { "" };
        format!("存量客户与新客户业务的五个因素：{}平均订单额{cut}", months(count))
    },
    mean: "平均订单额",
    part: |part| match part {
        Part::Existing => "存量客户",
        Part::Traffic => "流量",
        Part::Conversion => "转化率",
        Part::Price => "平均成交单价",
        Part::Repurchase => "复购系数",
        Part::Referral => "推荐系数",
        Part::NewBusiness => "新客户业务",
    },
    carries,
    about_the_same: |candidate, baseline| {
        say(&["平均而言，", candidate, "与", baseline, "的订单额大致相当"])
    },
    carried_by_unknown: |name, amount, ahead| {
        let direction = if ahead { "领先" } else { "落后" };
        say(&[name, direction, amount, "，但这些模拟还分不清差距来自哪些因素"])
    },
    unsure: "斜线：95% 置信区间包含零",

    overtaking: |candidate, baseline| {
        say(&[candidate, "减", baseline, "：自第 1 月起的累计订单额之差，中位数与 P10 至 P90"])
    },
    cumulative: "累计订单额之差",
    turn,
    quantile: |name, amount| format!("{name} {amount}"),
    trough: |month, amount| say(&[&format!("中位数最低：第 {month} 月"), amount]),
    ahead_by_then: |candidate| say(&["截至当月", candidate, "累计领先的概率"]),

    one_more: |count| {
        format!(
            "各岗位增减一个编制，对 {}贡献利润的影响：均值与 95% 置信区间，运气相同",
            months(count)
        )
    },
    change_in: |measure| format!("{}的变化", noun(measure)),
    opening: |opening| match *opening {
        Opening::Goes(role, gain) => say(&["下一个该招的岗位是", role, "：贡献利润", gain]),
        Opening::LikelyGoes(role, gain) => {
            say(&["下一个该招的岗位最有可能是", role, "：贡献利润", gain])
        }
        Opening::PaysMost { role, scenario, gain } => {
            say(&["在", scenario, "增加一名", role, "最划算：贡献利润", gain])
        }
        Opening::Unclear => "模拟噪声太大，看不出增加编制是否划算".to_owned(),
        Opening::Nowhere => "在任何岗位增加编制都不划算".to_owned(),
        Opening::Unknown => "增加一个编制会带来什么变化".to_owned(),
    },
    one_more_key: ["增加一个编制", "减少一个编制", "置信区间包含零"],

    workload: "各类工作每月的标准工时：需求（轮廓）、投入（实心）与满足率",
    stuck,
    idle: "各角色空闲工时（空闲率）",
    idle_of: |hours, share| format!(" · {hours}（{share}）"),
    nothing_asked: "无需求",
};

fn months(count: usize) -> String {
    format!("{count} 个月")
}

/// "在 77% 的模拟中订单额更高"
fn higher(measure: Measure, often: Often<'_>) -> String {
    match often {
        Often::Never => say(&["没有一次模拟的", noun(measure), "更高"]),
        Often::Always => say(&["在每次模拟中", noun(measure), "都更高"]),
        Often::Share(share) => say(&["在", share, "的模拟中", noun(measure), "更高"]),
    }
}

fn odds(found: &Odds<'_>) -> String {
    let Odds { candidate, baseline, several, measure, .. } = *found;
    let often = higher(measure, found.often);
    let but = match found.mean {
        Mean::Agrees => "",
        Mean::Less => "，但平均值更低",
        Mean::NoMore => "，但平均值并不更高",
    };
    match found.standing {
        Standing::Same => {
            say(&[candidate, "与", baseline, "的", noun(measure), "在每次模拟中都相同"])
        }
        Standing::Candidate if several => {
            say(&[candidate, "是最好的备选方案，与", baseline, "相比", &often])
        }
        Standing::Candidate => say(&[candidate, &often, but]),
        Standing::Baseline if several => {
            say(&["没有方案胜过", baseline, "：最接近的", candidate, &often])
        }
        Standing::Baseline => say(&[baseline, &higher(measure, found.otherwise), but]),
        Standing::Even if several => {
            say(&["没有方案明显领先", baseline, "：最接近的", candidate, &often])
        }
        Standing::Even => say(&["难分高下：", candidate, &often]),
    }
}

fn losses(loss: &Loss<'_>) -> String {
    let suffers = |often| match often {
        Often::Never => "从不亏损".to_owned(),
        Often::Always => "在每次模拟中都亏损".to_owned(),
        Often::Share(share) => say(&["在", share, "的模拟中亏损"]),
    };
    match *loss {
        Loss::One(name, often) => say(&[name, &suffers(often)]),
        Loss::AllAlways(2) => "两个方案在每次模拟中都亏损".to_owned(),
        Loss::AllAlways(_) => "所有方案在每次模拟中都亏损".to_owned(),
        Loss::Both([(a, p), (b, q)]) => {
            say(&["两个方案都可能亏损：", a, "的概率为", p, "，", b, "为", q])
        }
        Loss::Either([(a, p), (b, q)]) => say(&[a, &suffers(p), "，", b, &suffers(q)]),
        Loss::Range([(a, p), (b, q)]) => {
            say(&["亏损概率从", p, "（", a, "）到", q, "（", b, "）不等"])
        }
    }
}

fn course(course: &Course<'_>) -> String {
    match *course {
        Course::Only(name) => say(&[name, "在这一个月领先"]),
        Course::Every(name, pull) => {
            let pull = match pull {
                0 => "",
                1.. => "，且优势扩大",
                _ => "，但优势缩小",
            };
            say(&[name, "月月领先", pull])
        }
        Course::From(name, month) => say(&[name, &format!("从第 {month} 月起领先")]),
        Course::Many(name, many, all) => {
            say(&[name, &format!("在 {all} 个月中有 {many} 个月领先")])
        }
        Course::Alike(candidate, baseline) => {
            say(&["逐月来看，", candidate, "与", baseline, "的中位数大致相当"])
        }
    }
}

fn attains(often: Often<'_>, amount: &str) -> String {
    match often {
        Often::Never => say(&["从未达到", amount]),
        Often::Always => say(&["每次模拟都达到", amount]),
        Often::Share(share) => say(&["达到", amount, "的概率为", share]),
    }
}

fn turn(turn: &Turn<'_>) -> String {
    let share = |often| match often {
        Often::Never => "在每次模拟中都不领先".to_owned(),
        Often::Always => "在每次模拟中都领先".to_owned(),
        Often::Share(share) => say(&["在", share, "的模拟中领先"]),
    };
    match *turn {
        Turn::Same(candidate, baseline) => {
            say(&[candidate, "与", baseline, "逐月的累计订单额都相同"])
        }
        Turn::Open(candidate, count, often) => {
            let end = format!("{}后难分高下：", months(count));
            say(&[&end, candidate, &share(often)])
        }
        Turn::Only(candidate, often) => say(&[candidate, "在这一个月里，", &share(often)]),
        Turn::Never(candidate, count) => {
            say(&[candidate, &format!("在 {count} 个月内从未稳定领先")])
        }
        Turn::Stays(candidate, baseline, count, often) => {
            let within = format!("在 {count} 个月内");
            let overtakes = match often {
                Often::Never => say(&[candidate, &within, "从未实现超越"]),
                Often::Always => say(&["每次模拟中，", candidate, "都", &within, "实现超越"]),
                Often::Share(share) => {
                    say(&["只有", share, "的模拟中，", candidate, &within, "实现超越"])
                }
            };
            say(&[baseline, "保持领先：", &overtakes])
        }
        Turn::From { candidate, month, behind: 0 } => {
            say(&[candidate, &format!("在一半的模拟中最迟从第 {month} 月起稳定领先")])
        }
        Turn::From { candidate, month, behind } => {
            let course = format!("先落后 {behind} 个月，从第 {month} 月起稳定领先（中位数）");
            say(&[candidate, &course])
        }
    }
}

fn carries(
    name: &str,
    amount: &str,
    ahead: bool,
    carriers: &[Moved],
    against: Option<Moved>,
) -> String {
    let words: Vec<&str> = carriers.iter().map(|&carrier| moved(carrier)).collect();
    let despite = against.map_or(String::new(), |part| format!("尽管{}，", moved(part)));
    let still = if against.is_some() { "仍使" } else { "使" };
    let direction = if ahead { "领先" } else { "落后" };
    say(&[&despite, &words.join("、"), still, name, direction, amount])
}

/// A part, and whether it adds.
fn moved((part, more): Moved) -> &'static str {
    match (part, more) {
        (Part::Existing, true) => "存量客户订单增加",
        (Part::Existing, false) => "存量客户订单减少",
        (Part::Traffic, true) => "流量增加",
        (Part::Traffic, false) => "流量减少",
        (Part::Conversion, true) => "转化率提高",
        (Part::Conversion, false) => "转化率下降",
        (Part::Price, true) => "成交单价提高",
        (Part::Price, false) => "成交单价下降",
        (Part::Repurchase, true) => "复购增加",
        (Part::Repurchase, false) => "复购减少",
        (Part::Referral, true) => "推荐增加",
        (Part::Referral, false) => "推荐减少",
        (Part::NewBusiness, true) => "新客户业务增加",
        (Part::NewBusiness, false) => "新客户业务减少",
    }
}

fn stuck(places: &[Place<'_>]) -> String {
    let first = places.first().and_then(|place| place.1);
    let same = places.iter().all(|place| place.1 == first);
    match (places, first) {
        ([], _) => "需求工时与投入工时".to_owned(),
        ([(name, None)], _) => say(&[name, "的各项工作都跟得上"]),
        ([(name, Some(kind))], _) => say(&[name, "卡在", kind]),
        ([_, _], None) if same => "两个方案的各项工作都跟得上".to_owned(),
        ([_, _], Some(kind)) if same => say(&["两个方案都卡在", kind]),
        (_, None) if same => "各方案的工作都跟得上".to_owned(),
        (_, Some(kind)) if same => say(&["各方案都卡在", kind]),
        ([(a, Some(p)), (b, Some(q))], _) => say(&[a, "卡在", p, "，", b, "卡在", q]),
        ([(a, Some(p)), (b, None)] | [(b, None), (a, Some(p))], _) => {
            say(&[a, "卡在", p, "，", b, "跟得上"])
        }
        (many, _) => most(many),
    }
}

/// Where most organisations are stuck.
fn most(places: &[Place<'_>]) -> String {
    let kinds = crate::language::chart::by_number(places);
    let word = |(kind, count): &(&str, usize)| say(&[&format!("{count} 个卡在"), kind]);
    let words: Vec<String> = kinds.iter().take(3).map(word).collect();
    let rest = if kinds.len() > 3 { "，其余卡在别处" } else { "" };
    format!("{} 个方案中，{}{rest}", places.len(), words.join("，"))
}
