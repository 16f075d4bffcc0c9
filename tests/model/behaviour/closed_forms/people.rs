//! Section 3: seats that fill, ramp and empty.

use orgodds::simulation::Metric;

use super::super::harness::Text;
use super::law::{binomial_chances, part_of};
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 3:
    vacant_seats_fill_after_geometric_times,
    filled_seats_cost_by_the_step,
    a_year_of_attrition_is_binomial,
    seats_empty_and_fill_again,
    new_people_ramp_in_a_straight_line,
    those_who_replace_others_ramp_again,
    each_further_kind_of_work_costs_hours,
    headcount_follows_its_schedule,
    a_cut_removes_the_newest_first,
    a_cut_removes_vacant_seats_first,
    hires_of_the_warm_up_do_not_count,
}

fn metric(text: &Text, metric: Metric) -> Vec<f64> {
    text.simulate(RUNS).metric(metric).to_vec()
}

/// A role of its own that does nothing else.
fn team(fields: &[(&str, &str)]) -> Text {
    let base = Text::base().with("roles.team.headcount", "1").with("roles.team.hours", "100");
    fields.iter().fold(base, |text, (key, value)| {
        let is_of_file =
            key.ends_with("_per_month") || ["horizon_months", "warm_up_months"].contains(key);
        let path = if is_of_file { (*key).to_owned() } else { format!("roles.team.{key}") };
        text.with(&path, value)
    })
}

/// What a seat is worth to a figure: while it is filled (given the tenure in
/// steps), when it fills, when it empties.
struct Worth {
    filled: fn(f64) -> f64,
    hired: f64,
    departed: f64,
}

/// The figure of one seat over `steps`: a Markov chain of tenures, with mass,
/// first and second moment of the sum so far in every state (0 is vacant).
fn seat(steps: usize, start: Option<usize>, fills: f64, empties: f64, worth: &Worth) -> Law {
    let mut states = vec![[0.0_f64; 3]; start.unwrap_or(0) + steps + 3];
    states[start.map_or(0, |tenure| tenure + 1)] = [1.0, 0.0, 0.0];
    let plus = |[mass, first, second]: [f64; 3], gain: f64| {
        [mass, first + gain * mass, second + 2.0 * gain * first + gain * gain * mass]
    };
    for _ in 0..steps {
        let vacant = states[0];
        let filling = plus(vacant.map(|moment| moment * fills), worth.hired);
        let mut next = vec![[0.0; 3]; states.len()];
        let mut add = |state: usize, moments: [f64; 3], chance: f64| {
            for (sum, moment) in next[state].iter_mut().zip(moments) {
                *sum += moment * chance;
            }
        };
        add(0, vacant, 1.0 - fills);
        for tenure in 0..states.len() - 2 {
            let mut here = states[tenure + 1];
            if tenure == 0 {
                here = std::array::from_fn(|i| here[i] + filling[i]);
            }
            let worked = plus(here, (worth.filled)(tenure as f64));
            add(tenure + 2, worked, 1.0 - empties);
            add(0, plus(worked, worth.departed), empties);
        }
        states = next;
    }
    let sum = |moment: usize| states.iter().map(|state| state[moment]).sum::<f64>();
    Law { mean: sum(1), variance: sum(2) - sum(1) * sum(1) }
}

/// 8 vacant seats, 6 steps, each fills with p = 1/(1 + 2 × 1.5): Binomial(8, 1 − (1 − p)⁶).
fn vacant_seats_fill_after_geometric_times() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "8"),
        ("start", "'vacant'"),
        ("hire_months", "1.5"),
        ("hire_cost", "7"),
        ("steps_per_month", "2"),
        ("horizon_months", "3"),
    ]);
    let law = Law::binomial(8.0, 1.0 - 0.75_f64.powi(6));
    vec![
        Quantity::new("hires", &metric(&text, Metric::Hires), law),
        Quantity::new("hire cost", &metric(&text, Metric::HireCost), law.times(7.0)),
    ]
}

