//! Simulation-based calibration: the engine plays a known scenario, its records
//! are fitted, and the intervals must hold the truth as often as they say.

mod beginnings;
mod customers;
mod kinds;
mod quarters;
mod seasons;
mod seats;
pub mod units;

use std::collections::BTreeMap;
use std::path::PathBuf;

use orgodds::fit::{Figure, Options, fit};
use orgodds::organisation::Scenario;
use orgodds::random::{Luck, Place};
use orgodds::records::{Case, Records};
use orgodds::study::ledger::{self, Ledger, Replay};
use units::{Keeping, Losses};

fn scenario(name: &str, set: &[String]) -> Scenario {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fit/calibration").join(name);
    let mut loaded = orgodds::scenario::load_all(&[file], set)
        .unwrap_or_else(|problems| panic!("{}", problems.render(orgodds::scenario::Style::Plain)));
    loaded.remove(0).scenario
}

/// How often a factor's interval held the truth, and where the truth fell.
#[derive(Default, Debug)]
struct Count {
    tries: u32,
    held: u32,
    below: u32,
    above: u32,
    width: f64,
    /// Sums of how far the truth lay above the median, in the interval's own
    /// standard deviations, and of the squares: right intervals have mean 0, sd 1.
    off: [f64; 2],
}

type Book = BTreeMap<&'static str, Count>;

/// A number of months as the ledger counts.
fn whole(months: usize) -> i64 {
    i64::try_from(months).unwrap()
}

fn note(book: &mut Book, factor: &'static str, figure: &Figure, truth: f64) {
    let held = book.entry(factor).or_default();
    held.tries += 1;
    held.below += u32::from(truth < figure.low);
    held.above += u32::from(truth > figure.high);
    held.held += u32::from(figure.low <= truth && truth <= figure.high);
    held.width += (figure.high - figure.low) / figure.value.abs().max(1e-9);
    let off = 3.29 * (truth - figure.value) / (figure.high - figure.low).max(1e-9);
    held.off = [held.off[0] + off, held.off[1] + off * off];
}

/// The market of a run where it is not the file's. Before the records the fit gives
/// each of volatility and persistence a chance of 15 % to be anywhere between these
/// ends; so do the truths, or its intervals would be wide for nothing.
fn far_market(run: u64) -> Vec<String> {
    let mut stream = Luck::new(run, 0).at(Place::new("far")).step(0);
    let mut far = |field: &str, [low, high]: [f64; 2], back: fn(f64) -> f64| {
        let (is_far, at) = (stream.uniform() < 0.15, stream.uniform());
        is_far.then(|| format!("market.{field}={}", back(low + (high - low) * at)))
    };
    let volatility = far("volatility", [-3.99, 0.33], f64::exp);
    let persistence = far("persistence", [-2.665, 4.595], |x| 1.0 / (1.0 + (-x).exp()));
    // In the longest of booms more orders than this are too many to simulate.
    let orders = || "segments.core.customers.orders.cared=0.5".to_owned();
    let far: Vec<String> = volatility.into_iter().chain(persistence).collect();
    if far.is_empty() { far } else { far.into_iter().chain([orders()]).collect() }
}

