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

/// What stands at a path, if one thing does.
pub fn at<'a>(value: &'a Value, path: &Path) -> Option<&'a Value> {
    let mut here = vec![value];
    for key in &path.0 {
        here = step(&here, key);
    }
    match here[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// The figure at a path: a number, or the `value` of what stands there.
pub fn figure(value: &Value, path: &Path) -> Option<f64> {
    let found = at(value, path)?;
    found.as_f64().or_else(|| found.get("value")?.as_f64())
}

/// One step: a key of an object, or the items of a list that go by a name, or
/// one by its number. Where several go by it, the next key chooses among them.
fn step<'a>(here: &[&'a Value], key: &str) -> Vec<&'a Value> {
    let items: Vec<&Value> = match here {
        [Value::Object(fields)] => return fields.get(key).into_iter().collect(),
        [Value::Array(items)] => items.iter().collect(),
        several => several.to_vec(),
    };
    let named: Vec<&Value> = items.iter().copied().filter(|item| goes_by(item, key)).collect();
    if named.is_empty() {
        return key
            .parse()
            .ok()
            .and_then(|place: usize| items.get(place).copied())
            .into_iter()
            .collect();
    }
    named
}

/// What an item of a list goes by.
const NAMES: [&str; 8] =
    ["name", "candidate", "scenario", "factor", "path", "group", "role", "seats"];

