//! 拟合与回测。

use super::say;
use crate::language::{BacktestTable, Fit, FitReport, FitTable, Foresight, InShort, Pace, Ranged};

fn cases(leads: bool) -> &'static str {
    if leads { "线索" } else { "商机" }
}

/// With the word for one of them: 条线索, 个商机.
fn counted(leads: bool) -> &'static str {
    if leads { "条线索" } else { "个商机" }
}

/// A figure, its unit and its interval.
fn ranged(Ranged([low, middle, high]): &Ranged, unit: &str) -> String {
    let middle = say(&[middle, unit]);
    if low == high { middle } else { format!("{middle}（{}）", say(&[low, "至", high])) }
}

/// What a reader of a fit looks for first.
fn short(told: &InShort) -> String {
    let since =
        if told.qualified { "，从合格到成交平均" } else { "，从到来到成交平均" };
    let arrivals = say(&["每月约", &ranged(&told.arrivals, counted(told.leads))]);
    let won = told.won.as_ref().map(|won| say(&["，最终成交", &ranged(won, "")]));
    let days = told.days.as_ref().map(|days| say(&[since, &ranged(days, "天")]));
    let deal = told.deal.as_ref().map(|deal| say(&["；平均每单", &ranged(deal, "")]));
    [Some(arrivals), won, days, deal].into_iter().flatten().collect::<String>() + "。"
}

