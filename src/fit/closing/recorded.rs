//! The share won by age as recorded: the product-limit estimate.
//!
//! Kaplan and Meier (1958, JASA 53) with Greenwood's variance; where losses are
//! recorded the share won is the cumulative incidence of Aalen and Johansen
//! (1978), whose variance is that of Marubini and Valsecchi (1995, section 10.3).

use super::ages::Ages;
use super::law::Law;

/// A point of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Age in months.
    pub months: f64,
    /// Share won by then, as recorded.
    pub recorded: f64,
    /// Standard error of that.
    pub se: f64,
    /// Share won by then, as fitted.
    pub fitted: f64,
}

/// Steps at whose end fewer cases than this are still under observation are left out.
const FEWEST: f64 = 20.0;

/// Recorded against fitted, by step of age.
#[must_use]
pub fn curve(ages: &Ages, law: &Law) -> Vec<Point> {
    let longest = ages.longest();
    let course = law.course(longest);
    let of = |counts: &[f64], step: usize| counts.get(step).copied().unwrap_or(0.0);
    // A loss without a date is one by the end of what is known of it.
    let lost = |step| of(&ages.lost, step) + of(&ages.lost_by, step);
    let (mut at_risk, mut alive, mut share) = (ages.cases(), 1.0, 0.0);
    // Sums of the variance's terms with the share before to the powers 0, 1, 2.
    let (mut a, mut b) = ([0.0; 3], [0.0; 2]);
    let (mut c, mut fitted) = (0.0, 0.0);
    let mut points = Vec::new();
    at_risk -= of(&ages.open, 0);
    for step in 1..=longest {
        let (won, closed) = (of(&ages.won, step), of(&ages.won, step) + lost(step));
        if at_risk < FEWEST {
            break;
        }
        fitted += course.won[step];
        share += alive * won / at_risk;
        if closed > 0.0 && at_risk > closed {
            let term = closed / (at_risk * (at_risk - closed));
            for (power, sum) in a.iter_mut().enumerate() {
                *sum += term * share.powi(i32::try_from(power).expect("two at most"));
            }
        }
        let drop = alive * won / (at_risk * at_risk);
        b[0] += drop;
        b[1] += drop * share;
        c += alive * alive * (at_risk - won) * won / at_risk.powi(3);
        alive *= 1.0 - closed / at_risk;
        let variance =
            share * share * a[0] - 2.0 * share * a[1] + a[2] + c - 2.0 * (share * b[0] - b[1]);
        points.push(Point {
            months: step as f64 / ages.steps as f64,
            recorded: share,
            se: variance.max(0.0).sqrt(),
            fitted,
        });
        at_risk -= closed + of(&ages.open, step);
    }
    points
}

/// So many standard errors apart, fitted and recorded differ by more than chance.
const ERRORS: f64 = 2.0;

/// The largest distance between fitted and recorded that is more than chance, as a share
/// of all that is ever won as recorded, and the age in months where it is.
#[must_use]
pub fn misfit(curve: &[Point]) -> Option<(f64, f64)> {
    let all = curve.last().map(|point| point.recorded).filter(|won| *won > 0.0)?;
    let off = |point: &Point| (point.fitted - point.recorded).abs() / all;
    let more = |point: &&Point| (point.fitted - point.recorded).abs() > ERRORS * point.se;
    let worst = curve.iter().filter(more).max_by(|a, b| off(a).total_cmp(&off(b)))?;
    Some((off(worst), worst.months))
}

#[cfg(test)]
mod tests {
    use super::super::law::Kind;
    use super::*;

    /// Without censoring the curve is the plain share and its variance binomial.
    #[test]
    fn a_curve_without_open_cases_is_the_plain_share() {
        let ages = Ages {
            steps: 4,
            won: vec![0.0, 20.0, 10.0],
            lost: vec![0.0, 30.0, 0.0, 60.0],
            ..Ages::default()
        };
        let law =
            Law { kinds: vec![Kind { chain: 1, leave: 0.5, won: 0.25, lost: 0.75 }], clock: 0.0 };
        let curve = curve(&ages, &law);
        for (point, share) in curve.iter().zip([20.0, 30.0, 30.0].map(|won| won / 120.0)) {
            let binomial = (share * (1.0 - share) / 120.0_f64).sqrt();
            assert!((point.recorded - share).abs() < 1e-12, "{point:?}");
            assert!((point.se - binomial).abs() < 2e-3, "{point:?} {binomial}");
        }
        // Seven eighths of the first step's half and an eighth of the second's quarter.
        assert!((curve[0].fitted - 0.25 * 15.0 / 32.0).abs() < 1e-12);
    }
}
