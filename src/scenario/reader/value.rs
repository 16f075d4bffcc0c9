//! One value of a field that is no table.

use super::super::belief::{self, Question};
use super::super::document::{Node, Value};
use super::super::field::{Field, Shape};
use super::super::problem::Problem;
use super::super::record::{Named, Read};
use super::super::suggest;
use crate::language::{Limit, Mistakes, Said};
use crate::organisation::{Path, limits};

/// Reads a value in the shape of its field.
pub fn read(node: &Node, field: &Field, path: &Path) -> Result<Read, Problem> {
    let reader = One { node, field, path };
    match field.shape {
        Shape::Text => reader.plain_text(),
        Shape::File => Ok(Read::Text(reader.text()?.to_owned())),
        Shape::Name => reader.name().map(|named| Read::Text(named.text)),
        Shape::OneOf(words) => reader.one_of(words),
        Shape::Whole(least, most) => reader.whole(node, least, most).map(Read::Whole),
        Shape::Share => reader.share(),
        Shape::Rho => reader.rho(),
        Shape::Seasonality => reader.seasonality(),
        Shape::Headcount => reader.headcount(),
        Shape::Names => reader.names(),
        Shape::Pair => reader.pair(),
        Shape::Factor(domain) => reader.factor(domain),
        Shape::Table(_) | Shape::Each(..) | Shape::List(..) => Err(reader.wrong_type(node)),
    }
}

/// A value of another type than its field has.
pub fn wrong_type(key: &str, shape: &Shape, node: &Node, path: &Path) -> Problem {
    let title = Said::by(|words| (words.must_be)(key, shape.expected()));
    let write = |text: &str| Said::by(|words| (words.write)(text));
    let problem = Problem::error(title, &node.place);
    let is_header = node.place.text().starts_with('[') && node.place.text().contains(&path.0[0]);
    match (&node.value, shape) {
        (Value::Table(_), Shape::List(..)) if is_header => {
            problem.help(Said::by(|words| (words.brackets)(&format!("[[{path}]]"), true)))
        }
        (Value::Array(_), Shape::Table(_) | Shape::Each(..)) if is_header => {
            problem.help(Said::by(|words| (words.brackets)(&format!("[{path}]"), false)))
        }
        (Value::Integer(_) | Value::Float(_), Shape::Text | Shape::Name | Shape::File) => {
            problem.help(write(&format!("\"{}\"", node.place.text())))
        }
        (Value::Text(text), Shape::Whole(..) | Shape::Share | Shape::Rho | Shape::Headcount)
            if text.trim().parse::<f64>().is_ok_and(f64::is_finite) =>
        {
            problem.help(Said::by(|words| (words.without_quotes)(text.trim())))
        }
        (found, Shape::Table(group)) => {
            let keys: Vec<_> = group.keys().map(|key| format!("{key} = …")).collect();
            problem.label(found.this_is()).help(if keys.len() > 4 {
                Said::by(|words| (words.under)(&path.to_string()))
            } else {
                write(&format!("{{ {} }}", keys.join(", ")))
            })
        }
        (Value::Float(_), _) => problem,
        (found, _) => problem.label(found.this_is()),
    }
}

/// Why something cannot serve as the text of a field, or as one of the names in it.
pub fn unusable_name(key: &str, is_one_of_many: bool, named: &Named) -> Option<Problem> {
    let title = if named.text.trim().is_empty() {
        Said::by(|words| (words.not_empty)(key, is_one_of_many))
    } else if named.text.contains(char::is_control) {
        Said::by(|words| (words.one_line)(key, is_one_of_many))
    } else {
        return None;
    };
    Some(Problem::error(title, &named.place))
}

struct One<'a> {
    node: &'a Node,
    field: &'a Field,
    path: &'a Path,
}

