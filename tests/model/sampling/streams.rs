//! The generator, and the independence of addressed streams.

use std::collections::HashSet;

use orgodds::random::{Luck, Place, Stream};
use orgodds::statistics::correlation;
use rand::Rng;

use super::check::{self, chi_square, kolmogorov_smirnov, stream, z_score};

const DRAWS: usize = 200_000;

/// Places whose names differ in a letter, a digit, a suffix or an order.
const PLACES: [&str; 8] = [
    "segments.core.channels.online",
    "segments.core.channels.onlinf",
    "segments.core.channels.online.",
    "segments.core.channels.online1",
    "segments.core.channels.online2",
    "segments.eroc.channels.online",
    "a",
    "",
];

fn first(seed: u64, run: u64, place: &str, step: usize) -> f64 {
    Luck::new(seed, run).at(Place::new(place)).step(step).uniform()
}

/// Two series of uniform numbers: each even, uncorrelated, and evenly spread
/// over a square.
#[track_caller]
fn unrelated(a: &[f64], b: &[f64], what: &str) {
    check::correlation(correlation(a, b).unwrap(), 0.0, a.len(), what);
    let mut cells = vec![(0.0, a.len() as f64 / 1024.0); 1024];
    for (x, y) in a.iter().zip(b) {
        cells[(x * 32.0) as usize * 32 + (y * 32.0) as usize].0 += 1.0;
    }
    chi_square(&cells, 20.0, &format!("{what}, on a square"));
}

#[test]
fn uniform_numbers_are_even_and_never_reach_the_ends() {
    let mut stream = stream("even");
    let values: Vec<f64> = (0..5 * DRAWS).map(|_| stream.uniform()).collect();
    assert!(values.iter().all(|u| 0.0 < *u && *u < 1.0));
    kolmogorov_smirnov(values, |u| u, "uniform");
}

#[test]
fn a_uniform_number_is_the_middle_of_one_of_two_to_the_52_steps() {
    // The smallest one is 2^-53 and the largest 1 - 2^-53, which no sample shows.
    let mut stream = stream("steps");
    for _ in 0..1000 {
        let word = stream.clone().next_u64();
        let step = 0.5_f64.powi(52);
        assert_eq!(stream.uniform(), (word >> 12) as f64 * step + step / 2.0);
    }
}

#[test]
fn uniform_numbers_do_not_remember_the_last_three() {
    let mut stream = stream("memory");
    let values: Vec<f64> = (0..5 * DRAWS).map(|_| stream.uniform()).collect();
    for lag in 1..=3 {
        unrelated(&values[lag..], &values[..values.len() - lag], &format!("lag {lag}"));
    }
}

#[test]
fn every_bit_is_a_fair_coin() {
    let mut stream = stream("bits");
    let draws = 2 * DRAWS;
    let mut ones = [0_u32; 64];
    let mut flips = [0_u32; 64];
    let mut last = stream.next_u64();
    for _ in 0..draws {
        let word = stream.next_u64();
        for bit in 0..64 {
            ones[bit] += (word >> bit & 1) as u32;
            flips[bit] += ((word ^ last) >> bit & 1) as u32;
        }
        last = word;
    }
    for bit in 0..64 {
        let z = |count: u32| (f64::from(count) - draws as f64 / 2.0) / (draws as f64 / 4.0).sqrt();
        z_score(z(ones[bit]), &format!("bit {bit}"));
        z_score(z(flips[bit]), &format!("bit {bit} beside the last"));
    }
}

#[test]
fn the_first_number_is_even_over_runs_over_steps_over_seeds_and_over_places() {
    let over = |name: &str, draw: &dyn Fn(u64) -> f64| {
        kolmogorov_smirnov((0..DRAWS as u64).map(draw).collect(), |u| u, name);
    };
    over("runs", &|i| first(1, i, "a", 0));
    over("steps", &|i| first(1, 0, "a", i as usize));
    over("seeds", &|i| first(i, 0, "a", 0));
    over("places", &|i| first(1, 0, &format!("roles.r{i}"), 0));
}

