//! When a candidate gets ahead of the baseline for good, and what it costs until
//! then.

use schemars::JsonSchema;
use serde::Serialize;

use super::MonthlyBand;
use crate::statistics::{Interval, Moments, quantile};

/// The course of a candidate's cumulative bookings against the baseline's.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Overtaking {
    /// Name of the baseline.
    pub baseline: String,
    /// Name of the candidate.
    pub candidate: String,
    /// The first counted month from which the candidate's cumulative bookings stay
    /// ahead to the end.
    pub month: OvertakingMonth,
    /// By counted month, the share of runs whose cumulative bookings are ahead; a
    /// tie is not ahead.
    pub probability_ahead: Vec<f64>,
    /// Standard errors of these shares.
    pub probability_ahead_se: Vec<f64>,
    /// By counted month, candidate minus baseline, summed from the first month on;
    /// in currency.
    pub cumulative_difference: MonthlyBand,
    /// What the candidate falls behind on the way.
    pub trough: Trough,
}

/// The month of overtaking over the runs. A run without one counts as later than
/// the horizon, and a quantile there is absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct OvertakingMonth {
    /// In 10 % of runs it comes by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p10: Option<f64>,
    /// In half of the runs it comes by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p50: Option<f64>,
    /// In 90 % of runs it comes by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p90: Option<f64>,
    /// Share of runs in which it does not come within the horizon.
    pub never: f64,
    /// Standard error of that share.
    pub never_se: f64,
    /// What the number of runs leaves open.
    pub intervals: OvertakingIntervals,
}

/// 95 % intervals; an end beyond the horizon is absent.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct OvertakingIntervals {
    /// Of the 10 % quantile.
    pub p10: Interval,
    /// Of the median.
    pub p50: Interval,
    /// Of the 90 % quantile.
    pub p90: Interval,
    /// Of the chance of never.
    pub never: Interval,
}

/// How far and how long a candidate is behind in cumulative bookings.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Trough {
    /// The largest cumulative shortfall of a run, in currency; 0 where it is never
    /// behind.
    pub depth: TroughFigure,
    /// Counted months of a run at whose end it is behind.
    pub months: TroughFigure,
}

/// A figure of the trough over the runs.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct TroughFigure {
    /// Mean over the runs.
    pub mean: f64,
    /// Standard error of the mean.
    pub se: f64,
    /// Half of the runs lie at or below.
    pub p50: f64,
    /// 90 % of runs lie at or below.
    pub p90: f64,
}

impl Overtaking {
    /// Of `runs` paired runs: for each counted month the bookings of the baseline
    /// and of the candidate.
    pub(super) fn new<'a>(
        (baseline, candidate): (&str, &str),
        runs: usize,
        months: impl Iterator<Item = (&'a [f64], &'a [f64])>,
    ) -> Self {
        let mut course = Course::new(runs);
        let mut band = MonthlyBand::default();
        let (mut ahead, mut ahead_se) = (Vec::new(), Vec::new());
        let mut scratch = Vec::with_capacity(runs);
        for (number, (before, after)) in (1_u32..).map(f64::from).zip(months) {
            course.pass(number, before, after);
            let lead: Moments = course.lead.iter().map(|&lead| indicator(lead > 0.0)).collect();
            ahead.push(lead.share());
            ahead_se.push(lead.se());
            band.push(&course.lead, &mut scratch);
        }
        Self {
            baseline: baseline.to_owned(),
            candidate: candidate.to_owned(),
            month: course.month(),
            probability_ahead: ahead,
            probability_ahead_se: ahead_se,
            cumulative_difference: band,
            trough: Trough {
                depth: TroughFigure::new(course.depth),
                months: TroughFigure::new(course.behind),
            },
        }
    }
}

