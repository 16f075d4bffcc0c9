//! A whole result as one JSON object.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

/// Writes `record` with two spaces a level and a newline at the end.
///
/// # Errors
/// When `out` takes no more.
pub fn write(record: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &value(record)?)?;
    writeln!(out)
}

/// The record as it is written.
///
/// # Errors
/// When it cannot be JSON.
pub fn value(record: &impl Serialize) -> io::Result<Value> {
    let mut value = serde_json::to_value(record)?;
    drop_nulls(&mut value);
    Ok(value)
}

/// What is not a number was written as null without a word: leave it out.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use crate::study::Study;

    fn value(study: &Study) -> Value {
        let mut out = Vec::new();
        write(study, &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn the_names_are_those_of_the_interface() {
        let value = value(&sample::against(&["Specialised"]));
        for path in [
            "/version",
            "/seed",
            "/runs",
            "/horizon_months",
            "/currency",
            "/scenarios/0/name",
            "/scenarios/0/file",
            "/scenarios/0/roles/rep/hours_available",
            "/scenarios/0/roles/rep/hours_given",
            "/scenarios/0/work/outbound/demanded",
            "/scenarios/0/work/outbound/supplied",
            "/scenarios/0/factors/existing",
            "/scenarios/0/factors/referral",
            "/scenarios/0/metrics/bookings/cvar5",
            "/scenarios/0/metrics/departures/mean",
            "/scenarios/0/monthly/bookings/p90/23",
            "/scenarios/0/segments/core/bookings/se",
            "/scenarios/0/warnings",
            "/comparisons/0/baseline",
            "/comparisons/0/metrics/contribution/probability_better_se",
            "/comparisons/0/metrics/bookings/correlation",
            "/comparisons/0/bridge/repurchase",
            "/comparisons/0/dominance",
            "/comparisons/0/warnings",
        ] {
            assert!(value.pointer(path).is_some(), "{path} is missing");
        }
    }

    #[test]
    fn what_is_not_a_number_is_absent() {
        let mut study = sample::against(&["Specialised"]);
        study.comparisons[0].metrics.bookings.correlation = None;
        study.scenarios[0].factors.price = Some(f64::NAN);
        study.scenarios[0].metrics["bookings"].se = f64::INFINITY;
        let value = value(&study);
        assert!(value.pointer("/comparisons/0/metrics/bookings/correlation").is_none());
        assert!(value.pointer("/scenarios/0/factors/price").is_none());
        assert!(value.pointer("/scenarios/0/metrics/bookings/se").is_none());
        assert!(!value.to_string().contains("null"));
    }

    #[test]
    fn numbers_keep_every_bit() {
        let mut study = sample::one();
        study.scenarios[0].metrics["bookings"].mean = 0.1 + 0.2;
        let mean = value(&study).pointer("/scenarios/0/metrics/bookings/mean").unwrap().as_f64();
        assert_eq!(mean, Some(0.1 + 0.2));
    }
}
