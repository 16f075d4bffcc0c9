//! The totals are the run's row.

use orgodds::monte_carlo::{Request, Unwatched, simulate};
use orgodds::organisation::Scenario;
use orgodds::study::Metric;
use orgodds::study::ledger::{Period, RoleRecord, WorkRecord};

use super::{SCENARIOS, ledger, load};

#[test]
fn totals_are_the_row_of_that_run_to_the_last_bit() {
    for file in SCENARIOS {
        let scenario = load(file);
        let runs = simulate(&scenario, &Request { seed: 1, runs: 0..138 }, &Unwatched).unwrap();
        for run in [1, 2, 33, 137] {
            let ledger = ledger(&scenario, run);
            for metric in Metric::ALL {
                let row = runs.metric(metric)[run as usize - 1];
                let total = ledger.totals[metric.name()];
                assert_eq!(total.to_bits(), row.to_bits(), "{file}, run {run}: {metric}");
            }
        }
    }
}

/// The same figures once more, this time added up from what the months hold.
#[test]
fn the_counted_months_add_up_to_the_totals() {
    for file in SCENARIOS {
        let ledger = ledger(&load(file), 137);
        let months: Vec<_> = ledger.months.iter().filter(|month| month.month >= 1).collect();
        assert_eq!(months.len(), ledger.horizon_months, "{file}");
        let count =
            |of: fn(&Period) -> u64| months.iter().map(|month| of(month)).sum::<u64>() as f64;
        let sum = |of: fn(&Period) -> f64| months.iter().map(|month| of(month)).sum::<f64>();
        for (name, sum) in [
            ("leads", count(Period::leads)),
            ("opportunities", count(Period::opportunities)),
            ("wins", count(Period::first_wins)),
            ("customers", months.last().unwrap().customers() as f64),
            ("hires", count(|month| month.roles.values().map(|role| role.hired).sum())),
            ("departures", count(|month| month.roles.values().map(|role| role.departed).sum())),
            ("bookings", sum(|month| month.bookings.total())),
            ("first_sourced", sum(|month| month.bookings.first_sourced)),
            ("first_referred", sum(|month| month.bookings.first_referred)),
            ("repeat_existing", sum(|month| month.bookings.repeat_existing)),
            ("repeat_sourced", sum(|month| month.bookings.repeat_sourced)),
            ("repeat_referred", sum(|month| month.bookings.repeat_referred)),
            ("people_cost", sum(|month| month.roles.values().map(|role| role.cost).sum())),
            ("hire_cost", sum(|month| month.roles.values().map(|role| role.hire_cost).sum())),
        ] {
            let total = ledger.totals[name];
            close(sum, total, &format!("{file}: {name}"));
        }
    }
}

/// Section 7: standard hours by kind of work, hours by role.
#[test]
fn hours_by_kind_and_role_are_those_of_the_results() {
    for file in SCENARIOS {
        let scenario = load(file);
        let runs = simulate(&scenario, &Request { seed: 1, runs: 4..5 }, &Unwatched).unwrap();
        let ledger = ledger(&scenario, 5);
        let counted = || ledger.months.iter().filter(|month| month.month >= 1);
        for (kind, name) in scenario.kinds.iter().enumerate() {
            let works = || counted().flat_map(|month| of_kind(&scenario, month, kind));
            let [demanded, supplied] = runs.work(kind).map(|hours| hours.mean());
            close(works().map(|work| work.demanded).sum(), demanded, &format!("{file}: {name}"));
            close(works().map(|work| work.given).sum(), supplied, &format!("{file}: {name}"));
        }
        for (role, key) in scenario.roles.iter().map(|role| &role.key).enumerate() {
            let [available, given] = runs.role(role).map(|hours| hours.mean());
            let sum =
                |of: fn(&RoleRecord) -> f64| counted().map(|month| of(&month.roles[key])).sum();
            close(sum(|role| role.available), available, &format!("{file}: {key}"));
            close(sum(|role| role.given), given, &format!("{file}: {key}"));
        }
    }
}

fn close(sum: f64, total: f64, what: &str) {
    assert!((sum - total).abs() <= 1e-9 * total.abs(), "{what}: {sum} {total}");
}

fn of_kind<'a>(scenario: &Scenario, month: &'a Period, kind: usize) -> Vec<&'a WorkRecord> {
    let mut works = Vec::new();
    for (segment, record) in scenario.segments.iter().zip(month.segments.values()) {
        let channels = segment.channels.iter().map(|channel| channel.work);
        works.extend(channels.zip(record.channels.values().map(|channel| &channel.work)));
        let stages = segment.stages.iter().map(|stage| stage.work);
        works.extend(stages.zip(record.stages.values().map(|stage| &stage.work)));
        works.push((segment.customers.care.work, &record.care));
        let tracking = segment.customers.tracking.iter().map(|tracking| tracking.care.work);
        works.extend(tracking.zip(record.tracking.iter().map(|tracking| &tracking.work)));
    }
    works.into_iter().filter(|(of, _)| of.0 == kind).map(|(_, work)| work).collect()
}
