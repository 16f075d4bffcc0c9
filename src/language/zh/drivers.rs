//! What decides.

use super::units::noun;
use super::{say, subject};
use crate::language::{DriverCaution, Drivers, Nothing, Spread, Title, Unit, ValueWords};

pub const DRIVERS: Drivers = Drivers {
    label: subject::label,
    measured: |number, unit, currency| match unit {
        Unit::Share | Unit::Plain => number.into(),
        Unit::Hours => say(&[number, " 小时"]),
        Unit::Months => say(&[number, " 个月"]),
        Unit::Money => (super::units::UNITS.money)(number, currency),
        Unit::Times => format!("× {number}"),
    },
    group: subject::group,

    headline: |decides| {
        let labels = decides.labels.join("、");
        let Spread { name, measure, baseline } = decides.spread;
        let what = match baseline {
            Some(baseline) => say(&["决定", baseline, "与", name, "孰优的，是"]),
            None => say(&["最能左右", name, noun(measure), "的，是"]),
        };
        say(&[&what, &labels, "。"])
    },
    ends: |label, low, high, spread| {
        say(&[
            "按",
            label,
            "从低到高排列，最低一成的模拟中",
            &mean_of(spread),
            "为",
            low,
            "，最高一成中为",
            high,
            "。",
        ])
    },
    values: |label, low, high, spread| {
        let of = |at: &ValueWords<'_>| {
            say(&[
                "为",
                at.value,
                "时（占模拟的 ",
                at.runs,
                "），",
                &mean_of(spread),
                "为",
                at.mean,
            ])
        };
        say(&[label, &of(low), "；", &of(high), "。"])
    },
    chance: |share, spread| {
        let what = match spread.baseline {
            Some(_) => format!("{}之差", noun(spread.measure)),
            None => noun(spread.measure).to_owned(),
        };
        let Some(share) = share else {
            return say(&[&what, "的波动纯属运气，谁也无法事先查明。"]);
        };
        say(&[&what, "的波动中有", share, "纯属运气，谁也无法事先查明；其余部分原则上可以查明。"])
    },
    nothing: |nothing, spread| match nothing {
        Nothing::NoUnknown => "所有数值都已确知，结果只取决于运气；拿不准的数值请写成区间。".into(),
        Nothing::OneRun => "只模拟了一次，看不出由什么决定；请用 --runs 增加模拟次数。".into(),
        Nothing::NoSpread => match spread.baseline {
            Some(_) => "每次模拟的差距都相同，没有什么能左右它。".into(),
            None => "每次模拟的结果都相同，没有什么能左右它。".into(),
        },
        Nothing::AllNoise => {
            "没有哪个不确定因素能与噪声区分开：起决定作用的是运气，或者模拟次数太少，看不出来。"
                .into()
        }
    },

    table: |spread| match spread.baseline {
        Some(baseline) => {
            let pair = say(&[spread.name, "减", baseline]);
            format!("什么在左右差距：{}（{pair}）", mean_of(spread))
        }
        None => say(&["什么在左右结果：", spread.name, "的", &mean_of(spread)]),
    },
    range: "P10 至 P90",
    lowest: "最低一成",
    highest: "最高一成",
    share: "方差占比",
    total: "总占比",
    reading: |total| {
        let total = if total {
            "“总占比”还计入该因素与其他因素的共同作用，因此各项之和可以超过 100%。"
        } else {
            ""
        };
        format!(
            "“最低一成”“最高一成”：该因素取值最低、最高的一成模拟中的均值，其余因素照常变动。\
             “方差占比”：该因素单独解释的方差比例。{total}"
        )
    },
    further: |count, share| format!("另有 {count} 个因素高于噪声，合计占 {share}。"),
    noise: |count, share, all| {
        if all {
            format!("{count} 个不确定因素都无法与噪声区分（检验的错误发现率为 5%）。")
        } else {
            let share = match share {
                Some(share) => format!("合计占 {share}"),
                None => "合计几乎不起作用".into(),
            };
            format!("其余 {count} 个因素无法与噪声区分（检验的错误发现率为 5%），{share}。")
        }
    },
    total_runs: |runs, short| match short {
        None => format!("为求总占比，每个方案另外模拟了 {runs} 次。"),
        Some(precision) => format!(
            "为求总占比，每个方案另外模拟了 {runs} 次，但仍不足以使所有占比都精确到 ±{precision}。"
        ),
    },
    paths: "各因素的路径，可用于 --set",

    worth: |measure| format!("先查明什么：查明各因素的价值，以{}衡量", noun(measure)),
    worth_columns: ["价值上限", "95% 置信区间"],
    find_first: |labels| format!("应当先查明：{}。", labels.join("、")),
    nothing_pays: "单独查明任何一个因素都几乎没有价值：选择不会因此改变。",
    perfect: "查明一切，包括运气",
    worth_note: |best, measure, bias| {
        say(&[
            "若不再了解更多，应选",
            best,
            "。事先查明某个因素，只有当选择因此改变时才有收益；其价值就是这种收益的平均值，以计入期间的",
            noun(measure),
            "计，为查明它所花的钱不应超过此数。由运气决定的部分无法查明。仅由噪声造成的虚高（最多",
            bias,
            "）已经扣除。",
        ])
    },

    caution: |caution| {
        match caution {
        DriverCaution::Correlated(labels, total) => format!(
            "以下因素彼此相关：{}；其中一个的占比包含与它一同变动的其他因素的作用，因此各占比相互重叠{}",
            labels.join("、"),
            if *total { "；它们的总占比是合在一起的" } else { "" }
        ),
        DriverCaution::FewRuns(runs) => {
            format!(
                "{runs} 次模拟对这项分析偏少；模拟 1,000 次以上，才不至于有太多因素淹没在噪声中"
            )
        }
        DriverCaution::Interplay(share, total) => format!(
            "各因素单独解释的部分只占可查明部分的 {share}，大部分来自若干因素的共同作用；{}可以看出是哪些",
            if *total { "由总占比" } else { "用 --total " }
        ),
        DriverCaution::WorthMore => {
            "全部因素一并查明的价值可能高于所示，但不会超过查明一切的价值：可查明的部分多来自若干因素的共同作用，\
             这些模拟还看不清"
                .into()
        }
    }
    },

    title: |title| match *title {
        Title::Decides(label) => format!("决定孰优的首先是{}", apart(label)),
        Title::MayDecide(label) => say(&["最能左右差距的是", label, "，或可改变胜负"]),
        Title::MovesGap(label) => say(&["最能左右差距的是", label, "，但不足以改变胜负"]),
        Title::Moves(label, by) => say(&["最能左右结果的是", label, "，幅度为", by]),
        Title::Worth(label, amount) => say(&["应当先查明", label, "，价值最多", amount]),
        Title::WorthLittle => "单独查明任何一个因素都几乎没有价值".into(),
        Title::Turns(label, value) => say(&["胜负的分界：", label, "约为", value]),
        Title::Stays(name) => say(&["在各因素的整个范围内，", name, "都保持领先"]),
        Title::Courses(label, others) => {
            say(&["结果如何随", label, if others { "等因素变化" } else { "变化" }])
        }
        Title::Nothing(Nothing::NoUnknown) => "没有不确定因素，结果只取决于运气".into(),
        Title::Nothing(Nothing::OneRun) => "只模拟了一次，看不出由什么决定".into(),
        Title::Nothing(Nothing::NoSpread) => "每次模拟的结果都相同，没有什么能左右它".into(),
        Title::Nothing(Nothing::AllNoise) => "没有哪个不确定因素高于噪声".into(),
    },
    tornado: |spread| {
        format!("各因素取值最低与最高的一成模拟中的{}，其余因素照常变动", mean_of(spread))
    },
    tornado_key: ["取值低时", "取值高时", "95% 置信区间"],
    worth_question: |measure| {
        format!("事先查明它，平均能多得多少{}：为查明它而花费的上限", noun(measure))
    },
    at_least: |worth| say(&["至少 ", worth]),
    worth_one: "单个因素",
    worth_several: "若干因素一并查明",
    worth_all: "连同谁也无法预知的运气",
    curve: |spread| format!("四个最强因素各分十段时的{}，以及八成模拟所在的范围", mean_of(spread)),
    curve_key: ["均值及其 95% 置信区间", "八成的模拟", "八成把握的取值范围"],
    turns_at: |value| say(&["胜负分界：", value]),
    ahead: |name, left| {
        if left { say(&["← ", name, "领先"]) } else { say(&[name, "领先", " →"]) }
    },
    mean: "均值",
    axis: |spread| match spread.baseline {
        Some(baseline) => {
            let pair = say(&[spread.name, "减", baseline]);
            format!("{}：{pair}", noun(spread.measure))
        }
        None => noun(spread.measure).to_owned(),
    },
    worth_axis: |measure| format!("查明的价值，以{}计", noun(measure)),
};

/// A label behind Chinese words.
fn apart(label: &str) -> String {
    if label.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        format!(" {label}")
    } else {
        label.to_owned()
    }
}

fn mean_of(spread: &Spread<'_>) -> String {
    match spread.baseline {
        Some(_) => format!("{}之差的均值", noun(spread.measure)),
        None => format!("{}均值", noun(spread.measure)),
    }
}
