//! 万, 亿, 万亿, the names of currencies, and what is measured in them.

use super::say;
use crate::language::{Measure, Often, Units};

pub const UNITS: Units = Units {
    ladder: &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
    decimals: 2,
    percent: "%",
    range: |low, high| say(&[low, "至", high]),
    under: |share| say(&["不足", share]),
    over: |share| say(&["超过", share]),
    chance: |often, runs| match often {
        Often::Always => say(&["全部", runs, "次"]),
        Often::Never => say(&[runs, "次中无一次"]),
        Often::Share(share) => share.to_owned(),
    },
    money: |amount, code| match currency(code) {
        "" => amount.to_owned(),
        name => say(&[amount, name]),
    },
    in_currency: |what, code| match currency(code) {
        "" => what.to_owned(),
        name => format!("{what}（{name}）"),
    },
};

/// What people call a currency; its code where it has no common name here.
fn currency(code: &str) -> &str {
    match code {
        "CNY" | "RMB" => "元",
        "USD" => "美元",
        "EUR" => "欧元",
        "GBP" => "英镑",
        "JPY" => "日元",
        "HKD" => "港元",
        "TWD" => "新台币",
        "SGD" => "新加坡元",
        "BRL" => "雷亚尔",
        other => other,
    }
}

/// What is measured.
pub fn noun(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "订单额",
        Measure::Contribution => "贡献利润",
    }
}
