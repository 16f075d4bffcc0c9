//! As many runs as a precision needs are the same as that many asked for.

use std::sync::Mutex;

use orgodds::monte_carlo::{Goal, Interrupted, Watch, simulate_until, with_threads};
use orgodds::organisation::Scenario;
use orgodds::simulation::Metric;
use orgodds::statistics::{Moments, WITHIN_95};

use super::harness::{SEED, Text, simulate};

/// Two teams that sell as much as their hours allow, out of an uncertain market.
fn teams() -> [Scenario; 2] {
    let text = Text::base().with("segments.s.channels.web.arrivals", "'3 to 9'");
    [text.clone().load(), text.with("segments.s.deal.price", "120").load()]
}

fn goal(within: f64) -> Goal {
    Goal { metric: Metric::Bookings, within, baseline: 0, limit: 20_000 }
}

/// Notes what it is told; stops after so many runs.
#[derive(Default)]
struct Notes {
    expected: Mutex<Vec<u64>>,
    done: Mutex<u64>,
    most: Option<u64>,
}

impl Watch for Notes {
    fn advanced(&self, runs: u64) {
        *self.done.lock().unwrap() += runs;
    }

    fn cancelled(&self) -> bool {
        self.most.is_some_and(|most| *self.done.lock().unwrap() >= most)
    }

    fn expects(&self, runs: u64) {
        self.expected.lock().unwrap().push(runs);
    }
}

#[test]
fn it_stops_at_the_first_whole_batch_that_is_precise_enough() {
    let [a, b] = teams();
    let (runs, reached) = simulate_until(&[&a, &b], SEED, &goal(0.008), &Notes::default()).unwrap();
    let half = |values: &[f64], mean: f64| {
        let moments: Moments = values.iter().copied().collect();
        WITHIN_95 * moments.se() / mean
    };
    let widest = |first: usize| {
        let of = |place: usize| &runs[place].metric(Metric::Bookings)[..first];
        let mean = |place: usize| of(place).iter().sum::<f64>() / first as f64;
        let difference: Vec<f64> = of(1).iter().zip(of(0)).map(|(b, a)| b - a).collect();
        let own = half(of(0), mean(0)).max(half(of(1), mean(1)));
        own.max(half(&difference, mean(0)))
    };
    assert!(reached.is_enough() && reached.runs % 1000 == 0 && reached.runs > 1000, "{reached:?}");
    assert!((widest(reached.runs as usize) - reached.within).abs() < 1e-12);
    assert!(widest(reached.runs as usize - 1000) > 0.008);
}

#[test]
fn the_runs_are_those_of_the_same_number_asked_for_on_any_threads() {
    let [a, b] = teams();
    let until = |threads| {
        let work = || simulate_until(&[&a, &b], SEED, &goal(0.008), &Notes::default());
        with_threads(Some(threads), work).unwrap().unwrap()
    };
    let (runs, reached) = until(1);
    assert_eq!((&runs, reached), (&until(3).0, until(3).1));
    assert_eq!(runs, [simulate(&a, reached.runs), simulate(&b, reached.runs)]);
}

#[test]
fn a_difference_can_need_more_runs_than_both_means() {
    // Two markets that have nothing to do with each other, and a small baseline.
    let team = |path: &str, arrivals: &str| {
        let text = Text::base().without("segments.s.channels.web");
        let web = format!(
            "{{ kind = 'inbound', arrivals = {arrivals}, work = 'lead', hours = 1, qualify = 1 }}"
        );
        text.with(&format!("segments.s.channels.{path}"), &web).load()
    };
    let (small, large) = (team("here", "2"), team("there", "40"));
    let runs = |scenarios: &[&Scenario]| {
        simulate_until(scenarios, SEED, &goal(0.02), &Notes::default()).unwrap().1.runs
    };
    assert!(runs(&[&small, &large]) > runs(&[&small]).max(runs(&[&large])));
}

#[test]
fn at_the_limit_it_says_how_far_it_got() {
    let [a, _] = teams();
    let limited = Goal { limit: 2500, ..goal(1e-4) };
    let notes = Notes::default();
    let (runs, reached) = simulate_until(&[&a], SEED, &limited, &notes).unwrap();
    assert_eq!((runs[0].len(), reached.runs), (2500, 2500));
    assert!(!reached.is_enough() && reached.within > 1e-4 && reached.within < 0.1);
    // The first batch, then what the error asks for, no more than the limit, and
    // in the end what it was.
    assert_eq!(*notes.expected.lock().unwrap(), [1000, 2500, 2500, 2500]);
}

#[test]
fn what_is_certain_needs_one_batch_and_a_mean_of_nothing_never_ends() {
    let certain = Text::base().with("segments.s.channels.web.arrivals", "0").load();
    let (_, reached) = simulate_until(&[&certain], SEED, &goal(1e-6), &Notes::default()).unwrap();
    assert_eq!((reached.runs, reached.within), (1000, 0.0));
    // Nothing is booked by one, something by the other: no share of nothing.
    let [a, _] = teams();
    let limited = Goal { limit: 1000, ..goal(0.5) };
    let (_, reached) = simulate_until(&[&certain, &a], SEED, &limited, &Notes::default()).unwrap();
    assert!(reached.within.is_infinite());
}

#[test]
fn it_can_be_interrupted() {
    let [a, b] = teams();
    let notes = Notes { most: Some(5000), ..Notes::default() };
    let stopped = simulate_until(&[&a, &b], SEED, &goal(1e-5), &notes);
    assert_eq!(stopped.unwrap_err(), Interrupted);
}
