//! 为何与预测不同，以及成交值多少。

use super::say;
use crate::language::{Cause, Foresight, Hindsight, Miss};

fn cases(leads: bool) -> &'static str {
    if leads { "线索" } else { "商机" }
}

/// 影响最大的一项。
fn cause(miss: &Miss) -> String {
    let (cases, Miss { happened, foretold, .. }) = (cases(miss.leads), *miss);
    match miss.cause {
        Cause::Arrivals => {
            let came = say(&["实际到来", happened, "条", cases]);
            format!("{came}，{}", say(&["而预测为", foretold, "条"]))
        }
        Cause::ShareOfNew => {
            let won = say(&["新到的", cases, "至今成交", happened]);
            format!("{won}，{}", say(&["而按以往为", foretold]))
        }
        Cause::ShareOfOpen => {
            let won = say(&["当时未结的", cases, "至今成交", happened]);
            format!("{won}，{}", say(&["而按以往为", foretold]))
        }
        Cause::Timing if miss.more => "成交比以往更快".to_owned(),
        Cause::Timing => "成交比以往更慢".to_owned(),
    }
}

pub const HINDSIGHT: Hindsight = Hindsight {
    why: "偏差在哪里，为什么",
    missed: |until, miss| {
        let side = if miss.more { "高于" } else { "低于" };
        let known = say(&["已知截至", until]);
        let band = say(&["合计", side, "80% 区间"]);
        format!("{known}：{band}，主要因为{}。", cause(miss))
    },
    months_off: |until, months| {
        let known = say(&["已知截至", until]);
        format!(
            "{known}：{}；单看超出区间的月份：{}。",
            say(&["合计在", "80%", "区间内"]),
            months.join("、")
        )
    },
    month_off: |month, more, deals| {
        format!("{month}（{}）", say(&[if more { "多" } else { "少" }, deals, "单"]))
    },
    as_foretold: |until| {
        let known = say(&["已知截至", until]);
        format!("{known}：{}。", say(&["各月与合计均在", "80%", "区间内"]))
    },
    why_columns: ["实际", "预测", "成交单数"],
    why_rows: |leads| {
        if leads {
            ["到来的线索", "其中至今成交", "当时未结的至今成交", "成交更快或更慢", "这些月份的成交"]
        } else {
            ["到来的商机", "其中至今成交", "当时未结的至今成交", "成交更快或更慢", "这些月份的成交"]
        }
    },
    why_note: "至今：到记录结束为止；预测针对实际到来的那些。最后一列是各项差异折合这些月份的成交单数，各项相加即合计。",

    bookings: |currency| match currency {
        "" => "每月订单额".to_owned(),
        currency => format!("每月订单额，{currency}"),
    },
    booked: "订单额",
    bookings_verdict: |foresight, model, naive, rival| {
        let off = say(&["平均每月偏差", model]);
        let both = format!("{off}，{}", say(&["较好的简单预测（", rival, "）为", naive]));
        match foresight {
            Foresight::Better => format!("订单额：好于不用模型，{both}。"),
            Foresight::NoBetter => {
                format!("订单额：并不比不用模型更好，{both}，差异可能只是偶然。")
            }
            Foresight::Worse => format!("订单额：不如不用模型，{both}。"),
            Foresight::TooFew => format!("订单额：月份太少，无法判断，{both}。"),
            Foresight::NoDeal => "订单额：没有记录。".to_owned(),
        }
    },
    absolute: "中位数偏差",
    deals_and_bookings: ["成交单数", "订单额"],
    bookings_scores: |currency| match currency {
        "" => "平均每月损失，按订单额（越低越好）".to_owned(),
        currency => format!("{}（越低越好）", say(&["平均每月损失，单位为", currency])),
    },
    panel_deals: |known_until| format!("{known_until}：成交单数"),
    panel_bookings: |known_until, currency| match currency {
        "" => format!("{known_until}：订单额"),
        currency => format!("{known_until}：订单额，{currency}"),
    },
    subtitle_with_bookings: "每月成交单数与订单额：仅凭某月底之前已知的情况所作的预测，与后来的实际",
    one_day: "所有月份都从同一起点预测，共有其误差；--origins 3 能说明更多。",
};