fn indicator(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// Where every run stands after some months.
struct Course {
    /// Cumulative candidate minus baseline.
    lead: Vec<f64>,
    /// The largest shortfall so far.
    depth: Vec<f64>,
    /// Months behind so far.
    behind: Vec<f64>,
    /// The month (from 1) from which it has been ahead; infinite where it is not.
    since: Vec<f64>,
}

impl Course {
    fn new(runs: usize) -> Self {
        let zeros = vec![0.0; runs];
        Self {
            lead: zeros.clone(),
            depth: zeros.clone(),
            behind: zeros,
            since: vec![f64::INFINITY; runs],
        }
    }

    /// Through the month with this number.
    fn pass(&mut self, number: f64, before: &[f64], after: &[f64]) {
        for (run, (before, after)) in before.iter().zip(after).enumerate() {
            let lead = self.lead[run] + (after - before);
            self.lead[run] = lead;
            self.depth[run] = self.depth[run].max(-lead);
            self.behind[run] += indicator(lead < 0.0);
            // Who was ahead keeps the earlier month.
            self.since[run] = if lead > 0.0 { self.since[run].min(number) } else { f64::INFINITY };
        }
    }

    /// The month of overtaking; sorts them.
    fn month(&mut self) -> OvertakingMonth {
        let never: Moments =
            self.since.iter().map(|since| indicator(since.is_infinite())).collect();
        self.since.sort_unstable_by(f64::total_cmp);
        let sorted = &self.since;
        // Between two infinities there is no number.
        let at = |level| Some(quantile::of_sorted(sorted, level)).filter(|month| month.is_finite());
        let around = |level| {
            let Interval { low, high } = Interval::of_quantile(sorted, level);
            let within = |end: Option<f64>| end.filter(|month| month.is_finite());
            Interval { low: within(low), high: within(high) }
        };
        OvertakingMonth {
            p10: at(0.10),
            p50: at(0.50),
            p90: at(0.90),
            never: never.share(),
            never_se: never.se(),
            intervals: OvertakingIntervals {
                p10: around(0.10),
                p50: around(0.50),
                p90: around(0.90),
                never: Interval::of_share(never.share(), never.count()),
            },
        }
    }
}

impl TroughFigure {
    fn new(mut values: Vec<f64>) -> Self {
        let moments: Moments = values.iter().copied().collect();
        let [p50, p90] = quantile::of_unsorted(&mut values, [0.50, 0.90]);
        Self { mean: moments.mean(), se: moments.se(), p50, p90 }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these numbers are exact")]

    use super::*;

    /// The baseline books 10 a month in every run; the candidate's months are given.
    fn against_ten(runs: &[[f64; 4]]) -> Overtaking {
        let before = vec![10.0; runs.len()];
        let after: Vec<Vec<f64>> =
            (0..4).map(|month| runs.iter().map(|run| run[month]).collect()).collect();
        let months = after.iter().map(|month| (before.as_slice(), month.as_slice()));
        Overtaking::new(("a", "b"), runs.len(), months)
    }

    #[test]
    fn ten_runs_are_as_worked_out_by_hand() {
        let mut runs = vec![
            // Ahead from the first month on.
            [11.0, 10.0, 10.0, 10.0],
            // Behind by 6 and 2, then ahead: month 3.
            [4.0, 14.0, 20.0, 10.0],
            // Ahead, behind in month 3, ahead at the end: month 4.
            [15.0, 10.0, 0.0, 30.0],
            // Level at the end: never.
            [5.0, 10.0, 10.0, 15.0],
        ];
        // Behind by 2 more a month: never.
        runs.extend([[8.0; 4]; 6]);
        let overtaking = against_ten(&runs);
        let month = &overtaking.month;
        // Sorted: 1, 3, 4, and seven later than the horizon. P10 at position 1.9.
        assert!((month.p10.unwrap() - 2.8).abs() < 1e-12, "{month:?}");
        assert_eq!((month.p50, month.p90, month.never), (None, None, 0.7));
        assert_eq!(month.intervals.p50.low, Some(3.0));
        assert_eq!(month.intervals.p50.high, None);
        for (ahead, share) in overtaking.probability_ahead.iter().zip([0.2, 0.2, 0.2, 0.3]) {
            assert!((ahead - share).abs() < 1e-12, "{overtaking:?}");
        }
        assert!((overtaking.probability_ahead.last().unwrap() - (1.0 - month.never)).abs() < 1e-12);
        // Shortfalls: 0, 6, 5, 5, and 8 six times; months behind: 0, 2, 1, 3, 4 × 6.
        let Trough { depth, months } = overtaking.trough;
        assert!((depth.mean - 6.4).abs() < 1e-12 && (depth.p50, depth.p90) == (8.0, 8.0));
        assert!((months.mean - 3.0).abs() < 1e-12 && (months.p50, months.p90) == (4.0, 4.0));
        // Cumulative in month 2: 1, −2, 5, −5, and −4 six times.
        let band = &overtaking.cumulative_difference;
        assert!((band.mean[1] - -2.5).abs() < 1e-12 && band.p50[1] == -4.0, "{band:?}");
        assert!((band.p10[1] - -4.1).abs() < 1e-12 && (band.p90[1] - 1.4).abs() < 1e-12);
    }

    #[test]
    fn a_twin_is_never_ahead_and_never_behind() {
        let overtaking = against_ten(&[[10.0; 4]; 12]);
        assert_eq!((overtaking.month.never, overtaking.month.p10), (1.0, None));
        assert_eq!(overtaking.trough, Trough::default());
        assert_eq!(overtaking.probability_ahead, [0.0; 4]);
    }

    #[test]
    fn who_leads_from_the_start_overtakes_in_month_one() {
        let overtaking = against_ten(&[[11.0; 4]; 50]);
        let month = &overtaking.month;
        assert_eq!([month.p10, month.p50, month.p90], [Some(1.0); 3]);
        assert_eq!((month.never, overtaking.trough.depth.p90), (0.0, 0.0));
    }
}