/// Plays these runs, keeps records so, fits them and notes every factor.
fn repeat(keeping: Keeping, runs: std::ops::Range<u64>, book: &mut Book) {
    for run in runs {
        let scenario = &scenario("known.toml", &far_market(run));
        let replay =
            Replay { seed: 7, run: run + 1, months: Some(1..=whole(scenario.horizon_months)) };
        let ledger = Ledger::new(scenario, "known.toml", &replay);
        assert_eq!(
            ledger.steps[0].month,
            *ledger::months(scenario).start() + whole(scenario.warm_up_months)
        );
        let records = units::records(&ledger, 0, keeping, run);
        let options =
            Options { steps_per_month: Some(scenario.steps_per_month), ..Options::default() };
        let fitted = fit(&records, &options).expect("there are cases");
        let true_value = |path: &str| {
            *ledger
                .drawn
                .get(path)
                .or_else(|| ledger.known.get(path))
                .unwrap_or_else(|| panic!("{path}"))
        };
        let (drift, volatility, persistence) = (
            true_value("market.drift"),
            true_value("market.volatility"),
            true_value("market.persistence"),
        );
        note(book, "drift", &fitted.market.drift, drift);
        note(book, "volatility", &fitted.market.volatility, volatility);
        note(book, "persistence", &fitted.market.persistence, persistence);
        let differ = book.entry(DIFFER).or_default();
        differ.tries += 1;
        differ.held += u32::from(fitted.varying.is_some());
        let level = level_at_the_end(&ledger, drift, volatility, persistence);
        for channel in &fitted.channels {
            let path = |field: &str| format!("segments.core.channels.{}.{field}", channel.name);
            note(book, "arrivals", &channel.arrivals, true_value(&path("arrivals")) * level);
            let qualify = true_value(&path("qualify"));
            let pass = true_value("segments.core.stages.sale.pass");
            let odds = |quality: f64| {
                let odds = pass / (1.0 - pass) * quality;
                odds / (1.0 + odds)
            };
            let own = true_value(&path("quality"));
            if keeping.qualification {
                note(book, "qualify", &channel.qualify, qualify);
                let reference =
                    format!("segments.core.channels.{}.quality", fitted.channels[0].name);
                if !channel.quality.is_known() {
                    note(book, "quality", &channel.quality, own / true_value(&reference));
                }
            } else {
                note(book, "share won by channel", &channel.conversion, qualify * odds(own));
            }
            if keeping.qualification && channel.name == fitted.channels[0].name {
                note(book, "pass", &fitted.kinds[0].pass, odds(own));
            }
        }
        let name = match keeping.losses {
            Losses::Dated => "wait",
            Losses::Undated => "wait, losses undated",
            Losses::OftenSilent => "wait, losses often silent",
            Losses::Untold => "wait without losses",
        };
        note(
            book,
            name,
            &fitted.kinds[0].wait,
            true_value("segments.core.stages.sale.wait_months"),
        );
        note(book, "price", &fitted.price, true_value("segments.core.deal.price"));
        note(book, "spread", &fitted.spread, true_value("segments.core.deal.spread"));
        let of_customers = |field: &str| true_value(&format!("segments.core.customers.{field}"));
        note(book, "churn", &fitted.customers.churn, of_customers("churn.cared"));
        note(book, "orders", &fitted.customers.orders, of_customers("orders.cared"));
        note(book, "order value", &fitted.customers.order_value, of_customers("order_value"));
        note(book, "attrition", &fitted.roles[0].attrition, true_value("roles.all.attrition"));
    }
}

/// Demand to expect over the year after the records, by the engine's own law and
/// the month at which they end.
fn level_at_the_end(ledger: &Ledger, drift: f64, volatility: f64, persistence: f64) -> f64 {
    let last = ledger.months.last().unwrap();
    let month = ledger.months.len() as f64;
    let variance = |months: i32| {
        (0..months).map(|k| persistence.powi(2 * k)).sum::<f64>() * volatility * volatility / 12.0
    };
    let past = i32::try_from(ledger.months.len()).unwrap() - 1;
    let mood = last.demand.ln() - drift * (month - 1.0) / 12.0 + variance(past) / 2.0;
    let ahead = |twice: i32| (1..=12).map(|h| persistence.powi(twice * h)).sum::<f64>() / 12.0;
    (drift * (month - 1.0) / 12.0 + ahead(1) * mood - ahead(2) * variance(past) / 2.0).exp()
}

fn tell(book: &Book) {
    println!(
        "{:<24} {:>5} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7}",
        "factor", "tries", "held", "below", "above", "width", "off", "scatter"
    );
    for (factor, held) in book {
        let share = |count: u32| 100.0 * f64::from(count) / f64::from(held.tries);
        let [off, squares] = held.off.map(|sum| sum / f64::from(held.tries));
        println!(
            "{factor:<24} {:>5} {:>5.1}% {:>5.1}% {:>5.1}% {:>7.2} {off:>7.2} {:>7.2}",
            held.tries,
            share(held.held),
            share(held.below),
            share(held.above),
            held.width / f64::from(held.tries),
            (squares - off * off).sqrt()
        );
    }
}

const WAYS: [Keeping; 2] = [
    Keeping { losses: Losses::Dated, qualification: true, leads: true },
    Keeping { losses: Losses::Untold, qualification: false, leads: true },
];

/// Of `tries` intervals that each hold the truth with 90 %, fewer than this hold it
/// with a chance of about 1 in 10 000.
fn fewest(tries: u32) -> f64 {
    let tries = f64::from(tries);
    0.9 * tries - 3.7 * (0.09 * tries).sqrt() - 1.0
}

/// A wrong law, a forgotten open case or an interval of half its width shows here.
#[test]
fn intervals_hold_the_truth_about_as_often_as_they_say() {
    let mut book = Book::new();
    for keeping in WAYS {
        repeat(keeping, 0..12, &mut book);
    }
    two_kinds(0..12, &mut book);
    tell(&book);
    book.remove(DIFFER);
    for (factor, held) in &book {
        // Channels and ways of keeping share a run: they count as 24 tries at the most.
        let tries = held.tries.min(24);
        let share = f64::from(held.held) / f64::from(held.tries);
        assert!(share >= fewest(tries) / f64::from(tries), "{factor}: {held:?}");
    }
}

