//! 变动的数字，以及领先何时易手。

use super::say;
use super::units::noun;
use crate::language::{Bound, Frontier, Hands, Often, Places, Stays, Sweep, Turned};

pub const SWEEP: Sweep = Sweep {
    size: "公司规模",
    times: |value| say(&["当前的", value, "倍"]),
    hands,
    sentence: |finding| format!("{finding}。"),
    even_odds_at: |places| say(&["在", &list(places), "时胜负各半。"]),
    even_on_average: |places| say(&["平均而言，双方在", &list(places), "时持平。"]),
    zero_unknown: |values| {
        say(&["模拟无法判定平均差距是否会为零：在", &values.join("、"), "时，差距在误差范围之内。"])
    },
    no_difference: "无论取何值，双方都没有差距。",
    whole_numbers: |what| say(&[what, "只能取整数，所给的取值已取整。"]),
    never_even: |at, gap| say(&["平均差距始终不为零：在", at, "时最接近，为", gap, "。"]),
    with_interval: |value, interval| say(&[value, "（95% 区间：", interval, "）"]),
    below: |high| say(&["不高于", high]),
    above: |low| say(&["不低于", low]),
    any: "范围内任意值",
    title: |varied| say(&["差距随", &varied.join("与"), "的变化"]),
    columns: ["平均差距", "P10", "P90", "领先概率"],
    seats: |baseline, candidate| say(&[baseline, "｜", candidate, "人"]),
    chance_of: |candidate, measure| say(&[candidate, noun(measure), "更高的概率"]),
    across: |across, down| say(&["横向：", across, "；纵向：", down]),
    thinned: "此处只列出部分取值，全部见 `--json` 和 `--csv`。",
    map: |candidate, measure, often, unsure| {
        let part = match often {
            Often::Always => "在整个图上".to_owned(),
            Often::Never => "在图上任何一处都未能".to_owned(),
            Often::Share(share) => say(&["在图上", share, "的范围内"]),
        };
        let unsure =
            unsure.map_or(String::new(), |share| say(&["；另有", share, "的范围模拟无法判定"]));
        let mostly =
            if matches!(often, Often::Never) { "在多数模拟中" } else { "，多数模拟中" };
        say(&[candidate, &part, mostly, noun(measure), "更高", &unsure])
    },
    map_unknown: "在整个图上，模拟都无法判定谁领先",
    map_same: "在整个图上，双方结果都相同",
    frontier: |frontier| {
        let Frontier { name, measure, what, above, values, by } = frontier;
        let side = if *above { "高于" } else { "低于" };
        let lead = say(&["多数模拟中", name, "的", noun(*measure), "更高"]);
        say(&[what, side, values, "（视", by, "而定）时，", &lead])
    },
    rounded: |size, candidate, baseline, share, more| {
        let more = if more { "高" } else { "低" };
        say(&[
            "人数取整的影响在",
            size,
            "时最大：与",
            baseline,
            "相比，",
            candidate,
            "的人员成本比按比例计算",
            more,
            share,
        ])
    },
    whole_seats: "编制按整数取整，原有人的角色至少保留 1 人。",
    as_they_are: "不作变动，按文件所述：",
    cost: |runs| say(&["变动取值另用了", runs, "次模拟。"]),

    turns_title: "什么会改变结论",
    turned: |turned| {
        let Turned { name, other, label, above, value, interval, said } = turned;
        let lead = match other {
            Some(other) => say(&[name, "平均领先", other]),
            None => say(&[name, "平均领先"]),
        };
        let side = if *above { "高于" } else { "低于" };
        say(&[
            "若",
            label,
            side,
            value,
            "，",
            &lead,
            "（95% 区间：",
            interval,
            "；您的估计：",
            said,
            "）。",
        ])
    },
    no_turn: "已检验的未知数，在各自的可能范围内都不会改变结论。",
    none_held: "没有检验任何未知数：可检验的未知数，其影响都无法与噪声区分。",
    none_uncertain: "没有不确定的数字，因此没有未知数会改变结论。",
    whose: |label, scenario| say(&[scenario, "的“", label, "”"]),
    stays: |stays| {
        let Stays { name, other, label, said, gaps: [low, high] } = stays;
        let lead = match other {
            Some(other) => say(&[name, "平均始终领先", other]),
            None => say(&[name, "平均始终领先"]),
        };
        say(&[
            "无论",
            label,
            "取何值，",
            &lead,
            "：在",
            said,
            "之间，平均差距由",
            low,
            "变为",
            high,
            "。",
        ])
    },
    turns_counted: |counted| {
        let listed = |parts: [(&str, Option<&str>); 3]| {
            let told =
                parts.into_iter().filter_map(|(text, count)| Some(say(&[text, count?, "个"])));
            told.collect::<Vec<String>>().join("，")
        };
        let held = counted.held.map(|held| {
            let what = listed([
                ("会改变结论的", counted.turning),
                ("不会改变的", counted.steady),
                ("无法判定的", counted.unclear),
            ]);
            let runs = counted.runs;
            say(&[
                "其中",
                held,
                "个固定在范围内的不同取值，另用",
                runs,
                "次模拟检验：",
                &what,
                "。",
            ])
        });
        let others = listed([
            ("无法与噪声区分的", counted.noise),
            ("影响较弱的", counted.left),
            ("只取几个固定值的", counted.fixed),
        ]);
        let others = (!others.is_empty()).then(|| say(&["未作检验：", &others, "。"]));
        let [held, others] = [held, others].map(Option::unwrap_or_default);
        say(&["未知数共", counted.uncertain, "个。", &held, &others])
    },

    curve: |candidate, baseline, measure, what| {
        say(&[candidate, "与", baseline, "的", noun(measure), "之差，随", what, "变化"])
    },
    over: |candidate, measure, first, second| {
        say(&[candidate, noun(measure), "更高的概率，按", first, "与", second])
    },
    named: |label| format!("“{label}”"),
    mean: "均值",
    today_is: |today, value, range| {
        let range = range.map_or(String::new(), |range| say(&["（90% 区间：", range, "）"]));
        say(&[today, "：", value, &range])
    },
    today: "当前",
    today_in: |name| say(&["当前，", name]),
    better: |candidate| say(&[candidate, "更优的概率"]),
    even_odds: "胜负各半",
    uncertain: "模拟无法判定谁领先",
    band: "P10 至 P90",
};

