//! Calibration of the backtest: the engine plays a known scenario, its months are
//! foretold from an earlier one, and the bands must hold what came as often as they
//! say.

use std::path::PathBuf;

use orgodds::distribution::Distribution;
use orgodds::hindsight::{Foretold, Horizon, Origin};
use orgodds::monte_carlo::Unwatched;
use orgodds::random::{Luck, Place};
use orgodds::records::{Case, Day, Outcome, Records};
use orgodds::study::ledger::{Ledger, Replay};

use crate::by_hand::{self, BARE};
use crate::calibration::units::{self, Keeping, Losses};

/// Months known, and months foretold.
const KNOWN: i32 = 36;
const AHEAD: usize = 6;

const WAYS: [Keeping; 3] = [
    Keeping { losses: Losses::Dated, qualification: true, leads: true },
    Keeping { losses: Losses::Untold, qualification: false, leads: true },
    Keeping { losses: Losses::Dated, qualification: false, leads: false },
];

/// How often the bands of 50, 80 and 90 % held.
#[derive(Default, Clone, Copy, Debug)]
struct Held {
    tries: u32,
    bands: [u32; 3],
    off: f64,
}

impl Held {
    fn note(&mut self, one: &Foretold) {
        self.tries += 1;
        for (held, band) in self.bands.iter_mut().zip([50, 80, 90]) {
            *held += u32::from(one.holds(band));
        }
        self.off += (one.won - one.mean) / one.mean.max(1.0);
    }

    fn shares(&self) -> [f64; 3] {
        self.bands.map(|held| f64::from(held) / f64::from(self.tries))
    }
}

/// Deals of 1000 on average, with a coefficient of variation of 0.8.
fn with_amounts(records: Records, run: u64) -> Records {
    let worth = Distribution::lognormal(1000.0, 800.0).unwrap();
    let mut stream = Luck::new(run, 0).at(Place::new("amounts")).step(0);
    let mut one = |case: Case| match case.outcome {
        Outcome::Won(_) => Case { amount: Some(worth.quantile(stream.uniform())), ..case },
        _ => case,
    };
    let cases: Vec<Case> = records.cases.iter().map(&mut one).collect();
    Records { cases: cases.iter().collect(), ..records }
}

/// With a tenth of the cases, or as the file says.
fn set(few: bool) -> Vec<String> {
    let arrivals = |(channel, arrivals): (&str, &str)| {
        format!("segments.core.channels.{channel}.arrivals={arrivals}")
    };
    let tenth = [("online", "80 to 160"), ("partner", "30 to 80"), ("fair", "10 to 30")];
    if few { tenth.map(arrivals).into() } else { Vec::new() }
}

fn origin(run: u64, keeping: Keeping, few: bool) -> Origin {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fit/foresight.toml");
    let loaded = orgodds::scenario::load_all(&[file], &set(few)).unwrap();
    let replay = Replay { seed: 7, run: run + 1, months: Some(1..=i64::from(KNOWN) + 9) };
    let ledger = Ledger::new(&loaded[0].scenario, "foresight.toml", &replay);
    let records = with_amounts(units::records(&ledger, 0, keeping, run), run);
    let until = Day::from_civil(2020, 1, 1).unwrap().month() + KNOWN - 1;
    let horizon = Horizon { until, months: AHEAD, seed: run, runs: 400 };
    Origin::new(&records, &horizon, &Unwatched).unwrap()
}

/// Of months and of all together, with bookings last: how often their bands held.
fn held(runs: std::ops::Range<u64>, keeping: Keeping, few: bool) -> Vec<Held> {
    let mut held = vec![Held::default(); AHEAD + 2];
    for run in runs {
        let origin = origin(run, keeping, few);
        for (held, month) in held.iter_mut().zip(&origin.months) {
            held.note(&month.deals.foretold);
        }
        held[AHEAD].note(&origin.total);
        held[AHEAD + 1].note(origin.total_bookings.as_ref().unwrap());
    }
    held
}

/// A chance that is left out, or counted twice, shows here.
#[test]
#[ignore = "takes minutes"]
fn bands_of_two_hundred_backtests_hold_as_often_as_they_say() {
    let number = |name, otherwise| std::env::var(name).map_or(otherwise, |n| n.parse().unwrap());
    let (first, runs) = (number("CALIBRATION_FIRST", 0), number("CALIBRATION_RUNS", 200));
    let mut worst = Vec::new();
    for few in [false, true] {
        for (way, keeping) in WAYS.into_iter().enumerate() {
            let held = held(first..first + runs, keeping, few);
            let mut all = Held::default();
            for (ahead, held) in held.iter().enumerate() {
                let off = held.off / f64::from(held.tries);
                println!("few {few} way {way} {ahead}: {:.2?} off {off:.3}", held.shares());
                if ahead < AHEAD {
                    all.tries += held.tries;
                    all.bands = std::array::from_fn(|at| all.bands[at] + held.bands[at]);
                }
            }
            println!("few {few} way {way} all months: {:.3?}", all.shares());
            worst.push((few, way, all.shares()));
        }
    }
    for (few, way, shares) in worst {
        for (share, band) in shares.into_iter().zip([0.5, 0.8, 0.9]) {
            // Counts are whole, so that bands hold a little more than they say.
            let most = if few { 0.1 } else { 0.05 };
            assert!((-0.05..most).contains(&(share - band)), "{few} {way}: {share} for {band}");
        }
    }
}

/// Twenty cases a day, every second of them won two days later.
fn even() -> Records {
    let start = Day::from_civil(2020, 1, 1).unwrap();
    let one = |at: usize| {
        let created = Day(start.0 + at as f64 / 20.0);
        let won = Outcome::Won(Day(created.0 + 2.0));
        let outcome = if at.is_multiple_of(2) { won } else { Outcome::Lost(Some(created)) };
        Case { created, outcome, ..BARE }
    };
    let cases: Vec<Case> = (0..20 * 850).map(one).collect();
    let last = Day(start.0 + 852.0);
    let channels = vec![String::new()];
    Records { of_leads: false, channels, first: start, last, ..by_hand::records(&cases) }
}

#[test]
fn a_short_month_has_fewer_deals_and_even_ones_are_foretold_closely() {
    let until = Day::from_civil(2021, 12, 1).unwrap().month();
    let horizon = Horizon { until, months: 3, seed: 1, runs: 300 };
    let origin = Origin::new(&even(), &horizon, &Unwatched).unwrap();
    let mean = |month: usize| origin.months[month].deals.foretold.mean;
    assert!((mean(1) / mean(2) / (28.0 / 31.0) - 1.0).abs() < 0.03, "{} {}", mean(1), mean(2));
    for month in &origin.months {
        let foretold = &month.deals.foretold;
        assert!(foretold.holds(90), "{foretold:?}");
        assert!((foretold.mean / foretold.won - 1.0).abs() < 0.08, "{foretold:?}");
    }
    let parts: f64 = origin.why.parts().iter().map(|(_, deals)| deals).sum();
    assert!((parts - (origin.total.won - origin.total.mean)).abs() < 1e-6);
}
