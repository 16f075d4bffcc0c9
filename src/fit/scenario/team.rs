//! Who does the work: the recorded people, or a team sized to the load.

use crate::fit::people::Role;
use crate::fit::{Assumption, Figure, Fitted, Method, benchmark, published};
use crate::organisation::limits;

/// Work that leads need.
pub const LEAD: &str = "lead";
/// Work that opportunities need.
pub const SELL: &str = "sell";
/// Work that customers need.
pub const SERVE: &str = "serve";

/// How the work is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As recorded where people or owners tell it; otherwise everyone does everything.
    Recorded,
    /// Everyone does everything.
    Generalists,
    /// One role for leads, one for deals, one for customers.
    Specialists,
}

/// A role of the scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Its key.
    pub key: String,
    /// What people call it; empty where its key says it.
    pub title: String,
    /// How many.
    pub headcount: usize,
    /// The kinds of work it carries.
    pub work: Vec<&'static str>,
    /// What is recorded of it.
    pub recorded: Option<Role>,
}

/// Roles, and the hours of a lead, an opportunity and a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    /// Roles in file order.
    pub seats: Vec<Seat>,
    /// Hours a lead.
    pub lead_hours: Figure,
    /// Hours an opportunity, over its stages.
    pub sell_hours: Figure,
    /// Hours a customer a month.
    pub care_hours: Figure,
    /// Whether the measured conversion already holds what was lost between hands.
    recorded_apart: bool,
}

/// Share of its hours that a team should be busy.
const BUSY: f64 = 0.85;
/// Share of seats filled and fully productive.
const PRESENT: f64 = 0.89;
/// Share of an owner's hours that go into the cases: P5 and P95.
const OWNED: (f64, f64) = (0.35, 0.9);
/// From so many customers on, care is that of many small ones.
const MANY: f64 = 200.0;

impl Team {
    /// A team for what was fitted.
    #[must_use]
    pub fn new(fitted: &Fitted, form: Form) -> Self {
        let cases: f64 = fitted.channels.iter().map(|channel| channel.arrivals.value).sum();
        let share = |channel: &crate::fit::Channel| channel.qualify.value * channel.arrivals.value;
        let opportunities: f64 = fitted.channels.iter().map(share).sum();
        let apart = fitted.owners.split > 0.5;
        let (lead_hours, sell_hours) = hours(fitted, cases, opportunities, apart);
        let customers = fitted.customers.initial.value;
        let many = customers >= MANY;
        let care = if many { benchmark::CARE_HOURS_MANY } else { benchmark::CARE_HOURS };
        let care_hours = published(care);
        let load = [
            (LEAD, cases * lead_hours.value),
            (SELL, opportunities * sell_hours.value),
            (SERVE, customers * care_hours.value),
        ];
        let specialists = match form {
            Form::Recorded => apart,
            Form::Generalists => false,
            Form::Specialists => true,
        };
        let recorded = form == Form::Recorded && !fitted.roles.is_empty();
        // Teams that are to be compared have a seat for each kind of work.
        let least = if form == Form::Recorded && !specialists { 1 } else { load.len() };
        let seats =
            if recorded { recorded_seats(&fitted.roles) } else { sized(&load, specialists, least) };
        Self { seats, lead_hours, sell_hours, care_hours, recorded_apart: apart }
    }

    /// How fast a role does a kind of work, where that differs from what is recorded:
    /// lead work that becomes one role's only work.
    #[must_use]
    pub fn speed(&self, seat: &Seat, work: &str) -> Option<Figure> {
        let alone = seat.recorded.is_none() && seat.work == [LEAD];
        (alone && work == LEAD && !self.recorded_apart).then(|| published(benchmark::SPEED))
    }

    /// Chance that a unit is lost where leads are handed over, as far as it is within
    /// the measured conversion and will be taken off again.
    #[must_use]
    pub fn lost_between(&self, fitted: &Fitted) -> f64 {
        let carries = |work| self.seats.iter().position(|seat| seat.work.contains(&work));
        let apart = carries(LEAD) != carries(SELL);
        let measured = fitted.of_leads && self.recorded_apart;
        if measured && apart { published(benchmark::HANDOFF).value } else { 0.0 }
    }
}

/// Hours a lead and an opportunity: the owners' time over their cases, or what is
/// published.
fn hours(fitted: &Fitted, cases: f64, opportunities: f64, apart: bool) -> (Figure, Figure) {
    let a_head = published(benchmark::HOURS).value;
    let over = |people: f64, units: f64| {
        let most = people * a_head / units.max(1.0);
        let [low, high] = [OWNED.0 * most, OWNED.1 * most];
        Figure::between([low, f64::midpoint(low, high), high], people, Method::OwnersTime)
    };
    let owners = fitted.owners;
    let small = || Figure::known(0.05, Method::Assumed(Assumption::AlreadyQualified));
    let lead = if !fitted.of_leads {
        small()
    } else if apart && owners.openers > 0.0 {
        over(owners.openers, cases)
    } else {
        published(benchmark::LEAD_HOURS)
    };
    let sell = if owners.closers > 0.0 {
        over(owners.closers, opportunities.max(owners.closed))
    } else {
        published(benchmark::OPPORTUNITY_HOURS)
    };
    (lead, sell)
}

