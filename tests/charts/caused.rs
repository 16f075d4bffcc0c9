//! Studies with what makes their gap: clear, unclear, and of every size.

use orgodds::study::causes::Group;
use orgodds::study::{Cause, CausesAbout, LeadMetric, MeanChange, Study};

use crate::fixture;

/// Gives the first comparison of a study causes of these sizes, each with an error of
/// this part of `size`, and a gap without skill, unless nobody has any.
fn caused(mut study: Study, parts: &[(Group, f64)], error: f64, rest: Option<f64>) -> Study {
    let (baseline, candidate) =
        (study.comparisons[0].baseline.clone(), study.comparisons[0].candidate.clone());
    let cause = |&(group, contribution): &(Group, f64)| Cause {
        baseline: baseline.clone(),
        candidate: candidate.clone(),
        group,
        contribution,
        se: error,
    };
    study.causes = parts.iter().map(cause).collect();
    let change = |mean_difference| MeanChange { mean_difference, se: error };
    let has = |group: &Group| parts.iter().any(|part| part.0 == *group);
    study.causes_about = Some(CausesAbout {
        baseline,
        candidate,
        metric: LeadMetric::Bookings,
        gap: change(parts.iter().map(|part| part.1).sum()),
        without_skill: rest.map(change),
        same: Group::ALL.into_iter().filter(|group| !has(group)).collect(),
        idle: Vec::new(),
        company: Vec::new(),
        worlds: 31,
    });
    study
}

/// All groups, to and fro.
fn eight(size: f64) -> Vec<(Group, f64)> {
    let parts = [0.3, -4.2, 1.9, 3.6, -1.1, 0.25, 0.2, -0.4];
    Group::ALL.into_iter().zip(parts).map(|(group, part)| (group, part * size)).collect()
}

/// A lead that skill makes.
pub fn skilled() -> Study {
    let parts = [(Group::Split, -9.6e6), (Group::Skill, 3.9e6), (Group::Switching, 7e6)];
    caused(fixture::pair(), &parts, 2e5, Some(-3.1e6))
}

/// A lead that stays without skill.
pub fn lasting() -> Study {
    let parts = [(Group::Split, 2e6), (Group::Skill, 1e6)];
    caused(fixture::pair(), &parts, 1e5, Some(2e6))
}

/// A single difference.
pub fn order_of_work() -> Study {
    caused(fixture::pair(), &[(Group::Split, -3.06e6)], 9e4, None)
}

/// Errors larger than most there is to find.
pub fn noisy() -> Study {
    caused(fixture::pair(), &eight(1e6), 1.5e6, Some(2e5))
}

/// All of them, by name.
pub fn all() -> Vec<(&'static str, Study)> {
    vec![
        ("causes-skilled", skilled()),
        ("causes-lasting", lasting()),
        ("causes-one", order_of_work()),
        ("causes-noisy", noisy()),
        ("causes-eight", caused(fixture::pair(), &eight(1e6), 8e4, Some(-1.2e6))),
        ("causes-long-names", caused(fixture::long_names(), &eight(1e6), 8e4, Some(-1.2e6))),
        ("causes-tiny", caused(fixture::pair(), &eight(3.0), 0.1, Some(1.0))),
        ("causes-huge", caused(fixture::pair(), &eight(1e12), 1e10, Some(1e12))),
        ("causes-certain", caused(fixture::pair(), &eight(1e6), 0.0, Some(1e6))),
        ("causes-nothing", caused(fixture::pair(), &eight(0.0), 0.0, Some(0.0))),
        (
            "causes-all-below",
            caused(fixture::pair(), &[(Group::Ramp, -1e6), (Group::Pay, -2e6)], 1e5, None),
        ),
    ]
}