pub const FIT: Fit = Fit {
    footer: |version, leads, number, [first, last], later| {
        let fitted = say(&["依据", number, counted(leads), "拟合"]);
        let later = later.map_or_else(String::new, |day| say(&["，结果截至", day]));
        format!("orgodds {version} · {fitted} · {}{later}", say(&[first, "至", last]))
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
            "个月的成交落在拟合的 80% 区间内，应有约",
            &format!("{:.0}", 0.8 * of as f64),
            "个月",
        ]),
    },
    recorded_subtitle: |leads| {
        format!("每月成交，按实际到来的{}计算：拟合能否还原它所依据的记录？", cases(leads))
    },

    arrivals_title: |leads, middle, low, high| {
        let range = say(&["90% 区间：", low, "至", high]);
        format!("{}（{range}）", say(&["预计每月约", middle, counted(leads)]))
    },
    arrivals_subtitle: |leads, seasons| {
        let seasons = if seasons { "（含季节性）" } else { "" };
        format!("{}来了多少，来自哪里？逐月记录，以及对未来六个月的预计{seasons}", cases(leads))
    },
    channels_shown: |shown, of| {
        say(&["。共", &of.to_string(), "个渠道，此处为最大的", &shown.to_string(), "个"])
    },
    month_whole: "有记录的月份",
    month_part: "记录不完整，或未用于拟合",
    expected: "预计每月（中位数）",
    expected_band: "均值的 90% 区间",
    expected_a_month: |middle, low, high| {
        format!("{}（{}）", say(&["预计每月", middle]), say(&[low, "至", high]))
    },

    conversion_title: |leads, months, recorded, fitted| {
        let fitted = if recorded == fitted {
            "，拟合一致".to_owned()
        } else {
            say(&["，拟合为", fitted])
        };
        let won = say(&[cases(leads), "到来后", months, "个月内成交", recorded]);
        format!("{won}{fitted}")
    },
    conversion_subtitle: |leads| {
        format!("到来后各时间的成交比例。未结的{}只计到目前的时长：未结不等于丢单", cases(leads))
    },
    cohorts_title: |held, of| match of - held {
        0 => say(&["同一规律符合全部", &of.to_string(), "个季度"]),
        _ if held == 0 => say(&[&of.to_string(), "个季度中，没有一个符合同一规律"]),
        _ => say(&[&of.to_string(), "个季度中，有", &held.to_string(), "个符合同一规律"]),
    },
    cohorts_subtitle: |leads| {
        format!("按{}到来的季度，看到来后各时间的成交比例：情况有没有变化？", cases(leads))
    },
    doubt_90: "实际记录的 90% 区间",
    young: "实际记录（多数尚未满此时长）",
    won_of: |won, cases| format!("{}，{}", say(&["共", cases]), say(&["成交", won])),
    age: "到来后的月数",

    deals_title: |mean, low, high, spread| {
        let range = say(&["90% 区间：", low, "至", high]);
        let spread = say(&["变异系数", spread]);
        format!("{}（{range}），{spread}", say(&["平均每单", mean]))
    },
    deals_misfit: |size, recorded, fitted| {
        let below = say(&[recorded, "的订单低于", size, "，分布中为", fitted]);
        format!("抽取单额的对数正态分布形状不同：{below}。许多订单合计是准的，单笔则不准")
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
            Foresight::NoDeal => "记录中没有成交，无从比较",
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
        [say(&["共", cases]), say(&["成交", won]), say(&["未结", open])].join("，")
    },

    table: FitTable {
        head: |leads, number, first, last, won, by| {
            let came = say(&["依据", first, "至", last, "到来的", number, counted(leads), "拟合"]);
            format!("{came}；{}。", say(&["截至", by, "其中成交", won, "单"]))
        },
        columns: ["", "方法", "数值", "90% 区间", "n"],
        period: "期间",
        found_by: |methods| format!("方法：{}。", methods.join("；")),
        more_channels: |count| say(&["  另有", &count.to_string(), "个渠道：见报告"]),
        team: "按工作量配置的团队",
        arrivals: |leads| if leads { "每月线索" } else { "每月商机" },
        qualified: "转为商机的线索",
        ever_won: |leads| if leads { "最终成交的线索" } else { "最终成交的商机" },
        time: "成交周期",
        deals: "单额",
        market: "需求",
        customers: "客户",
        people: "人员",
        share_of: |pace| match pace {
            Pace::All => "占比",
            Pace::Prompt => "快单，占全部",
            Pace::Late => "慢单，占全部",
        },
        pass_of: |pace| match pace {
            Pace::All => "商机赢单率",
            Pace::Prompt => "快单，商机赢单率",
            Pace::Late => "慢单，商机赢单率",
        },
        days_of: |pace| match pace {
            Pace::All => "平均结案天数",
            Pace::Prompt => "快单，平均结案天数",
            Pace::Late => "慢单，平均结案天数",
        },
        days_to_win: |qualified| {
            if qualified {
                "从合格到成交的平均天数"
            } else {
                "从到来到成交的平均天数"
            }
        },
        days_to_qualify: "达到合格的平均天数",
        price: "平均单额",
        spread: "离散度（标准差与均值之比）",
        drift: "需求年增长",
        volatility: "需求年波动（标准差）",
        persistence: "波动延续到下月的部分",
        active: "期末活跃客户",
        churn: "客户一年内流失",
        orders: "每客户每年复购次数",
        order_value: "复购单额与首单之比",
        headcount: |role| format!("{role}，席位"),
        attrition: |role| format!("{role}，一年内离职"),
        hours: |role| format!("{role}，每月工时"),
        annual_cost: |role| format!("{role}，每年成本"),
        untold: "记录无法说明的部分",
        untold_list: |items| {
            format!(
                "以下取自公开数据或假设，方案文件中已注明：{}。请换成自己的数字，从范围最宽的开始。",
                items.join("、")
            )
        },
        always_untold: [
            "每条线索和每个商机所需工时",
            "交接时的损失",
            "专做一种工作的增益",
            "招聘与上手时间",
            "毛利率与佣金",
            "疏于维护客户的代价",
        ],
        oddities: "文件中的异常及处理",
        no_oddities: "文件中未发现异常。",
        read: "文件",
        taken: "列",
        wrote: |files, report| match report {
            Some(report) => format!("已写入 {}；报告见 {report}", files.join(" 和 ")),
            None => format!("已写入 {}", files.join(" 和 ")),
        },
        next: |commands| format!("下一步：{}", commands.join("\n        ")),
    },
    report: FitReport {
        title: |leads| {
            if leads {
                "线索记录说明了什么，没有说明什么"
            } else {
                "商机记录说明了什么，没有说明什么"
            }
        },
        made_from: |version, files| format!("orgodds {version} · {}", files.join("，")),
        short,
        brackets: "括号内为 90% 区间。",
        found: "要点",
        holds: "拟合能否还原记录？",
        figures: "全部数字",
        cannot: "记录无法说明的部分",
        files: "文件是怎样读取的",
        next: "下一步",
        intervals: "每个数字都附有 90% 区间：记录只能说明到这个程度，记录越少，区间越宽。n 是所依据的记录数，\
                    期间是这些记录的起止日期。渠道的记录越少，越向其他渠道靠拢；不足 30 条的渠道合为一个。",
        law: "未结不等于丢单：新的记录还没有足够的时间。最终成交的比例来自这样一条规律：一部分在一段时间后成交，\
              其余永不成交；图中可以看到它在哪里不符。",
        next_text: "查看取自公开数据或假设的数字，换成自己的，然后运行：",
        split_text: "要与分工的团队比较，请加上 `--split` 和第二个方案文件名，再拟合一次：两个团队都会按工作量配置，\
                     并给出比较它们的命令。",
    },
    backtest: BacktestTable {
        verdict: |foresight, months, model, naive, rival| {
            let off = say(&[&months.to_string(), "个月中，平均每月偏差", model, "单"]);
            let both = format!("{off}；{}", say(&["较好的简单预测（", rival, "）为", naive, "单"]));
            match foresight {
                Foresight::Better => format!("好于不用模型：{both}。"),
                Foresight::NoBetter => format!("并不比不用模型更好：{both}，差异可能只是偶然。"),
                Foresight::Worse => format!("不如不用模型：{both}。"),
                Foresight::NoDeal => "记录中没有成交，无从比较。".to_owned(),
                Foresight::TooFew => format!("月份太少，无法判断：{both}。"),
            }
        },
        gain: |gain, error| match error {
            Some(error) => {
                format!("相比之下的改进：{}。", say(&["每月", &format!("{gain} ± {error}"), "单"]))
            }
            None => format!("相比之下的改进：{}。", say(&["每月", gain, "单"])),
        },
        months: "每月成交单数",
        columns: ["实际", "预测", "80%", "90%", "照搬上月", "比例不变"],
        all_months: "合计",
        scores: "平均每月损失，单位为单（越低越好）",
        score_columns: ["概率评分", "分位损失"],
        model: "模型",
        coverage: "区间命中的次数",
        coverage_columns: ["命中", "应命中"],
        band: |percent| say(&[&format!("{percent}%"), "的模拟"]),
        held: |held, of| say(&[&of.to_string(), "次中", &held.to_string(), "次"]),
        how: |runs, seed| {
            format!(
                "{}，{}。只用当时已知的情况拟合；未结的与新到的均按拟合的需求与成交规律模拟。\
                 概率评分衡量整个预测的偏差；简单预测只是一个数、没有区间，其评分就是与实际的距离。\
                 从多个起点预测的同一月份在改进的误差中只计一次；判为更好时，中位数也须更接近实际。",
                say(&["每个起点", runs, "次模拟"]),
                say(&["种子", &seed.to_string()])
            )
        },
        shorter: |month| say(&["记录只完整到", month, "，因此预测的月份少于所要求的"]),
    },
};
