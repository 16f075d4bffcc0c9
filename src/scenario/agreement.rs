//! Fifth pass: what the scenarios of one command must share, and what not.

use super::problem::{Problem, Problems};
use super::record::Record;
use super::resolve::Resolved;
use crate::language::Said;
use crate::organisation::{Path, Scenario};

/// Compares every scenario with the first.
pub fn check(records: &[Record], resolved: &mut [Resolved], problems: &mut Problems) {
    for later in 1..records.len() {
        for (key, shown) in SHARED {
            let (here, first) = (shown(&resolved[later].scenario), shown(&resolved[0].scenario));
            if here != first {
                let names = [&resolved[later].scenario.name, &resolved[0].scenario.name];
                let title = Said::by(|words| {
                    let shown = |value: &str| match value {
                        "" => words.no_currency.to_owned(),
                        value => value.to_owned(),
                    };
                    let (here, first) = (shown(&here), shown(&first));
                    (words.must_agree)(key, (&here, names[0]), (&first, names[1]))
                });
                let problem = Problem::error(title, records[later].place_of(key));
                problems.push(if records[0].leaves_out(key) {
                    problem
                } else {
                    problem.also(
                        records[0].place_of(key),
                        Said::by(|words| (words.in_scenario)(names[1])),
                    )
                });
            }
        }
        if correlations(&resolved[later].scenario) != correlations(&resolved[0].scenario) {
            let warning = differently_correlated(&records[later], &resolved[0].scenario);
            resolved[later].warnings.push(warning);
        }
    }
    for later in 1..records.len() {
        let name = &resolved[later].scenario.name;
        let earlier = (0..later).find(|&earlier| resolved[earlier].scenario.name == *name);
        if let Some(earlier) = earlier {
            problems.push(same_name(name, &records[later], &records[earlier]));
        }
    }
}

type Shown = fn(&Scenario) -> String;

const SHARED: [(&str, Shown); 4] = [
    ("horizon_months", |scenario| scenario.horizon_months.to_string()),
    ("warm_up_months", |scenario| scenario.warm_up_months.to_string()),
    ("steps_per_month", |scenario| scenario.steps_per_month.to_string()),
    ("currency", |scenario| scenario.currency.clone()),
];

fn same_name(name: &str, later: &Record, earlier: &Record) -> Problem {
    let (here, first) = (later.place_of("name"), earlier.place_of("name"));
    if here == first {
        let title = Said::by(|words| (words.given_twice)(name));
        return Problem::error(title, here);
    }
    Problem::error(Said::by(|words| (words.same_name)(name)), here)
        .also(first, Said::by(|words| words.the_first.to_owned()))
        .help(Said::by(|words| words.rename.to_owned()))
}

/// What is correlated with what, and how much.
fn correlations(scenario: &Scenario) -> Vec<(&Path, &Path, u64)> {
    let path = |group: &crate::organisation::Correlations, member: usize| {
        &scenario.factors[group.members[member]].path
    };
    let mut all = Vec::new();
    for group in &scenario.factors.correlations {
        for &(a, b, rho) in &group.stated {
            let (a, b) = (path(group, a), path(group, b));
            all.push((a.min(b), a.max(b), rho.to_bits()));
        }
    }
    all.sort();
    all
}

fn differently_correlated(record: &Record, first: &Scenario) -> Problem {
    let title = Said::by(|words| (words.other_correlations)(&first.name));
    Problem::warning(title, record.place_of("correlations"))
}