/// A seat that fills in step g of 6 (p = 1/4 each) costs 24/(12 × 2) in each of
/// the 7 − g steps from then on.
fn filled_seats_cost_by_the_step() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "8"),
        ("start", "'vacant'"),
        ("hire_months", "1.5"),
        ("annual_cost", "24"),
        ("steps_per_month", "2"),
        ("horizon_months", "3"),
    ]);
    let filled = |g: i32| (f64::from(7 - g), 0.75_f64.powi(g - 1) * 0.25);
    let law = Law::of((1..=6).map(filled).chain([(0.0, 0.75_f64.powi(6))]));
    vec![Quantity::new("people cost", &metric(&text, Metric::PeopleCost), law.copies(8.0))]
}

/// 20 seats that no one fills again: Binomial(20, attrition) leave in a year.
fn a_year_of_attrition_is_binomial() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "20"),
        ("attrition", "0.3"),
        ("hire_months", "1e12"),
        ("steps_per_month", "4"),
    ]);
    let departures = metric(&text, Metric::Departures);
    vec![Quantity::new("departures", &departures, Law::binomial(20.0, 0.3))]
}

/// 5 seats of a chain that empties with 1 − 0.4^(1/24) and fills with 1/(1 + 2 × 2).
fn seats_empty_and_fill_again() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "5"),
        ("attrition", "0.6"),
        ("hire_months", "2"),
        ("annual_cost", "24"),
        ("steps_per_month", "2"),
    ]);
    let runs = text.simulate(RUNS);
    let law = |filled: fn(f64) -> f64, hired, departed| {
        seat(24, Some(0), 0.2, part_of(0.6, 24.0), &Worth { filled, hired, departed }).copies(5.0)
    };
    vec![
        Quantity::new("hires", runs.metric(Metric::Hires), law(|_| 0.0, 1.0, 0.0)),
        Quantity::new("departures", runs.metric(Metric::Departures), law(|_| 0.0, 0.0, 1.0)),
        Quantity::new("people cost", runs.metric(Metric::PeopleCost), law(|_| 1.0, 0.0, 0.0)),
    ]
}

/// Hours that the team has in each run.
fn available(text: &Text) -> Vec<f64> {
    let team = text.role("team");
    text.sample(RUNS, |tally| tally.available[team])
}

/// The role carries a kind of work, so that it has hours.
fn worker(fields: &[(&str, &str)]) -> Text {
    team(fields).with("roles.team.work", "{ lead = {} }")
}

/// 3 new seats, 16 steps of 25 hours, ramp of 10 steps: step t gives (t + 0.5)/10
/// up to 1, in all 3 × 25 × (5 + 6).
fn new_people_ramp_in_a_straight_line() -> Vec<Quantity> {
    let text = worker(&[
        ("headcount", "3"),
        ("start", "'new'"),
        ("ramp_months", "2.5"),
        ("steps_per_month", "4"),
        ("horizon_months", "4"),
    ]);
    vec![Quantity::new("hours", &available(&text), Law::sure(75.0 * 11.0))]
}

/// As the chain above, with productivity (t + 0.5)/6 of 50 hours; seats start
/// with a tenure of 6 steps and are filled again with 1/(1 + 2 × 0.5).
fn those_who_replace_others_ramp_again() -> Vec<Quantity> {
    let text = worker(&[
        ("headcount", "2"),
        ("attrition", "0.9"),
        ("hire_months", "0.5"),
        ("ramp_months", "3"),
        ("steps_per_month", "2"),
    ]);
    let worth = Worth {
        filled: |tenure| 50.0 * ((tenure + 0.5) / 6.0).min(1.0),
        hired: 0.0,
        departed: 0.0,
    };
    let law = seat(24, Some(6), 0.5, part_of(0.9, 24.0), &worth).copies(2.0);
    vec![Quantity::new("hours", &available(&text), law)]
}

