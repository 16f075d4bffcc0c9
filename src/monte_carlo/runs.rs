//! What many runs yielded, one column a figure.

use crate::simulation::{Metric, Plan, Tally};
use crate::statistics::Moments;

/// The figures of many runs, in run order.
#[derive(Debug, Clone, PartialEq)]
pub struct Runs {
    /// Every run's metrics, monthly and segment bookings, one column a figure.
    columns: Vec<Vec<f64>>,
    months: usize,
    kinds: usize,
    /// Means of hours: demanded and supplied by kind, available and given by role.
    hours: Vec<Moments>,
}

/// Where each figure stands in a run's row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    months: usize,
    segments: usize,
    kinds: usize,
    roles: usize,
}

impl Layout {
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        let scenario = plan.scenario;
        Self {
            months: scenario.horizon_months,
            segments: scenario.segments.len(),
            kinds: scenario.kinds.len(),
            roles: scenario.roles.len(),
        }
    }

    /// Figures that are kept run by run.
    pub(super) fn kept(self) -> usize {
        Metric::ALL.len() + self.months + self.segments
    }

    pub(super) fn width(self) -> usize {
        self.kept() + 2 * self.kinds + 2 * self.roles
    }

    /// Appends a run's row.
    pub(super) fn write(tally: &Tally<'_>, margin: f64, rows: &mut Vec<f64>) {
        rows.extend(Metric::ALL.map(|metric| tally.metric(metric, margin)));
        for table in [
            &tally.monthly,
            &tally.segments,
            &tally.demanded,
            &tally.supplied,
            &tally.available,
            &tally.given,
        ] {
            rows.extend_from_slice(table);
        }
    }
}

impl Runs {
    /// None yet.
    pub(super) fn new(layout: &Layout) -> Self {
        Self {
            columns: vec![Vec::new(); layout.kept()],
            months: layout.months,
            kinds: layout.kinds,
            hours: vec![Moments::default(); layout.width() - layout.kept()],
        }
    }

    /// Makes room for so many more runs, and for no more than that.
    pub(super) fn expect(&mut self, runs: u64) {
        self.columns.iter_mut().for_each(|column| column.reserve_exact(runs as usize));
    }

    /// Takes in rows of runs that follow those it has.
    pub(super) fn take(&mut self, rows: &[f64]) {
        let width = self.columns.len() + self.hours.len();
        for row in rows.chunks_exact(width) {
            let (kept, hours) = row.split_at(self.columns.len());
            for (column, value) in self.columns.iter_mut().zip(kept) {
                column.push(*value);
            }
            for (moments, value) in self.hours.iter_mut().zip(hours) {
                moments.add(*value);
            }
        }
    }

    /// How many runs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns[0].len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A metric of every run, in run order.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> &[f64] {
        &self.columns[metric as usize]
    }

    /// Bookings of a counted month (from 0) of every run.
    #[must_use]
    pub fn month(&self, month: usize) -> &[f64] {
        &self.columns[Metric::ALL.len() + month]
    }

    /// Bookings of a segment of every run.
    #[must_use]
    pub fn segment(&self, segment: usize) -> &[f64] {
        &self.columns[Metric::ALL.len() + self.months + segment]
    }

    /// Standard hours of a kind of work: demanded and supplied.
    #[must_use]
    pub fn work(&self, kind: usize) -> [Moments; 2] {
        [self.hours[kind], self.hours[self.kinds + kind]]
    }

    /// Hours of a role: available and given.
    #[must_use]
    pub fn role(&self, role: usize) -> [Moments; 2] {
        let roles = self.hours.len() / 2 - self.kinds;
        [self.hours[2 * self.kinds + role], self.hours[2 * self.kinds + roles + role]]
    }
}
