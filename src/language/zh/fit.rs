//! 拟合与回测。

use super::say;
use crate::language::{Fit, Foresight};

fn cases(leads: bool) -> &'static str {
    if leads { "线索" } else { "商机" }
}

pub const FIT: Fit = Fit {
    footer: |version, leads, number, first, last| {
        let fitted = say(&["依据", number, "条", cases(leads), "拟合"]);
        format!("orgodds {version} · {fitted} · {}", say(&[first, "至", last]))
    },
    recorded: "实际记录",
    fitted: "拟合",
    median: "拟合中位数",
    band_80: "拟合：80% 的模拟",
    deals_a_month: "每月成交单数",
    deals: "成交单数",
    all_channels: "全部渠道",
    channel: |name| if name.is_empty() { "（未填渠道）" } else { name },

    recorded_title: |held, of| match of - held {
        0 => say(&["全部", &of.to_string(), "个月的成交都落在拟合的 80% 区间内"]),
        _ => say(&[
            &of.to_string(),
            "个月中有",
            &held.to_string(),
            "个月的成交落在拟合的 80% 区间内",
        ]),
    },
    recorded_subtitle: |leads| {
        format!("拟合结果能否还原它所依据的记录？按实际到来的{}计算的每月成交", cases(leads))
    },

    arrivals_title: |leads, middle, low, high| {
        let cases = cases(leads);
        let range = say(&["90% 区间：", low, "至", high]);
        format!("{}（{range}）", say(&["预计每月约", middle, "条", cases]))
    },
    arrivals_subtitle: |leads, seasons| {
        let seasons = if seasons { "（含季节性）" } else { "" };
        format!("{}来了多少，来自哪里？逐月记录，以及对未来六个月的预计{seasons}", cases(leads))
    },
    month_whole: "有记录的月份",
    month_part: "记录不完整，或未用于拟合",
    expected: "预计每月（中位数）",
    expected_band: "均值的 90% 区间",
    expected_a_month: |middle, low, high| {
        format!("{}（{}）", say(&["预计每月", middle]), say(&[low, "至", high]))
    },

    conversion_title: |leads, months, recorded, fitted| {
        let fitted =
            if recorded == fitted { "，拟合一致".to_owned() } else { say(&["，拟合为", fitted]) };
        let won = say(&[cases(leads), "满", months, "个月时，成交比例为", recorded]);
        format!("{won}{fitted}")
    },
    conversion_subtitle: |leads| {
        format!("各年龄的成交比例。未结的{}只计入已达到的年龄：未结不等于丢单", cases(leads))
    },
    doubt_90: "实际记录的 90% 区间",
    won_of: |won, cases| say(&[cases, "条中成交", won, "条"]),
    age: "年龄（月）",

    deals_title: |mean, low, high, spread| {
        let range = say(&["90% 区间：", low, "至", high]);
        let spread = say(&["变异系数", spread]);
        format!("{}（{range}），{spread}", say(&["平均每单", mean]))
    },
    deals_subtitle: "模拟从对数正态分布中抽取单额：它与实际单额吻合吗？",
    deal_size: "单额",
    mean: |amount| say(&["拟合均值", amount]),

    backtest_title: |foresight| {
        match foresight {
            Foresight::Better => "模型对这些月份的预测好于不用模型",
            Foresight::NoBetter => "模型对这些月份的预测并不比不用模型更好",
            Foresight::Worse => "模型对这些月份的预测不如不用模型",
            Foresight::TooFew => "月份太少，无法判断模型能否预测",
        }
        .to_owned()
    },
    backtest_subtitle: "每月成交单数：仅凭某月底之前已知的情况所作的预测，与后来的实际",
    backtest_footer: |version, runs, seed| {
        let runs = say(&["每个起点", runs, "次模拟"]);
        format!("orgodds {version} · {runs} · {}", say(&["种子", &seed.to_string()]))
    },
    happened: "实际",
    bands: ["50% 的模拟", "80%", "90%"],
    last_month: "照搬上月",
    same_share: "成交比例不变",
    known_until: |month| say(&["已知截至", month]),
    known_then: |cases, won, open| {
        say(&[cases, "条，成交", won, "条，未结", open, "条"])
    },
};
