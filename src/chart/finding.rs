//! What a comparison found, in words that do not claim more than it shows.

use crate::figure::percent;
use crate::language::{Language, Mean, Odds, Often, Standing};
use crate::study::{Band, Forecast, Gap, LeadMetric, Study, Summary};

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

/// What an axis of money measures, with the currency where there is one.
pub fn in_currency(what: &str, study: &Study, language: Language) -> String {
    (language.words().units.in_currency)(what, &study.currency)
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

/// Who does better and how often; none for a single scenario.
pub fn odds(study: &Study, metric: LeadMetric, language: Language) -> Option<String> {
    let best = study.best_candidate(metric)?;
    let gap = best.gap(metric);
    let several = study.comparisons.len() > 1;
    let (better, worse) = gap.shares();
    let (for_it, against) = (percent(language, better), percent(language, worse));
    let standing = match verdict(gap) {
        _ if is_same(gap) && !several => Standing::Same,
        Verdict::Candidate => Standing::Candidate,
        Verdict::Baseline => Standing::Baseline,
        Verdict::Even => Standing::Even,
    };
    Some((language.words().chart.odds)(&Odds {
        measure: metric.measure(),
        candidate: &brief(&best.candidate),
        baseline: &brief(&best.baseline),
        several,
        standing,
        often: Often::of(better, &for_it),
        otherwise: Often::of(worse, &against),
        mean: mean(gap),
    }))
}

/// Whether the mean agrees with the odds.
fn mean(gap: &Gap) -> Mean {
    match gap.mean_difference * (gap.probability_better - 0.5).signum() {
        with if with > 2.0 * gap.se => Mean::Agrees,
        against if against < -2.0 * gap.se => Mean::Less,
        _ => Mean::NoMore,
    }
}
