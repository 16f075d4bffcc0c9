//! What a reader of the drivers should not overlook.

use serde::Serializer;

use super::{Driver, DriversAbout};
use crate::figure::{count, percent};
use crate::language::{DriverCaution, Language, Subject};

/// Fewer runs than this leave a hundred or less to a tenth.
const FEW: usize = 1000;
/// A smaller part of what could be known than this is not told one by one.
pub(super) const LITTLE: f64 = 0.6;
/// Chance that takes all but this leaves too little to find parts of.
pub(super) const KNOWABLE: f64 = 0.05;

/// What a reader should not overlook; in JSON a sentence in English, whatever the
/// language of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// These factors are correlated with each other; whether they have total shares.
    Correlated(Vec<Subject>, bool),
    /// So few runs.
    FewRuns(usize),
    /// Alone the factors make only this share of what could be known; whether they have
    /// total shares.
    Interplay(f64, bool),
    /// Knowing all may be worth more than was found.
    WorthMore,
}

impl Caution {
    /// As a warning says it.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let words = &language.words().drivers;
        match self {
            Self::Correlated(subjects, total) => {
                let labels: Vec<String> = subjects.iter().map(words.label).collect();
                let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
                (words.caution)(&DriverCaution::Correlated(&labels, *total))
            }
            Self::FewRuns(runs) => (words.caution)(&DriverCaution::FewRuns(&count(*runs))),
            Self::Interplay(share, total) => {
                (words.caution)(&DriverCaution::Interplay(&percent(language, *share), *total))
            }
            Self::WorthMore => (words.caution)(&DriverCaution::WorthMore),
        }
    }
}

/// Cautions in JSON: sentences in English, whatever the language of the page.
pub(super) fn in_english<S: Serializer>(
    cautions: &[Caution],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cautions.iter().map(|caution| caution.say(Language::English)))
}

/// All that there are.
pub(super) fn all(drivers: &[Driver], about: &DriversAbout, runs: usize) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if runs < FEW && !drivers.is_empty() {
        cautions.push(Caution::FewRuns(runs));
    }
    cautions.extend(correlated(drivers));
    cautions.extend(interplay(drivers, about));
    cautions.extend(about.knowable().filter(|all| all.at_least).map(|_| Caution::WorthMore));
    cautions
}

/// Groups of correlated factors of which one at least stands out of the noise.
fn correlated(drivers: &[Driver]) -> Vec<Caution> {
    let mut told: Vec<&str> = Vec::new();
    let mut cautions = Vec::new();
    for driver in drivers.iter().filter(|driver| driver.above_noise) {
        if driver.correlated_with.is_empty() || told.contains(&driver.factor.as_str()) {
            continue;
        }
        let others = drivers.iter().filter(|one| driver.correlated_with.contains(&one.factor));
        let members: Vec<&Driver> = std::iter::once(driver).chain(others).collect();
        told.extend(members.iter().map(|member| member.factor.as_str()));
        let subjects = members.iter().map(|member| member.subject.clone()).collect();
        cautions.push(Caution::Correlated(subjects, driver.total.is_some()));
    }
    cautions
}

/// That the sum of the shares is small beside what could be known.
fn interplay(drivers: &[Driver], about: &DriversAbout) -> Option<Caution> {
    let (chance, error) = (about.chance?, about.chance_se?);
    let knowable = 1.0 - chance;
    let alone: f64 = drivers.iter().map(|driver| driver.first_order).sum();
    let errors = drivers.iter().map(|driver| driver.first_order_se.powi(2)).sum::<f64>();
    let unsure = 2.0 * (errors + error * error).sqrt();
    let is_clear = knowable > KNOWABLE && alone + unsure < LITTLE * knowable;
    is_clear.then(|| Caution::Interplay((alone / knowable).max(0.0), about.totals.is_some()))
}
