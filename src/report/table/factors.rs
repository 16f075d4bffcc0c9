//! Existing customers and the five factors, and what each adds to the gap.

use super::{gap_scale, unit};
use crate::report::figures::{Scale, with_error};
use crate::report::grid::Page;
use crate::study::{Comparison, FiveFactors, Forecast, Metric, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    if study.comparisons.is_empty() {
        for forecast in &study.scenarios {
            page.section(
                "Bookings = existing + traffic × conversion × price × repurchase × referral",
            );
            let rows = rows(&forecast.factors).map(|(name, value)| vec![label(name).into(), value]);
            page.table(1, vec![String::new(), forecast.name.clone()], rows.to_vec());
        }
    }
    for comparison in &study.comparisons {
        let (Some(baseline), Some(candidate)) =
            (study.scenario(&comparison.baseline), study.scenario(&comparison.candidate))
        else {
            continue;
        };
        page.section(&format!("Where the gap comes from: {} to {}", baseline.name, candidate.name));
        bridge(study, comparison, baseline, candidate, page);
    }
}

fn bridge(
    study: &Study,
    comparison: &Comparison,
    baseline: &Forecast,
    candidate: &Forecast,
    page: &mut Page,
) {
    let gap = &comparison.metrics.bookings;
    let scale = gap_scale(gap);
    let parts = comparison.bridge.parts();
    let moved = |name: &str| {
        parts.iter().find(|(part, _)| *part == name).map_or("-".into(), |&(_, part)| {
            let se = comparison.bridge_se.get(name).unwrap_or(0.0);
            scale.signed_with_error(part, se)
        })
    };
    let values = rows(&baseline.factors).into_iter().zip(rows(&candidate.factors));
    let mut rows: Vec<Vec<String>> = values
        .map(|((name, before), (_, after))| vec![label(name).into(), before, after, moved(name)])
        .collect();
    if comparison.bridge.new_business.is_some() {
        let whole = moved("new_business");
        rows.push(vec!["new business as a whole".into(), String::new(), String::new(), whole]);
    }
    let total = |forecast: &Forecast| {
        let summary = forecast.metrics.get(Metric::Bookings.name());
        summary.map_or("-".into(), |summary| with_error(summary.mean, summary.se))
    };
    let difference = scale.signed_with_error(gap.mean_difference, gap.se);
    rows.push(vec!["all bookings".into(), total(baseline), total(candidate), difference]);
    let adds = format!("adds{}", unit(study));
    page.table(1, vec![String::new(), baseline.name.clone(), candidate.name.clone(), adds], rows);
    if let Some(sentence) = unsure(comparison) {
        page.text(&sentence);
    }
}

/// Names the parts that the runs cannot tell from nothing.
fn unsure(comparison: &Comparison) -> Option<String> {
    let parts = comparison.bridge.parts();
    let names: Vec<&str> = parts
        .iter()
        .filter(|(part, _)| comparison.is_unsure(part))
        .map(|(part, _)| label(part).trim_start_matches("× "))
        .collect();
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => format!("What {last} adds may be nothing: its 95 % interval includes zero."),
        _ => format!(
            "What {} and {last} add may each be nothing: their 95 % intervals include zero.",
            others.join(", ")
        ),
    })
}

fn label(factor: &str) -> &'static str {
    match factor {
        "existing" => "existing customers",
        "traffic" => "× traffic (leads)",
        "conversion" => "× conversion",
        "price" => "× price, first deal",
        "repurchase" => "× repurchase",
        "referral" => "× referral",
        _ => "new business as a whole",
    }
}

/// Existing and the five factors with their errors, as text.
fn rows(factors: &FiveFactors) -> [(&'static str, String); 6] {
    let error = |place: usize| factors.se[place].unwrap_or(0.0);
    let mut place = 0;
    let five = factors.named().map(|(name, value)| {
        place += 1;
        let error = error(place);
        let text = match value {
            None => "-".into(),
            Some(share) if name == "conversion" => Scale::percent(error).with_error(share, error),
            Some(value) => with_error(value, error),
        };
        (name, text)
    });
    let [traffic, conversion, price, repurchase, referral] = five;
    let existing = ("existing", with_error(factors.existing, error(0)));
    [existing, traffic, conversion, price, repurchase, referral]
}