fn hands(hands: &Hands<'_>) -> String {
    match *hands {
        Hands::Once { name, other, measure, what, bound } => {
            let side = side(bound);
            let lead = say(&["多数模拟中", name, "的", noun(measure), "更高"]);
            say(&[what, &side, "时，", &lead, "；否则", other, "更高"])
        }
        Hands::OneSide { name, measure, what, bound } => {
            let lead = say(&["多数模拟中", name, "的", noun(measure), "更高"]);
            say(&[what, &side(bound), "时，", &lead, "；否则模拟无法判定谁领先"])
        }
        Hands::Unknown(what) => say(&["无论", what, "取何值，模拟都无法判定谁领先"]),
        Hands::Several { name, measure, what, beyond, places, is_sure } => {
            let lead = say(&["多数模拟中", name, "的", noun(measure), "更高"]);
            let doubt = if is_sure { "" } else { "（模拟尚不能确定）" };
            let rounding = if places.times { "因人数取整而" } else { "" };
            let before = match places.values.len() {
                1..=3 => say(&["在", &list(&places), "处", rounding, "易手"]),
                many => say(&[rounding, "易手", &many.to_string(), "次"]),
            };
            say(&[what, &side(beyond), "时，", &lead, doubt, "；在此之下，领先", &before])
        }
        Hands::Always { name, measure, what, low, high, nearest } => {
            let nearest = nearest.map_or(String::new(), |(at, share)| {
                say(&["；在", at, "时最接近持平，领先概率为", share])
            });
            let range = say(&["无论", what, "在", low, "至", high, "之间取何值，"]);
            say(&[&range, "多数模拟中", name, "的", noun(measure), "都更高", &nearest])
        }
        Hands::Mostly { name, measure, what, unsure } => {
            let lead = say(&["多数模拟中", name, "的", noun(measure), "更高"]);
            let doubt = say(&["；但在", &unsure.join("、"), "时，模拟无法判定谁领先"]);
            say(&["无论", what, "取何值，", &lead, &doubt])
        }
        Hands::Same(what) => say(&["无论", what, "取何值，双方结果都相同"]),
    }
}

fn side(bound: Bound<'_>) -> String {
    match bound {
        Bound::Above(value) => say(&["高于", value]),
        Bound::Below(value) => say(&["低于", value]),
        Bound::AtLeast(value) => say(&["不少于", value]),
        Bound::AtMost(value) => say(&["不多于", value]),
    }
}

fn list(places: &Places<'_>) -> String {
    let all = places.values.join("、");
    if places.times { (SWEEP.times)(&all) } else { all }
}
