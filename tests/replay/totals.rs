//! The totals are the run's row.

use orgodds::monte_carlo::{Request, Unwatched, simulate};
use orgodds::study::Metric;

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
        let count = |of: fn(&orgodds::study::ledger::Period) -> u64| {
            months.iter().map(|month| of(month)).sum::<u64>() as f64
        };
        let sum = |of: fn(&orgodds::study::ledger::Period) -> f64| {
            months.iter().map(|month| of(month)).sum::<f64>()
        };
        for (name, sum) in [
            ("leads", count(|month| month.leads())),
            ("opportunities", count(|month| month.opportunities())),
            ("wins", count(|month| month.first_wins())),
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
            assert!((sum - total).abs() <= 1e-9 * total.abs(), "{file}: {name} {sum} {total}");
        }
    }
}
