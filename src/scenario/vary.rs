//! Numbers that take one value after the other: `--vary PATH=LOW..HIGH[:STEPS]`.
//!
//! A value goes where `--set` would put it, so a point of a sweep is the result
//! of `--set` with its values. `team` stands for the size of the company; a
//! number that is varied beside it is that of the company at its size.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::{self, Node, Value};
use super::field::{Field, Need, Shape};
use super::overrides::{self, Override};
use super::problem::{Problem, Problems};
use super::source::{Place, Source};
use super::{Loaded, dotted, reader, resolve};
use crate::distribution::Domain;
use crate::language::{Mistakes, Said};
use crate::organisation::{Axis, Path, Scenario, Spacing, Today, TooLarge, limits};

/// What is typed for the size of the company.
const TEAM: &str = "team";
/// Points where no number of them is given.
const STEPS: usize = 11;
/// Numbers that can be varied at once.
const MOST: usize = 2;

/// A number that is varied.
#[derive(Debug)]
pub struct Vary {
    /// Its values.
    pub axis: Axis,
    /// None for the size of the company.
    path: Option<Path>,
    /// Where the path stands, and the range.
    places: (Place, Place),
}

/// What was typed.
struct Typed {
    path: Path,
    /// Where the whole argument stands, the path, and the range.
    places: [Place; 3],
    low: f64,
    high: f64,
    /// None where no number of points is given.
    steps: Option<usize>,
}

impl Vary {
    /// Reads `PATH=LOW..HIGH[:STEPS]` for each number to vary in these scenarios.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, or the first point that a scenario
    /// cannot have.
    pub fn all(arguments: &[String], loaded: &[Loaded]) -> Result<Vec<Self>, Problems> {
        let mut problems = Problems::default();
        let mut varied: Vec<Self> = Vec::new();
        for (number, argument) in arguments.iter().enumerate() {
            let Some(typed) = Typed::parse(argument, number, &mut problems) else { continue };
            let [whole, path, _] = typed.places.clone();
            if varied.iter().any(|other| other.axis.path == typed.path.to_string()) {
                let name = typed.path.to_string();
                problems.push(problem(&path, |words| (words.ranges.twice)(&name)));
            } else if varied.len() == MOST {
                problems.push(problem(&whole, |words| words.ranges.at_most_two.to_owned()));
            } else {
                varied.extend(typed.vary(loaded, &mut problems));
            }
        }
        if problems.is_empty() {
            problems = few_enough(&varied)
                .and_then(|()| all_fit(&varied, loaded))
                .err()
                .unwrap_or_default();
        }
        if problems.is_empty() { Ok(varied) } else { Err(problems) }
    }
}

