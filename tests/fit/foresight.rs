//! Calibration of the backtest: the engine plays a known scenario, its months are
//! foretold from an earlier one, and the bands must hold what came as often as they
//! say.

use std::path::PathBuf;

use orgodds::hindsight::{Foretold, Horizon, Origin};
use orgodds::monte_carlo::Unwatched;
use orgodds::records::Day;
use orgodds::study::ledger::{Ledger, Replay};

use crate::calibration::units::{self, Keeping};

/// Months known, and months foretold.
const KNOWN: i32 = 36;
const AHEAD: usize = 6;

const WAYS: [Keeping; 3] = [
    Keeping { losses: true, qualification: true, leads: true },
    Keeping { losses: false, qualification: false, leads: true },
    Keeping { losses: true, qualification: false, leads: false },
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

fn origin(run: u64, keeping: Keeping) -> Origin {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fit/calibration/known.toml");
    let loaded = orgodds::scenario::load_all(&[file], &[]).unwrap();
    let replay = Replay { seed: 7, run: run + 1, months: Some(1..=i64::from(KNOWN) + 9) };
    let ledger = Ledger::new(&loaded[0].scenario, "known.toml", &replay);
    let records = units::records(&ledger, 0, keeping, run);
    let until = Day::from_civil(2020, 1, 1).unwrap().month() + KNOWN - 1;
    let horizon = Horizon { until, months: AHEAD, seed: run, runs: 400 };
    Origin::new(&records, &horizon, &Unwatched).unwrap()
}

#[test]
#[ignore = "takes minutes"]
fn bands_of_two_hundred_backtests_hold_as_often_as_they_say() {
    let first = std::env::var("CALIBRATION_FIRST").map_or(0, |n| n.parse().unwrap());
    let runs = std::env::var("CALIBRATION_RUNS").map_or(200, |n| n.parse().unwrap());
    for (way, keeping) in WAYS.into_iter().enumerate() {
        let mut months = [Held::default(); AHEAD + 1];
        for run in first..first + runs {
            let origin = origin(run, keeping);
            for (held, month) in months.iter_mut().zip(&origin.months) {
                held.note(&month.deals);
            }
            months[AHEAD].note(&origin.total);
        }
        for (ahead, held) in months.iter().enumerate() {
            println!("{way} {ahead}: {:.2?} off {:.3}", held.shares(), held.off / f64::from(held.tries));
        }
    }
}
