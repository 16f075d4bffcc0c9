//! What waited, what was worked, what passed and what was lost.

use super::{count, source, words};
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{FlowRecord, Period, QueueRecord};

pub(super) fn write(period: &Period, page: &mut Page) {
    let (mut queues, mut rooms) = (Vec::new(), Vec::new());
    for (key, segment) in &period.segments {
        let leads = segment.channels.iter();
        let leads = leads.filter_map(|(channel, record)| queue(channel, &record.queue));
        group(&mut queues, format!("{key} leads"), leads.collect());
        for (stage, record) in &segment.stages {
            let name = || format!("{key} {stage}");
            let flows = record.flows.iter();
            let flows =
                flows.filter_map(|flow| queue(source(flow.channel.as_deref()), &flow.queue));
            group(&mut queues, name(), flows.collect());
            group(&mut rooms, name(), record.flows.iter().filter_map(room).collect());
        }
    }
    let header = [
        "our turn", "before", "came", "worked", "passed", "failed", "hand-off", "stale", "after",
        "chance",
    ];
    table(page, &header, queues);
    table(page, &["buyer's turn", "before", "entered", "ready", "after"], rooms);
}

/// Adds rows under a name; none where there is no row.
fn group(rows: &mut Vec<Vec<String>>, name: String, group: Vec<Vec<String>>) {
    if let Some(first) = group.first() {
        let mut heading = vec![String::new(); first.len()];
        heading[0] = name;
        rows.push(heading);
        rows.extend(group);
    }
}

fn table(page: &mut Page, header: &[&str], rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        page.text("");
        page.table(1, words(header), rows);
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

fn room(flow: &FlowRecord) -> Option<Vec<String>> {
    let counts = [flow.room.before, flow.entered, flow.queue.arrived, flow.room.after];
    counts.iter().any(|&units| units > 0).then(|| {
        let mut row = vec![format!("  {}", source(flow.channel.as_deref()))];
        row.extend(counts.map(count));
        row
    })
}
