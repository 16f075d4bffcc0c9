//! Section 3: the index of demand, one for all segments.

use super::Plan;
use super::draw::Draw;
use super::numbers::Numbers;
use crate::random::Luck;

/// Log demand around its trend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Market {
    /// The shocks that are remembered.
    level: f64,
    /// Their variance as seen from the start.
    variance: f64,
}

impl Market {
    /// Moves on to `month` (counted from 0) and gives its demand index.
    pub fn advance<D: Draw>(
        &mut self,
        plan: &Plan<'_>,
        numbers: &Numbers,
        luck: Luck,
        month: usize,
    ) -> f64 {
        if month > 0 && numbers.shock > 0.0 {
            let shock = D::normal(&mut luck.at(plan.market).step(month));
            self.level = numbers.persistence * self.level + numbers.shock * shock;
            self.variance = numbers.persistence * numbers.persistence * self.variance
                + numbers.shock * numbers.shock;
        }
        let trend = numbers.drift * month as f64 / 12.0;
        let scenario = plan.scenario;
        let season = match scenario.market.seasonality.as_slice() {
            [] => 1.0,
            // The first value belongs to the first counted month.
            season => {
                let behind = scenario.warm_up_months.div_ceil(season.len()) * season.len();
                season[(month + behind - scenario.warm_up_months) % season.len()]
            }
        };
        season * (trend + self.level - self.variance / 2.0).exp()
    }
}
