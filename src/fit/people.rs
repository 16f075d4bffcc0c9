//! Seats, and how long people stay in them.

use crate::distribution::Distribution;
use crate::fit::figure::{Figure, Method};
use crate::records::{Day, Employment, Records};
use crate::statistics::Moments;

/// What is recorded of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Its name as written.
    pub name: String,
    /// People in it at the end of the records.
    pub headcount: usize,
    /// People who came and who left during the records.
    pub hired: usize,
    /// People who left.
    pub left: usize,
    /// Years of people under observation.
    pub years: f64,
    /// Chance to leave within a year.
    pub attrition: Figure,
    /// Selling hours a month, where they are told.
    pub hours: Option<Figure>,
    /// Cost a year, where it is told.
    pub annual_cost: Option<Figure>,
}

/// Before the records: people who left, and years of people; the published rate of
/// a third a year with a weight of a person and a half.
const BEFORE: (f64, f64) = (1.5, 4.5);
const YEAR: f64 = 365.25;

/// The roles of the records, those with people at the end first.
#[must_use]
pub fn roles(records: &Records) -> Vec<Role> {
    let role = |(index, name): (usize, &String)| {
        let people: Vec<&Employment> =
            records.people.iter().filter(|person| usize::from(person.role) == index).collect();
        role(name, &people, records.first, records.last)
    };
    records.roles.iter().enumerate().map(role).filter(|role| role.headcount > 0).collect()
}

fn role(name: &str, people: &[&Employment], first: Day, last: Day) -> Role {
    let end = |person: &Employment| person.end.filter(|end| *end < last);
    let years = |person: &Employment| {
        let start = person.start.map_or(first.0, |start| start.0.max(first.0));
        let end = end(person).map_or(last.0, |end| end.0);
        (end - start).max(0.0) / YEAR
    };
    let came = |person: &Employment| person.start.is_none_or(|start| start <= last);
    let left = people.iter().filter(|p| end(p).is_some_and(|end| end >= first)).count();
    let years: f64 = people.iter().map(|person| years(person)).sum();
    let period = (first, last);
    let mean = |of: &dyn Fn(&Employment) -> Option<f64>| {
        let told: Moments =
            people.iter().filter(|p| end(p).is_none()).filter_map(|p| of(p)).collect();
        let (mean, se) = (told.mean(), told.se());
        let ends = [-1.645, 0.0, 1.645].map(|z| mean * (z * se / mean).exp());
        (told.count() > 0)
            .then(|| Figure::between(ends, told.count() as f64, Method::Sample).over(period))
    };
    Role {
        name: name.to_owned(),
        headcount: people.iter().filter(|p| came(p) && end(p).is_none()).count(),
        hired: people.iter().filter(|p| p.start.is_some_and(|s| s > first && s <= last)).count(),
        left,
        years,
        attrition: attrition(left, years).over(period),
        hours: mean(&|person| person.hours),
        annual_cost: mean(&|person| person.cost.map(|cost| 12.0 * cost)),
    }
}

/// Chance to leave within a year, of so many who left in so many years of people.
#[must_use]
pub fn attrition(left: usize, years: f64) -> Figure {
    let (shape, time) = (left as f64 + BEFORE.0, years + BEFORE.1);
    let gamma = Distribution::gamma(shape / time, shape.sqrt() / time).expect("above 0");
    let ends = [0.05, 0.5, 0.95].map(|level| -(-gamma.quantile(level)).exp_m1());
    Figure::between(ends, left as f64, Method::Rate)
}
