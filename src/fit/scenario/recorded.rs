//! Recorded people as a team: who does what as they are on record, all together,
//! and each kind of work apart.

use super::team::{BUSY, LEAD, Load, SELL, SERVE, Seat, divided, given};
use crate::fit::people::{Role, attrition, duties};
use crate::fit::{Duty, Figure, Fitted, benchmark, published};

/// Share of the published hours for which there are people on record, at most 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staffed {
    /// Of the hours a lead.
    pub lead: f64,
    /// Of the hours an opportunity.
    pub sell: f64,
}

const ALL: [&str; 3] = [LEAD, SELL, SERVE];

fn work(duty: Duty) -> &'static [&'static str] {
    match duty {
        Duty::Leads => &[LEAD],
        Duty::Deals => &[SELL],
        Duty::Customers => &[SERVE],
        Duty::Accounts => &[SELL, SERVE],
        Duty::Everything | Duty::Unknown => &ALL,
        Duty::Leading | Duty::Elsewhere => &[],
    }
}

/// Roles with the work that they are known for; who has none of a sales team's is
/// left out.
fn known(roles: &[Role]) -> Vec<Seat> {
    let ours = roles.iter().zip(duties(roles)).filter(|(_, duty)| *duty != Duty::Elsewhere);
    let seat = |(role, duty): (&Role, Duty)| Seat {
        key: role.name.clone(),
        title: role.name.clone(),
        headcount: role.headcount,
        work: work(duty).to_vec(),
        recorded: Some(role.clone()),
        changed: false,
    };
    ours.map(seat).collect()
}

/// As recorded; a kind of work that is nobody's is that of all who sell.
pub fn seats(roles: &[Role]) -> Vec<Seat> {
    let mut seats = known(roles);
    for work in ALL {
        let carried = |seats: &[Seat], work| seats.iter().any(|seat| seat.work.contains(&work));
        if carried(&seats, work) {
            continue;
        }
        let sold = carried(&seats, SELL);
        let sells =
            |seat: &&mut Seat| if sold { seat.work.contains(&SELL) } else { !seat.work.is_empty() };
        seats.iter_mut().filter(sells).for_each(|seat| seat.work.push(work));
    }
    seats
}

/// The same people, of whom everybody does everything.
pub fn together(roles: &[Role]) -> Vec<Seat> {
    let mut seats = seats(roles);
    for seat in seats.iter_mut().filter(|seat| !seat.work.is_empty()) {
        seat.changed = seat.work.len() < ALL.len();
        seat.work = ALL.to_vec();
    }
    seats
}

/// As many people at the same cost, each for one kind of work: as recorded where
/// they work apart already, otherwise by the load.
pub fn apart(fitted: &Fitted, load: &[Load; 3]) -> Vec<Seat> {
    let seats = seats(&fitted.roles);
    if divide(&seats) {
        return seats;
    }
    let (workers, others): (Vec<Seat>, Vec<Seat>) =
        seats.into_iter().partition(|seat| !seat.work.is_empty());
    let pooled = pool(&workers, fitted);
    let divided = divided(pooled.headcount, load, fitted.of_leads).into_iter();
    let of_pool = |seat: Seat| Seat { recorded: Some(pooled.clone()), ..seat };
    divided.map(of_pool).chain(others).collect()
}

/// Whether leads are in other hands than deals.
fn divide(seats: &[Seat]) -> bool {
    !seats.iter().any(|seat| seat.work.contains(&LEAD) && seat.work.contains(&SELL))
}

/// Whether people are on record, and too few to divide their work.
#[must_use]
pub fn one_seat(roles: &[Role]) -> bool {
    let workers = seats(roles).into_iter().filter(|seat| !seat.work.is_empty());
    !roles.is_empty() && workers.map(|seat| seat.headcount).sum::<usize>() < 2
}

/// All who work as one role: together they cost and give what they did.
fn pool(workers: &[Seat], fitted: &Fitted) -> Role {
    let roles: Vec<&Role> = workers.iter().filter_map(|seat| seat.recorded.as_ref()).collect();
    let sum = |of: fn(&Role) -> usize| roles.iter().map(|role| of(role)).sum::<usize>();
    let years: f64 = roles.iter().map(|role| role.years).sum();
    let mean = |of: &dyn Fn(&Role) -> Option<Figure>, otherwise: &dyn Fn() -> Figure| {
        roles.iter().any(|role| of(role).is_some()).then(|| {
            let each =
                roles.iter().map(|role| (of(role).unwrap_or_else(otherwise), role.headcount));
            weighted(&each.collect::<Vec<_>>())
        })
    };
    let period = roles.first().and_then(|role| role.attrition.period);
    let leaving = attrition(sum(|role| role.left), years);
    Role {
        name: String::new(),
        headcount: sum(|role| role.headcount),
        hired: sum(|role| role.hired),
        left: sum(|role| role.left),
        years,
        attrition: Figure { period, ..leaving },
        hours: mean(&|role| role.hours.clone(), &|| published(benchmark::HOURS)),
        annual_cost: mean(&|role| role.annual_cost.clone(), &|| super::people::cost(fitted)),
    }
}

/// The mean of figures by their weights; it keeps the method of the one that is on
/// record.
fn weighted(figures: &[(Figure, usize)]) -> Figure {
    let total = figures.iter().map(|(_, weight)| weight).sum::<usize>().max(1) as f64;
    let mean = |of: fn(&Figure) -> f64| {
        figures.iter().map(|(figure, weight)| of(figure) * *weight as f64).sum::<f64>() / total
    };
    let ends = [mean(|figure| figure.low), mean(|figure| figure.value), mean(|figure| figure.high)];
    let told = figures.iter().find(|(figure, _)| figure.is_measured()).unwrap_or(&figures[0]);
    let count = figures.iter().map(|(figure, _)| figure.count).sum();
    let figure = Figure::between(ends, count, told.0.method);
    Figure { period: told.0.period, ..figure }
}

/// Whether the people on record can do the recorded cases in the published hours:
/// they did them, so otherwise a case takes fewer.
pub fn staffed(roles: &[Role], load: &[Load; 3]) -> Staffed {
    if roles.is_empty() {
        return Staffed { lead: 1.0, sell: 1.0 };
    }
    let seats = seats(roles);
    let asked = |work: &str| {
        load.iter().filter(|(kind, _)| *kind == work).map(|(_, hours)| hours).sum::<f64>()
    };
    let share = |work: &'static str| {
        // Care comes last: what a seat gives goes to cases, as they ask.
        let of_seat = |seat: &Seat| {
            let cases: f64 =
                [LEAD, SELL].into_iter().filter(|w| seat.work.contains(w)).map(asked).sum();
            BUSY * given(seat) * asked(work) / cases.max(1e-9)
        };
        let carriers = seats.iter().filter(|seat| seat.work.contains(&work));
        (carriers.map(of_seat).sum::<f64>() / asked(work).max(1e-9)).min(1.0)
    };
    Staffed { lead: share(LEAD), sell: share(SELL) }
}
