//! Whether a factor stays within what its field accepts, and what to say where
//! it does not.

use crate::distribution::{Distribution, Domain};
use crate::language::{Limit, Rare, Said};
use crate::organisation::limits;

use super::belief::Question;
use super::notation::{Expression, Says};
use super::problem::Problem;
use super::source::Place;

/// The domain as language knows it.
pub fn limit(domain: Domain) -> Limit {
    match domain {
        Domain::Probability => Limit::Probability,
        Domain::Positive => Limit::Positive,
        Domain::NonNegative => Limit::NonNegative,
        Domain::Real => Limit::Real,
    }
}

/// What a number of a field must be.
pub fn number(field: &str, domain: Domain) -> Said {
    Said::by(|words| (words.number)(field, limit(domain)))
}

/// A number of percent as a probability, without the noise of the last digit.
pub fn percent(value: f64) -> f64 {
    format!("{:.12}", value / 100.0).parse().unwrap_or(value)
}

/// A known number that its field does not accept.
pub fn outside(field: &str, domain: Domain, value: f64, place: &Place) -> Problem {
    let problem = Problem::error(number(field, domain), place);
    let is_percentage = domain == Domain::Probability && value > 1.0 && value <= 100.0;
    if is_percentage {
        problem.help(Said::by(|words| (words.if_percent)(value, percent(value))))
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
    let never = is_never_inside(question.domain, distribution);
    let (field, limit, text) = (question.field, limit(question.domain), question.text.trim());
    let title = Said::by(|words| (words.leaves)(field, limit, text, never));
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
) -> Option<Said> {
    let inner = match &expression.says {
        Says::Truncate(inner, ..) => inner,
        _ => expression,
    };
    let (low, high) = question.domain.bounds();
    let high = if high.is_finite() { high } else { rounded(whole.quantile(0.999)) };
    let kept = whole.clone().truncate(low, high).ok()?;
    if !kept.stays_in(question.domain) {
        return Some(Said::by(|words| words.only_positive.to_owned()));
    }
    let inner = &question.text[inner.at.clone()];
    let truncate = format!("truncate({inner}, {low}, {high})");
    let (p5, p95) = (rounded(kept.quantile(0.05)), rounded(kept.quantile(0.95)));
    let interval = Distribution::interval(p5, p95, question.domain).is_ok();
    let interval = interval.then_some((p5, p95));
    Some(Said::by(|words| (words.truncate)(&truncate, interval)))
}

/// Two significant digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.1e}").parse().unwrap_or(value)
}

/// How often the distribution leaves the domain, and on which side.
fn reaches(domain: Domain, distribution: &Distribution) -> Said {
    let (low, high) = domain.bounds();
    let tails = distribution.tails(low);
    let below =
        if domain == Domain::Positive { tails.lower } else { chance_below(distribution, low) };
    let above = distribution.tails(high).upper;
    let reached = domain == Domain::Positive && distribution.support().0 >= low;
    let over = (above > 0.0).then(|| (high, rare(above)));
    let under = (below > 0.0 || over.is_none()).then(|| (low, reached, rare(below)));
    Said::by(|words| (words.reaches)(under, over))
}

/// Probability of a value strictly below `x`: a weight on `x` itself is none.
fn chance_below(distribution: &Distribution, x: f64) -> f64 {
    distribution.tails(x.next_down()).lower
}

fn rare(chance: f64) -> Rare {
    let percent = chance * 100.0;
    if chance >= 1.0 {
        Rare::Always
    } else if percent >= 0.1 {
        Rare::Percent(percent)
    } else if chance >= 1e-12 {
        Rare::Once(rounded(1.0 / chance))
    } else {
        Rare::Hardly
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
        let title = Said::by(|words| (words.sizes.too_small)(field));
        let help = Said::by(|words| (words.sizes.smallest)(smallest));
        return Err(Problem::error(title, place).help(help));
    }
    let (low, high) = (distribution.quantile(RARE), distribution.quantile(1.0 - RARE));
    let size = low.abs().max(high.abs());
    if size <= limits::NUMBER {
        return Ok(());
    }
    let problem = Problem::error(Said::by(|words| (words.sizes.too_large)(field)), place)
        .help(Said::by(|words| (words.sizes.largest)(limits::NUMBER)));
    Err(if distribution.as_known().is_none() {
        problem.label(Said::by(|words| (words.sizes.reaches)(size)))
    } else {
        problem
    })
}
