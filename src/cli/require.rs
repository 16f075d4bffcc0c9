//! `--require`: what a figure of the result has to be.

use orgodds::language::{Complaint, Unfound};
use orgodds::monte_carlo::{self, Request, Runs, Unwatched};
use orgodds::organisation::Path;
use orgodds::report;
use orgodds::scenario::{self, Loaded};
use orgodds::study::Study;
use serde_json::Value;

use super::failure::Failure;
use super::lookup::{self, Miss};
use super::numbers;

/// A figure, how it is compared, and with what.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// As typed.
    text: String,
    figure: Path,
    comparison: Comparison,
    number: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    AtMost,
    Equal,
    Unequal,
    Above,
    Below,
}

impl Comparison {
    /// Longer signs first: `>` begins `>=`.
    const SIGNS: [(&str, Self); 6] = [
        (">=", Self::AtLeast),
        ("<=", Self::AtMost),
        ("==", Self::Equal),
        ("!=", Self::Unequal),
        (">", Self::Above),
        ("<", Self::Below),
    ];

    #[expect(clippy::float_cmp, reason = "who asks for equality means it")]
    fn holds(self, value: f64, number: f64) -> bool {
        match self {
            Self::AtLeast => value >= number,
            Self::AtMost => value <= number,
            Self::Equal => value == number,
            Self::Unequal => value != number,
            Self::Above => value > number,
            Self::Below => value < number,
        }
    }
}

const USAGE: &str =
    "write FIGURE OP NUMBER, such as 'probability_better >= 0.8'; OP is one of >= <= > < == !=";

impl Requirement {
    /// Reads `FIGURE OP NUMBER`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (at, sign, comparison) = operator(text).ok_or(USAGE)?;
        let figure = text[..at].trim();
        if figure.is_empty() {
            return Err(USAGE.to_owned());
        }
        let figure = scenario::path(figure).map_err(|why| format!("the path {figure} {why}"))?;
        let number = numbers::amount(text[at + sign.len()..].trim())?;
        Ok(Self { text: text.to_owned(), figure, comparison, number })
    }

    /// The whole path of the figure. A name alone stands for one in the places
    /// that matter most; what none of them has is left as it is.
    fn resolved(&self, has: impl Fn(&Path) -> bool, result: &Value, metric: &str) -> Path {
        let [name] = &self.figure.0[..] else { return self.figure.clone() };
        let within = homes(result, metric).into_iter().map(|home| home.join(name));
        within.into_iter().find(has).unwrap_or_else(|| self.figure.clone())
    }

    /// Why a result like `example` has no such figure.
    fn miss(&self, example: &Value, schema: &Value, metric: &str) -> Option<Unfound> {
        let known = |path: &Path| lookup::leads_to_figure(path, example, schema).is_ok();
        let path = self.resolved(known, example, metric);
        let miss = lookup::leads_to_figure(&path, example, schema).err()?;
        let [name] = &self.figure.0[..] else { return Some(miss.told()) };
        if let Some(first) = several(example) {
            let path = Path::from(["comparisons", first, "metrics", metric]).join(name);
            if known(&path) {
                return Some(Unfound::Several(path.to_string()));
            }
        }
        // A name alone may be near one of any place.
        let places = homes(example, metric);
        let near =
            places.iter().filter_map(|home| lookup::at(example, home)).flat_map(lookup::keys);
        let miss = match miss {
            Miss::Unknown { inside, key, .. } => {
                Miss::Unknown { inside, key, known: near.collect() }
            }
            other @ Miss::NoNumber { .. } => other,
        };
        Some(miss.told())
    }

    /// What does not hold.
    fn unmet(&self, result: &Value, metric: &str) -> Option<Complaint> {
        let has = |path: &Path| lookup::figure(result, path).is_some();
        let path = self.resolved(has, result, metric);
        let value = lookup::figure(result, &path);
        if value.is_some_and(|value| self.comparison.holds(value, self.number)) {
            return None;
        }
        let shown = value.map(|value| shown(value, lookup::error(result, &path)));
        Some(Complaint::Unmet(self.text.clone(), path.to_string(), shown))
    }
}

/// The first operator outside double quotes: its place, sign and meaning.
fn operator(text: &str) -> Option<(usize, &'static str, Comparison)> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        let sign = Comparison::SIGNS.iter().find(|(sign, _)| text[at..].starts_with(sign));
        if let Some(&(sign, comparison)) = sign.filter(|_| !quoted) {
            return Some((at, sign, comparison));
        }
        if letter == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = quoted && letter == '\\' && !escaped;
    }
    None
}

/// A figure with its error, to the second digit of the error.
fn shown(value: f64, error: Option<f64>) -> String {
    match error.filter(|&error| error > 0.0) {
        None => value.to_string(),
        Some(error) => {
            let decimals = (1.0 - error.log10().floor()).clamp(0.0, 12.0) as usize;
            format!("{value:.decimals$} ± {error:.decimals$}")
        }
    }
}