/// 12 × 100 hours × 0.9^(kinds − 1).
fn each_further_kind_of_work_costs_hours() -> Vec<Quantity> {
    let of = |work: &str| available(&team(&[("switching_loss", "0.1"), ("work", work)]));
    vec![
        Quantity::new("hours, 1 kind", &of("{ lead = {} }"), Law::sure(1200.0)),
        Quantity::new("hours, 2 kinds", &of("{ lead = {}, sell = {} }"), Law::sure(1080.0)),
        Quantity::new(
            "hours, 3 kinds",
            &of("{ lead = {}, sell = {}, serve = {} }"),
            Law::sure(972.0),
        ),
        Quantity::new("hours, none", &available(&team(&[])), Law::sure(0.0)),
    ]
}

/// 4 seats in months 1 and 2, 6 in 3 to 5, 1 in 6: 8 + 18 + 1 seat-months of 1.
/// New seats fill at once.
fn headcount_follows_its_schedule() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "[[1, 4], [3, 6], [6, 1]]"),
        ("annual_cost", "12"),
        ("horizon_months", "6"),
        ("warm_up_months", "2"),
        ("steps_per_month", "3"),
    ]);
    let runs = text.simulate(100);
    vec![
        Quantity::new("people cost", runs.metric(Metric::PeopleCost), Law::sure(27.0)),
        Quantity::new("hires", runs.metric(Metric::Hires), Law::sure(2.0)),
    ]
}

/// Two ramped seats, two more in months 2 and 3, ramp of 6 months: hours of
/// 100 × (2, 2 + 2 × 0.5/6, 2 + 2 × 1.5/6, 2). Had the cut taken the ramped
/// ones, month 4 would have 2 × 2.5/6.
fn a_cut_removes_the_newest_first() -> Vec<Quantity> {
    let text = worker(&[
        ("headcount", "[[1, 2], [2, 4], [4, 2]]"),
        ("ramp_months", "6"),
        ("horizon_months", "4"),
    ]);
    let exact = 100.0 * (8.0 + 1.0 / 6.0 + 0.5);
    vec![Quantity::new("hours", &available(&text), Law::sure(exact))]
}

/// 6 seats, no hiring, each empties with a; after 3 steps N ~ Binomial(6, (1 − a)³)
/// are filled and a cut to 3 leaves min(N, 3) of them. Of these each leaves in the
/// last 3 steps with 1 − (1 − a)³.
fn a_cut_removes_vacant_seats_first() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "[[1, 6], [4, 3]]"),
        ("attrition", "0.95"),
        ("hire_months", "1e12"),
        ("horizon_months", "6"),
    ]);
    let stays = (1.0 - part_of(0.95, 12.0)).powi(3);
    let mut values = Vec::new();
    for (filled, chance) in binomial_chances(6, stays).into_iter().enumerate() {
        for (later, further) in binomial_chances(filled.min(3), 1.0 - stays).into_iter().enumerate()
        {
            values.push(((6 - filled + later) as f64, chance * further));
        }
    }
    vec![Quantity::new("departures", &metric(&text, Metric::Departures), Law::of(values))]
}

/// Of 8 vacant seats those hired in months 3 to 5, p = 1/3 a month: each with
/// (2/3)² (1 − (2/3)³).
fn hires_of_the_warm_up_do_not_count() -> Vec<Quantity> {
    let text = team(&[
        ("headcount", "8"),
        ("start", "'vacant'"),
        ("hire_months", "2"),
        ("warm_up_months", "2"),
        ("horizon_months", "3"),
    ]);
    let stays = 2.0_f64 / 3.0;
    let law = Law::binomial(8.0, stays.powi(2) * (1.0 - stays.powi(3)));
    vec![Quantity::new("hires", &metric(&text, Metric::Hires), law)]
}
