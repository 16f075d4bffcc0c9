//! Scenarios that can be solved exactly: simulated means and variances against
//! the formula that stands in each test.
//!
//! `cargo test --test model all_closed_forms -- --nocapture` prints them all.

mod allocation;
mod customers;
mod five_factors;
mod funnel;
mod hands;
mod law;
mod market;
mod people;
mod yields;

use std::sync::OnceLock;

use statrs::function::erf::erfc;

pub use law::Law;

/// Chance that a comparison fails although the engine is right. Each mean and
/// each variance is one comparison; [`all_closed_forms`] checks that the chance
/// that any of them fails stays below 1 in 1,000.
const ALPHA: f64 = 3e-6;

/// Runs behind a figure.
const RUNS: u64 = 20_000;

/// Relative difference of two numbers that should be the same but for rounding.
const ROUNDING: f64 = 1e-9;

/// A figure of a run: its values in many runs, and what they should follow.
pub struct Quantity {
    name: String,
    sample: Vec<f64>,
    law: Law,
}

impl Quantity {
    /// A figure with its values and its law.
    pub fn new(name: &str, sample: &[f64], law: Law) -> Self {
        Self { name: name.to_owned(), sample: sample.to_vec(), law }
    }

    fn outcome(&self) -> Outcome {
        let runs = self.sample.len() as f64;
        let mean = self.sample.iter().sum::<f64>() / runs;
        let central =
            |power| self.sample.iter().map(|value| (value - mean).powi(power)).sum::<f64>() / runs;
        let (variance, fourth) = (central(2), central(4));
        let Law { mean: exact, variance: spread } = self.law;
        let close = |a: f64, b: f64| (a - b).abs() <= ROUNDING * (1.0 + b.abs());
        if spread == 0.0 {
            let right = self.sample.iter().all(|&value| close(value, exact));
            return Outcome { mean, variance, z: None, right };
        }
        let of_mean = (mean - exact) / (spread / runs).sqrt();
        // The standard error of a variance, from the values' own fourth moment.
        let of_variance =
            (variance - spread) / ((fourth - variance * variance).max(0.0) / runs).sqrt();
        let is_likely = |z: f64| erfc(z.abs() / std::f64::consts::SQRT_2) >= ALPHA;
        let right = is_likely(of_mean) && is_likely(of_variance);
        Outcome { mean, variance, z: Some((of_mean, of_variance)), right }
    }
}

/// How a figure compares with its law.
struct Outcome {
    mean: f64,
    variance: f64,
    /// Standard errors off, of mean and variance; none for what does not vary.
    z: Option<(f64, f64)>,
    right: bool,
}

/// A test of a section of the model.
pub struct Form {
    section: u8,
    name: &'static str,
    solve: fn() -> Vec<Quantity>,
    solved: OnceLock<Vec<Quantity>>,
}

impl Form {
    const fn new(section: u8, name: &'static str, solve: fn() -> Vec<Quantity>) -> Self {
        Self { section, name, solve, solved: OnceLock::new() }
    }

    fn quantities(&self) -> &[Quantity] {
        self.solved.get_or_init(self.solve)
    }

    fn check(&self) {
        for quantity in self.quantities() {
            let Outcome { mean, variance, z, right } = quantity.outcome();
            assert!(
                right,
                "{}: simulated mean {mean}, variance {variance}, {:?}, z {z:?}",
                quantity.name, quantity.law
            );
        }
    }
}

/// Makes a test of each function named, and a list of them.
macro_rules! closed_forms {
    ($section:literal: $($form:ident),+ $(,)?) => {
        pub static FORMS: &[&super::Form] = &[$({
            static FORM: super::Form = super::Form::new($section, stringify!($form), $form);
            &FORM
        }),+];

        mod each {
            $(#[test]
            fn $form() {
                let named = |form: &&&super::super::Form| form.name == stringify!($form);
                super::FORMS.iter().find(named).unwrap().check();
            })+
        }
    };
}
use closed_forms;

#[test]
fn all_closed_forms() {
    let files = [
        market::FORMS,
        people::FORMS,
        allocation::FORMS,
        hands::FORMS,
        funnel::FORMS,
        customers::FORMS,
        yields::FORMS,
        five_factors::FORMS,
    ];
    println!("| section | closed form | figure | mean | exact | z | variance | exact | z |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let mut comparisons = 0;
    for form in files.into_iter().flatten() {
        for quantity in form.quantities() {
            let Outcome { mean, variance, z, right } = quantity.outcome();
            let (of_mean, of_variance) = match z {
                Some((of_mean, of_variance)) => {
                    (format!("{of_mean:+.2}"), format!("{of_variance:+.2}"))
                }
                None if right => ("same".to_owned(), "same".to_owned()),
                None => ("differs".to_owned(), "differs".to_owned()),
            };
            comparisons += if z.is_some() { 2 } else { 0 };
            println!(
                "| {} | {} | {} | {} | {} | {of_mean} | {} | {} | {of_variance} |",
                form.section,
                form.name.replace('_', " "),
                quantity.name,
                short(mean),
                short(quantity.law.mean),
                short(variance),
                short(quantity.law.variance),
            );
        }
    }
    println!("{comparisons} comparisons, each with a false-alarm rate of {ALPHA:e}");
    assert!(f64::from(comparisons) * ALPHA < 1e-3);
    for section in 3..=8 {
        let of_section = |form: &&&Form| form.section == section;
        assert!(files.into_iter().flatten().filter(of_section).count() >= 2);
    }
}

/// A number in about six digits.
fn short(number: f64) -> String {
    let whole = number.abs().log10().floor().clamp(-3.0, 5.0);
    format!("{number:.*}", (5.0 - whole.max(0.0)) as usize)
}
