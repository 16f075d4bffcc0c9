//! A figure of the JSON result by its path.

use orgodds::language::Unfound;
use orgodds::organisation::Path;
use orgodds::scenario::nearest;
use serde_json::Value;

/// Why a path leads to no figure.
#[derive(Debug, PartialEq, Eq)]
pub enum Miss {
    /// There is no such key where it was looked for.
    Unknown {
        /// Where.
        inside: Path,
        /// The key.
        key: String,
        /// The keys that are there.
        known: Vec<String>,
    },
    /// What stands there is no number.
    NoNumber {
        /// Where.
        inside: Path,
        /// The keys that are there.
        known: Vec<String>,
    },
}

impl Miss {
    /// What a person is told, with the key that may have been meant.
    pub fn told(self) -> Unfound {
        match self {
            Self::Unknown { inside, key, known } => {
                let near = nearest(&key, known.iter().map(String::as_str)).map(str::to_owned);
                Unfound::NoKey { inside: inside.to_string(), key, near, known: few(known) }
            }
            Self::NoNumber { inside, known } => {
                Unfound::NoNumber { inside: inside.to_string(), known: few(known) }
            }
        }
    }
}

/// The names, where they are few.
fn few(names: Vec<String>) -> Vec<String> {
    const FEW: usize = 20;
    if names.len() > FEW { Vec::new() } else { names }
}

/// What stands at a path, if anything does.
pub fn at<'a>(value: &'a Value, path: &Path) -> Option<&'a Value> {
    path.0.iter().try_fold(value, |value, key| step(value, key))
}

/// One step: a key of an object, or an item of a list by its name or number.
fn step<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => fields.get(key),
        Value::Array(items) => {
            let named = items.iter().find(|item| name(item) == Some(key));
            named.or_else(|| items.get(key.parse::<usize>().ok()?))
        }
        _ => None,
    }
}

/// What an item of a list goes by.
fn name(item: &Value) -> Option<&str> {
    ["name", "candidate", "factor", "group", "scenario"]
        .iter()
        .find_map(|key| item.get(key)?.as_str())
}

/// The keys that lead on from here.
pub fn keys(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => items.iter().filter_map(name).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Whether a path leads to a figure of a result like `example`, which may lack
/// what `schema` knows as absent at times.
pub fn leads_to_figure(path: &Path, example: &Value, schema: &Value) -> Result<(), Miss> {
    let mut here = Some(example);
    let mut known = resolved(schema, schema);
    for (depth, key) in path.0.iter().enumerate() {
        let next = here.and_then(|value| step(value, key));
        let rule = follow(schema, known, key)
            .filter(|(_, by_name)| *by_name || next.is_some() || here.is_none());
        let Some((rule, _)) = rule else {
            let mut names: Vec<String> = here.map(keys).unwrap_or_default();
            names
                .extend(properties(known).filter(|name| !names.contains(name)).collect::<Vec<_>>());
            let inside = Path(path.0[..depth].to_vec());
            return Err(Miss::Unknown { inside, key: key.clone(), known: names });
        };
        (here, known) = (next, rule);
    }
    let numeric = |schema: &Value| {
        let is = |kind: &Value| matches!(kind.as_str(), Some("number" | "integer"));
        match &schema["type"] {
            Value::Array(kinds) => kinds.iter().any(is),
            kind => is(kind),
        }
    };
    if numeric(known) {
        return Ok(());
    }
    let names = here.map_or_else(|| properties(known).collect(), keys);
    Err(Miss::NoNumber { inside: path.clone(), known: names })
}

/// The rule for what stands under a key, and whether the key itself is in the
/// schema; other keys are those of the scenarios.
fn follow<'a>(root: &'a Value, rule: &'a Value, key: &str) -> Option<(&'a Value, bool)> {
    if let Some(inner) = rule["properties"].get(key) {
        return Some((resolved(root, inner), true));
    }
    let free = [&rule["additionalProperties"], &rule["items"]]
        .into_iter()
        .find(|rule| rule.is_object())?;
    Some((resolved(root, free), false))
}

fn properties(rule: &Value) -> impl Iterator<Item = String> {
    rule["properties"].as_object().into_iter().flat_map(|fields| fields.keys().cloned())
}

