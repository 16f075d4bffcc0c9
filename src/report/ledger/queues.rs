//! What waited, what was worked, what passed and what was lost.

use super::{count, source, table};
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{FlowRecord, QueueRecord, SegmentRecord};

pub(super) fn write(segment: &SegmentRecord, page: &mut Page) {
    let words = &page.words().ledger;
    let (mut queues, mut rooms) = (Vec::new(), Vec::new());
    let leads = segment.channels.iter();
    let leads = leads.filter_map(|(channel, record)| queue(channel, &record.queue));
    group(&mut queues, words.leads, leads.collect());
    for (stage, record) in &segment.stages {
        let name = |flow: &'_ FlowRecord| source(flow.channel.as_deref(), page).to_owned();
        let ours = record.flows.iter().filter_map(|flow| queue(&name(flow), &flow.queue));
        let theirs = record.flows.iter().filter_map(|flow| room(&name(flow), flow));
        group(&mut queues, stage, ours.collect());
        group(&mut rooms, stage, theirs.collect());
    }
    table(page, 1, &words.queue, queues);
    table(page, 1, &words.room, rooms);
}

/// Adds rows under a name; none where there is no row.
fn group(rows: &mut Vec<Vec<String>>, name: &str, group: Vec<Vec<String>>) {
    if let Some(first) = group.first() {
        let mut heading = vec![String::new(); first.len()];
        name.clone_into(&mut heading[0]);
        rows.push(heading);
        rows.extend(group);
    }
}

fn queue(name: &str, queue: &QueueRecord) -> Option<Vec<String>> {
    let QueueRecord { waiting, arrived, worked, passed, lost, chance } = queue;
    let counts = [
        waiting.before,
        *arrived,
        *worked,
        *passed,
        lost.failed,
        lost.handoff,
        lost.stale,
        waiting.after,
    ];
    counts.iter().any(|&units| units > 0).then(|| {
        let mut row = vec![format!("  {name}")];
        row.extend(counts.map(count));
        row.push(chance.map_or(String::new(), |chance| fixed(chance, 6)));
        row
    })
}

fn room(name: &str, flow: &FlowRecord) -> Option<Vec<String>> {
    let counts = [flow.room.before, flow.entered, flow.queue.arrived, flow.room.after];
    counts.iter().any(|&units| units > 0).then(|| {
        let mut row = vec![format!("  {name}")];
        row.extend(counts.map(count));
        row
    })
}
