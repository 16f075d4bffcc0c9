//! Comments of a fitted scenario in Chinese.

use crate::fit::scenario::Words;
use crate::fit::{Assumption, Method, Warning};
use crate::language::fit::{month_of, whole};

/// Which part of the hours a lead and a deal is written.
fn shares(lead: f64, deal: f64) -> String {
    let part = |share: f64, what: &str| {
        (share < 1.0).then(|| format!("每{what}工时按 {:.0}% 写入", 100.0 * share))
    };
    let parts: Vec<String> =
        [part(lead, "条线索"), part(deal, "个商机")].into_iter().flatten().collect();
    parts.join("，")
}

pub const COMMENTS: Words = Words {
    head: |fitted| {
        let cases = if fitted.of_leads { "条线索" } else { "个商机" };
        let mut lines = vec![
            format!(
                "依据 {} 至 {} 到来的 {} {cases}拟合；截至 {} 其中赢单 {} 单。",
                fitted.arrived.0,
                fitted.arrived.1,
                whole(fitted.cases),
                fitted.last,
                whole(fitted.wins)
            ),
            "引号中的范围是 90% 区间。每个数字后面写明估计值、依据的记录数、时间段和方法；\
             标有“公开数据”或“假设”的，记录无法说明，请换成自己的数字。"
                .to_owned(),
        ];
        if fitted.left_out > 0.0 {
            lines.push(format!("更早的 {} {cases}未计入。", whole(fitted.left_out)));
        }
        if fitted.kinds.len() == 2 {
            lines.push(
                "从成交所需时间看有快、慢两类，事先无法区分，因此每个渠道都分到两个细分市场。"
                    .to_owned(),
            );
        }
        lines
    },
    measured: |value, count, period, method| {
        let count = count.map_or_else(String::new, |count| format!("；n = {count}"));
        let period =
            period.map_or_else(String::new, |(first, last)| format!("，{first} 至 {last}"));
        format!("{value}{count}{period}；{method}")
    },
    method: |method| match method {
        Method::MonthlyLevel => "月度数量的水平，已分离增长和波动",
        Method::Rate => "离职人数除以在岗人年",
        Method::ClosingLaw => "成交规律，未结束的按未结束计",
        Method::Pooled => "成交规律，各渠道相互靠拢",
        Method::LogNormal => "对数正态分布",
        Method::Sample => "记录的均值及其误差",
        Method::Lifetimes => "客户流失前的订单规律",
        Method::Counted => "计数",
        Method::OwnersTime => "负责人工时的 35% 至 90%",
        Method::Benchmark(_) | Method::Assumed(_) => "",
    },
    benchmark: |source| match source {
        "" => "假设，范围取宽：记录无法说明，也没有公开调查".to_owned(),
        source => format!("公开数据，记录无法说明：{source}"),
    },
    assumed: |why| {
        let why = match why {
            Assumption::Split => "只记录了从线索到赢单，没有中间的划分",
            Assumption::SizedToLoad => "按期中工时利用率约 85% 配置人数",
            Assumption::Spread => "总人数与记录相同，按工作量分配",
            Assumption::NoAmounts => "没有金额记录：以单数计",
            Assumption::NoCost => "没有成本记录：请填写，或只看订单额",
            Assumption::AlreadyQualified => "记录的都已是商机",
            Assumption::Reference => "其他渠道以此为基准",
            Assumption::Passing => "途中的等待：没有在此丢单的记录",
        };
        format!("假设：{why}")
    },
    warning: |warning| {
        let told = match warning {
            Warning::ArrivalsJump { month, before, after } => format!(
                "{} 起每月数量从 {} 变为 {}。如果情况已变，请用 --from {} 只拟合之后的记录",
                month_of(*month),
                whole(*before),
                whole(*after),
                month_of(*month)
            ),
            Warning::Swings { fewest, most } => format!(
                "每月数量从 {} 到 {}，超出市场的正常波动：记录可能开头不全或结尾不全。增长和波动改用公开数据，水平则以最近几个月为准。可用 --from 和 --until 只取其中一段",
                whole(*fewest),
                whole(*most)
            ),
            Warning::ConversionJump { month, before, after, within } => format!(
                "{} 起的记录有 {:.1}% 在 {within} 天内赢单，之前为 {:.1}%。如果记录方式已变，请用 --from {}",
                month_of(*month),
                100.0 * after,
                100.0 * before,
                month_of(*month)
            ),
            Warning::ArrivalsEnded { last, records } => {
                format!("最后一条在 {last} 到来，而记录持续到 {records}：到来的数量只算到 {last}")
            }
            Warning::SharesVary { compared, low, high } => format!(
                "按时间分为 {compared} 段来看，赢单比例的差异超出偶然：每十段约有一段落在 {:.1}% 至 {:.1}% 之外。各比例的区间已包含这一差异，因为今后的月份也可能有同样的差异",
                100.0 * low,
                100.0 * high
            ),
            Warning::ClosingsBegin { first, cases, missing } => format!(
                "{first} 之前没有任何记录关闭，而在此之前一个月以上创建的 {cases} 条中，按后来的速度约有 {missing:.0} 条会在一个月内关闭：更早关闭的记录似乎缺失，留下的是较慢的。请用 --from {first} 只拟合之后的记录"
            ),
            Warning::ChannelStopped { channel, since } => {
                let channel = match channel.as_str() {
                    "" => "（未注明渠道）".to_owned(),
                    channel => format!("“{channel}”"),
                };
                format!(
                    "渠道{channel}自 {since} 起再无新增，为有记录以来最久：视为已停止，需求只计其余渠道。若只是改了名，请在文件中统一名称"
                )
            }
            Warning::Misfit { off, months } => {
                format!(
                    "到来后 {months:.1} 个月时，拟合与记录的赢单数相差最大，为全部赢单的 {:.0}%",
                    100.0 * off
                )
            }
            Warning::Silent { share } => {
                format!("{:.0}% 的记录一直未关闭，也不会再成交：按未赢单计", 100.0 * share)
            }
            Warning::Merged { fewest, channels } => {
                format!("{channels} 个渠道各不足 {fewest} 条记录，合为一个")
            }
            Warning::RepeatCustomers { wins, customers } => format!(
                "{} 单赢单来自 {} 个客户；方案中每单都算新客户，使用前请核对客户部分的数字",
                whole(*wins),
                whole(*customers)
            ),
            Warning::DealSizes(off) => format!(
                "{:.0}% 的订单低于 {}，而抽取单额的对数正态分布中为 {:.0}%：实际单额的分布形状不同，例如含有几种产品。平均单额和离散程度与记录一致，许多订单合计是准的；单笔订单，以及只有几单的月份，则不准。按产品划分板块会更准",
                100.0 * off.recorded,
                off.size_in_digits(),
                100.0 * off.fitted
            ),
            Warning::NoAmounts => "没有金额：每单计 1".to_owned(),
            Warning::NoOutcome => {
                "没有任何赢单或输单的记录，无从得知转化率和时间；请检查是否缺少文件或列".to_owned()
            }
            Warning::FewWins { wins } => {
                format!("只有 {wins} 单赢单，难以说明转化率和时间：区间很宽")
            }
            Warning::UnknownRoles { roles } => format!(
                "无法识别的岗位：{}。按什么都做的全能销售处理；请在场景中改为实际的工作",
                roles.join("、")
            ),
            Warning::LeadingRoles { roles } => format!(
                "按岗位名称或记录的 0 销售工时，视为只做管理：{}。计成本，不参与销售",
                roles.join("、")
            ),
            Warning::OtherRoles { roles } => {
                format!("按岗位名称不属于销售工作，未计入团队：{}", roles.join("、"))
            }
            Warning::FewPeople { lead, deal } => format!(
                "按假设的单件工时，记录中的人手做不完记录中的业务。既然实际做完了，{}",
                shares(*lead, *deal)
            ),
        };
        format!("注意：{told}。")
    },
    channel: |cases, wins| format!("{cases} 条，至今赢单 {wins}"),
    merged: |channels| format!("{channels} 个记录较少的渠道"),
    seasons: |month| format!("第一个是 {month} 月；已向 1 收缩"),
    seasons_between: |ends| {
        let ends: Vec<String> = ends.iter().map(|(low, high)| format!("{low} 至 {high}")).collect();
        format!("情景把季节性视为已知。各月的 90% 区间：{}。", ends.join("，"))
    },
    no_seasons: "季节性需要 24 个月的记录：此处没有。",
    warm_up: "现有的商机不带入，先让销售管道填满",
    steps: "四分之三的成交至少需要一步",
    correlations: "记录中相互关联的因素：后验相关系数。",
    days: |stages, step, [days, low, high]| {
        let stages = if stages == 1 {
            "一个步长".to_owned()
        } else {
            format!("{stages} 个阶段，每段一个步长")
        };
        format!("平均 {days} 天结案（{low} 至 {high} 天）：{stages}（{step} 天）加上此后的等待。")
    },
    lag: "包括线索达到合格所用的时间。",
    shifts: |fitted, played| {
        format!(
            "拟合的最终赢单比例为 {fitted:.1}%，其中已包含等待跟进时的流失；模拟时还会再扣除一次，因此写入的通过胜算相应调高：\
             由记录中（或假设）的团队模拟，赢单比例为 {played:.1}%。注释中的数字是拟合值。"
        )
    },
    as_recorded: "这不是记录中的团队；各项概率的取值，使记录中的团队在模拟时与记录相符。",
    grown: |share| {
        format!(
            "到计入期开始时需求已有增长，因此写入的到达量 × {share:.3}，使计入期从拟合的水平开始。"
        )
    },
    odds: |told, times| format!("{told}；写入时胜算 × {times:.2}"),
    fewer_hours: |told, share| {
        format!("{told}；取其 {:.0}%：记录中的人手没有更多工时", 100.0 * share)
    },
    less_room: |told, share| format!("{told}；× {share:.2}：记录几乎没有为此留下余地"),
    no_room: "无：记录中几乎全部赢单，等待中没有流失",
    before_warm_up: |told| format!("记录为 {told}；预热期间还会增加，所以此处较少"),
    neglected: "`cared` 为记录的情况；`neglected` 为公开数据或假设",
    no_referrals: "没有记录",
};