/// Where a name alone is looked for, in this order: the metric's figures of the
/// only comparison (of the only scenario where there is none), what stands
/// around them, the decision.
fn homes(result: &Value, metric: &str) -> Vec<Path> {
    let count = |key: &str| result[key].as_array().map_or(0, Vec::len);
    let mut homes = match (count("comparisons"), count("scenarios")) {
        (1, _) => vec![
            Path::from(["comparisons", "0", "metrics", metric]),
            Path::from(["comparisons", "0"]),
        ],
        (0, 1) => vec![
            Path::from(["scenarios", "0", "metrics", metric]),
            Path::from(["decision", "scenarios", "0"]),
        ],
        _ => Vec::new(),
    };
    homes.extend([Path::from(["decision"]), Path::default()]);
    homes
}

/// The candidate of the first of several comparisons.
fn several(result: &Value) -> Option<&str> {
    match result["comparisons"].as_array()?.as_slice() {
        [first, _, ..] => first["candidate"].as_str(),
        _ => None,
    }
}

/// Finds figures that no result of these scenarios has, on a few runs, before
/// the long work.
pub fn rehearse(
    requirements: &[Requirement],
    loaded: &[Loaded],
    study: impl Fn(&[Runs]) -> Study,
) -> Result<(), Failure> {
    if requirements.is_empty() {
        return Ok(());
    }
    let request = Request { seed: 1, runs: 0..2 };
    let work = || {
        let one = |one: &Loaded| monte_carlo::simulate(&one.scenario, &request, &Unwatched);
        loaded.iter().map(one).collect::<Result<Vec<Runs>, _>>()
    };
    let runs = monte_carlo::with_threads(Some(1), work)
        .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?
        .map_err(|_| Failure::Interrupted)?;
    let (example, metric) = written(&study(&runs))?;
    let schema = report::schema::result();
    let wrong = requirements.iter().find_map(|one| {
        let why = one.miss(&example, &schema, &metric)?;
        Some(Complaint::NoFigure(one.text.clone(), why))
    });
    wrong.map_or(Ok(()), |complaint| Err(Failure::Wrong(complaint)))
}

/// Fails where the result is not as required.
pub fn check(requirements: &[Requirement], study: &Study) -> Result<(), Failure> {
    if requirements.is_empty() {
        return Ok(());
    }
    let (result, metric) = written(study)?;
    let unmet: Vec<Complaint> =
        requirements.iter().filter_map(|one| one.unmet(&result, &metric)).collect();
    if unmet.is_empty() { Ok(()) } else { Err(Failure::Unmet(unmet)) }
}

/// The result as JSON, and the name of the metric that leads.
fn written(study: &Study) -> Result<(Value, String), Failure> {
    let value = report::json::value(study);
    let value = value.map_err(|error| Failure::Outside(Complaint::NoResult(error.to_string())))?;
    Ok((value, study.metric.metric().name().to_owned()))
}

#[cfg(test)]
mod tests {
    use orgodds::language::Language;
    use serde_json::json;

    use super::*;

    #[test]
    fn figure_operator_and_number_are_read_with_or_without_spaces() {
        let read = |text: &str| {
            let one = Requirement::parse(text).unwrap();
            (one.figure.0.join("/"), one.comparison, one.number)
        };
        let name = |text: &str| text.to_owned();
        assert_eq!(read("a>=0.8"), (name("a"), Comparison::AtLeast, 0.8));
        assert_eq!(read(" a.b < -1_000 "), (name("a/b"), Comparison::Below, -1_000.0));
        assert_eq!(read("a.\"x >= 1\".c != 2"), (name("a/x >= 1/c"), Comparison::Unequal, 2.0));
        assert_eq!(read("专业.x == 3"), (name("专业/x"), Comparison::Equal, 3.0));
        for text in [
            "", "a", "a 0.8", "a = 0.8", ">= 0.8", "a >= ", "a >= 80%", "a..b > 1", "\"a > 1",
            "a >> 1",
        ] {
            assert!(Requirement::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_operator_means_what_it_says() {
        for (sign, below, equal, above) in [
            (">=", false, true, true),
            ("<=", true, true, false),
            (">", false, false, true),
            ("<", true, false, false),
            ("==", false, true, false),
            ("!=", true, false, true),
        ] {
            let one = Requirement::parse(&format!("a {sign} 1")).unwrap();
            let holds = |value| one.comparison.holds(value, one.number);
            assert_eq!([holds(0.5), holds(1.0), holds(2.0)], [below, equal, above], "{sign}");
        }
    }

    #[test]
    fn a_name_alone_is_the_metric_s_of_the_only_comparison() {
        let result = json!({
            "runs": 7,
            "comparisons": [{ "candidate": "b", "breakeven": 5.0, "metrics": {
                "bookings": { "share": 0.4, "share_se": 0.012 }, "contribution": { "share": 0.9 } } }],
        });
        let unmet = |text: &str, metric| {
            let complaint = Requirement::parse(text).unwrap().unmet(&result, metric)?;
            Some((Language::English.words().messages.complaint)(&complaint))
        };
        assert_eq!(unmet("share > 0.5", "contribution"), None);
        assert_eq!(
            unmet("share > 0.5", "bookings").unwrap(),
            "--require 'share > 0.5' does not hold: `comparisons.0.metrics.bookings.share` is 0.400 ± 0.012"
        );
        assert_eq!(unmet("breakeven == 5", "bookings"), None);
        assert_eq!(unmet("runs == 7", "bookings"), None);
        assert_eq!(
            unmet("evpi < 1", "bookings").unwrap(),
            "--require 'evpi < 1' does not hold: `evpi` has no value in this result"
        );
    }
}
