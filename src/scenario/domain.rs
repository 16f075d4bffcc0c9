//! Whether a factor stays within what its field accepts, and what to say where
//! it does not.

use crate::distribution::{Distribution, Domain};
use crate::organisation::limits;

use super::belief::Question;
use super::notation::{Expression, Says};
use super::problem::Problem;
use super::source::Place;

fn must_be(domain: Domain) -> &'static str {
    match domain {
        Domain::Probability => "must stay within 0 and 1",
        Domain::Positive => "must be above 0",
        Domain::NonNegative => "must not be below 0",
        Domain::Real => "must be a finite number",
    }
}

fn must_stay(domain: Domain) -> &'static str {
    match domain {
        Domain::Positive => "must stay above 0",
        Domain::NonNegative => "must stay at 0 or above",
        _ => must_be(domain),
    }
}

/// A number of percent as a probability, without the noise of the last digit.
pub fn percent(value: f64) -> f64 {
    format!("{:.12}", value / 100.0).parse().unwrap_or(value)
}

/// A known number that its field does not accept.
pub fn outside(field: &str, domain: Domain, value: f64, place: &Place) -> Problem {
    let problem = Problem::error(format!("`{field}` {}", must_be(domain)), place);
    let is_percentage = domain == Domain::Probability && value > 1.0 && value <= 100.0;
    if is_percentage {
        problem.help(format!("if {value} % is meant, write {}", percent(value)))
    } else {
        problem
    }
}

/// The distribution can take values that the field does not accept.
pub fn leaves(
    question: &Question<'_>,
    expression: &Expression,
    distribution: &Distribution,
) -> Problem {
    let how =
        if is_never_inside(question.domain, distribution) { "never does" } else { "can leave it" };
    let (field, must, text) = (question.field, must_stay(question.domain), question.text.trim());
    let title = format!("`{field}` {must}, but \"{text}\" {how}");
    Problem::error(title, question.place)
        .label(reaches(question.domain, distribution))
        .maybe_help(how_to_stay(question, expression, distribution))
}

fn is_never_inside(domain: Domain, distribution: &Distribution) -> bool {
    let (low, high) = domain.bounds();
    let (from, to) = distribution.support();
    to < low || from > high || to <= low && !domain.holds(low)
}

/// The truncation that keeps the distribution in the domain, and an interval
/// that says about the same.
fn how_to_stay(
    question: &Question<'_>,
    expression: &Expression,
    whole: &Distribution,
) -> Option<String> {
    let inner = match &expression.says {
        Says::Truncate(inner, ..) => inner,
        _ => expression,
    };
    let (low, high) = question.domain.bounds();
    let high = if high.is_finite() { high } else { rounded(whole.quantile(0.999)) };
    let kept = whole.clone().truncate(low, high).ok()?;
    if !kept.stays_in(question.domain) {
        return Some("leave out the values that are not above 0".to_owned());
    }
    let inner = &question.text[inner.at.clone()];
    let truncate = format!("write \"truncate({inner}, {low}, {high})\"");
    let (p5, p95) = (rounded(kept.quantile(0.05)), rounded(kept.quantile(0.95)));
    let interval = Distribution::interval(p5, p95, question.domain).is_ok();
    Some(if interval { format!("{truncate} or an interval, \"{p5} to {p95}\"") } else { truncate })
}

/// Two significant digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.1e}").parse().unwrap_or(value)
}

/// How often the distribution leaves the domain, and on which side.
fn reaches(domain: Domain, distribution: &Distribution) -> String {
    let (low, high) = domain.bounds();
    let tails = distribution.tails(low);
    let below =
        if domain == Domain::Positive { tails.lower } else { chance_below(distribution, low) };
    let above = distribution.tails(high).upper;
    let under = if domain == Domain::Positive && distribution.support().0 >= low {
        format!("is {low}")
    } else {
        format!("reaches below {low}")
    };
    match (below > 0.0, above > 0.0) {
        (true, true) => format!("{under} {}, above {high} {}", runs(below), runs(above)),
        (false, true) => format!("reaches above {high} {}", runs(above)),
        _ => format!("{under} {}", runs(below)),
    }
}

/// Probability of a value strictly below `x`: a weight on `x` itself is none.
fn chance_below(distribution: &Distribution, x: f64) -> f64 {
    distribution.tails(x.next_down()).lower
}

fn runs(chance: f64) -> String {
    let percent = chance * 100.0;
    if chance >= 1.0 {
        "in every run".to_owned()
    } else if percent >= 0.1 {
        format!("in {percent:.1} % of runs")
    } else if chance >= 1e-12 {
        format!("once in {:.0} runs", rounded(1.0 / chance))
    } else {
        "in hardly any run".to_owned()
    }
}

/// A share of runs that a person would still call possible.
const RARE: f64 = 1e-9;

/// Refuses what would end in infinite hours or amounts.
pub fn can_be_counted_with(
    field: &str,
    domain: Domain,
    place: &Place,
    distribution: &Distribution,
) -> Result<(), Problem> {
    let smallest = 1.0 / limits::NUMBER;
    // What is drawn is bounded by the engine at the smallest double; a number
    // typed in that is smaller than this is a slip.
    if domain == Domain::Positive && distribution.as_known().is_some_and(|it| it < smallest) {
        let title = format!("`{field}` is too small to count with");
        let help = format!("no number above 0 may be smaller than {smallest:e}");
        return Err(Problem::error(title, place).help(help));
    }
    let (low, high) = (distribution.quantile(RARE), distribution.quantile(1.0 - RARE));
    let size = low.abs().max(high.abs());
    if size <= limits::NUMBER {
        return Ok(());
    }
    let problem = Problem::error(format!("`{field}` can be too large to count with"), place)
        .help(format!("no number may be larger than {:e}", limits::NUMBER));
    Err(if distribution.as_known().is_none() {
        problem.label(format!("reaches {size:.0e} in one of a billion runs"))
    } else {
        problem
    })
}
