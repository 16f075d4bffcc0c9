//! Who worked on what, and what that did to the odds, the price and the hand-offs.

use super::table;
use crate::figure::fixed;
use crate::language::Ledger;
use crate::report::grid::Page;
use crate::study::ledger::{
    ChannelRecord, Handoff, Level, SegmentRecord, StageRecord, TrackingRecord, WorkRecord,
};

/// A task with all that there is to say about its hours.
struct Task<'a> {
    name: String,
    work: &'a WorkRecord,
    credit: Option<&'a Level<f64>>,
    handoff: Option<&'a Handoff>,
}

pub(super) fn write(segment: &SegmentRecord, page: &mut Page) {
    let words = &page.words().ledger;
    let tasks = tasks(segment, words);
    let alive = tasks.iter().filter(|task| task.is_alive());
    table(page, 1, &words.hours, alive.map(row).collect());
    let roles = tasks.iter().flat_map(|task| roles(task, words.nobody));
    table(page, 2, &words.workers, roles.collect());
}

/// The tasks of a segment in file order.
fn tasks<'a>(segment: &'a SegmentRecord, words: &Ledger) -> Vec<Task<'a>> {
    let mut tasks = Vec::new();
    for (channel, ChannelRecord { work, credit, handoff, .. }) in &segment.channels {
        let name = (words.leads_of)(channel);
        tasks.push(Task { name, work, credit: Some(credit), handoff: Some(handoff) });
    }
    for (stage, StageRecord { work, credit, handoff, .. }) in &segment.stages {
        let name = stage.clone();
        tasks.push(Task { name, work, credit: Some(credit), handoff: Some(handoff) });
    }
    let name = words.care.to_owned();
    tasks.push(Task { name, work: &segment.care, credit: None, handoff: None });
    if let Some(TrackingRecord { work, handoff }) = &segment.tracking {
        let name = words.tracking.to_owned();
        tasks.push(Task { name, work, credit: None, handoff: Some(handoff) });
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
fn roles(task: &Task<'_>, nobody: &str) -> Vec<Vec<String>> {
    let givers = task.work.roles.iter().filter(|(_, role)| role.given > 0.0 || role.mix > 0.0);
    let mut rows: Vec<Vec<String>> = givers
        .map(|(key, role)| {
            vec![String::new(), key.clone(), fixed(role.given, 4), fixed(role.mix, 6)]
        })
        .collect();
    if rows.is_empty() {
        rows.push(vec![String::new(), nobody.into(), String::new(), String::new()]);
    }
    rows[0][0].clone_from(&task.name);
    if let Some(handoff) = task.handoff {
        rows[0].extend([handoff.change, handoff.chance].map(|share| fixed(share, 6)));
    }
    for row in &mut rows {
        row.resize(6, String::new());
    }
    rows
}
