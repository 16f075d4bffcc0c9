//! The two published data sets, where they lie beside the repository (they may
//! not be copied into it): what is read is what their description counts.

use orgodds::records::{FileKind, Files, Oddity, Outcome, PathSource, Records, Settings, read};
use std::path::PathBuf;

fn folder(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !folder.exists() {
        eprintln!("skipped: the records are not beside the repository");
    }
    folder.exists().then_some(folder)
}

fn count(records: &Records, fits: fn(&Outcome) -> bool) -> usize {
    records.cases.iter().filter(|case| fits(&case.outcome)).count()
}

fn won(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Won(_))
}

#[test]
fn olists_leads_deals_and_orders_are_read_whole() {
    let Some(folder) = folder("olist_funnel") else { return };
    let file = |name: &str| PathSource(folder.join(name));
    let (leads, deals) = (file("mql.csv"), file("closed_deals.csv"));
    let orders = file("seller_order_items.csv");
    let files = Files {
        leads: Some(&leads),
        deals: Some(&deals),
        orders: Some(&orders),
        ..Files::default()
    };
    let records = read(&files, &Settings::default()).unwrap();
    assert_eq!((records.cases.len(), count(&records, won)), (8_000, 842));
    assert_eq!(records.channels.len(), 11);
    assert_eq!(records.first.to_string(), "2017-06-14");
    assert_eq!(records.last.to_string(), "2018-11-14");
    // 32 and 22 ids, 13 of them in both roles.
    assert_eq!(records.owners, 41);
    assert_eq!(records.segments.len(), 33);
    // 4,512 orders, of which 6 are of two sellers.
    assert_eq!(records.orders.len(), 4_518);
    let note = |file, oddity| records.findings.count(file, &oddity);
    assert_eq!(note(FileKind::Leads, Oddity::NoChannel), 60);
    assert_eq!(note(FileKind::Deals, Oddity::ClosedJustBefore), 1);
    assert_eq!(note(FileKind::Deals, Oddity::SameDay), 33);
    let mut days: Vec<f64> = records
        .cases
        .iter()
        .filter_map(|case| match case.outcome {
            Outcome::Won(day) => Some(day.since(case.created)),
            _ => None,
        })
        .collect();
    days.sort_by(f64::total_cmp);
    let median = f64::midpoint(days[420], days[421]);
    assert!((median - 14.7).abs() < 0.05, "{median}");
    let paid: f64 = records.orders.iter().map(|order| order.amount).sum();
    assert!((paid / 4_518.0 - 150.0).abs() < 1.0, "{}", paid / 4_518.0);
}

#[test]
fn mavens_opportunities_are_read_whole() {
    let Some(folder) = folder("crm_pipeline") else { return };
    let pipeline = PathSource(folder.join("sales_pipeline.csv"));
    let files = Files { opportunities: Some(&pipeline), ..Files::default() };
    let records = read(&files, &Settings::default()).unwrap();
    // 500 of 8,800 have not begun.
    assert_eq!(records.cases.len(), 8_300);
    assert_eq!(records.findings.count(FileKind::Opportunities, &Oddity::NotBegun), 500);
    assert_eq!(count(&records, won), 4_238);
    assert_eq!(count(&records, |outcome| matches!(outcome, Outcome::Lost(Some(_)))), 2_473);
    assert_eq!(count(&records, |outcome| *outcome == Outcome::Open), 1_589);
    let paid: f64 = records.cases.iter().filter_map(|case| case.amount).sum();
    assert!((paid - 10_005_534.0).abs() < 0.5, "{paid}");
    assert_eq!((records.owners, records.segments.len()), (30, 7));
    assert_eq!(records.last.to_string(), "2017-12-31");
    assert!(records.tells_losses() && !records.tells_qualification());
}
