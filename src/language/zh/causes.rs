//! What makes a gap.

use super::say;
use super::units::noun;
use crate::language::{Causes, Left, Measure, Unskilled};

pub const CAUSES: Causes = Causes {
    labels: [
        "公司本身",
        "分工、次序与编制",
        "专业能力：速度、成功率与价格",
        "工作之间的切换",
        "工作交接",
        "上手时间",
        "离职与招聘",
        "薪酬",
    ],
    section: |baseline, candidate| say(&["差距由什么造成：从", baseline, "到", candidate]),
    columns: |measure| match measure {
        Measure::Bookings => ["对订单额的影响", "95%"],
        Measure::Contribution => ["对贡献利润的影响", "95%"],
    },
    together: "合计",
    unskilled: |one| {
        let Unskilled { baseline, candidate, measure, amount, interval, worse, left } = *one;
        let noun = noun(measure);
        let outcome = match left {
            Left::StillMore if !worse => say(&[candidate, "的", noun, "仍会比后者多 ", amount]),
            Left::More | Left::StillMore => say(&[candidate, "的", noun, "会比后者多 ", amount]),
            Left::Less => say(&[candidate, "的", noun, "会比后者少 ", amount]),
            Left::Unclear => say(&["这些模拟分不出谁的", noun, "更高：", amount]),
        };
        let opening = if worse {
            say(&["假如", candidate, "的人与", baseline, "的人同样擅长手头的工作，"])
        } else {
            say(&["假如", candidate, "的人并不比", baseline, "的人更擅长手头的工作，"])
        };
        say(&[&opening, &outcome, &format!("（95%：{interval}）。")])
    },
    no_skill: |candidate, baseline| {
        say(&[candidate, "的人并不比", baseline, "的人更擅长手头的工作：差距与专业能力无关。"])
    },
    alike: |candidate, baseline| say(&[candidate, "与", baseline, "在模拟所及之处没有任何差别。"]),
    same: |labels| format!("没有差别的：{}。", labels.join("；")),
    idle: |labels| format!("有差别、但不影响订单额的：{}。", labels.join("；")),
    company: |candidate, paths, further| {
        let further =
            if further > 0 { format!(" 等，另有 {further} 处") } else { String::new() };
        say(&[
            "两家公司本身也有差别，见 ",
            &paths.join("、"),
            &further,
            "。公司最先换，其余各项都以",
            candidate,
            "的公司为准。",
        ])
    },
    method: |baseline, candidate, worlds, runs| {
        let worlds = match worlds {
            0 => "无需模拟介于两者之间的组织。".to_owned(),
            worlds => format!("为此模拟了 {worlds} 种介于两者之间的组织，每种 {runs} 次。"),
        };
        say(&[
            "各类差别在同样的运气下，从",
            baseline,
            "逐一换成",
            candidate,
            "。分工最先换，其影响是在其他一切仍如",
            baseline,
            "时算出的；其余各项按所有先后顺序换，取其平均，因此几项共同造成的影响由它们分摊。",
            &worlds,
        ])
    },

    title: |one| {
        let Unskilled { candidate, measure, amount, worse, left, .. } = *one;
        let (opening, noun) = ("人员能力相同时，", noun(measure));
        match left {
            Left::StillMore if !worse => {
                say(&[opening, candidate, "的", noun, "仍会多出 ", amount])
            }
            Left::More | Left::StillMore => {
                say(&[opening, candidate, "的", noun, "会多出 ", amount])
            }
            Left::Less => say(&[opening, candidate, "的", noun, "会少 ", amount]),
            Left::Unclear => say(&[opening, "分不出谁的", noun, "更高"]),
        }
    },
    moves_most: |label, amount| say(&["影响最大的一项（", amount, "）是", label]),
    nothing_clear: "没有哪一项明显超出模拟误差",
    question: |measure, baseline, candidate, months| {
        say(&[
            "差距由什么造成？",
            candidate,
            "减",
            baseline,
            "，",
            &months.to_string(),
            " 个月的平均",
            noun(measure),
            "，逐项分解",
        ])
    },
    gap: "差距",
    equally_good: "人员能力相同时的差距",
    axis: |measure| format!("对平均{}的影响", noun(measure)),
    key: "横线：95% 置信区间",
    key_unsure: "横线：95% 置信区间；斜线：区间包含零",
};
