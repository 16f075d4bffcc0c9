//! One row a run and scenario: what each run yielded, in full precision.

use std::io::{self, Write};

use crate::study::Metric;

/// The runs of one scenario, by metric.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    /// The scenario's name.
    pub scenario: &'a str,
    /// A value a run, for each metric in the order of [`Metric::ALL`].
    pub metrics: [&'a [f64]; Metric::ALL.len()],
}

/// Writes `run,scenario` and every metric. Runs count from 1; the scenarios of
/// a run stand together.
///
/// # Errors
/// When `out` takes no more.
pub fn write(scenarios: &[Columns<'_>], out: &mut impl Write) -> io::Result<()> {
    rows(scenarios, out).map_err(super::csv::cause)
}

fn rows(scenarios: &[Columns<'_>], out: &mut impl Write) -> ::csv::Result<()> {
    let mut rows = ::csv::Writer::from_writer(out);
    rows.write_record(["run", "scenario"].into_iter().chain(Metric::ALL.map(Metric::name)))?;
    let runs = scenarios.iter().map(|one| one.metrics[0].len()).max().unwrap_or(0);
    for run in 0..runs {
        for one in scenarios {
            rows.write_field((run + 1).to_string())?;
            rows.write_field(one.scenario)?;
            for metric in one.metrics {
                rows.write_field(metric[run].to_string())?;
            }
            rows.write_record(None::<&[u8]>)?;
        }
    }
    Ok(rows.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_count_from_one_and_keep_every_bit() {
        let values = [0.1 + 0.2, 1e-300];
        let columns = |scenario| Columns { scenario, metrics: [&values; Metric::ALL.len()] };
        let mut out = Vec::new();
        write(&[columns("全能, A"), columns("B")], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert!(lines[0].starts_with("run,scenario,bookings,contribution,leads,"));
        assert!(lines[0].ends_with(",hires,departures"));
        assert!(lines[1].starts_with("1,\"全能, A\",0.30000000000000004,"));
        assert!(lines[2].starts_with("1,B,"));
        let last = lines[4].rsplit(',').next().unwrap();
        assert_eq!(last.parse::<f64>().unwrap().to_bits(), 1e-300_f64.to_bits());
        assert_eq!(lines.len(), 5);
    }
}
