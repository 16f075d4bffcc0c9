//! Switching values and turns against a value that is known beforehand: with the
//! same hours nobody is ahead.

use orgodds::monte_carlo::{Request, Unwatched, simulate};
use orgodds::organisation::Scenario;
use orgodds::scenario::{Loaded, Vary, load_all};
use orgodds::study::sweep::{Design, Of, Switching, sweep};
use orgodds::study::{LeadMetric, turns};

use super::{PAIR, company};

/// Where the lead changes hands.
const TRUTH: f64 = 60.0;

fn load() -> Vec<Loaded> {
    let folder = company();
    let files = PAIR.map(|name| folder.path().join(name));
    load_all(&files, &[]).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The switching values that runs from this seed give.
fn found(loaded: &[Loaded], varied: &[Vary], seed: u64, runs: u64) -> Vec<Switching> {
    let request = Request { seed, runs: 0..runs };
    let axes: Vec<_> = varied.iter().map(|one| one.axis.clone()).collect();
    let variant =
        |side: usize, at: &[f64]| -> Scenario { loaded[side].varied(varied, at).unwrap() };
    let scenarios = [&loaded[0].scenario, &loaded[1].scenario];
    let design = Design { axes: &axes, scenarios, variant: &variant };
    let base = scenarios.map(|one| simulate(one, &request, &Unwatched).unwrap());
    let [before, after] = &base;
    let metric = LeadMetric::Bookings;
    sweep(&design, [before, after], metric, &request, &Unwatched).unwrap().switching
}

/// An interval of 95 % holds the truth in about 95 of 100: of 200, fewer than 181 or
/// all would happen by chance once in some 1,000 times and in some 30,000.
#[test]
fn an_interval_of_a_switching_value_holds_the_true_one_as_often_as_it_says() {
    let loaded = load();
    // The truth is no point of the sweep.
    let varied = Vary::all(&["roles.seller.hours=38..78:6".to_owned()], &loaded).unwrap();
    let mut held = [0, 0];
    for seed in 0..200 {
        let all = found(&loaded, &varied, seed, 100);
        for (of, held) in Of::ALL.iter().zip(&mut held) {
            let holds = |one: &Switching| {
                one.of == *of
                    && one.low.is_none_or(|low| low <= TRUTH)
                    && one.high.is_none_or(|high| TRUTH <= high)
            };
            *held += usize::from(all.iter().any(holds));
        }
    }
    println!("held of 200: chance {}, mean {}", held[0], held[1]);
    assert!(held.iter().all(|held| (181..200).contains(held)), "{held:?}");
}

#[test]
fn with_more_runs_the_interval_closes_in_on_the_true_value() {
    let loaded = load();
    let varied = Vary::all(&["roles.seller.hours=38..78:6".to_owned()], &loaded).unwrap();
    let width = |runs| {
        let all = found(&loaded, &varied, 7, runs);
        let mean = all.iter().find(|one| one.of == Of::MeanDifference).unwrap();
        assert!((mean.value - TRUTH).abs() < 8.0, "{mean:?}");
        mean.high.unwrap() - mean.low.unwrap()
    };
    let (few, many) = (width(200), width(3200));
    assert!(many < few / 3.0 && many > few / 5.5, "{few} {many}");
}

#[test]
fn an_unknown_that_turns_the_answer_is_told_with_its_value_and_others_are_not() {
    let loaded = load();
    let request = Request { seed: 3, runs: 0..2000 };
    let scenarios = [&loaded[0].scenario, &loaded[1].scenario];
    let runs = scenarios.map(|one| simulate(one, &request, &Unwatched).unwrap());
    let metric = LeadMetric::Bookings;
    let (turns, about) = turns::find(&scenarios, &runs, 0, metric, &request, &Unwatched).unwrap();
    let turning: Vec<_> = turns.iter().filter(|turn| turn.value.is_some()).collect();
    let hours = turning.iter().find(|turn| turn.factor == "roles.seller.hours").unwrap();
    let (low, high) = (hours.low.unwrap(), hours.high.unwrap());
    assert!(low < TRUTH && TRUTH < high && high - low < 10.0, "{hours:?}");
    assert!(hours.candidate_above);
    assert!(hours.gap_at_p5 < 0.0 && hours.gap_at_p95 > 0.0);
    assert_eq!(about.uncertain, 2);
    // It changes one scenario: the ends, the place, and two rounds of closing in.
    assert!(about.runs >= 3 * 2000 && about.runs <= 16 * 2000, "{about:?}");
}
