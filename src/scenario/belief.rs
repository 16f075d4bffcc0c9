//! From the notation to a distribution that fits its field.

use crate::distribution::{Distribution, DistributionError, Domain};
use crate::organisation::limits;

use super::data;
use super::notation::{self, Expression, Family, Number, Says};
use super::problem::Problem;
use super::source::Place;

/// The field that a factor is for, and the text that is to be read.
pub struct Question<'a> {
    /// The key of the field.
    pub field: &'a str,
    /// What the field accepts.
    pub domain: Domain,
    /// The text as the file means it.
    pub text: &'a str,
    /// Where the text stands, quotes included.
    pub place: &'a Place,
}

/// Reads a text as a factor.
pub fn from_text(question: &Question<'_>) -> Result<Distribution, Problem> {
    let expression = notation::parse(question.text).map_err(|fault| {
        let place = question.place.part(question.text, fault.at);
        Problem::error(format!("`{}`: {}", question.field, fault.says), &place)
            .maybe_help(fault.help)
    })?;
    if let Says::Number(value) = expression.says {
        return Err(Problem::error(
            format!("`{}` is known exactly, so it stands without quotes", question.field),
            question.place,
        )
        .help(format!("write {value}")));
    }
    let distribution = question.build(&expression)?;
    if !distribution.stays_in(question.domain) {
        return Err(question.leaves(&expression, &distribution));
    }
    not_too_large(question.field, question.place, &distribution)?;
    Ok(distribution)
}

/// Takes a number as a factor.
pub fn from_number(
    field: &str,
    domain: Domain,
    value: f64,
    place: &Place,
) -> Result<Distribution, Problem> {
    let outside = || outside(field, domain, value, place);
    let distribution = Distribution::known(value)
        .map_err(|_| Problem::error(format!("`{field}` must be a finite number"), place))?;
    if !domain.holds(value) {
        return Err(outside());
    }
    not_too_large(field, place, &distribution)?;
    Ok(distribution)
}

/// A share of runs that a person would still call possible.
const RARE: f64 = 1e-9;

fn not_too_large(field: &str, place: &Place, distribution: &Distribution) -> Result<(), Problem> {
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

fn must_be(domain: Domain) -> &'static str {
    match domain {
        Domain::Probability => "must stay within 0 and 1",
        Domain::Positive => "must be above 0",
        Domain::NonNegative => "must not be below 0",
        Domain::Real => "must be a finite number",
    }
}

/// A known number that its field does not accept.
fn outside(field: &str, domain: Domain, value: f64, place: &Place) -> Problem {
    let problem = Problem::error(format!("`{field}` {}", must_be(domain)), place);
    let is_percentage = domain == Domain::Probability && value > 1.0 && value <= 100.0;
    if is_percentage {
        problem.help(format!("if {value} % is meant, write {}", value / 100.0))
    } else {
        problem
    }
}

