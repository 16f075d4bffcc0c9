//! Fourth pass: a record becomes a scenario. Names become indices, defaults
//! that depend on other fields are filled in, and what involves more than one
//! field is checked.

mod bounds;
mod correlation;
mod growth;
mod kinds;
mod role;
mod segment;

use std::path::Path as FilePath;

use kinds::Kinds;

use super::problem::{Problem, Problems};
use super::record::Record;
use super::source::Place;
use crate::language::Said;
use crate::organisation::{Economics, Factor, FactorId, Factors, Market, Path, Scenario, limits};

/// A scenario with the warnings about it. With problems reported, it may hold
/// stand-ins and must not be used.
#[derive(Debug)]
pub struct Resolved {
    pub scenario: Scenario,
    pub warnings: Vec<Problem>,
}

/// Turns a record into a scenario.
pub fn resolve(record: &Record, problems: &mut Problems) -> Resolved {
    let mut resolver = Resolver {
        factors: Factors::default(),
        places: Vec::new(),
        kinds: Kinds::default(),
        warnings: Vec::new(),
        problems,
    };
    let scenario = resolver.scenario(record);
    Resolved { scenario, warnings: resolver.warnings }
}

/// What grows while a scenario is put together.
struct Resolver<'a> {
    factors: Factors,
    /// Where each factor stands.
    places: Vec<Place>,
    kinds: Kinds,
    warnings: Vec<Problem>,
    problems: &'a mut Problems,
}

impl Resolver<'_> {
    fn scenario(&mut self, record: &Record) -> Scenario {
        let top = Path::default();
        let horizon_months = size(record.whole("horizon_months"));
        let warm_up_months = size(record.whole("warm_up_months"));
        let months = horizon_months + warm_up_months;
        if months > limits::MONTHS {
            self.problems.push(too_long(record));
        }
        let market = self.market(record, &top.join("market"));
        let economics = self.economics(record, &top.join("economics"));
        let at = top.join("segments");
        let segments: Vec<_> = (record.each("segments").iter())
            .map(|(name, inner)| self.segment(name, inner, &at.join(&name.text)))
            .collect();
        let handoffs = record.table_or_empty("handoffs");
        let handoff_loss = self.factor(&handoffs, &top.join("handoffs"), "loss");
        self.kinds.is_complete = !record.has_holes("segments");
        let at = top.join("roles");
        let roles: Vec<_> = (record.each("roles").iter())
            .map(|(name, inner)| self.role(name, inner, &at.join(&name.text)))
            .collect();
        let priorities = self.priorities(record);
        self.seats(record, &roles, horizon_months);
        // Of too many months is spoken elsewhere.
        if months <= limits::MONTHS {
            let steps = size(record.whole("steps_per_month"));
            self.demand(&segments, &roles, &market, (months, steps));
        }
        self.factors.correlations = self.correlations(record);
        let scenario = Scenario {
            name: name(record),
            horizon_months,
            warm_up_months,
            steps_per_month: size(record.whole("steps_per_month")),
            currency: record.name("currency").map(|named| named.text).unwrap_or_default(),
            kinds: self.kinds.names(),
            priorities,
            market,
            economics,
            handoff_loss,
            segments,
            roles,
            factors: std::mem::take(&mut self.factors),
        };
        self.warnings.extend(self.kinds.nobody_carries(&scenario));
        scenario
    }

    fn market(&mut self, record: &Record, at: &Path) -> Market {
        let market = record.table_or_empty("market");
        Market {
            seasonality: market.numbers("seasonality").to_vec(),
            drift: self.factor(&market, at, "drift"),
            volatility: self.factor(&market, at, "volatility"),
            persistence: self.factor(&market, at, "persistence"),
        }
    }

    fn economics(&mut self, record: &Record, at: &Path) -> Economics {
        let economics = record.table_or_empty("economics");
        Economics {
            gross_margin: self.factor(&economics, at, "gross_margin"),
            commission: self.factor(&economics, at, "commission"),
        }
    }

    /// Takes a field into the table of factors.
    fn factor(&mut self, record: &Record, at: &Path, key: &str) -> FactorId {
        let (distribution, domain) = record.factor(key);
        self.places.push(record.place_of(key).clone());
        self.factors.add(Factor { path: at.join(key), distribution, domain })
    }

    fn place(&self, FactorId(index): FactorId) -> &Place {
        &self.places[index]
    }
}

/// The name given, or the file's.
fn name(record: &Record) -> String {
    let file = || {
        let path = FilePath::new(&record.place.source.name);
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    };
    record.name("name").map_or_else(file, |named| named.text)
}

fn too_long(record: &Record) -> Problem {
    let title = Said::plain(|words| words.sizes.months);
    Problem::error(title, record.place_of("horizon_months"))
        .help(Said::by(|words| (words.sizes.most_months)(limits::MONTHS)))
}

fn size(number: u64) -> usize {
    usize::try_from(number).expect("the limits are far below the largest size")
}
