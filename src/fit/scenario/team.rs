//! Who does the work: the recorded people, or a team sized to the load.

use super::recorded::{self, Staffed};
use crate::fit::people::Role;
use crate::fit::{Assumption, Channel, Figure, Fitted, Method, benchmark, published};
use crate::organisation::limits;

/// Work that leads need.
pub const LEAD: &str = "lead";
/// Work that opportunities need.
pub const SELL: &str = "sell";
/// Work that customers need.
pub const SERVE: &str = "serve";

/// A kind of work with its hours a month.
pub(super) type Load = (&'static str, f64);

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
    /// Whether its work is not what it is on record.
    pub changed: bool,
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
    /// Share of the published hours a lead and an opportunity for which there are
    /// people on record; 1 where there are enough.
    pub staffed: Staffed,
    /// Whether the records show leads in other hands than deals.
    recorded_apart: bool,
    /// Whether leads are on record, not only opportunities.
    of_leads: bool,
}

/// Share of its hours that a team should be busy.
pub const BUSY: f64 = 0.85;
/// Share of seats filled and fully productive.
const PRESENT: f64 = 0.89;
/// Share of an owner's hours that go into the cases: P5 and P95.
const OWNED: (f64, f64) = (0.35, 0.9);
/// From so many customers on, care is that of many small ones.
const MANY: f64 = 200.0;

impl Form {
    /// The organisation in which the records were made, as far as they tell it;
    /// this one where they do not.
    #[must_use]
    pub fn as_recorded(self, fitted: &Fitted) -> Self {
        let told = !fitted.roles.is_empty() || apart(fitted);
        match self {
            _ if told => Self::Recorded,
            Self::Specialists => Self::Generalists,
            form => form,
        }
    }
}

/// Whether the owners on record show leads in other hands than deals.
fn apart(fitted: &Fitted) -> bool {
    fitted.owners.split > 0.5
}

impl Team {
    /// A team for what was fitted, over so many months.
    #[must_use]
    pub fn new(fitted: &Fitted, form: Form, months: usize) -> Self {
        let cases: f64 = fitted.channels.iter().map(|channel| channel.arrivals.value).sum();
        let of = |share: fn(&Channel) -> &Figure| {
            let each = fitted.channels.iter();
            each.map(|channel| share(channel).value * channel.arrivals.value).sum::<f64>()
        };
        let recorded_apart = apart(fitted);
        let opportunities = of(|channel| &channel.qualify);
        let (lead_hours, sell_hours) = hours(fitted, cases, opportunities, recorded_apart);
        let customers = customers(fitted, of(|channel| &channel.conversion), months);
        let many = customers >= MANY;
        let care = if many { benchmark::CARE_HOURS_MANY } else { benchmark::CARE_HOURS };
        let care_hours = published(care);
        let load = [
            (LEAD, cases * lead_hours.value),
            (SELL, opportunities * sell_hours.value),
            (SERVE, customers * care_hours.value),
        ];
        let specialists = match form {
            Form::Recorded => recorded_apart,
            Form::Generalists => false,
            Form::Specialists => true,
        };
        // Teams that are to be compared have a seat for each kind of work.
        let least = if form == Form::Recorded && !specialists { 1 } else { load.len() };
        let seats = match form {
            _ if fitted.roles.is_empty() => sized(&load, specialists, least, fitted.of_leads),
            Form::Recorded => recorded::seats(&fitted.roles),
            Form::Generalists => recorded::together(&fitted.roles),
            Form::Specialists => recorded::apart(fitted, &load),
        };
        let staffed = recorded::staffed(&fitted.roles, &load);
        let lead_hours = lead_hours.map(|hours| hours * staffed.lead);
        let sell_hours = sell_hours.map(|hours| hours * staffed.sell);
        let of_leads = fitted.of_leads;
        Self { seats, lead_hours, sell_hours, care_hours, staffed, recorded_apart, of_leads }
    }

    /// What a role does a kind of work better by than the one that the records are of, or
    /// worse: somebody whose only work it becomes, or who is to do everything where the
    /// records are of specialists.
    #[must_use]
    pub fn gain(&self, seat: &Seat, work: &str) -> Option<(&'static str, Figure)> {
        let (key, gain) = match work {
            LEAD => ("speed", benchmark::SPEED),
            SELL => ("lift", benchmark::SELL_LIFT),
            _ => ("lift", benchmark::CARE_LIFT),
        };
        let gain = published(gain);
        let real = |work: &str| work != LEAD || self.of_leads;
        let only = seat.work.iter().filter(|work| real(work)).count() == 1;
        if self.recorded_apart {
            let all = seat.recorded.is_none() && seat.work.len() > 2 && work != SERVE;
            let worse = Figure { low: 1.0 / gain.high, high: 1.0 / gain.low, ..gain };
            return all.then(|| (key, Figure { value: (worse.low * worse.high).sqrt(), ..worse }));
        }
        (seat.changed && only && real(work)).then_some((key, gain))
    }
}