/// Roles with seats for the load: one role that does everything, or one for each
/// kind of work. Both have as many seats, and so cost the same.
fn sized(load: &[(&'static str, f64)], specialists: bool, least: usize) -> Vec<Seat> {
    let a_head = published(benchmark::HOURS).value * PRESENT * BUSY;
    let kept = (1.0 - published(benchmark::SWITCHING).value).powi(2);
    let hours: f64 = load.iter().map(|(_, hours)| hours / kept).sum();
    // More seats than a scenario may have would not load.
    let seats = ((hours / a_head).ceil() as usize).clamp(least, limits::SEATS);
    let seat = |key: &str, headcount: usize, work: Vec<&'static str>| Seat {
        key: key.to_owned(),
        title: String::new(),
        headcount,
        work,
        recorded: None,
    };
    if !specialists {
        return vec![seat("generalist", seats, load.iter().map(|(work, _)| *work).collect())];
    }
    let divided = divided(seats, load);
    let roles = ["developer", "seller", "care"].iter().zip(load).zip(divided);
    roles.map(|((key, (work, _)), headcount)| seat(key, headcount, vec![work])).collect()
}

/// Seats by kind of work: one each, then the next always where a seat has most to do.
fn divided(seats: usize, load: &[(&'static str, f64)]) -> Vec<usize> {
    let mut given = vec![1; load.len()];
    for _ in load.len()..seats {
        let asked = |at: &usize| load[*at].1 / given[*at] as f64;
        let most = (0..load.len()).max_by(|a, b| asked(a).total_cmp(&asked(b)));
        given[most.expect("there is work")] += 1;
    }
    given
}

/// Recorded roles by the work that their names tell; who is not understood does
/// everything, and so does the largest role where a kind of work is nobody's.
fn recorded_seats(roles: &[Role]) -> Vec<Seat> {
    let mut seats: Vec<Seat> = roles
        .iter()
        .map(|role| Seat {
            key: role.name.clone(),
            title: role.name.clone(),
            headcount: role.headcount,
            work: work_of(&role.name),
            recorded: Some(role.clone()),
        })
        .collect();
    if seats.iter().all(|seat| seat.work.is_empty()) {
        // Where all only lead, somebody sells nevertheless.
        for seat in &mut seats {
            seat.work = vec![LEAD, SELL, SERVE];
        }
    }
    for work in [LEAD, SELL, SERVE] {
        if !seats.iter().any(|seat| seat.work.contains(&work)) {
            let largest = seats
                .iter_mut()
                .filter(|seat| !seat.work.is_empty())
                .max_by_key(|seat| seat.headcount);
            if let Some(seat) = largest {
                seat.work.push(work);
            }
        }
    }
    seats
}

/// The work that a role's name tells; none for one that only leads.
fn work_of(name: &str) -> Vec<&'static str> {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    let any = |known: &[&str]| {
        known.iter().any(|k| if k.is_ascii() { words.contains(k) } else { name.contains(k) })
    };
    let mut work = Vec::new();
    if any(&["sdr", "bdr", "ldr", "mdr", "odr", "development", "lead", "线索", "开发"]) {
        work.push(LEAD);
    }
    if any(&["ae", "account", "executive", "sales", "seller", "rep", "sr", "销售", "客户经理"])
        && work.is_empty()
    {
        work.push(SELL);
    }
    if any(&["presales", "engineer", "se", "consultant", "solution", "售前", "顾问"])
        && !work.contains(&LEAD)
    {
        work = vec![SELL];
    }
    if any(&["csm", "success", "service", "support", "care", "am", "客户成功", "服务"]) {
        work = vec![SERVE];
    }
    let leads = ["manager", "director", "head", "vp", "ceo", "cfo", "coo", "cto", "经理", "总监"];
    if work.is_empty() && !any(&leads) {
        work = vec![LEAD, SELL, SERVE];
    }
    work
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_teams_have_as_many_seats_and_specialists_where_the_work_is() {
        for hours in [[10.0, 20.0, 5.0], [900.0, 4000.0, 300.0], [1.0, 30_000.0, 1.0]] {
            let load = [(LEAD, hours[0]), (SELL, hours[1]), (SERVE, hours[2])];
            let count = |seats: &[Seat]| seats.iter().map(|seat| seat.headcount).sum::<usize>();
            let (one, three) = (sized(&load, false, 3), sized(&load, true, 3));
            assert_eq!(count(&one), count(&three), "{hours:?}");
            let a_seat = |at: usize| hours[at] / three[at].headcount as f64;
            for at in [0, 2] {
                // Taking a seat from there would leave more to do than a seat of the largest has.
                assert!(three[at].headcount == 1 || a_seat(at) > 0.5 * a_seat(1), "{three:?}");
            }
        }
    }

    #[test]
    fn names_of_roles_tell_their_work() {
        for (name, work) in [
            ("SDR", vec![LEAD]),
            ("Sales Development Representative", vec![LEAD]),
            ("Account Executive", vec![SELL]),
            ("Sales Engineer", vec![SELL]),
            ("Customer Success Manager", vec![SERVE]),
            ("销售", vec![SELL]),
            ("Director", vec![]),
            ("CEO", vec![]),
            ("Allrounder", vec![LEAD, SELL, SERVE]),
        ] {
            assert_eq!(work_of(name), work, "{name}");
        }
    }
}
