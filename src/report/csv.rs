//! Every figure of a result in one long table: `scenario,metric,statistic,value`.
//!
//! The rows are the leaves of the JSON result. `metric` is the path there
//! without its last part, `statistic` the last part:
//!
//! | rows | `scenario` | `metric` | `statistic` |
//! |---|---|---|---|
//! | metrics | its name | `bookings`, `contribution`, … | `mean`, `se`, …, `cvar5` |
//! | segments | its name | `segments.core.bookings`, … | the same |
//! | factors | its name | `factors` | `existing`, `traffic`, … |
//! | roles, work | its name | `roles.sdr`, `work.online`, … | `hours_available`, `demanded`, … |
//! | comparisons | `CANDIDATE vs BASELINE` | `bookings`, `contribution` | `mean_difference`, `se`, …, `correlation` |
//! | bridge | `CANDIDATE vs BASELINE` | `bridge`, `bridge_se` | `existing`, `traffic`, … |
//! | breakeven | `CANDIDATE vs BASELINE` | `breakeven_yearly_cost` | `value`, `low`, `high` |
//! | overtaking | `CANDIDATE vs BASELINE` | `overtaking.month`, … | `p10`, …, `never` |
//! | decision | its name; none for `evpi` | `decision` | `probability_best`, `expected_loss`, … |
//! | 95 % intervals | as what they are of | `bookings.intervals.p50`, … | `low`, `high` |
//! | matched | its name | `matched.people_cost` | `baseline`, `before`, `after` |
//! | sweep | `CANDIDATE vs BASELINE` | `sweep."handoffs.loss=0.05"`, … | as a comparison |
//! | where it switches | `CANDIDATE vs BASELINE` | `sweep.switching.mean_difference."handoffs.loss".1`, … | `value`, `low`, `high`, `candidate_above` |
//! | turns | `CANDIDATE vs BASELINE` | `turns."handoffs.loss".1`, … | `value`, `low`, `high`, `p5`, … |
//! | drivers | `CANDIDATE vs BASELINE`, or its name | `drivers."handoffs.loss"`, … | `low_tenth`, `first_order`, `evppi`, … |
//! | common to them | the same | `drivers_about`, `drivers_about.groups."roles.sdr.*"`, … | `chance`, `evppi`, … |
//! | causes | `CANDIDATE vs BASELINE` | `causes.split`, `causes.skill`, … | `contribution`, `se` |
//! | causes beside | `CANDIDATE vs BASELINE` | `causes_about.gap`, `causes_about.without_skill` | `mean_difference`, `se` |
//! | one more | its name | `one_more.sdr.bookings`, `one_fewer.sdr.bookings`, … | `mean_difference`, `se` |
//!
//! What is by month stands in the JSON only.

use std::io::{self, Write};

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use crate::organisation::Path;
use crate::study::{
    Comparison, Decision, Driver, DriversAbout, Forecast, Overtaking, SeatChange, Study, Sweep,
    Turn,
};

/// Writes `study`, with a header.
///
/// # Errors
/// When `out` takes no more.
pub fn write(study: &Study, out: &mut impl Write) -> io::Result<()> {
    rows(study, out).map_err(cause)
}

