//! From the notation to a distribution that fits its field.

use crate::distribution::{Distribution, DistributionError, Domain};
use crate::language::{Said, Unfit};

use super::data;
use super::domain::{self, percent};
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
        let title = Said::by_language(|language, words| {
            (words.notation.of_field)(question.field, fault.says.tell(language))
        });
        Problem::error(title, &place).maybe_help(fault.help)
    })?;
    if let Says::Number(value) = expression.says {
        let title = Said::by(|words| (words.no_text)(question.field));
        return Err(Problem::error(title, question.place).help(write(&value.to_string())));
    }
    let distribution = question.build(&expression)?;
    if !distribution.stays_in(question.domain) {
        return Err(domain::leaves(question, &expression, &distribution));
    }
    domain::can_be_counted_with(question.field, question.domain, question.place, &distribution)?;
    Ok(distribution)
}

/// Takes a number as a factor.
pub fn from_number(
    field: &str,
    domain: Domain,
    value: f64,
    place: &Place,
) -> Result<Distribution, Problem> {
    let distribution = Distribution::known(value)
        .map_err(|_| Problem::error(domain::number(field, Domain::Real), place))?;
    if !domain.holds(value) {
        return Err(domain::outside(field, domain, value, place));
    }
    domain::can_be_counted_with(field, domain, place, &distribution)?;
    Ok(distribution)
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
        let unfit = match (&expression.says, error) {
            // The limits as they were written: those of the error are clipped.
            (Says::Truncate(inner, low, high), DistributionError::NothingLeft { .. }) => {
                Unfit::NothingLeft(Some(&self.text[inner.at.clone()]), low.value, high.value)
            }
            _ => self.unfit(error),
        };
        let title = Said::by(|words| (words.notation.unfit)(self.field, unfit));
        let problem = Problem::error(title, &self.at(&expression.at));
        match (&expression.says, error) {
            (Says::Interval(low, high), DistributionError::Reversed { .. }) => {
                if low.value > high.value {
                    problem.help(write(&format!("\"{} to {}\"", high.value, low.value)))
                } else {
                    problem.help(Said::by(|words| (words.exactly)(low.value)))
                }
            }
            (Says::Interval(low, high), DistributionError::EndOutside { .. })
                if self.domain.holds(low.value) && self.domain.holds(high.value) =>
            {
                problem.help(write(&format!("\"uniform({}, {})\"", low.value, high.value)))
            }
            (Says::Interval(low, high), DistributionError::EndOutside { .. })
                if self.domain == Domain::Probability && low.value > 0.0 && high.value <= 100.0 =>
            {
                let (low, high) = (percent(low.value), percent(high.value));
                problem.help(Said::by(|words| (words.if_percents)(low, high)))
            }
            _ => problem,
        }
    }

    /// The same as language knows it.
    fn unfit(&self, error: &DistributionError) -> Unfit<'static> {
        match *error {
            DistributionError::NotFinite { name } => Unfit::NotFinite(name),
            DistributionError::NotPositive { name, value } => Unfit::NotPositive((name, value)),
            DistributionError::ShapesApart => Unfit::ShapesApart,
            DistributionError::Reversed { low_name, low, high_name, high } => {
                Unfit::Reversed((low_name, low), (high_name, high))
            }
            DistributionError::ModeOutside { low, mode, high } => {
                Unfit::ModeOutside { low, mode, high }
            }
            DistributionError::EndOutside { value, .. } => {
                Unfit::EndOutside(domain::limit(self.domain), value)
            }
            DistributionError::TooWide => Unfit::TooWide,
            DistributionError::Empty => Unfit::NoWeight,
            DistributionError::NegativeWeight { value, weight } => {
                Unfit::NegativeWeight(value, weight)
            }
            DistributionError::NothingLeft { low, high } => Unfit::NothingLeft(None, low, high),
            DistributionError::TooNarrow { low, high } => Unfit::TooNarrow(low, high),
        }
    }
}

/// What to write instead.
fn write(text: &str) -> Said {
    Said::by(|words| (words.write)(text))
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
