//! What to start from: the shipped scenarios, the catalogue of wrong files and
//! the files that other tests load; for the notation a sample of everything
//! that can be written.

use std::fs;
use std::sync::OnceLock;

use super::{Target, folder};

/// Inputs to start from.
pub fn of(target: Target) -> &'static [Vec<u8>] {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    static NOTATIONS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    match target {
        Target::Loader | Target::Runs => FILES.get_or_init(files),
        Target::Notation => NOTATIONS.get_or_init(notations),
    }
}

/// Whole scenarios come first, and often: most of a fuzzer's time is well spent there.
fn files() -> Vec<Vec<u8>> {
    let read = |name: &str| {
        folder::files(&folder::repository().join(name))
            .into_iter()
            .filter(|file| file.extension().is_some_and(|extension| extension == "toml"))
            .map(|file| fs::read(file).expect("the repository can be read"))
            .collect::<Vec<_>>()
    };
    ["tests/scenario_files", "scenarios", "tests/catalogue/base", "tests/catalogue"]
        .iter()
        .flat_map(|name| read(name))
        .collect()
}

fn notations() -> Vec<Vec<u8>> {
    let domains = b"\0\x01\x02\x03";
    let one = |notation: &&str| domains.map(|domain| [&[domain], notation.as_bytes()].concat());
    NOTATIONS.iter().flat_map(one).collect()
}

/// One of each kind, and some that are just wrong.
pub const NOTATIONS: [&str; 34] = [
    "0.25",
    "0.1 to 0.5",
    "18 to 30",
    "-0.05 to 0.13",
    "1e-300 to 1e14",
    "uniform(0, 1)",
    "uniform(-3, 5)",
    "triangular(0, 0.3, 1)",
    "triangular(1, 1, 2)",
    "pert(0.1, 0.2, 0.9)",
    "pert(0, 0, 1)",
    "normal(0.3, 0.2)",
    "normal(-5, 1e-9)",
    "lognormal(3, 4)",
    "lognormal(1e-9, 1e9)",
    "gamma(3, 4)",
    "gamma(1, 1000)",
    "gamma(1000, 1e-6)",
    "beta(2, 5)",
    "beta(0.001, 0.002)",
    "beta(1e6, 1)",
    "choice(0.1: 1, 0.5: 2)",
    "choice(0: 0, 1: 1e-300)",
    "data(data/deals.csv, amount)",
    "truncate(normal(0.3, 0.2), 0, 1)",
    "truncate(normal(0, 1), 8, 9)",
    "truncate(lognormal(3, 4), 1, 2)",
    "truncate(beta(0.5, 0.5), 0.999, 1)",
    "truncate(gamma(1, 3), 50, 60)",
    "truncate(truncate(normal(0, 1), -1, 5), 0, 1)",
    "truncate(data(data/deals.csv, amount), 1, 1e9)",
    "truncate(choice(1: 1, 2: 2), 0, 1)",
    "1,000 to 2,000",
    "约 3 到 5",
];
