//! Calibration of demand over time: months drawn from the engine's market are
//! fitted, and the intervals of seasons, growth and shocks must hold the truth.

use orgodds::fit::arrivals::{Market, Months};
use orgodds::fit::posterior::{interval, score};
use orgodds::random::{Luck, Place, Stream};
use orgodds::records::Day;

use super::{Book, note, tell};
use orgodds::fit::{Figure, Method};

/// What is true of a market.
struct Truth {
    drift: f64,
    volatility: f64,
    persistence: f64,
    /// By calendar month, mean 1.
    seasons: [f64; 12],
    /// Cases a month over the year after the records, seasons apart.
    level: f64,
}

/// From its prior, as the fit has it: mostly published, at times far from it.
fn drawn(stream: &mut Stream, strength: f64, round: bool) -> Truth {
    let mut either = |near: [f64; 2], far: [f64; 2]| {
        let (is_far, u, z) = (stream.uniform() < 0.15, stream.uniform(), score(stream));
        let middle = f64::midpoint(near[0], near[1]);
        if is_far {
            far[0] + (far[1] - far[0]) * u
        } else {
            middle + z * (near[1] - near[0]) / 3.29
        }
    };
    let volatility = either([0.15_f64.ln(), 0.40_f64.ln()], [-3.99, 0.33]).exp();
    let logit = |p: f64| (p / (1.0 - p)).ln();
    let persistence = either([logit(0.80), logit(0.95)], [-2.665, 4.595]);
    let start = (12.0 * stream.uniform()).floor();
    let season = |month: f64, stream: &mut Stream| {
        let angle = (month - start) * std::f64::consts::TAU / 12.0;
        strength * if round { std::f64::consts::SQRT_2 * angle.cos() } else { score(stream) }
    };
    let seasons: [f64; 12] = std::array::from_fn(|month| season(month as f64, stream).exp());
    let mean = seasons.iter().sum::<f64>() / 12.0;
    Truth {
        drift: 0.04 + 0.25 * score(stream),
        volatility,
        persistence: 1.0 / (1.0 + (-persistence).exp()),
        seasons: seasons.map(|factor| factor / mean),
        level: 0.0,
    }
}

/// A count of chance around a mean: of short times one after the other.
fn poisson(stream: &mut Stream, mean: f64) -> f64 {
    let (mut count, mut left) = (0.0, mean);
    loop {
        left += stream.uniform().ln();
        if left <= 0.0 {
            return count;
        }
        count += 1.0;
    }
}

/// Months of `rate` cases at the end on average.
fn played(truth: &mut Truth, rate: f64, months: usize, stream: &mut Stream) -> Months {
    let steady = truth.volatility.powi(2) / 12.0 / (1.0 - truth.persistence.powi(2));
    let mut mood = steady.sqrt() * score(stream);
    let mut counts = Vec::new();
    for month in 0..months {
        if month > 0 {
            mood = truth.persistence * mood + truth.volatility / 12_f64.sqrt() * score(stream);
        }
        let growth = truth.drift * (month as f64 + 1.0 - months as f64) / 12.0;
        let mean = rate * (growth + mood - steady / 2.0).exp() * truth.seasons[month % 12];
        counts.push(poisson(stream, mean));
    }
    let ahead =
        |twice: i32| (1..=12).map(|h| truth.persistence.powi(twice * h)).sum::<f64>() / 12.0;
    truth.level = rate * (ahead(1) * mood - ahead(2) * steady / 2.0).exp();
    let (first, last) = (600, 600 + i32::try_from(months).unwrap());
    Months {
        first,
        by_channel: vec![counts.iter().sum()],
        each: counts.iter().map(|count| vec![*count]).collect(),
        going: counts.clone(),
        stopped: vec![None],
        counts,
        seen: vec![1.0; months],
        period: (Day::of_month(first), Day(Day::of_month(last).0 - 1.0)),
    }
}

/// Fits markets with seasons of this strength (sd of their logarithm).
fn repeat(strength: f64, months: usize, rate: f64, runs: u64, book: &mut Book) {
    for run in 0..runs {
        let mut stream = Luck::new(run, 0).at(Place::new("seasons")).step(months);
        let mut truth = drawn(&mut stream, strength, run % 2 == 0);
        let market = Market::fit(&played(&mut truth, rate, months, &mut stream));
        let figure = |ends| Figure::between(ends, 0.0, Method::MonthlyLevel);
        for (season, truth) in market.seasons.iter().zip(truth.seasons) {
            note(book, "a season", &figure(*season), truth);
        }
        let level: Vec<f64> = market.level.iter().map(|level| level.exp()).collect();
        note(book, "level", &figure(interval(&level)), truth.level);
        note(book, "drift", &figure(interval(&market.drift)), truth.drift);
        note(book, "volatility", &figure(interval(&market.volatility)), truth.volatility);
        note(book, "persistence", &figure(interval(&market.persistence)), truth.persistence);
    }
}

/// None, mild and strong: sd of the logarithm; a strong one goes from 0.65 to 1.5.
const STRENGTHS: [f64; 3] = [0.0, 0.1, 0.3];

#[test]
#[ignore = "takes minutes"]
fn seasons_of_every_strength_hold_the_truth_after_two_three_and_five_years() {
    let mut wrong = Vec::new();
    for rate in [100.0, 15.0] {
        for strength in STRENGTHS {
            for months in [24, 36, 60] {
                let mut book = Book::new();
                repeat(strength, months, rate, 200, &mut book);
                println!("rate {rate}, strength {strength}, {months} months");
                tell(&book);
                for (factor, held) in &book {
                    let share = f64::from(held.held) / f64::from(held.tries);
                    let (least, most) = match (*factor, strength < 0.05) {
                        // What does not swing at all is drawn to 1: it is held more often.
                        ("a season", true) => (0.85, 1.0),
                        ("a season", false) => (0.85, 0.95),
                        // One a run: 90 % of 200, three standard errors to either side.
                        _ => (0.836, 0.964),
                    };
                    if !(least..=most).contains(&share) {
                        wrong.push(format!("{rate} {strength} {months} {factor}: {share:.3}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