#[test]
#[ignore = "takes minutes"]
fn intervals_of_two_hundred_repetitions_hold_the_truth_in_85_to_95_percent() {
    let mut book = Book::new();
    for keeping in WAYS {
        repeat(keeping, repetitions(), &mut book);
    }
    let differ = book.remove(DIFFER).expect("it was noted");
    println!("{DIFFER}: {} of {}", differ.held, differ.tries);
    assert!(differ.held * 10 <= differ.tries, "{differ:?}");
    hold_in_85_to_95_percent(&book);
}

/// Losses without a day, and lost cases of which nobody hears.
const WORSE_WAYS: [Keeping; 2] = [
    Keeping { losses: Losses::Undated, qualification: false, leads: true },
    Keeping { losses: Losses::OftenSilent, qualification: false, leads: true },
];

#[test]
#[ignore = "takes minutes"]
fn badly_kept_losses_leave_intervals_that_hold_the_truth_in_85_to_95_percent() {
    for keeping in WORSE_WAYS {
        let mut book = Book::new();
        repeat(keeping, repetitions(), &mut book);
        // What hangs on losses: the rest is proved where they are kept well.
        book.retain(|factor, _| factor.starts_with("wait") || factor.starts_with("share won"));
        hold_in_85_to_95_percent(&book);
    }
}

#[test]
#[ignore = "takes minutes"]
fn two_kinds_of_case_are_told_apart_and_their_intervals_hold_the_truth() {
    let mut book = Book::new();
    two_kinds(repetitions(), &mut book);
    // Found or not is no interval.
    let found = book.remove(FOUND).expect("it was noted");
    assert!(found.held * 20 >= found.tries * 19, "{found:?}");
    hold_in_85_to_95_percent(&book);
}

/// Runs 3000 to 3199, or as many as `CALIBRATION_RUNS` says from `CALIBRATION_FIRST` on.
fn repetitions() -> std::ops::Range<u64> {
    let number = |name, otherwise| {
        std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
    };
    let first = number("CALIBRATION_FIRST", 3000);
    first..first + number("CALIBRATION_RUNS", 200)
}

fn hold_in_85_to_95_percent(book: &Book) {
    tell(book);
    for (factor, held) in book {
        let share = f64::from(held.held) / f64::from(held.tries);
        assert!((0.85..=0.95).contains(&share), "{factor}: {held:?}");
    }
}

/// The line that tells how often quarters are said to differ that do not.
const DIFFER: &str = "quarters said to differ";
/// The line that tells whether the right law was chosen.
const FOUND: &str = "the law of two kinds is found";

/// Cases of two kinds in one set of records, the late one through two stages.
fn two_kinds(runs: std::ops::Range<u64>, book: &mut Book) {
    let scenario = scenario("kinds.toml", &[]);
    for run in runs {
        let replay = Replay { seed: 8, run: run + 1, months: Some(1..=36) };
        let ledger = Ledger::new(&scenario, "kinds.toml", &replay);
        let keeping = Keeping { losses: Losses::Dated, qualification: false, leads: false };
        let [prompt, late] = [0, 1].map(|segment| units::records(&ledger, segment, keeping, run));
        let unnamed = |case| Case { customer: None, ..case };
        let cases: Vec<_> = prompt.cases.iter().chain(late.cases.iter()).map(unnamed).collect();
        let records = Records { cases: cases.iter().collect(), orders: Vec::new(), ..late };
        let options = Options { steps_per_month: Some(4), ..Options::default() };
        let fitted = fit(&records, &options).expect("there are cases");
        let factor = |path: &str| *ledger.drawn.get(path).unwrap_or_else(|| &ledger.known[path]);
        let chosen = book.entry(FOUND).or_default();
        chosen.tries += 1;
        let chains: Vec<usize> = fitted.kinds.iter().map(|kind| kind.chain).collect();
        if chains != [1, 2] {
            println!("run {run}: {chains:?}");
            continue;
        }
        chosen.held += 1;
        for (segment, kind, names) in [
            ("prompt", &fitted.kinds[0], ["prompt: wait", "prompt: pass", "prompt: share"]),
            ("late", &fitted.kinds[1], ["late: wait", "late: pass", "late: share"]),
        ] {
            let path = |field: &str| format!("segments.{segment}.{field}");
            note(book, names[0], &kind.wait, factor(&path("stages.closing.wait_months")));
            note(book, names[1], &kind.pass, factor(&path("stages.closing.pass")));
            let arrivals =
                ["prompt", "late"].map(|s| factor(&format!("segments.{s}.channels.all.arrivals")));
            let share = factor(&path("channels.all.arrivals")) / arrivals.iter().sum::<f64>();
            note(book, names[2], &kind.share, share);
        }
    }
}