/// The names of an item.
fn names(item: &Value) -> impl Iterator<Item = String> {
    NAMES.iter().filter_map(|key| match item.get(key)? {
        Value::String(name) => Some(name.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn goes_by(item: &Value, key: &str) -> bool {
    names(item).any(|name| name == key)
}

/// The keys that lead on from here.
pub fn keys(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => items.iter().filter_map(|item| names(item).next()).collect(),
        _ => Vec::new(),
    }
}

/// The keys that lead on from several items of one name: what tells them apart.
fn further(here: &[&Value]) -> Vec<String> {
    if let [one] = here {
        return keys(one);
    }
    let mut known: Vec<String> = Vec::new();
    for name in here.iter().flat_map(|item| names(item)) {
        if !known.contains(&name) && !here.iter().all(|item| goes_by(item, &name)) {
            known.push(name);
        }
    }
    known
}

/// Whether a path leads to a figure of a result like `example`, which may lack
/// what `schema` knows as absent at times.
pub fn leads_to_figure(path: &Path, example: &Value, schema: &Value) -> Result<(), Miss> {
    let mut here = vec![example];
    let mut known = resolved(schema, schema);
    let (mut item, mut guessed) = (false, false);
    for (depth, key) in path.0.iter().enumerate() {
        let absent = here.is_empty();
        let next = step(&here, key);
        let chosen = item && (here.len() > 1 || absent && known["properties"].get(key).is_none());
        let rule = if chosen && (absent || !next.is_empty()) {
            Some((known, Kind::Item))
        } else if chosen {
            None
        } else {
            follow(schema, known, key)
                .filter(|(_, kind)| *kind == Kind::Field || !next.is_empty() || absent)
        };
        let Some((rule, kind)) = rule else {
            let mut names = further(&here);
            if here.len() < 2 {
                let fields: Vec<String> =
                    properties(known).filter(|name| !names.contains(name)).collect();
                names.extend(fields);
            }
            let inside = Path(path.0[..depth].to_vec());
            return Err(Miss::Unknown { inside, key: key.clone(), known: names });
        };
        guessed = chosen && absent;
        (here, known, item) = (next, rule, kind == Kind::Item);
    }
    if let Some((last, outer)) = path.0.split_last().filter(|_| guessed) {
        let known = properties(known).collect();
        return Err(Miss::Unknown { inside: Path(outer.to_vec()), key: last.clone(), known });
    }
    let value = resolved(schema, &known["properties"]["value"]);
    if here.len() < 2 && (is_numeric(known) || is_numeric(value)) {
        return Ok(());
    }
    let names = if here.is_empty() { properties(known).collect() } else { further(&here) };
    Err(Miss::NoNumber { inside: path.clone(), known: names })
}

fn is_numeric(rule: &Value) -> bool {
    let is = |kind: &Value| matches!(kind.as_str(), Some("number" | "integer"));
    match &rule["type"] {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    }
}

/// What a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A field of the schema.
    Field,
    /// What a scenario names.
    Named,
    /// An item of a list.
    Item,
}

/// The rule for what stands under a key, and what it is; keys that are not in
/// the schema are those of the scenarios.
fn follow<'a>(root: &'a Value, rule: &'a Value, key: &str) -> Option<(&'a Value, Kind)> {
    if let Some(inner) = rule["properties"].get(key) {
        return Some((resolved(root, inner), Kind::Field));
    }
    [(&rule["additionalProperties"], Kind::Named), (&rule["items"], Kind::Item)]
        .into_iter()
        .find(|(rule, _)| rule.is_object())
        .map(|(free, kind)| (resolved(root, free), kind))
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
    fn items_of_one_name_are_told_apart_by_the_next_key() {
        let schema = orgodds::report::schema::result();
        let change = |scenario: &str, role: &str, seats: i32| {
            let bookings = json!({ "mean_difference": f64::from(seats), "se": 0.5 });
            json!({ "scenario": scenario, "role": role, "seats": seats, "bookings": bookings })
        };
        let result = json!({ "one_more": [
            change("a", "rep", 1), change("a", "sdr", 1), change("a", "rep", -1), change("b", "rep", 1),
        ] });
        let whole = |keys: &[&str]| {
            let keys = [&["one_more"], keys, &["bookings", "mean_difference"]].concat();
            path(&keys)
        };
        let found = |keys: &[&str]| at(&result, &whole(keys)).and_then(Value::as_f64);
        assert_eq!(found(&["a", "rep", "-1"]), Some(-1.0));
        assert_eq!(found(&["a", "sdr"]), Some(1.0));
        assert_eq!(found(&["b"]), Some(1.0));
        assert_eq!(found(&["a", "rep"]), None);
        assert_eq!(found(&["a"]), None);
        let figure =
            |keys: &[&str], example: &Value| leads_to_figure(&whole(keys), example, &schema);
        assert_eq!(figure(&["a", "rep", "-1"], &result), Ok(()));
        assert_eq!(figure(&["a", "rep", "-1"], &json!({})), Ok(()));
        let miss = |keys: &[&str]| match figure(keys, &result) {
            Err(Miss::Unknown { inside, key, known }) => (inside.to_string(), key, known.join(" ")),
            other => panic!("{other:?}"),
        };
        let told = |inside: &str, key: &str, known: &str| (inside.into(), key.into(), known.into());
        assert_eq!(miss(&["a"]), told("one_more.a", "bookings", "rep 1 sdr -1"));
        assert_eq!(miss(&["a", "csm"]), told("one_more.a", "csm", "rep 1 sdr -1"));
        assert_eq!(miss(&["a", "rep"]), told("one_more.a.rep", "bookings", "1 -1"));
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
            "comparisons": [{ "candidate": "b", "breakeven_yearly_cost": { "value": 1.0 } }],
        });
        let figure = |keys: &[&str]| leads_to_figure(&path(keys), &example, &schema);
        for keys in [
            &["runs"][..],
            &["scenarios", "a", "factors", "price"],
            &["scenarios", "0", "roles", "rep", "hours_given"],
            &["overtaking", "b", "month", "p90"],
            &["overtaking", "b", "month", "intervals", "p50", "low"],
            &["decision", "evpi"],
            &["comparisons", "b", "breakeven_yearly_cost"],
            &["comparisons", "b", "breakeven_yearly_cost", "value"],
            &["sweep", "switching", "1", "value"],
            &["one_more", "a", "rep", "-1", "bookings", "se"],
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
        assert_eq!(
            sentence(&["sweep", "switching", "1", "valeu"]),
            "there is no `valeu` in `sweep.switching.1`; did you mean `value`?"
        );
        assert!(sentence(&["overtaking", "b"]).contains("is no number; it holds `candidate`"));
    }
}
