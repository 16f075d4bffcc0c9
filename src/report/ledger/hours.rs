//! Who worked on what, and what that did to the odds, the price and the hand-offs.

use super::words;
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{Handoff, Level, Period, SegmentRecord, WorkRecord};

/// A task with all that there is to say about its hours.
struct Task<'a> {
    name: String,
    work: &'a WorkRecord,
    credit: Option<&'a Level<f64>>,
    handoff: Option<&'a Handoff>,
}

pub(super) fn write(period: &Period, page: &mut Page) {
    let tasks: Vec<Task<'_>> =
        period.segments.iter().flat_map(|(key, segment)| tasks(key, segment)).collect();
    page.text("");
    let header =
        ["standard hours", "new", "asked", "given", "credit", "credit after", "lift", "price"];
    page.table(1, words(&header), tasks.iter().filter(|task| task.is_alive()).map(row).collect());
    page.text("");
    let header = ["who", "role", "given", "mix", "changes hands", "lost there"];
    page.table(2, words(&header), tasks.iter().flat_map(roles).collect());
}

/// The tasks of a segment in file order.
fn tasks<'a>(key: &str, segment: &'a SegmentRecord) -> Vec<Task<'a>> {
    let task = |what: &str, work| Task {
        name: format!("{key} {what}"),
        work,
        credit: None,
        handoff: None,
    };
    let mut tasks = Vec::new();
    for (channel, record) in &segment.channels {
        let (credit, handoff) = (Some(&record.credit), Some(&record.handoff));
        tasks.push(Task { credit, handoff, ..task(channel, &record.work) });
    }
    for (stage, record) in &segment.stages {
        let (credit, handoff) = (Some(&record.credit), Some(&record.handoff));
        tasks.push(Task { credit, handoff, ..task(stage, &record.work) });
    }
    tasks.push(task("care", &segment.care));
    if let Some(record) = &segment.tracking {
        tasks.push(Task { handoff: Some(&record.handoff), ..task("tracking", &record.work) });
    }
    tasks
}

impl Task<'_> {
    fn is_alive(&self) -> bool {
        let hours = self.work.demanded + self.work.asked + self.work.given;
        hours > 0.0 || self.credit.is_some_and(|credit| credit.before + credit.after > 0.0)
    }
}

fn row(task: &Task<'_>) -> Vec<String> {
    let credit = |of: fn(&Level<f64>) -> f64| {
        task.credit.map_or(String::new(), |credit| fixed(of(credit), 6))
    };
    let work = task.work;
    vec![
        task.name.clone(),
        fixed(work.demanded, 4),
        fixed(work.asked, 4),
        fixed(work.given, 4),
        credit(|credit| credit.before),
        credit(|credit| credit.after),
        fixed(work.lift, 4),
        fixed(work.price, 4),
    ]
}

/// A row a role that gives or last gave; the passage stands in the first one.
fn roles(task: &Task<'_>) -> Vec<Vec<String>> {
    let givers = task.work.roles.iter().filter(|(_, role)| role.given > 0.0 || role.mix > 0.0);
    let mut rows: Vec<Vec<String>> = givers
        .map(|(key, role)| {
            vec![String::new(), key.clone(), fixed(role.given, 4), fixed(role.mix, 6)]
        })
        .collect();
    if rows.is_empty() {
        rows.push(vec![String::new(), "nobody".into(), String::new(), String::new()]);
    }
    rows[0][0].clone_from(&task.name);
    if let Some(handoff) = task.handoff {
        rows[0].extend([fixed(handoff.change, 6), fixed(handoff.chance, 6)]);
    }
    rows
}
