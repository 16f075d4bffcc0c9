//! What was fitted, as a scenario: one complete file, every number with its
//! figure, count, period and method in a comment.

mod correlations;
mod funnel;
mod keys;
mod line;
mod people;
mod recorded;
mod shift;
mod team;
mod words;

pub use recorded::{Staffed, one_seat};
pub use shift::Shift;
pub use team::{Form, Seat, Team};
pub use words::Words;

use super::{Figure, Fitted, benchmark, published};
use funnel::Funnel;
use keys::Keys;
use line::Page;

/// How the scenario is to be written.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    /// The scenario's name.
    pub name: &'a str,
    /// Who does what.
    pub form: Form,
    /// Months that count.
    pub horizon_months: usize,
    /// The language of its comments.
    pub words: &'a Words,
    /// What is written otherwise than it was fitted.
    pub shift: &'a Shift,
}

/// Months of warm-up at the most.
const WARM_UP: f64 = 12.0;

/// Writes the scenario.
#[must_use]
pub fn write(fitted: &Fitted, plan: &Plan<'_>) -> String {
    let words = plan.words;
    let team = Team::new(fitted, plan.form, plan.horizon_months);
    let keys = Keys::new(fitted);
    let mut page = Page::new(words);
    for line in (words.head)(fitted) {
        page.say(&line);
    }
    for warning in &fitted.warnings {
        page.say(&(words.warning)(warning));
    }
    if let Some([fitted, played]) = plan.shift.shares {
        page.say(&(words.shifts)(100.0 * fitted, 100.0 * played));
    }
    let recorded = plan.form.as_recorded(fitted);
    if recorded == Form::Recorded
        && Team::new(fitted, recorded, plan.horizon_months).seats != team.seats
    {
        page.say(words.as_recorded);
    }
    page.gap();
    page.set("name", &line::text(plan.name), "");
    page.set("horizon_months", &plan.horizon_months.to_string(), "");
    let warm_up = warm_up(fitted);
    page.set("warm_up_months", &warm_up.to_string(), words.warm_up);
    page.set("steps_per_month", &fitted.steps_per_month.to_string(), words.steps);
    if let Some(currency) = &fitted.currency {
        page.set("currency", &line::text(currency), "");
    }
    correlations::write(&mut page, fitted, &keys);
    let grown = grown(&fitted.market.drift, warm_up);
    market(&mut page, fitted, grown);
    let funnel = Funnel { fitted, keys: &keys, team: &team, shift: plan.shift, grown };
    for kind in 0..fitted.kinds.len() {
        funnel::write(&mut page, &funnel, kind);
    }
    page.table("handoffs");
    page.probability("loss", &published(benchmark::HANDOFF));
    people::write(&mut page, fitted, &team);
    page.finish()
}

/// Months until the pipeline has filled: the open cases of today are not carried over.
fn warm_up(fitted: &Fitted) -> f64 {
    let cycle = |kind: &super::Kind| {
        kind.chain as f64 * (kind.wait.value + 1.0 / fitted.steps_per_month as f64)
    };
    let slowest = fitted.kinds.iter().map(cycle).fold(0.0, f64::max);
    (3.0 * slowest).ceil().clamp(3.0, WARM_UP)
}

/// Factor by which demand grows in so many months, on average.
fn grown(drift: &Figure, months: f64) -> f64 {
    let (years, sd) = (months / 12.0, (drift.high - drift.low) / (2.0 * 1.645));
    (drift.value * years + (sd * years).powi(2) / 2.0).exp()
}

fn market(page: &mut Page<'_>, fitted: &Fitted, grown: f64) {
    let (market, words) = (&fitted.market, page.words);
    page.table("market");
    if market.seasonality.is_empty() {
        page.say(words.no_seasons);
    } else {
        let two = |end: f64| format!("{end:.2}");
        let ends = market.seasonality.iter().map(|[low, _, high]| (two(*low), two(*high)));
        page.say(&(words.seasons_between)(&ends.collect::<Vec<_>>()));
        let factors: Vec<String> =
            market.seasonality.iter().map(|[_, middle, _]| line::number(*middle)).collect();
        let first = market.starts.rem_euclid(12) + 1;
        page.set("seasonality", &format!("[{}]", factors.join(", ")), &(words.seasons)(first));
    }
    if (grown - 1.0).abs() > 0.001 {
        page.say(&(words.grown)(1.0 / grown));
    }
    page.real("drift", &market.drift);
    page.positive("volatility", &market.volatility);
    page.probability("persistence", &market.persistence);
    page.table("economics");
    page.probability("gross_margin", &published(benchmark::GROSS_MARGIN));
    page.probability("commission", &published(benchmark::COMMISSION));
}