/// A rule without references and without the choice of nothing.
fn resolved<'a>(root: &'a Value, rule: &'a Value) -> &'a Value {
    if let Some(reference) = rule["$ref"].as_str() {
        let target = reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
        return target.map_or(rule, |target| resolved(root, target));
    }
    let some = |choices: &'a Value| choices.as_array()?.iter().find(|one| one["type"] != "null");
    some(&rule["anyOf"]).map_or(rule, |one| resolved(root, one))
}

/// The standard error of a figure, where the result has it.
pub fn error(value: &Value, path: &Path) -> Option<f64> {
    let (last, outer) = path.0.split_last()?;
    let sibling = |name: String| at(value, &Path(outer.to_vec()).join(&name));
    let own = sibling(format!("{last}_se")).or_else(|| match last.as_str() {
        "mean" | "mean_difference" => sibling("se".to_owned()),
        _ => {
            let (parent, above) = outer.split_last()?;
            at(value, &Path(above.to_vec()).join(&format!("{parent}_se")).join(last))
        }
    });
    own.and_then(Value::as_f64)
}

#[cfg(test)]
mod tests {
    use orgodds::language::{Complaint, Language};
    use serde_json::json;

    use super::*;

    fn path(keys: &[&str]) -> Path {
        Path(keys.iter().map(|&key| key.to_owned()).collect())
    }

    fn result() -> Value {
        json!({
            "runs": 10,
            "comparisons": [
                { "baseline": "a", "candidate": "b.c", "share": 0.5, "share_se": 0.1, "bridge": { "price": 3.0 },
                  "bridge_se": { "price": 0.25 } },
                { "baseline": "a", "candidate": "1", "share": 0.7 },
                { "baseline": "a", "candidate": "d", "share": 0.9 }
            ],
        })
    }

    #[test]
    fn an_item_goes_by_its_name_before_its_number() {
        let result = result();
        let share =
            |key| at(&result, &path(&["comparisons", key, "share"])).and_then(Value::as_f64);
        assert_eq!(share("b.c"), Some(0.5));
        assert_eq!(share("0"), Some(0.5));
        assert_eq!(share("1"), Some(0.7));
        assert_eq!(share("2"), Some(0.9));
        assert_eq!(share("3"), None);
    }

    #[test]
    fn an_error_stands_beside_its_figure_or_beside_the_object_around_it() {
        let result = result();
        assert_eq!(error(&result, &path(&["comparisons", "0", "share"])), Some(0.1));
        assert_eq!(error(&result, &path(&["comparisons", "0", "bridge", "price"])), Some(0.25));
        assert_eq!(error(&result, &path(&["runs"])), None);
    }

    #[test]
    fn what_is_absent_at_times_is_known_all_the_same() {
        let schema = orgodds::report::schema::result();
        let example = json!({
            "scenarios": [{ "name": "a", "roles": { "rep": { "hours_given": 1.0 } }, "factors": {} }],
            "overtaking": [{ "candidate": "b", "month": { "never": 1.0 } }],
        });
        let figure = |keys: &[&str]| leads_to_figure(&path(keys), &example, &schema);
        for keys in [
            &["runs"][..],
            &["scenarios", "a", "factors", "price"],
            &["scenarios", "0", "roles", "rep", "hours_given"],
            &["overtaking", "b", "month", "p90"],
            &["overtaking", "b", "month", "intervals", "p50", "low"],
            &["decision", "evpi"],
            &["decision", "scenarios", "a", "probability_best"],
        ] {
            assert_eq!(figure(keys), Ok(()), "{keys:?}");
        }
        let sentence = |keys: &[&str]| {
            let why = figure(keys).unwrap_err().told();
            let complaint = Complaint::NoFigure("x > 1".to_owned(), why);
            let text = (Language::English.words().messages.complaint)(&complaint);
            text.strip_prefix("--require 'x > 1': ").unwrap().to_owned()
        };
        assert_eq!(sentence(&["run"]), "there is no `run` in the result; did you mean `runs`?");
        assert_eq!(
            sentence(&["scenarios", "a", "roles", "reps", "hours_given"]),
            "there is no `reps` in `scenarios.a.roles`; did you mean `rep`?"
        );
        assert_eq!(sentence(&["scenarios", "b"]), "there is no `b` in `scenarios`; there is `a`");
        assert!(
            sentence(&["scenarios", "a", "name"]).starts_with("`scenarios.a.name` is no number")
        );
        assert!(sentence(&["overtaking", "b"]).contains("is no number; it holds `candidate`"));
    }
}
