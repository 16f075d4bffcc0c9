//! What a scenario says of the company and of the split, in a form that two
//! scenarios can be held against each other in, whatever their indices.

use indexmap::IndexMap;

use crate::distribution::Distribution;
use crate::organisation::{ChannelKind, Path, Role, Scenario, Segment};

/// What stands at each path.
#[derive(Debug, PartialEq, Default)]
pub struct Outline<'a>(IndexMap<String, Stands<'a>>);

#[derive(Debug, PartialEq)]
enum Stands<'a> {
    /// A number with what is believed of it.
    Believed(&'a Distribution),
    /// Anything else, in text.
    Said(String),
}

impl<'a> Outline<'a> {
    /// The market, what a booking leaves, funnels and customers.
    pub fn company(scenario: &'a Scenario) -> Self {
        let mut outline = Self::default();
        for factor in scenario.factors.all.iter().filter(|factor| is_of_company(&factor.path)) {
            outline.0.insert(factor.path.to_string(), Stands::Believed(&factor.distribution));
        }
        outline.say(&["market", "seasonality"], &scenario.market.seasonality);
        let keys: Vec<_> = scenario.segments.iter().map(|segment| &segment.key).collect();
        outline.say(&["segments"], &keys);
        for segment in &scenario.segments {
            outline.segment(scenario, segment);
        }
        outline.correlations(scenario, true);
        outline
    }

    /// Who carries which work, how many they are, and what comes first.
    pub fn split(scenario: &'a Scenario) -> Self {
        let mut outline = Self::default();
        let first: Vec<_> =
            scenario.priorities.iter().map(|&kind| scenario.kind_name(kind)).collect();
        outline.say(&["priorities"], &first);
        let keys: Vec<_> = scenario.roles.iter().map(|role| &role.key).collect();
        outline.say(&["roles"], &keys);
        for role in &scenario.roles {
            outline.role(scenario, role);
        }
        outline.correlations(scenario, false);
        outline
    }

    /// The paths at which two outlines differ, in the order of `other` first.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let changed = other.0.iter().filter(|(path, stands)| self.0.get(*path) != Some(stands));
        let gone = self.0.keys().filter(|path| !other.0.contains_key(*path));
        changed.map(|(path, _)| path).chain(gone).cloned().collect()
    }

    fn say(&mut self, path: &[&str], what: &impl std::fmt::Debug) {
        let path = path.iter().fold(Path::default(), |path, key| path.join(key));
        self.0.insert(path.to_string(), Stands::Said(format!("{what:?}")));
    }

    fn segment(&mut self, scenario: &Scenario, segment: &Segment) {
        let at = |rest: &'static [&'static str]| [&["segments", &*segment.key], rest].concat();
        let channels: Vec<_> = (segment.channels.iter())
            .map(|channel| (&channel.key, way(channel.kind), scenario.kind_name(channel.work)))
            .collect();
        self.say(&at(&["channels"]), &channels);
        let stages: Vec<_> = (segment.stages.iter())
            .map(|stage| (&stage.name, scenario.kind_name(stage.work)))
            .collect();
        self.say(&at(&["stages"]), &stages);
        let stage = |place: usize| &segment.stages[place].name;
        self.say(&at(&["deal", "priced_at"]), stage(segment.deal.priced_at));
        let customers = &segment.customers;
        self.say(&at(&["customers", "initial"]), &customers.initial);
        self.say(&at(&["customers", "care", "work"]), &scenario.kind_name(customers.care.work));
        let tracking = (customers.tracking.as_ref())
            .map(|tracking| (scenario.kind_name(tracking.care.work), stage(tracking.enters)));
        self.say(&at(&["customers", "tracking"]), &tracking);
    }

    fn role(&mut self, scenario: &'a Scenario, role: &Role) {
        let at = |key| ["roles", &*role.key, key];
        self.say(&at("headcount"), &role.headcount.changes);
        self.say(&at("start"), &role.start);
        let work: Vec<_> =
            (role.work.iter()).map(|entry| (scenario.kind_name(entry.kind), entry.share)).collect();
        self.say(&at("work"), &work);
        if let Some(hours) = role.hours {
            let factor = &scenario.factors[hours];
            self.0.insert(factor.path.to_string(), Stands::Believed(&factor.distribution));
        }
    }

    /// The correlations among the company's factors, or all others.
    fn correlations(&mut self, scenario: &Scenario, company: bool) {
        let mut stated: Vec<String> = Vec::new();
        for group in &scenario.factors.correlations {
            for &(a, b, rho) in &group.stated {
                let [a, b] = [a, b].map(|member| &scenario.factors[group.members[member]].path);
                if (is_of_company(a) && is_of_company(b)) == company {
                    stated.push(format!("{} {} {rho:?}", a.min(b), a.max(b)));
                }
            }
        }
        stated.sort();
        self.say(&["correlations"], &stated);
    }
}

/// What a loss of units where work changes hands is, is no matter of the company.
fn is_of_company(path: &Path) -> bool {
    path.0.first().is_none_or(|first| first != "roles" && first != "handoffs")
}

fn way(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Inbound { .. } => "inbound",
        ChannelKind::Outbound { .. } => "outbound",
        ChannelKind::Referral => "referral",
    }
}
