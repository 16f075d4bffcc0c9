//! What a comparison found, in words that do not claim more than it shows.

use crate::figure::percent;
use crate::study::{Band, Comparison, Forecast, Gap, LeadMetric, Study, Summary};

/// A share this near to a half is no lead.
pub const NEAR_EVEN: f64 = 0.05;

/// Who does better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The candidate.
    Candidate,
    /// The baseline.
    Baseline,
    /// Neither clearly.
    Even,
}

/// Who does better in most runs; even where the odds are near a half or
/// within twice their Monte-Carlo error of it.
pub fn verdict(gap: &Gap) -> Verdict {
    let lead = gap.probability_better - 0.5;
    match lead {
        near if near.abs() <= NEAR_EVEN.max(2.0 * gap.probability_better_se) => Verdict::Even,
        ahead if ahead > 0.0 => Verdict::Candidate,
        _ => Verdict::Baseline,
    }
}

/// Whether both do the same in every run.
pub fn is_same(gap: &Gap) -> bool {
    gap.density.x.is_empty() && gap.p50 == 0.0
}

/// "books" or "earns".
pub fn verb(metric: LeadMetric) -> &'static str {
    match metric {
        LeadMetric::Bookings => "books",
        LeadMetric::Contribution => "earns",
    }
}

/// "Bookings" or "Contribution".
pub fn noun(metric: LeadMetric) -> &'static str {
    match metric {
        LeadMetric::Bookings => "Bookings",
        LeadMetric::Contribution => "Contribution",
    }
}

/// "24 months", "1 month".
pub fn months(study: &Study) -> String {
    let plural = if study.horizon_months == 1 { "" } else { "s" };
    format!("{} month{plural}", study.horizon_months)
}

/// What an axis of money measures, with the currency where there is one.
pub fn in_currency(what: &str, study: &Study) -> String {
    if study.currency.is_empty() { what.to_owned() } else { format!("{what}, {}", study.currency) }
}

/// A name short enough for a title.
pub fn brief(name: &str) -> String {
    const MOST: usize = 40;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(MOST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A scenario's metric over the runs.
pub fn summary(forecast: &Forecast, metric: LeadMetric) -> Option<&Summary> {
    forecast.metrics.get(metric.metric().name())
}

/// A scenario's metric as a picture.
pub fn band(forecast: &Forecast, metric: LeadMetric) -> &Band {
    match metric {
        LeadMetric::Bookings => &forecast.bookings,
        LeadMetric::Contribution => &forecast.contribution,
    }
}

/// Chance to reach at least `x`.
pub fn chance(band: &Band, summary: &Summary, x: f64) -> f64 {
    match (band.chance.x.first(), band.chance.x.last()) {
        (Some(&first), _) if x <= first => 1.0,
        (_, Some(&last)) if x > last => 0.0,
        (Some(_), Some(_)) => band.chance.at(x).clamp(0.0, 1.0),
        // All runs agree.
        _ => f64::from(u8::from(x <= summary.p50)),
    }
}

/// Whether all runs of a scenario agree.
pub fn is_certain(band: &Band) -> bool {
    band.density.x.len() < 2
}

/// "in 77 % of runs", "in every run".
pub fn in_runs(share: f64) -> String {
    match share {
        none if none <= 0.0 => "in no run".to_owned(),
        all if all >= 1.0 => "in every run".to_owned(),
        _ => format!("in {} of runs", percent(share)),
    }
}

/// The comparison whose candidate does better most often.
pub fn best(study: &Study, metric: LeadMetric) -> Option<&Comparison> {
    let odds = |comparison: &&Comparison| comparison.gap(metric).probability_better;
    study.comparisons.iter().max_by(|a, b| odds(a).total_cmp(&odds(b)))
}

/// Who does better and how often; none for a single scenario.
pub fn odds(study: &Study, metric: LeadMetric) -> Option<String> {
    let best = best(study, metric)?;
    let gap = best.gap(metric);
    let (baseline, candidate) = (brief(&best.baseline), brief(&best.candidate));
    let (does, often) = (verb(metric), in_runs(gap.probability_better));
    let several = study.comparisons.len() > 1;
    Some(match verdict(gap) {
        _ if is_same(gap) && !several => {
            format!("{candidate} {does} the same as {baseline} in every run")
        }
        Verdict::Candidate if several => {
            format!("{candidate} beats {baseline} most often: it {does} more {often}")
        }
        Verdict::Candidate => {
            format!("{candidate} {does} more {often}{}", but(gap, does))
        }
        Verdict::Baseline if several => {
            format!("None beats {baseline}: the nearest, {candidate}, {does} more {often}")
        }
        Verdict::Baseline => {
            let often = in_runs(1.0 - gap.probability_better);
            format!("{baseline} {does} more {often}{}", but(gap, does))
        }
        Verdict::Even if several => format!(
            "None is clearly ahead of {baseline}: the nearest, {candidate}, {does} more {often}"
        ),
        Verdict::Even => {
            format!("Neither is clearly ahead: {candidate} {does} more {often}")
        }
    })
}

/// What has to be added where the mean does not agree with the odds.
fn but(gap: &Gap, does: &str) -> String {
    let lead = gap.mean_difference * (gap.probability_better - 0.5).signum();
    match lead {
        with if with > 2.0 * gap.se => String::new(),
        against if against < -2.0 * gap.se => format!(", but {does} less on average"),
        _ => ", but no more on average".to_owned(),
    }
}

/// Words joined: "a", "a and b", "a, b and c".
pub fn join(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The text with its first letter large.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
