//! What the numbers of a scenario are called.

use super::say;
use crate::language::{Subject, Together, What};

/// A number of a scenario.
pub fn label(subject: &Subject) -> String {
    let Subject { what, of, within } = subject;
    let text = match what {
        What::Drift => "市场年增长".into(),
        What::Volatility => "市场波动".into(),
        What::Persistence => "市场冲击的持续性".into(),
        What::GrossMargin => "毛利率".into(),
        What::Commission => "提成比例".into(),
        What::HandoffLoss => "每次交接的流失".into(),
        What::Leads => say(&[of, "每月线索数"]),
        What::Prospects => say(&[of, "每月潜在客户数"]),
        What::LeadHours => say(&[of, "每条线索工时"]),
        What::Qualify => say(&[of, "线索合格率"]),
        What::LeadQuality => say(&[of, "线索质量"]),
        What::LeadStale => say(&[of, "线索搁置的流失率"]),
        What::StageHours => say(&[of, "每单工时"]),
        What::StageWait => say(&[of, "前客户的等待"]),
        What::StagePass => say(&[of, "通过率"]),
        What::StageStale => say(&[of, "搁置的流失率"]),
        What::Price => "首单均价".into(),
        What::PriceSpread => "单价的离散程度".into(),
        What::CareHours => "每位客户的维护工时".into(),
        What::ChurnCared => "充分维护下的流失率".into(),
        What::ChurnNeglected => "无人维护下的流失率".into(),
        What::OrdersCared => "充分维护下的复购次数".into(),
        What::OrdersNeglected => "无人维护下的复购次数".into(),
        What::OrderValue => "复购单值与首单之比".into(),
        What::ReferralsCared => "充分维护下的推荐数".into(),
        What::ReferralsNeglected => "无人维护下的推荐数".into(),
        What::TrackingHours => "每位客户的跟踪工时".into(),
        What::TrackingDemands => "跟踪发现的新需求".into(),
        What::TrackingQuality => "跟踪所得商机的质量".into(),
        What::TrackingValue => "跟踪所得订单与首单之比".into(),
        What::RoleHours => say(&[of, "的有效工时"]),
        What::Ramp => say(&[of, "的上手月数"]),
        What::Attrition => say(&[of, "的离职率"]),
        What::HireMonths => say(&[of, "的招聘月数"]),
        What::AnnualCost => say(&[of, "的年成本"]),
        What::HireCost => say(&[of, "的招聘成本"]),
        What::SwitchingLoss => say(&[of, "切换工作的损失"]),
        What::Speed => say(&[of, "做", within, "的速度"]),
        What::Lift => say(&[of, "做", within, "的成功率提升"]),
        What::WorkPrice => say(&[of, "做", within, "的价格提升"]),
        What::Other => of.clone(),
    };
    let is_work = matches!(what, What::Speed | What::Lift | What::WorkPrice);
    if within.is_empty() || is_work { text } else { format!("{text}（{within}）") }
}

/// Numbers that belong together.
pub fn group(together: &Together) -> String {
    match together {
        Together::Segment(key) => format!("“{key}”客户群的全部因素"),
        Together::Role(title) => format!("“{title}”岗位的全部因素"),
        Together::Handoffs => "交接的全部因素".into(),
        Together::Market => "市场的全部因素".into(),
        Together::Economics => "毛利率与提成".into(),
        Together::All => "以上全部因素".into(),
    }
}
