//! Section 3: demand. And section 1: what is drawn once a run.

use orgodds::simulation::Metric;

use super::super::harness::Text;
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 3:
    leads_are_poisson,
    demand_follows_season_and_trend,
    shocks_are_remembered_and_do_not_raise_the_mean,
    one_index_moves_all_segments,
    what_is_not_known_is_drawn_once_a_run,
    correlated_factors_move_together,
}

fn leads(text: &Text) -> Vec<f64> {
    text.simulate(RUNS).metric(Metric::Leads).to_vec()
}

/// 12 months of Poisson(5), in any number of steps: Poisson(60).
fn leads_are_poisson() -> Vec<Quantity> {
    let law = Law::poisson(60.0);
    let of = |steps: &str| leads(&Text::base().with("steps_per_month", steps));
    vec![
        Quantity::new("leads, 1 step a month", &of("1"), law),
        Quantity::new("leads, 7 steps a month", &of("7"), law),
    ]
}

/// Month m of 4 counted, after 2 of warm-up: 5 × season(m) × exp(drift (m + 1)/12).
fn demand_follows_season_and_trend() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("market.seasonality", "[0.5, 1.5, 1.2]"),
        ("market.drift", "1.4"),
        ("warm_up_months", "2"),
        ("horizon_months", "4"),
        ("steps_per_month", "2"),
    ]);
    let month = |(m, season): (i32, f64)| 5.0 * season * (1.4 * f64::from(m + 1) / 12.0).exp();
    let mean = [(1, 0.5), (2, 1.5), (3, 1.2), (4, 0.5)].map(month).iter().sum();
    vec![Quantity::new("leads", &leads(&text), Law::poisson(mean))]
}

/// Variance of log demand in month i: v(i) = ρ² v(i − 1) + σ²/12, v(1) = 0; its
/// covariance with month j > i: ρ^(j − i) v(i). D has mean 1, so with a leads a
/// month their number has mean a·M and variance a·M + a² Σ (exp(cov) − 1).
fn shocks(arrivals: f64, sd: f64, memory: f64, months: std::ops::RangeInclusive<usize>) -> Law {
    let variance = |month: usize| (1..month).fold(0.0, |v, _| memory * memory * v + sd * sd / 12.0);
    let covariance = |i: usize, j: usize| memory.powf(i.abs_diff(j) as f64) * variance(i.min(j));
    let pairs = months.clone().flat_map(|i| months.clone().map(move |j| (i, j)));
    let mixed: f64 = pairs.map(|(i, j)| covariance(i, j).exp() - 1.0).sum();
    let mean = arrivals * months.count() as f64;
    Law { mean, variance: mean + arrivals * arrivals * mixed }
}

fn shocked(persistence: &str) -> Text {
    Text::base().with_all(&[
        ("market.volatility", "0.5"),
        ("market.persistence", persistence),
        ("warm_up_months", "3"),
        ("horizon_months", "6"),
        ("segments.s.channels.web.arrivals", "50"),
    ])
}

/// Months 4 to 9 of the formula above.
fn shocks_are_remembered_and_do_not_raise_the_mean() -> Vec<Quantity> {
    ["0", "0.8", "1"]
        .map(|memory| {
            let law = shocks(50.0, 0.5, memory.parse().unwrap(), 4..=9);
            Quantity::new(&format!("leads, persistence {memory}"), &leads(&shocked(memory)), law)
        })
        .into()
}

/// Two segments with 50 leads a month each are one with 100: the shocks of both
/// are the same, so their standard deviations add up.
fn one_index_moves_all_segments() -> Vec<Quantity> {
    let text = shocked("0.8");
    let segment = text.at("segments.s");
    let text = text.with("segments.t", &segment);
    vec![Quantity::new("leads of both", &leads(&text), shocks(100.0, 0.5, 0.8, 4..=9))]
}

/// Arrivals of 2 or 8, equally likely, for a whole year: leads have the mean
/// 12 × 5 and the variance 12 × 5 + 12² × 9.
fn what_is_not_known_is_drawn_once_a_run() -> Vec<Quantity> {
    let text = Text::base().with("segments.s.channels.web.arrivals", "'choice(2: 1, 8: 1)'");
    let law = Law { mean: 60.0, variance: 60.0 + 144.0 * 9.0 };
    vec![Quantity::new("leads", &leads(&text), law)]
}

/// Two channels whose arrivals are Normal(20, 2) with correlation 0.6: in a month
/// 40 leads with the variance 40 + 4 + 4 + 2 × 0.6 × 4.
fn correlated_factors_move_together() -> Vec<Quantity> {
    let channel = "{ kind = 'inbound', arrivals = 'truncate(normal(20, 2), 1, 39)', work = 'lead', hours = 1, qualify = 1 }";
    let correlation = "{ between = ['segments.s.channels.web.arrivals', 'segments.s.channels.fair.arrivals'], rho = 0.6 }";
    let text = Text::base()
        .with("horizon_months", "1")
        .with("segments.s.channels.web", channel)
        .with("segments.s.channels.fair", channel)
        .push("correlations", correlation);
    let law = Law { mean: 40.0, variance: 40.0 + 8.0 + 2.0 * 0.6 * 4.0 };
    vec![Quantity::new("leads of both", &leads(&text), law)]
}