/// What the writer below met, with its kind: who reads a pipe may have seen
/// enough.
pub(super) fn cause(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn rows(study: &Study, out: &mut impl Write) -> ::csv::Result<()> {
    let mut table = Table { rows: ::csv::Writer::from_writer(out) };
    table.rows.write_record(["scenario", "metric", "statistic", "value"])?;
    for scenario in &study.scenarios {
        table.forecast(scenario)?;
    }
    for comparison in &study.comparisons {
        table.comparison(comparison)?;
    }
    for overtaking in &study.overtaking {
        table.overtaking(overtaking)?;
    }
    if let Some(decision) = &study.decision {
        table.decision(decision)?;
    }
    for cause in &study.causes {
        let name = format!("{} vs {}", cause.candidate, cause.baseline);
        table.leaves(&name, &Path::from(["causes", cause.group.name()]), cause)?;
    }
    if let Some(about) = &study.causes_about {
        let name = format!("{} vs {}", about.candidate, about.baseline);
        table.leaves(&name, &Path::from(["causes_about"]), about)?;
    }
    for change in &study.one_more {
        table.seat_change(change)?;
    }
    if let Some(sweep) = &study.sweep {
        table.sweep(sweep)?;
    }
    for (place, turn) in (1..).zip(&study.turns) {
        table.turn(place, turn)?;
    }
    if let Some(about) = &study.drivers_about {
        table.drivers(&study.drivers, about)?;
    }
    Ok(table.rows.flush()?)
}

struct Table<W: Write> {
    rows: ::csv::Writer<W>,
}

impl<W: Write> Table<W> {
    fn forecast(&mut self, forecast: &Forecast) -> ::csv::Result<()> {
        let name = &forecast.name;
        let top = Path::default();
        for (metric, summary) in &forecast.metrics {
            self.leaves(name, &top.join(metric), summary)?;
        }
        for (key, segment) in &forecast.segments {
            let path = Path::from(["segments"]).join(key).join("bookings");
            self.leaves(name, &path, &segment.bookings)?;
        }
        self.leaves(name, &Path::from(["factors"]), &forecast.factors)?;
        for (key, role) in &forecast.roles {
            self.leaves(name, &Path::from(["roles"]).join(key), role)?;
        }
        for (kind, work) in &forecast.work {
            self.leaves(name, &Path::from(["work"]).join(kind), work)?;
        }
        if let Some(matched) = &forecast.matched {
            self.leaves(name, &Path::from(["matched", "people_cost"]), &matched.people_cost)?;
        }
        Ok(())
    }

    fn seat_change(&mut self, change: &SeatChange) -> ::csv::Result<()> {
        let what = if change.seats > 0 { "one_more" } else { "one_fewer" };
        let path = Path::from([what]).join(&change.role);
        self.leaves(&change.scenario, &path.join("bookings"), &change.bookings)?;
        self.leaves(&change.scenario, &path.join("contribution"), &change.contribution)
    }

    fn sweep(&mut self, sweep: &Sweep) -> ::csv::Result<()> {
        let name = format!("{} vs {}", sweep.candidate, sweep.baseline);
        let top = Path::from(["sweep"]);
        for point in &sweep.points {
            let at = sweep.paths.iter().zip(&point.at);
            let path =
                at.fold(top.clone(), |path, (key, value)| path.join(&format!("{key}={value}")));
            self.leaves(&name, &path, point)?;
        }
        for (place, one) in (1..).zip(&sweep.switching) {
            let path = top.join("switching").join(one.of.name()).join(&one.path);
            let path = path.join(&format!("{place}"));
            self.leaves(&name, &path, one)?;
            self.side(&name, &path, one.candidate_above)?;
        }
        for near in &sweep.nearest {
            self.leaves(&name, &top.join("nearest").join(near.of.name()), near)?;
        }
        for size in &sweep.sizes {
            self.leaves(&name, &top.join("sizes").join(&format!("{}", size.size)), size)?;
        }
        Ok(())
    }

    fn drivers(&mut self, drivers: &[Driver], about: &DriversAbout) -> ::csv::Result<()> {
        let name = match &about.baseline {
            Some(baseline) => format!("{} vs {baseline}", about.scenario),
            None => about.scenario.clone(),
        };
        let path = Path::from(["drivers_about"]);
        self.leaves(&name, &path, about)?;
        for group in &about.groups {
            self.leaves(&name, &path.join("groups").join(&group.group), group)?;
        }
        for driver in drivers {
            self.leaves(&name, &Path::from(["drivers"]).join(&driver.factor), driver)?;
        }
        Ok(())
    }

    fn turn(&mut self, place: usize, turn: &Turn) -> ::csv::Result<()> {
        let name = format!("{} vs {}", turn.candidate, turn.baseline);
        let path = Path::from(["turns"]).join(&turn.factor).join(&place.to_string());
        self.leaves(&name, &path, turn)?;
        self.side(&name, &path, turn.candidate_above)
    }

    /// Whether the candidate is ahead above a value: 1, else 0.
    fn side(&mut self, name: &str, metric: &Path, candidate_above: bool) -> ::csv::Result<()> {
        let value = if candidate_above { "1" } else { "0" };
        self.rows.write_record([name, &metric.to_string(), "candidate_above", value])
    }

    fn comparison(&mut self, comparison: &Comparison) -> ::csv::Result<()> {
        let name = format!("{} vs {}", comparison.candidate, comparison.baseline);
        self.leaves(&name, &Path::from(["bookings"]), &comparison.metrics.bookings)?;
        self.leaves(&name, &Path::from(["contribution"]), &comparison.metrics.contribution)?;
        self.leaves(&name, &Path::from(["bridge"]), &comparison.bridge)?;
        self.leaves(&name, &Path::from(["bridge_se"]), &comparison.bridge_se)?;
        self.leaves(&name, &Path::from(["bridge_intervals"]), &comparison.bridge_intervals)?;
        let breakeven = Path::from(["breakeven_yearly_cost"]);
        self.leaves(&name, &breakeven, &comparison.breakeven_yearly_cost)
    }

    fn overtaking(&mut self, overtaking: &Overtaking) -> ::csv::Result<()> {
        let name = format!("{} vs {}", overtaking.candidate, overtaking.baseline);
        self.leaves(&name, &Path::from(["overtaking", "month"]), &overtaking.month)?;
        self.leaves(&name, &Path::from(["overtaking", "trough"]), &overtaking.trough)
    }

    fn decision(&mut self, decision: &Decision) -> ::csv::Result<()> {
        let path = Path::from(["decision"]);
        for choice in &decision.scenarios {
            self.leaves(&choice.name, &path, choice)?;
        }
        let Decision { target, evpi, evpi_se, .. } = *decision;
        let common = [("target", target), ("evpi", Some(evpi)), ("evpi_se", Some(evpi_se))];
        let common: IndexMap<_, _> =
            common.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        self.leaves("", &path, &common)
    }

    /// One row for each number in `record` and the records within it.
    fn leaves(
        &mut self,
        scenario: &str,
        metric: &Path,
        record: &impl Serialize,
    ) -> ::csv::Result<()> {
        self.values(scenario, metric, &serde_json::to_value(record).map_err(io::Error::from)?)
    }

    fn values(&mut self, scenario: &str, metric: &Path, record: &Value) -> ::csv::Result<()> {
        let Value::Object(fields) = record else { return Ok(()) };
        let name = metric.to_string();
        for (statistic, value) in fields.iter().filter(|(_, value)| value.is_number()) {
            self.rows.write_record([scenario, &name, statistic, &value.to_string()])?;
        }
        for (key, inner) in fields.iter().filter(|(_, value)| value.is_object()) {
            self.values(scenario, &metric.join(key), inner)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use crate::study::Metric;

    fn rows(study: &Study) -> Vec<[String; 4]> {
        let mut out = Vec::new();
        write(study, &mut out).unwrap();
        let mut reader = ::csv::Reader::from_reader(out.as_slice());
        reader
            .records()
            .map(|row| std::array::from_fn(|i| row.as_ref().unwrap()[i].to_owned()))
            .collect()
    }

    #[test]
    fn every_statistic_of_every_metric_has_a_row() {
        let rows = rows(&sample::against(&["专业, 分工"]));
        let own = |row: &&[String; 4]| {
            row[0] == "专业, 分工" && Metric::ALL.iter().any(|metric| metric.name() == row[1])
        };
        assert_eq!(rows.iter().filter(own).count(), Metric::ALL.len() * 11);
    }

    #[test]
    fn a_comparison_is_a_scenario_of_its_own() {
        let rows = rows(&sample::against(&["Specialised"]));
        let row = ["Specialised vs Generalist", "bookings", "probability_better", "0.932"];
        assert!(rows.contains(&row.map(str::to_owned)));
        let row = ["Specialised vs Generalist", "bridge", "traffic", "4000000.0"];
        assert!(rows.contains(&row.map(str::to_owned)));
        let row = ["Specialised vs Generalist", "overtaking.month", "p50", "8.0"];
        assert!(rows.contains(&row.map(str::to_owned)));
        let row = ["Specialised vs Generalist", "breakeven_yearly_cost", "low", "-640000.0"];
        assert!(rows.contains(&row.map(str::to_owned)));
    }

    #[test]
    fn what_choosing_costs_stands_under_the_scenario_and_an_interval_under_its_figure() {
        let rows = rows(&sample::against(&["Specialised"]));
        for row in [
            ["Specialised", "decision", "expected_loss", "1000000.0"],
            ["Specialised", "decision.probability_better_than", "Generalist", "0.6"],
            ["", "decision", "evpi", "1000000.0"],
            ["Generalist", "bookings.intervals.mean", "low", "30876000.0"],
        ] {
            assert!(rows.contains(&row.map(str::to_owned)), "{row:?}");
        }
    }

    #[test]
    fn no_two_rows_say_the_same() {
        let rows = rows(&sample::against(&["Specialised", "On paper"]));
        let mut keys: Vec<_> = rows.iter().map(|row| &row[..3]).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), rows.len());
    }
}
