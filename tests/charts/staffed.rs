//! Studies with one more seat and one fewer: from one role to ninety.

use orgodds::study::{MeanChange, SeatChange, Study};

use crate::fixture::{self, Plan};

/// Varies every role of a study; amounts are around `size`, errors that part of it.
fn varied(mut study: Study, size: f64, error: f64) -> Study {
    let mut changes = Vec::new();
    for seats in [1, -1] {
        for forecast in &study.scenarios {
            let count = forecast.roles.len() as f64;
            for (place, (role, hours)) in forecast.roles.iter().enumerate() {
                let share = 0.7 - 1.1 * place as f64 / count;
                let gain = if seats > 0 { share } else { 0.1 - 1.6 * (share + 0.4) };
                let se = error * size * (1.0 + place as f64 / count);
                let change = |mean_difference| MeanChange { mean_difference, se };
                changes.push(SeatChange {
                    scenario: forecast.name.clone(),
                    role: role.clone(),
                    title: hours.title.clone(),
                    works: true,
                    before: (2, 2),
                    seats,
                    bookings: change(size * (gain + 0.3)),
                    contribution: change(size * gain),
                });
            }
        }
    }
    study.one_more = changes;
    study
}

fn crowd(name: &'static str, titles: &[&'static str]) -> Plan {
    let roles = titles.iter().map(|&title| (title, 900.0, 300.0)).collect();
    Plan { name, roles, ..fixture::specialised() }
}

const ENGLISH: [&str; 15] = [
    "Online development (ODR)",
    "Outbound development (SDR)",
    "Target-account development (MDR)",
    "Partner development (BDR)",
    "Presales consultant, first product line",
    "Presales consultant, second product line",
    "Customer success manager for small and medium-sized customers",
    "Customer success manager for large customers",
    "Account tracking",
    "Regional vice president of strategic accounts and alliances",
    "AE",
    "AM",
    "KA",
    "Sales engineer",
    "Renewals",
];

const CHINESE: [&str; 15] = [
    "线上线索开发代表",
    "外呼线索开发代表",
    "目标大客户线索开发代表（华东、华南、西南大区）",
    "渠道伙伴线索开发代表",
    "售前顾问（第一产品线）",
    "售前顾问（第二产品线）",
    "客户成功经理（中小企业客户，按行业分组）",
    "客户成功经理（大型企业）",
    "客户跟踪专员",
    "大客户总监兼战略联盟负责人与区域销售副总经理",
    "客户经理",
    "续约经理",
    "商务助理",
    "解决方案架构师",
    "实施顾问",
];

/// One scenario with fifteen roles.
pub fn fifteen() -> Study {
    varied(fixture::study(&[crowd("Specialised", &ENGLISH)]), 1e6, 0.05)
}

/// A pair, clearly told apart.
pub fn pair() -> Study {
    varied(fixture::pair(), 1e6, 0.02)
}

/// Errors larger than anything there is to find.
pub fn noisy() -> Study {
    varied(fixture::pair(), 1e6, 2.0)
}

/// All of them, by name.
pub fn all() -> Vec<(&'static str, Study)> {
    let six = |titles: &[&'static str]| {
        let names = ["A", "Specialised", "Third", "On paper", "Fifth", "The sixth of them all"];
        fixture::study(&names.map(|name| crowd(name, titles)))
    };
    let chinese = [
        crowd("全能型销售团队", &CHINESE[..1]),
        crowd("专业分工：版本二（线索组、售前顾问、客户成功）", &CHINESE),
    ];
    vec![
        ("seats-one", varied(fixture::single(), 1e6, 0.05)),
        ("seats-fifteen", fifteen()),
        ("seats-pair", pair()),
        ("seats-noisy", noisy()),
        ("seats-chinese", varied(fixture::study(&chinese), 3e7, 0.05)),
        ("seats-long-names", varied(fixture::long_names(), 1e6, 0.1)),
        ("seats-six", varied(six(&ENGLISH[..8]), 1e6, 0.05)),
        ("seats-ninety", varied(six(&ENGLISH), 1e6, 0.05)),
        ("seats-tiny", varied(fixture::pair(), 3.0, 0.05)),
        ("seats-huge", varied(fixture::three(), 1e12, 0.05)),
        ("seats-certain", varied(fixture::pair(), 1e6, 0.0)),
        ("seats-nothing", varied(fixture::pair(), 0.0, 0.0)),
    ]
}