impl Question<'_> {
    fn at(&self, part: &std::ops::Range<usize>) -> Place {
        self.place.part(self.text, part.clone())
    }

    fn build(&self, expression: &Expression) -> Result<Distribution, Problem> {
        let built = match &expression.says {
            Says::Number(value) => Distribution::known(*value),
            Says::Interval(low, high) => Distribution::interval(low.value, high.value, self.domain),
            Says::Call(family, numbers) => call(*family, numbers),
            Says::Choice(weighted) => {
                let weighted: Vec<_> =
                    weighted.iter().map(|(value, weight)| (value.value, weight.value)).collect();
                Distribution::choice(&weighted)
            }
            Says::Data { file, column } => {
                let values = data::column(self.field, file, column, |part| self.at(part))?;
                Distribution::data(&values)
            }
            Says::Truncate(inner, low, high) => self.build(inner)?.truncate(low.value, high.value),
        };
        built.map_err(|error| self.not_a_distribution(expression, &error))
    }

    /// Why the numbers make no distribution, at their place.
    fn not_a_distribution(&self, expression: &Expression, error: &DistributionError) -> Problem {
        let problem =
            Problem::error(format!("`{}`: {}", self.field, error), &self.at(&expression.at));
        match (&expression.says, error) {
            (Says::Interval(low, high), DistributionError::Reversed { .. }) => {
                if low.value > high.value {
                    problem.help(format!("write \"{} to {}\"", high.value, low.value))
                } else {
                    problem.help(format!("a number that is known exactly: {}", low.value))
                }
            }
            (Says::Interval(low, high), DistributionError::EndOutside { .. })
                if self.domain.holds(low.value) && self.domain.holds(high.value) =>
            {
                problem.help(format!("write \"uniform({}, {})\"", low.value, high.value))
            }
            (Says::Interval(low, high), DistributionError::EndOutside { .. })
                if self.domain == Domain::Probability && low.value > 0.0 && high.value <= 100.0 =>
            {
                let (low, high) = (low.value / 100.0, high.value / 100.0);
                problem.help(format!("if percentages are meant, write \"{low} to {high}\""))
            }
            _ => problem,
        }
    }

    /// The distribution can take values that the field does not accept.
    fn leaves(&self, expression: &Expression, distribution: &Distribution) -> Problem {
        let title = format!(
            "`{}` {}, but \"{}\" can leave it",
            self.field,
            must_be(self.domain)
                .replace("must be above 0", "must stay above 0")
                .replace("must not be below 0", "must stay at 0 or above"),
            self.text.trim()
        );
        let mut problem =
            Problem::error(title, self.place).label(reaches(self.domain, distribution));
        if let Some(help) = self.how_to_stay(expression, distribution) {
            problem = problem.help(help);
        }
        problem
    }

    /// The truncation that keeps the distribution in the domain, and an interval
    /// that says about the same.
    fn how_to_stay(&self, expression: &Expression, whole: &Distribution) -> Option<String> {
        let inner = match &expression.says {
            Says::Truncate(inner, ..) => inner,
            _ => expression,
        };
        let (low, high) = self.domain.bounds();
        let high = if high.is_finite() { high } else { rounded(whole.quantile(0.999)) };
        let kept = whole.clone().truncate(low, high).ok()?;
        if !kept.stays_in(self.domain) {
            return None;
        }
        let inner = &self.text[inner.at.clone()];
        let truncate = format!("write \"truncate({inner}, {low}, {high})\"");
        let (p5, p95) = (rounded(kept.quantile(0.05)), rounded(kept.quantile(0.95)));
        let interval = Distribution::interval(p5, p95, self.domain).is_ok();
        Some(if interval {
            format!("{truncate} or an interval, \"{p5} to {p95}\"")
        } else {
            truncate
        })
    }
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
        (true, true) => format!("{under} in {}, above {high} in {}", runs(below), runs(above)),
        (false, true) => format!("reaches above {high} in {}", runs(above)),
        _ => format!("{under} in {}", runs(below)),
    }
}

/// Probability of a value strictly below `x`: a weight on `x` itself is none.
fn chance_below(distribution: &Distribution, x: f64) -> f64 {
    distribution.tails(x.next_down()).lower
}

fn runs(chance: f64) -> String {
    let percent = chance * 100.0;
    if chance >= 1.0 {
        "every run".to_owned()
    } else if percent >= 0.1 {
        format!("{percent:.1} % of runs")
    } else if chance >= 1e-12 {
        format!("one of {:.0} runs", rounded(1.0 / chance))
    } else {
        "hardly any run".to_owned()
    }
}

fn call(family: Family, numbers: &[Number]) -> Result<Distribution, DistributionError> {
    let [a, b] = [numbers[0].value, numbers[1].value];
    match family {
        Family::Uniform => Distribution::uniform(a, b),
        Family::Triangular => Distribution::triangular(a, b, numbers[2].value),
        Family::Pert => Distribution::pert(a, b, numbers[2].value),
        Family::Normal => Distribution::normal(a, b),
        Family::LogNormal => Distribution::lognormal(a, b),
        Family::Gamma => Distribution::gamma(a, b),
        Family::Beta => Distribution::beta(a, b),
    }
}
