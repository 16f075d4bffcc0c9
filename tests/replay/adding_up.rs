//! Steps of a month add up to the month: on the JSON, by the names of its fields.

use serde_json::Value;

use super::{SCENARIOS, ledger, load};

/// What is, not what happens: of a month, that of its last step.
const STATES: [&str; 12] = [
    "month",
    "demand",
    "title",
    "kind",
    "seats",
    "filled",
    "vacant",
    "productive",
    "asked",
    "mix",
    "lift",
    "price",
];

#[test]
fn steps_add_up_to_their_month() {
    for file in SCENARIOS {
        let ledger = serde_json::to_value(ledger(&load(file), 137)).unwrap();
        let (months, steps) = (&ledger["months"], ledger["steps"].as_array().unwrap());
        for month in months.as_array().unwrap() {
            let of_month: Vec<&Value> =
                steps.iter().filter(|step| step["month"] == month["month"]).collect();
            assert_eq!(of_month.len() as u64, ledger["steps_per_month"].as_u64().unwrap());
            let mut checked = 0;
            add_up(month, &of_month, "", &mut checked);
            assert!(checked > 40, "{file}: only {checked} sums");
        }
    }
}

/// Compares a value of a month with the same value of its steps.
fn add_up(month: &Value, steps: &[&Value], path: &str, checked: &mut usize) {
    let (first, last) = (steps[0], steps[steps.len() - 1]);
    let key = path.rsplit('.').next().unwrap_or(path);
    match month {
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = format!("{path}.{key}");
                if key == "chance" && path.contains("queue") {
                    // Of the last step in which any was worked.
                    let chance = steps.iter().rev().find_map(|step| step.get(key));
                    assert_eq!(Some(value), chance, "{path}");
                    continue;
                }
                let of_steps: Vec<&Value> = steps.iter().map(|step| &step[key]).collect();
                add_up(value, &of_steps, &path, checked);
            }
        }
        Value::Array(_) if key == "ramping" => assert_eq!(month, last, "{path}"),
        Value::Array(items) => {
            for (i, value) in items.iter().enumerate() {
                let of_steps: Vec<&Value> = steps.iter().map(|step| &step[i]).collect();
                add_up(value, &of_steps, &format!("{path}[{i}]"), checked);
            }
        }
        _ if key == "before" => assert_eq!(month, first, "{path}"),
        _ if key == "after" || STATES.contains(&key) || path.contains(".handoff.") => {
            assert_eq!(month, last, "{path}");
        }
        Value::Number(sum) => {
            let sum = sum.as_f64().expect("a number");
            let added: f64 = steps.iter().map(|step| step.as_f64().expect("a number")).sum();
            assert!((sum - added).abs() <= 1e-9 * sum.abs(), "{path}: {sum} {added}");
            *checked += 1;
        }
        _ => assert_eq!(month, last, "{path}"),
    }
}
