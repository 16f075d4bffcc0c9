//! Scenarios as text that a test can change key by key, and their runs.

use std::fmt;

use orgodds::monte_carlo::{self, Request, Runs, Unwatched};
use orgodds::organisation::Scenario;
use orgodds::random::Luck;
use orgodds::scenario::{self, Style};
use orgodds::simulation::{Engine, Events, Plan, Tally};
use toml::{Table, Value};

/// All chance of these tests.
pub const SEED: u64 = 20_240_229;

/// One segment whose customers do nothing by themselves, and one role with more
/// hours than anybody asks for.
const BASE: &str = r#"
horizon_months = 12
steps_per_month = 1
[segments.s.channels.web]
kind = "inbound"
arrivals = 5
work = "lead"
hours = 1
qualify = 1
[[segments.s.stages]]
name = "close"
work = "sell"
hours = 1
pass = 1
[segments.s.deal]
price = 100
[segments.s.customers]
care = { work = "serve", hours = 1 }
churn = { cared = 0, neglected = 0 }
orders = { cared = 0, neglected = 0 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
[roles.all]
headcount = 1
hours = 1e6
work = { lead = {}, sell = {}, serve = {} }
"#;

/// A scenario file.
#[derive(Clone, PartialEq)]
pub struct Text(Table);

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}", self.0)
    }
}

impl Text {
    /// From TOML.
    pub fn new(toml: &str) -> Self {
        Self(toml.parse().unwrap_or_else(|error| panic!("{error}\n{toml}")))
    }

    /// The scenario that most tests start from.
    pub fn base() -> Self {
        Self::new(BASE)
    }

    /// With a value at a path; tables on the way are made. An element of a list
    /// goes by its name or its index.
    pub fn with(mut self, path: &str, value: &str) -> Self {
        let (table, key) = place(&mut self.0, path);
        table.insert(key, parsed(value));
        self
    }

    /// With several values.
    pub fn with_all(self, values: &[(&str, &str)]) -> Self {
        values.iter().fold(self, |text, (path, value)| text.with(path, value))
    }

    /// With one more element in a list, which is made where there is none.
    pub fn push(mut self, path: &str, value: &str) -> Self {
        let (table, key) = place(&mut self.0, path);
        let list = table.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        list.as_array_mut().expect("a list").push(parsed(value));
        self
    }

    /// Without what stands at a path.
    pub fn without(mut self, path: &str) -> Self {
        let (table, key) = place(&mut self.0, path);
        assert!(table.remove(&key).is_some(), "nothing stands at {path}");
        self
    }

    /// The file's text.
    pub fn toml(&self) -> String {
        self.0.to_string()
    }

    /// What stands at a path, in a form that [`Self::with`] takes.
    pub fn at(&self, path: &str) -> String {
        let mut copy = self.0.clone();
        let (table, key) = place(&mut copy, path);
        table[&key].to_string()
    }

    /// The index of a kind of work.
    pub fn kind(&self, name: &str) -> usize {
        self.load().kinds.iter().position(|kind| kind == name).unwrap()
    }

    /// The index of a role.
    pub fn role(&self, key: &str) -> usize {
        self.load().roles.iter().position(|role| role.key == key).unwrap()
    }

    /// The scenario that it describes.
    pub fn load(&self) -> Scenario {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("scenario.toml");
        std::fs::write(&file, self.toml()).unwrap();
        match scenario::load_all(&[file], &[]) {
            Ok(mut loaded) => loaded.remove(0).scenario,
            Err(problems) => panic!("{}\n{self:?}", problems.render(Style::Plain)),
        }
    }

    /// Its runs.
    pub fn simulate(&self, runs: u64) -> Runs {
        simulate(&self.load(), runs)
    }

    /// One value a run, read off the run's books.
    pub fn sample(&self, runs: u64, value: impl Fn(&Tally<'_>) -> f64) -> Vec<f64> {
        let scenario = self.load();
        let plan = Plan::new(&scenario);
        let mut engine = Engine::new(&plan);
        let mut tally = Tally::new(&plan);
        (0..runs)
            .map(|run| {
                tally.clear();
                engine.play(Luck::new(SEED, run), &mut tally);
                value(&tally)
            })
            .collect()
    }
}

fn parsed(value: &str) -> Value {
    let mut table: Table = format!("value = {value}").parse().expect("a TOML value");
    table.remove("value").expect("it was just written")
}

/// The table that holds the last key of a path, and that key.
fn place<'a>(table: &'a mut Table, path: &str) -> (&'a mut Table, String) {
    let (inner, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut table = table;
    let mut keys = inner.split('.').filter(|key| !key.is_empty()).peekable();
    while let Some(key) = keys.next() {
        let entry = table.entry(key).or_insert_with(|| Value::Table(Table::new()));
        table = match entry {
            Value::Table(inner) => inner,
            Value::Array(list) => {
                let element = keys.next().expect("an element of the list");
                let at = position(list, element);
                list[at].as_table_mut().expect("a list of tables")
            }
            _ => panic!("{key} of {path} is no table"),
        };
    }
    (table, key.to_owned())
}

fn position(list: &[Value], element: &str) -> usize {
    let named = |value: &Value| value.get("name").and_then(Value::as_str) == Some(element);
    let named = list.iter().position(named);
    named.or_else(|| element.parse().ok()).unwrap_or_else(|| panic!("no element {element}"))
}

/// The first runs of a scenario.
pub fn simulate(scenario: &Scenario, runs: u64) -> Runs {
    let request = Request { seed: SEED, runs: 0..runs };
    monte_carlo::simulate(scenario, &request, &Unwatched).expect("nobody interrupts it")
}

/// Plays one run, told to a listener.
pub fn play(scenario: &Scenario, run: u64, events: &mut impl Events) {
    let plan = Plan::new(scenario);
    Engine::new(&plan).play(Luck::new(SEED, run), events);
}

/// The mean of some values.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
