//! A role: its seats and the work that it carries.

use super::super::problem::Problem;
use super::super::record::{Named, Record};
use super::Resolver;
use crate::language::Said;
use crate::organisation::{FactorId, Headcount, Path, Role, Start, WorkEntry, limits, most_seats};

/// Shares such as 0.1, 0.2 and 0.7 add up to a hair more than 1.
const ROUNDING: f64 = 1e-9;

impl Resolver<'_> {
    pub fn role(&mut self, key: &Named, record: &Record, at: &Path) -> Role {
        let title = record.name("title").map_or_else(|| key.text.clone(), |title| title.text);
        let hours = self.hours(record, at);
        let factor = |resolver: &mut Self, key| resolver.factor(record, at, key);
        Role {
            key: key.text.clone(),
            title,
            headcount: Headcount { changes: record.headcount("headcount") },
            hours,
            start: start(record),
            ramp_months: factor(self, "ramp_months"),
            attrition: factor(self, "attrition"),
            hire_months: factor(self, "hire_months"),
            annual_cost: factor(self, "annual_cost"),
            hire_cost: factor(self, "hire_cost"),
            switching_loss: factor(self, "switching_loss"),
            work: self.work(record, &at.join("work")),
        }
    }

    /// Needed unless the role has no work.
    fn hours(&mut self, record: &Record, at: &Path) -> Option<FactorId> {
        if !record.leaves_out("hours") {
            return Some(self.factor(record, at, "hours"));
        }
        if !record.each("work").is_empty() {
            let path = at.to_string();
            let title = Said::by(|words| (words.missing_hours)(&path));
            let help = Said::plain(|words| words.role_hours);
            self.problems.push(Problem::error(title, &record.place).help(help));
        }
        None
    }

    fn work(&mut self, record: &Record, at: &Path) -> Vec<WorkEntry> {
        let entries = record.each("work");
        let left_out = if entries.len() == 1 { 1.0 } else { 0.0 };
        let work: Vec<_> = (entries.iter())
            .map(|(kind, entry)| {
                let at = at.join(&kind.text);
                WorkEntry {
                    kind: self.carried(kind),
                    share: entry.number("share").unwrap_or(left_out),
                    speed: self.factor(entry, &at, "speed"),
                    lift: self.factor(entry, &at, "lift"),
                    price: self.factor(entry, &at, "price"),
                }
            })
            .collect();
        let total: f64 = work.iter().map(|entry| entry.share).sum();
        if total > 1.0 + ROUNDING {
            let at = at.to_string();
            let title = Said::by(|words| (words.shares)(&at, total));
            self.problems.push(Problem::error(title, record.place_of("work")));
        }
        work
    }

    /// All seats together, and changes that never come.
    pub fn seats(&mut self, record: &Record, roles: &[Role], horizon: usize) {
        for (role, (_, inner)) in roles.iter().zip(record.each("roles")) {
            let late = role.headcount.changes.iter().find(|&&(month, _)| month > horizon);
            if let Some((month, _)) = late {
                let title = Said::by(|words| (words.too_late)(&role.key, *month, horizon));
                self.warnings.push(Problem::warning(title, inner.place_of("headcount")));
            }
        }
        let most = most_seats(roles.iter().map(|role| &role.headcount));
        if most > limits::SEATS {
            let largest = (0..roles.len()).max_by_key(|&role| roles[role].headcount.largest());
            let place = largest.and_then(|role| record.each("roles").get(role));
            let title = format!("{most} seats are too many");
            let help = format!("all roles together may have {} at most", limits::SEATS);
            let place = place.map_or(&record.place, |(_, role)| role.place_of("headcount"));
            self.problems.push(Problem::error(title, place).help(help));
        }
    }
}

fn start(record: &Record) -> Start {
    match record.name("start").as_ref().map(|start| start.text.as_str()) {
        Some("new") => Start::New,
        Some("vacant") => Start::Vacant,
        _ => Start::Ramped,
    }
}
