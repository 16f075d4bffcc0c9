//! Writes down what happens at some places, by name.

use orgodds::organisation::Scenario;
use orgodds::simulation::State;
use orgodds::simulation::events::{Class, Events, Queue, Staffed, Won, Worked};

/// What happened to some segments and roles, in order.
pub struct Diary<'a> {
    pub lines: Vec<String>,
    scenario: &'a Scenario,
    segments: &'a [&'a str],
    roles: &'a [&'a str],
}

impl<'a> Diary<'a> {
    /// A diary of the segments and roles with these keys.
    pub fn new(scenario: &'a Scenario, segments: &'a [&'a str], roles: &'a [&'a str]) -> Self {
        Self { lines: Vec::new(), scenario, segments, roles }
    }

    fn segment(&mut self, segment: usize, line: &str) {
        let key = &self.scenario.segments[segment].key;
        if self.segments.contains(&key.as_str()) {
            self.lines.push(format!("{line} in {key}"));
        }
    }

    fn role(&mut self, role: usize, line: &str) {
        let key = &self.scenario.roles[role].key;
        if self.roles.contains(&key.as_str()) {
            self.lines.push(format!("{line} of {key}"));
        }
    }
}

impl Events for Diary<'_> {
    fn month(&mut self, month: usize, demand: f64) {
        self.lines.push(format!("market {month} {demand:?}"));
    }

    fn staffed(&mut self, role: usize, staffed: Staffed) {
        self.role(
            role,
            &format!("staffed {} {} {:?}", staffed.hired, staffed.filled, staffed.hours),
        );
    }

    fn queued(&mut self, segment: usize, queue: Queue, units: u64) {
        let line = match queue {
            Queue::Channel(channel) => {
                let key = &self.scenario.segments[segment].channels[channel].key;
                format!("arrived {key} {units}")
            }
            Queue::Stage { .. } => format!("ready {queue:?} {units}"),
        };
        self.segment(segment, &line);
    }

    fn allocated(&mut self, _state: &State) {}

    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked) {
        self.segment(segment, &format!("worked {queue:?} {worked:?}"));
    }

    fn stale(&mut self, segment: usize, queue: Queue, units: u64) {
        self.segment(segment, &format!("stale {queue:?} {units}"));
    }

    fn won(&mut self, segment: usize, class: Class, flow: usize, won: Won) {
        self.segment(segment, &format!("won {class:?} {flow} {won:?}"));
    }

    fn induced_won(&mut self, segment: usize, deals: u64, worth: [f64; 3]) {
        self.segment(segment, &format!("induced {deals} {worth:?}"));
    }

    fn ordered(&mut self, segment: usize, class: Class, orders: u64, worth: f64) {
        self.segment(segment, &format!("ordered {class:?} {orders} {worth:?}"));
    }

    fn sensed(&mut self, segment: usize, referrals: u64, induced: u64) {
        self.segment(segment, &format!("sensed {referrals} {induced}"));
    }

    fn churned(&mut self, segment: usize, class: Class, customers: u64) {
        self.segment(segment, &format!("churned {class:?} {customers}"));
    }

    fn departed(&mut self, role: usize, people: u64) {
        self.role(role, &format!("departed {people}"));
    }

    fn ended(&mut self, _state: &State) {}
}