impl One<'_> {
    fn wrong_type(&self, node: &Node) -> Problem {
        wrong_type(self.field.key, &self.field.shape, node, self.path)
    }

    fn error(&self, node: &Node, says: fn(&'static Mistakes) -> fn(&str) -> String) -> Problem {
        Problem::error(Said::by(|words| says(words)(self.field.key)), &node.place)
    }

    fn text(&self) -> Result<&str, Problem> {
        self.node.text().ok_or_else(|| self.wrong_type(self.node))
    }

    fn plain_text(&self) -> Result<Read, Problem> {
        let text = self.text()?;
        if text.contains(char::is_control) {
            let title = Said::by(|words| (words.one_line)(self.field.key, false));
            return Err(Problem::error(title, &self.node.place));
        }
        Ok(Read::Text(text.to_owned()))
    }

    fn name(&self) -> Result<Named, Problem> {
        self.named(self.node)
    }

    fn named(&self, node: &Node) -> Result<Named, Problem> {
        let text = node.text().ok_or_else(|| self.wrong_type(node))?.to_owned();
        let named = Named { text, place: node.place.clone() };
        match unusable_name(self.field.key, false, &named) {
            Some(problem) => Err(problem),
            None => Ok(named),
        }
    }

    fn one_of(&self, words: &[&str]) -> Result<Read, Problem> {
        let text = self.text()?;
        if words.contains(&text) {
            return Ok(Read::Text(text.to_owned()));
        }
        let title = Said::by(|said| (said.one_of)(self.field.key, words));
        let near = suggest::did_you_mean(text, words.iter().copied());
        Err(Problem::error(title, &self.node.place).maybe_help(near))
    }

    fn whole(&self, node: &Node, least: u64, most: u64) -> Result<u64, Problem> {
        let Value::Integer(number) = node.value else { return Err(self.wrong_type(node)) };
        let within = u64::try_from(number).ok().filter(|number| (least..=most).contains(number));
        within.ok_or_else(|| {
            let title = Said::by(|words| (words.from_to)(self.field.key, least, most));
            Problem::error(title, &node.place)
        })
    }

    fn number(&self, node: &Node) -> Result<f64, Problem> {
        let number = as_number(&node.value).ok_or_else(|| self.wrong_type(node))?;
        if number.is_finite() {
            Ok(number)
        } else {
            let title = Said::by(|words| (words.number)(self.field.key, Limit::Real));
            Err(Problem::error(title, &node.place))
        }
    }

    fn share(&self) -> Result<Read, Problem> {
        let share = self.number(self.node)?;
        if (0.0..=1.0).contains(&share) {
            Ok(Read::Number(share))
        } else {
            let title = Said::by(|words| (words.share)(self.field.key));
            Err(Problem::error(title, &self.node.place))
        }
    }

    fn rho(&self) -> Result<Read, Problem> {
        let rho = self.number(self.node)?;
        if rho > -1.0 && rho < 1.0 {
            return Ok(Read::Number(rho));
        }
        Err(self.error(self.node, |words| words.rho))
    }

    fn seasonality(&self) -> Result<Read, Problem> {
        let Value::Array(items) = &self.node.value else { return Err(self.wrong_type(self.node)) };
        if items.is_empty() || items.len() > limits::MONTHS {
            let title = Said::by(|words| (words.how_many)(self.field.key, limits::MONTHS));
            return Err(Problem::error(title, &self.node.place));
        }
        let month = |item: &Node| {
            let number = self.number(item)?;
            if (0.0..=limits::NUMBER).contains(&number) {
                Ok(number)
            } else {
                Err(self.error(item, |words| words.numbers_from_0))
            }
        };
        items.iter().map(month).collect::<Result<_, _>>().map(Read::Numbers)
    }

    fn headcount(&self) -> Result<Read, Problem> {
        let seats = |node: &Node| self.whole(node, 0, limits::SEATS as u64);
        let Value::Array(items) = &self.node.value else {
            return Ok(Read::Headcount(vec![(1, as_size(seats(self.node)?))]));
        };
        let mut changes: Vec<(usize, usize)> = Vec::new();
        for item in items {
            let Value::Array(pair) = &item.value else { return Err(self.schedule(item)) };
            let [month, after] = pair.as_slice() else { return Err(self.schedule(item)) };
            let from = as_size(self.whole(month, 1, limits::MONTHS as u64)?);
            match changes.last() {
                None if from != 1 => {
                    return Err(self.error(month, |words| words.month_1));
                }
                Some(&(before, _)) if before >= from => {
                    return Err(self.error(month, |words| words.ascending));
                }
                _ => changes.push((from, as_size(seats(after)?))),
            }
        }
        if changes.is_empty() {
            return Err(self.schedule(self.node));
        }
        Ok(Read::Headcount(changes))
    }

    fn schedule(&self, node: &Node) -> Problem {
        self.error(node, |words| words.schedule).help(Said::plain(|words| words.as_a_schedule))
    }

    fn names(&self) -> Result<Read, Problem> {
        let Value::Array(items) = &self.node.value else {
            let problem = self.wrong_type(self.node);
            return Err(match self.node.text() {
                Some(text) => {
                    problem.help(Said::by(|words| (words.write)(&format!("[\"{text}\"]"))))
                }
                None => problem,
            });
        };
        items.iter().map(|item| self.named(item)).collect::<Result<_, _>>().map(Read::Names)
    }

    fn pair(&self) -> Result<Read, Problem> {
        match self.names()? {
            Read::Names(names) if names.len() == 2 => Ok(Read::Names(names)),
            _ => Err(Problem::error(Said::plain(|words| words.two_paths), &self.node.place)),
        }
    }

    fn factor(&self, domain: crate::distribution::Domain) -> Result<Read, Problem> {
        let (field, place) = (self.field.key, &self.node.place);
        let read = match &self.node.value {
            Value::Text(text) => belief::from_text(&Question { field, domain, text, place }),
            value => {
                let number = as_number(value).ok_or_else(|| self.wrong_type(self.node))?;
                belief::from_number(field, domain, number, place)
            }
        };
        read.map(Read::Factor)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a number past 2^53 is beyond what a field may hold"
)]
fn as_number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}

fn as_size(number: u64) -> usize {
    usize::try_from(number).expect("the limits are far below the largest size")
}
