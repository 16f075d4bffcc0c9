//! Nothing appears, nothing disappears: properties of every valid scenario,
//! tried on random ones. A failure shrinks to a file that can be read and run.

mod audit;
mod company;
mod hours;
mod writing;

use orgodds::monte_carlo::Runs;
use orgodds::organisation::Scenario;
use orgodds::random::Luck;
use orgodds::simulation::{Engine, Metric, Numbers, Plan, Tally, Values};
use orgodds::study::{Case, LeadMetric, Study};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::harness::{SEED, Text, mean, simulate};
use audit::Audit;
use company::company;

/// Scenarios of a normal test, and of a long one.
const FEW: u32 = 64;
const MANY: u32 = 20_000;

/// Relative rounding of sums.
const ROUNDING: f64 = 1e-9;

/// Tries a property on random companies, the same ones every time.
fn for_any(cases: u32, property: impl Fn(&Text)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[29; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let result = runner.run(&company(), |text| {
        property(&text);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= ROUNDING * (1.0 + a.abs().max(b.abs()))
}

/// Plays a few runs with an auditor who checks every step of time.
fn is_audited(text: &Text) {
    let scenario = text.load();
    let plan = Plan::new(&scenario);
    for run in 0..3 {
        let luck = Luck::new(SEED, run);
        let mut values = Values::default();
        values.draw(&plan, luck);
        let mut numbers = Numbers::default();
        numbers.set(&plan, &values);
        let mut audit = Audit::new(&plan, &numbers);
        Engine::new(&plan).play(luck, &mut audit);
        audit.finish();
        adds_up(&audit.books);
    }
}

/// The books of a run: bookings by month, by segment and by kind; hours.
fn adds_up(books: &Tally<'_>) {
    let bookings = books.bookings();
    assert!(same(books.monthly.iter().sum(), bookings), "bookings by month add up");
    assert!(same(books.segments.iter().sum(), bookings), "bookings by segment add up");
    let by_kind: f64 = books.first.iter().chain(&books.repeat).sum();
    assert!(same(by_kind, bookings), "bookings by kind add up");
    let given: f64 = books.given.iter().sum();
    let available: f64 = books.available.iter().sum();
    assert!(given <= available * (1.0 + ROUNDING), "no more hours are given than there are");
    let [existing, first, first_referred] = [books.repeat[0], books.first[1], books.first[2]];
    let [repeat, repeat_referred] = [books.repeat[1], books.repeat[2]];
    if books.leads > 0.0 && books.wins > 0.0 && first > 0.0 {
        let conversion = books.wins / books.leads;
        let price = first / books.wins;
        let repurchase = (first + repeat) / first;
        let referral = (first + repeat + first_referred + repeat_referred) / (first + repeat);
        let new = books.leads * conversion * price * repurchase * referral;
        assert!(same(existing + new, bookings), "E and the product of the factors are bookings");
    }
}

#[test]
fn every_step_can_be_audited() {
    for_any(FEW, is_audited);
}

#[test]
#[ignore = "takes a minute or two"]
fn every_step_can_be_audited_at_length() {
    for_any(MANY, is_audited);
}

/// What is read off many runs is what the books of each say.
fn runs_are_the_books(text: &Text) {
    let scenario = text.load();
    let runs = simulate(&scenario, 40);
    for run in 0..runs.len() {
        let months: f64 = (0..scenario.horizon_months).map(|month| runs.month(month)[run]).sum();
        let segments: f64 =
            (0..scenario.segments.len()).map(|segment| runs.segment(segment)[run]).sum();
        let bookings = runs.metric(Metric::Bookings)[run];
        assert!(same(months, bookings) && same(segments, bookings));
        let by_kind = [
            Metric::FirstSourced,
            Metric::FirstReferred,
            Metric::RepeatExisting,
            Metric::RepeatSourced,
            Metric::RepeatReferred,
        ];
        assert!(same(by_kind.map(|metric| runs.metric(metric)[run]).iter().sum(), bookings));
    }
    for role in 0..scenario.roles.len() {
        let [available, given] = runs.role(role);
        assert!(given.mean() <= available.mean() * (1.0 + ROUNDING));
    }
}

#[test]
fn runs_add_up_by_month_segment_and_kind() {
    for_any(FEW, runs_are_the_books);
}

/// The same company with one seat more in every role.
fn larger(scenario: &Scenario) -> Scenario {
    let mut larger = scenario.clone();
    for role in &mut larger.roles {
        for (_, seats) in &mut role.headcount.changes {
            *seats += 1;
        }
    }
    larger
}

fn bridge_adds_up(text: &Text) {
    let from = text.load();
    let to = larger(&from);
    let runs = [&from, &to].map(|scenario| simulate(scenario, 60));
    let case = |scenario, runs| Case { scenario, file: "", warnings: &[], runs };
    let cases = [case(&from, &runs[0]), case(&to, &runs[1])];
    let study = Study::new(&cases, 0, SEED, LeadMetric::Bookings);
    let bookings = |runs: &Runs| mean(runs.metric(Metric::Bookings));
    let gap = bookings(&runs[1]) - bookings(&runs[0]);
    let parts: f64 = study.comparisons[0].bridge.parts().iter().map(|(_, part)| part).sum();
    let scale = bookings(&runs[0]) + bookings(&runs[1]);
    assert!((parts - gap).abs() <= ROUNDING * (1.0 + scale), "{parts} is not {gap}");
    for forecast in &study.scenarios {
        let factors = &forecast.factors;
        let product: Option<f64> = factors.named().iter().map(|(_, factor)| *factor).product();
        if let Some(product) = product {
            let exact = forecast.metrics["bookings"].mean;
            assert!(same(factors.existing + product, exact), "the means have the identity too");
        }
    }
}

#[test]
fn the_bridge_adds_up() {
    for_any(FEW, bridge_adds_up);
}

/// Seats are filled and emptied by chance, so the mean is compared within 5
/// standard errors of the difference.
fn more_seats_are_more_hours(text: &Text) {
    let scenario = text.load();
    let few = simulate(&scenario, 200);
    for role in 0..scenario.roles.len() {
        let mut more = scenario.clone();
        for (_, seats) in &mut more.roles[role].headcount.changes {
            *seats += 1;
        }
        let more = simulate(&more, 200);
        let ([few, _], [more, _]) = (few.role(role), more.role(role));
        let error = 5.0 * few.se().hypot(more.se());
        assert!(more.mean() - few.mean() >= -error - ROUNDING, "role {role}");
    }
}

#[test]
fn more_seats_never_lower_the_hours() {
    for_any(FEW, more_seats_are_more_hours);
}

/// Random companies use what the model has: otherwise the properties say little.
#[test]
fn random_companies_are_varied() {
    let seen = std::cell::RefCell::new([0_u32; 9]);
    for_any(FEW, |text| {
        let scenario = text.load();
        let toml = text.toml();
        let runs = simulate(&scenario, 5);
        let all = |metric| runs.metric(metric).iter().sum::<f64>() > 0.0;
        let found = [
            all(Metric::FirstSourced),
            all(Metric::FirstReferred),
            all(Metric::RepeatSourced),
            all(Metric::RepeatReferred),
            all(Metric::Departures) && all(Metric::Hires),
            toml.contains("tracking"),
            toml.contains("outbound"),
            toml.contains("share"),
            scenario.segments.len() > 1,
        ];
        for (count, found) in seen.borrow_mut().iter_mut().zip(found) {
            *count += u32::from(found);
        }
    });
    let seen = seen.into_inner();
    assert!(seen.iter().all(|&count| count >= FEW / 8), "{seen:?}");
}