/// The scenario of a tree with these values.
pub fn variant(tree: &Node, varied: &[Vary], values: &[f64]) -> Result<Scenario, Problems> {
    let (mut tree, mut problems) = (tree.clone(), Problems::default());
    for (one, &value) in varied.iter().zip(values) {
        let Some(path) = &one.path else { continue };
        let (key, range) = one.places.clone();
        let value = if one.axis.spacing == Spacing::Whole {
            Value::Integer(value as i128)
        } else {
            Value::Float(value)
        };
        let given =
            Override { path: path.clone(), place: key, value: Node { place: range, value } };
        overrides::lay(&given, &mut tree);
    }
    let record = reader::read(&tree, &mut problems);
    let mut scenario = resolve::resolve(&record, &mut problems).scenario;
    for (one, &ratio) in varied.iter().zip(values) {
        if one.path.is_none() && problems.is_empty() {
            // A number that is typed is that of the company at its size.
            let typed: Vec<Path> = varied.iter().filter_map(|one| one.path.clone()).collect();
            scenario = scenario.sized_but(ratio, &typed).map_err(|why| {
                let mut problems = Problems::default();
                problems.push(problem(&one.places.1, |words| too_large(words, why)));
                problems
            })?;
        }
    }
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

fn too_large(words: &Mistakes, why: TooLarge) -> String {
    match why {
        TooLarge::Seats => (words.ranges.seats)(limits::SEATS),
        TooLarge::Customers => (words.ranges.customers)(limits::CUSTOMERS),
        TooLarge::Leads => (words.ranges.leads)(limits::LEADS_A_MONTH),
    }
}

/// Refuses more points than anybody waits for.
fn few_enough(varied: &[Vary]) -> Result<(), Problems> {
    let points = varied.iter().map(|one| one.axis.values.len()).product();
    let Some(last) = varied.last().filter(|_| points > limits::POINTS) else { return Ok(()) };
    let too_many = problem(&last.places.1, |words| (words.ranges.points)(points, limits::POINTS));
    Err(one(too_many.help(Said::by(|words| words.ranges.fewer_steps.to_owned()))))
}

/// Whether every scenario can have the values of every point.
fn all_fit(varied: &[Vary], loaded: &[Loaded]) -> Result<(), Problems> {
    let points = varied.iter().fold(vec![Vec::new()], |points: Vec<Vec<f64>>, one| {
        let with = |point: &Vec<f64>| {
            let point = point.clone();
            one.axis.values.iter().map(move |&value| [&point[..], &[value]].concat())
        };
        points.iter().flat_map(with).collect()
    });
    // The ends first: a range that leaves its domain does so there.
    let ends = points.first().into_iter().chain(points.last());
    for point in ends.chain(&points) {
        loaded.iter().try_for_each(|one| one.varied(varied, point).map(|_| ()))?;
    }
    Ok(())
}

impl Typed {
    fn parse(argument: &str, number: usize, problems: &mut Problems) -> Option<Self> {
        let read = Self::read(argument, number);
        read.map_err(|problem| problems.push(problem)).ok()
    }

    fn read(argument: &str, number: usize) -> Result<Self, Problem> {
        let prefix = "--vary ";
        let (name, text) = ("command line".to_owned(), format!("{prefix}{argument}"));
        let source = Source { name, text, folder: PathBuf::new(), number, has_lines: false };
        let source = Arc::new(source);
        let place =
            |from: usize, to: usize| Place::new(&source, prefix.len() + from..prefix.len() + to);
        let whole = place(0, argument.len());
        let needs_range = || {
            problem(&whole, |words| words.ranges.needs_range.to_owned())
                .help(Said::by(|words| (words.write)("--vary PATH=LOW..HIGH:STEPS")))
        };
        let equals = dotted::equals(argument).ok_or_else(needs_range)?;
        let at = place(0, equals);
        let path = dotted::parse(&argument[..equals]).map_err(|why| overrides::broken(why, &at))?;
        let (start, end) = (equals + 1, argument.len());
        let (ends, steps) = match argument[start..].rfind(':') {
            Some(colon) => (start + colon, Some(start + colon + 1)),
            None => (end, None),
        };
        let dots = argument[start..ends].find("..").ok_or_else(needs_range)? + start;
        let number = |from: usize, to: usize| {
            let text = argument[from..to].trim();
            self::number(text)
                .ok_or_else(|| problem(&place(from, to), |words| (words.ranges.no_number)(text)))
        };
        let (low, high) = (number(start, dots)?, number(dots + 2, ends)?);
        let steps = match steps {
            Some(from) => Some(self::steps(&argument[from..], &place(from, end))?),
            None => None,
        };
        if low >= high {
            let texts = (argument[start..dots].trim(), argument[dots + 2..ends].trim());
            return Err(problem(&place(start, ends), |words| {
                (words.ranges.must_rise)(texts.0, texts.1)
            }));
        }
        Ok(Self { path, places: [whole.clone(), at, place(start, ends)], low, high, steps })
    }

    /// What is varied in these scenarios.
    fn vary(self, loaded: &[Loaded], problems: &mut Problems) -> Option<Vary> {
        let [_, place, range] = self.places.clone();
        if self.path.0 == [TEAM] {
            if self.low < limits::RATIO.0 || self.high > limits::RATIO.1 {
                let (low, high) = limits::RATIO;
                problems.push(problem(&range, |words| (words.ranges.ratio)(low, high)));
                return None;
            }
            let today = vec![Some(Today { value: 1.0, range: None }); loaded.len()];
            return Some(self.over(Spacing::Ratio, None, today, None));
        }
        let fields: Vec<_> =
            loaded.iter().map(|one| overrides::field_at(&one.tree, &self.path)).collect();
        let Some(&(field, _)) = fields.iter().flatten().next() else {
            let trees = loaded.iter().map(|one| &one.tree);
            problems.push(overrides::nowhere(&self.path, &place, trees));
            return None;
        };
        let (spacing, domain) = match field.shape {
            Shape::Factor(domain) => (Spacing::Even, Some(domain)),
            Shape::Share => (Spacing::Even, Some(Domain::Probability)),
            Shape::Whole(..) | Shape::Headcount => (Spacing::Whole, None),
            _ => {
                let name = self.path.to_string();
                let no = problem(&place, |words| (words.ranges.cannot_vary)(&name));
                problems.push(no.help(Said::by(|words| words.ranges.what_can.to_owned())));
                return None;
            }
        };
        let today = loaded.iter().zip(fields).map(|(one, found)| {
            found.map(|(field, node)| today(&one.scenario, &self.path, field, node))
        });
        let (today, path) = (today.collect(), self.path.clone());
        let vary = self.over(spacing, domain, today, Some(path));
        if vary.axis.values.len() < 2 {
            let name = &vary.axis.path;
            problems.push(problem(&range, |words| (words.ranges.one_whole)(name)));
            return None;
        }
        Some(vary)
    }

    fn over(
        self,
        spacing: Spacing,
        domain: Option<Domain>,
        today: Vec<Option<Today>>,
        path: Option<Path>,
    ) -> Vary {
        let [_, place, range] = self.places;
        let mut axis = Axis {
            path: self.path.to_string(),
            values: Vec::new(),
            rounded: false,
            spacing,
            domain,
            today,
        };
        values(&mut axis, (self.low, self.high), self.steps);
        Vary { axis, path, places: (place, range) }
    }
}

/// So many values from one end to the other; whole numbers once each.
fn values(axis: &mut Axis, (low, high): (f64, f64), steps: Option<usize>) {
    let steps = steps.unwrap_or(STEPS);
    let (from, to) = (axis.place(low), axis.place(high));
    let value = |step: usize| match step {
        0 => low,
        last if last + 1 == steps => high,
        _ => short(axis.value(from + (to - from) * step as f64 / (steps - 1) as f64)),
    };
    let values: Vec<f64> = (0..steps).map(value).collect();
    if axis.spacing != Spacing::Whole {
        axis.values = values;
        return;
    }
    let inside = |value: &f64| (low..=high).contains(value);
    let mut whole: Vec<f64> = values.iter().map(|value| value.round()).filter(inside).collect();
    whole.dedup();
    // Every whole number of the range is what is meant where more points are asked for.
    let every = whole.windows(2).all(|pair| pair[1] - pair[0] <= 1.0);
    let ends = whole.first() == Some(&low) && whole.last() == Some(&high);
    axis.rounded = whole != values && !(every && ends);
    axis.values = whole;
}

/// A number as people would write it: without the noise of its last digits.
fn short(value: f64) -> f64 {
    format!("{value:.9e}").parse().unwrap_or(value)
}

/// What a scenario says without being varied.
fn today(scenario: &Scenario, path: &Path, field: &Field, node: Option<&Node>) -> Today {
    if let Some(id) = scenario.factors.find(path) {
        let distribution = &scenario.factors[id].distribution;
        let range = (distribution.quantile(0.05), distribution.quantile(0.95));
        let is_known = distribution.as_known().is_some();
        return Today { value: distribution.quantile(0.5), range: (!is_known).then_some(range) };
    }
    let first_seats = |items: &Vec<Node>| match &items.first()?.value {
        Value::Array(pair) => plain(pair.get(1)?),
        _ => None,
    };
    let given = node.and_then(|node| match &node.value {
        Value::Array(items) => first_seats(items),
        _ => plain(node),
    });
    let usual = if let Need::Default(value) = field.need { value } else { 0.0 };
    Today { value: given.unwrap_or(usual), range: None }
}

/// The number of a value that is one.
fn plain(node: &Node) -> Option<f64> {
    match node.value {
        Value::Integer(value) => Some(value as f64),
        Value::Float(value) => Some(value),
        _ => None,
    }
}

/// A number as TOML has it, finite and of a size that can be calculated with.
fn number(text: &str) -> Option<f64> {
    let (name, text) = (String::new(), text.to_owned());
    let source = Source { name, text, folder: PathBuf::new(), number: 0, has_lines: false };
    let value = plain(&document::value(&Arc::new(source), 0)?)?;
    (value.abs() <= limits::NUMBER).then_some(value)
}

fn steps(text: &str, place: &Place) -> Result<usize, Problem> {
    let text = text.trim();
    let steps = text.parse::<usize>();
    let steps = steps.map_err(|_| problem(place, |words| (words.ranges.no_steps)(text)))?;
    if (2..=limits::STEPS).contains(&steps) {
        Ok(steps)
    } else {
        Err(problem(place, |words| (words.ranges.steps)(limits::STEPS)))
    }
}

fn problem(place: &Place, say: impl Fn(&'static Mistakes) -> String) -> Problem {
    Problem::error(Said::by(say), place)
}

fn one(problem: Problem) -> Problems {
    let mut problems = Problems::default();
    problems.push(problem);
    problems
}