/// Customers in the middle of so many months: those of today who stay, and those won.
fn customers(fitted: &Fitted, won_a_month: f64, months: usize) -> f64 {
    let leaving = -(-fitted.customers.churn.value.min(0.99)).ln_1p() / 12.0;
    let middle = months as f64 / 2.0;
    let gone = -(-leaving * middle).exp_m1();
    fitted.customers.initial.value * (1.0 - gone) + won_a_month * gone / leaving.max(1e-9)
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

/// Share of the hours that is left where a role carries so many kinds of work.
fn kept(kinds: usize) -> f64 {
    let switches = i32::try_from(kinds).expect("there are three kinds").max(1) - 1;
    (1.0 - published(benchmark::SWITCHING).value).powi(switches)
}

/// Hours a month that a seat gives, switching and vacancies taken off.
pub(super) fn given(seat: &Seat) -> f64 {
    let told = seat.recorded.as_ref().and_then(|role| role.hours.as_ref());
    let hours = told.map_or(published(benchmark::HOURS).value, |hours| hours.value);
    seat.headcount as f64 * hours * PRESENT * kept(seat.work.len())
}

/// Roles with seats for the load: one role that does everything, or one for each
/// kind of work. Both have as many seats, and so cost the same.
fn sized(load: &[Load; 3], specialists: bool, least: usize, of_leads: bool) -> Vec<Seat> {
    let a_head = published(benchmark::HOURS).value * PRESENT * BUSY;
    let kept = kept(load.len());
    let hours: f64 = load.iter().map(|(_, hours)| hours / kept).sum();
    // More seats than a scenario may have would not load.
    let seats = ((hours / a_head).ceil() as usize).clamp(least, limits::SEATS);
    if specialists {
        return divided(seats, load, of_leads);
    }
    vec![Seat {
        key: "generalist".to_owned(),
        title: String::new(),
        headcount: seats,
        work: load.iter().map(|(work, _)| *work).collect(),
        recorded: None,
        changed: false,
    }]
}

/// So many seats as roles for kinds of work of their own: one each, then the next always
/// where a seat has most to do.
pub(super) fn divided(seats: usize, load: &[Load; 3], of_leads: bool) -> Vec<Seat> {
    let groups = groups(seats, of_leads);
    let hours = |group: &&[&str]| {
        load.iter().filter(|(work, _)| group.contains(work)).map(|(_, hours)| hours).sum()
    };
    let asked: Vec<f64> = groups.iter().map(hours).collect();
    let mut given = vec![1; groups.len()];
    for _ in groups.len()..seats {
        let a_seat = |at: &usize| asked[*at] / given[*at] as f64;
        let most = (0..groups.len()).max_by(|a, b| a_seat(a).total_cmp(&a_seat(b)));
        given[most.expect("there is work")] += 1;
    }
    let seat = |(group, headcount): (&&[&'static str], usize)| Seat {
        key: role_for(group).to_owned(),
        title: String::new(),
        headcount,
        work: group.to_vec(),
        recorded: None,
        changed: true,
    };
    groups.iter().zip(given).map(seat).collect()
}

/// Kinds of work that so many people can have a role for; where only opportunities are
/// on record nobody is there for leads alone.
fn groups(people: usize, of_leads: bool) -> &'static [&'static [&'static str]] {
    match (people, of_leads) {
        (0 | 1, _) => &[&[LEAD, SELL, SERVE]],
        (_, false) => &[&[LEAD, SELL], &[SERVE]],
        (2, true) => &[&[LEAD], &[SELL, SERVE]],
        _ => &[&[LEAD], &[SELL], &[SERVE]],
    }
}

/// The key of a role for such work.
fn role_for(group: &[&str]) -> &'static str {
    match group {
        [LEAD] => "developer",
        [SERVE] => "care",
        _ => "seller",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_teams_have_as_many_seats_and_specialists_where_the_work_is() {
        for hours in [[10.0, 20.0, 5.0], [900.0, 4000.0, 300.0], [1.0, 30_000.0, 1.0]] {
            let load = [(LEAD, hours[0]), (SELL, hours[1]), (SERVE, hours[2])];
            let count = |seats: &[Seat]| seats.iter().map(|seat| seat.headcount).sum::<usize>();
            let (one, three) = (sized(&load, false, 3, true), sized(&load, true, 3, true));
            assert_eq!(count(&one), count(&three), "{hours:?}");
            let a_seat = |at: usize| hours[at] / three[at].headcount as f64;
            for at in [0, 2] {
                // Taking a seat from there would leave more to do than a seat of the largest has.
                assert!(three[at].headcount == 1 || a_seat(at) > 0.5 * a_seat(1), "{three:?}");
            }
        }
    }

    #[test]
    fn nobody_is_there_for_leads_alone_where_only_opportunities_are_on_record() {
        let load = [(LEAD, 1.0), (SELL, 600.0), (SERVE, 300.0)];
        let roles = |people, of_leads| -> Vec<(String, usize, Vec<&str>)> {
            let seats = divided(people, &load, of_leads).into_iter();
            seats.map(|seat| (seat.key, seat.headcount, seat.work)).collect()
        };
        let two = |seller, care| {
            vec![
                ("seller".to_owned(), seller, vec![LEAD, SELL]),
                ("care".to_owned(), care, vec![SERVE]),
            ]
        };
        assert_eq!(roles(9, false), two(6, 3));
        assert_eq!(roles(2, false), two(1, 1));
        assert_eq!(roles(2, true)[1], ("seller".to_owned(), 1, vec![SELL, SERVE]));
        assert_eq!(roles(9, true).len(), 3);
    }
}