#[test]
fn neighbouring_runs_steps_and_seeds_share_no_luck() {
    let series = |draw: &dyn Fn(u64) -> f64| -> Vec<f64> { (0..DRAWS as u64).map(draw).collect() };
    let pairs: [(&str, Vec<f64>, Vec<f64>); 6] = [
        (
            "run and next",
            series(&|i| first(1, 2 * i, "a", 0)),
            series(&|i| first(1, 2 * i + 1, "a", 0)),
        ),
        (
            "run and run + 1024",
            series(&|i| first(1, i, "a", 0)),
            series(&|i| first(1, i + 1024, "a", 0)),
        ),
        ("step and next", series(&|i| first(1, i, "a", 3)), series(&|i| first(1, i, "a", 4))),
        (
            "seed and next",
            series(&|i| first(2 * i, 7, "a", 0)),
            series(&|i| first(2 * i + 1, 7, "a", 0)),
        ),
        (
            "seeds 1 and 2 over runs",
            series(&|i| first(1, i, "a", 0)),
            series(&|i| first(2, i, "a", 0)),
        ),
        (
            "run and seed exchanged",
            series(&|i| first(3, i + 4, "a", 0)),
            series(&|i| first(i + 4, 3, "a", 0)),
        ),
    ];
    for (name, a, b) in &pairs {
        unrelated(a, b, name);
    }
}

#[test]
fn places_with_similar_names_share_no_luck() {
    let columns: Vec<Vec<f64>> = PLACES
        .iter()
        .map(|place| (0..50_000).map(|run| first(1, run, place, 0)).collect())
        .collect();
    for i in 0..PLACES.len() {
        for j in 0..i {
            unrelated(&columns[i], &columns[j], &format!("{:?} and {:?}", PLACES[i], PLACES[j]));
        }
    }
}

#[test]
fn no_two_paths_are_the_same_place() {
    let mut places = HashSet::new();
    let mut paths = 0;
    for segment in 0..40 {
        for kind in ["channels", "stages", "roles", "events"] {
            for name in 0..400 {
                for end in ["", ".stale", ".joins"] {
                    paths += 1;
                    places.insert(Place::new(&format!("segments.s{segment}.{kind}.n{name}{end}")));
                }
            }
        }
    }
    assert_eq!(places.len(), paths);
}

#[test]
fn a_stream_is_known_by_its_address_alone() {
    let luck = Luck::new(9, 137);
    let streams = luck.at(Place::new("roles.closer"));
    let mut other = luck.at(Place::new("roles.hunter")).step(0);
    let mut drain = streams.step(4);
    for _ in 0..1000 {
        let _ = (other.uniform(), drain.uniform());
    }
    let take = |mut stream: Stream| -> Vec<u64> { (0..5).map(|_| stream.next_u64()).collect() };
    assert_eq!(
        take(streams.step(5)),
        take(Luck::new(9, 137).at(Place::new("roles.closer")).step(5))
    );
}

#[test]
fn steps_of_a_stream_do_not_run_into_each_other() {
    // A month of twenty steps and a hundred thousand draws in each.
    let streams = Luck::new(3, 3).at(Place::new("busy"));
    let mut seen = HashSet::new();
    for step in 0..20 {
        let mut stream = streams.step(step);
        for _ in 0..20_000 {
            assert!(seen.insert(stream.next_u64()), "a number came again in step {step}");
        }
    }
}

#[test]
fn bytes_and_halves_come_from_the_same_words() {
    let mut words = stream("bytes");
    let (mut bytes, mut halves) = (words.clone(), words.clone());
    let mut filled = [0; 12];
    bytes.fill_bytes(&mut filled);
    let (first, second) = (words.next_u64(), words.next_u64());
    assert_eq!(filled[..8], first.to_le_bytes());
    assert_eq!(filled[8..], second.to_le_bytes()[..4]);
    assert_eq!(u64::from(halves.next_u32()), first >> 32);
}

/// Whoever changes these numbers changes every result that was ever published.
#[test]
fn the_samples_of_this_version_are_these() {
    let mut stream = Luck::new(1, 0).at(Place::new("segments.core.channels.online")).step(0);
    let words: Vec<u64> = (0..4).map(|_| stream.next_u64()).collect();
    assert_eq!(
        words,
        [
            1_841_770_280_137_990_991,
            16_989_044_236_942_247_397,
            858_139_273_379_095_159,
            5_186_177_562_218_060_283
        ]
    );
    assert_eq!(first(42, 136, "roles.closer.leave", 17).to_bits(), 4_607_029_129_218_911_971);
}
