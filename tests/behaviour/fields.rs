//! Every field of a scenario file decides something: two values of it, under
//! the same luck, and the figure that must move. Were the field ignored, the
//! figure would stay exactly where it was.

use std::cmp::Ordering::{self, Greater, Less};
use std::path::Path;

use orgodds::scenario::{Style, load_all};
use orgodds::simulation::{Metric, Tally};
use orgodds::statistics::correlation;

use super::harness::{Text, mean};

/// Everything a file can hold, with too few hours for all that there is to do.
const FULL: &str = r#"
name = "Field by field"
horizon_months = 12
warm_up_months = 3
steps_per_month = 2
currency = "EUR"
priorities = ["track"]
[market]
seasonality = [1, 1.2]
drift = 0.1
volatility = 0.3
persistence = 0.5
[economics]
gross_margin = 0.7
commission = 0.1
[segments.s.channels.word]
kind = "referral"
work = "lead"
hours = 0.5
qualify = 0.5
quality = 2
stale = 0.2
[segments.s.channels.web]
kind = "inbound"
arrivals = "30 to 50"
work = "lead"
hours = 1
qualify = 0.5
quality = 1.2
stale = 0.3
[segments.s.channels.hunt]
kind = "outbound"
arrivals = 30
work = "hunt"
hours = 2
qualify = 0.3
quality = 0.8
stale = 0.5
[[segments.s.stages]]
name = "talk"
work = "sell"
hours = 4
wait_months = 0.5
pass = 0.6
stale = 0.3
[[segments.s.stages]]
name = "offer"
work = "advise"
hours = 4
wait_months = 0.5
pass = 0.6
stale = 0.2
[segments.s.deal]
price = "80 to 120"
spread = 0.5
priced_at = "talk"
[segments.s.customers]
initial = 40
care = { work = "serve", hours = 1.5 }
churn = { cared = 0.1, neglected = 0.4 }
orders = { cared = 2, neglected = 1 }
order_value = 0.8
referrals = { cared = 2, neglected = 0.5 }
[segments.s.customers.tracking]
work = "track"
hours = 1
demands = 1
quality = 1.5
value = 0.8
enters = "offer"
# Next to nothing happens here; every kind of work is needed a second time.
[segments.u.channels]
web = { kind = "inbound", arrivals = 0, work = "lead", hours = 1, qualify = 1 }
hunt = { kind = "outbound", arrivals = 0, work = "hunt", hours = 1, qualify = 1 }
[[segments.u.stages]]
name = "talk"
work = "sell"
hours = 1
pass = 1
[[segments.u.stages]]
name = "offer"
work = "advise"
hours = 1
pass = 1
[segments.u.deal]
price = 1
[segments.u.customers]
care = { work = "serve", hours = 1 }
churn = { cared = 0, neglected = 0 }
orders = { cared = 0, neglected = 0 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
tracking = { work = "track", hours = 1, demands = 0, value = 1 }
[handoffs]
loss = 0.1
[roles.rep]
title = "Representative"
headcount = 3
hours = 36
start = "new"
ramp_months = 5
attrition = 0.3
hire_months = 1
annual_cost = 60_000
hire_cost = 5_000
switching_loss = 0.1
[roles.rep.work]
lead = { share = 0.3, speed = 1.1, lift = 1.2, price = 1.1 }
sell = { share = 0.5, speed = 1.2, lift = 1.1, price = 1.3 }
[roles.hunter]
headcount = 1
hours = 60
[roles.hunter.work.hunt]
[roles.expert]
headcount = 1
hours = 30
[roles.expert.work.advise]
[roles.carer]
headcount = 1
hours = 80
[roles.carer.work]
serve = {}
track = {}
[roles.manager]
headcount = 1
annual_cost = 90_000
[[correlations]]
between = ["segments.s.channels.web.arrivals", "segments.s.deal.price"]
rho = 0.3
"#;

/// A figure of a run.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Total(Metric),
    Demanded(&'static str),
    Supplied(&'static str),
    Available(&'static str),
}
use Figure::{Available, Demanded, Supplied, Total};
use Metric::{
    Bookings, Contribution, Customers, Departures, FirstReferred, FirstSourced, HireCost, Leads,
    Opportunities, PeopleCost, RepeatExisting, Wins,
};

impl Figure {
    fn of(self, text: &Text, runs: u64) -> Vec<f64> {
        let value: Box<dyn Fn(&Tally<'_>) -> f64> = match self {
            Total(metric) => return text.simulate(runs).metric(metric).to_vec(),
            Demanded(kind) => {
                let kind = text.kind(kind);
                Box::new(move |tally| tally.demanded[kind])
            }
            Supplied(kind) => {
                let kind = text.kind(kind);
                Box::new(move |tally| tally.supplied[kind])
            }
            Available(role) => {
                let role = text.role(role);
                Box::new(move |tally| tally.available[role])
            }
        };
        text.sample(runs, value)
    }
}

/// A field, another value for it, and the figure that then rises or falls.
type Row = (&'static str, &'static str, Figure, Ordering);

const ROWS: &[Row] = &[
    ("horizon_months", "18", Total(Bookings), Greater),
    ("warm_up_months", "0", Total(Wins), Less),
    ("priorities", "['serve']", Supplied("serve"), Greater),
    ("market.seasonality", "[1, 0.6]", Total(Leads), Less),
    ("market.seasonality", "[1, 1.2, 2]", Total(Leads), Greater),
    ("market.drift", "0.5", Total(Leads), Greater),
    ("economics.gross_margin", "0.8", Total(Contribution), Greater),
    ("economics.commission", "0.2", Total(Contribution), Less),
    ("segments.s.channels.web.kind", "'outbound'", Total(Leads), Less),
    ("segments.s.channels.web.arrivals", "60", Total(Leads), Greater),
    ("segments.s.channels.web.work", "'hunt'", Demanded("lead"), Less),
    ("segments.s.channels.web.hours", "2", Demanded("lead"), Greater),
    ("segments.s.channels.web.qualify", "0.8", Total(Opportunities), Greater),
    ("segments.s.channels.web.quality", "3", Total(Wins), Greater),
    ("segments.s.channels.web.stale", "0.95", Total(Opportunities), Less),
    ("segments.s.channels.hunt.arrivals", "45", Total(Leads), Greater),
    ("segments.s.channels.hunt.work", "'lead'", Demanded("hunt"), Less),
    ("segments.s.channels.hunt.hours", "3", Total(Leads), Less),
    ("segments.s.channels.hunt.qualify", "0.6", Total(Opportunities), Greater),
    ("segments.s.channels.hunt.quality", "3", Total(Wins), Greater),
    ("segments.s.channels.hunt.stale", "0.99", Total(Leads), Less),
    ("segments.s.channels.word.work", "'hunt'", Demanded("lead"), Less),
    ("segments.s.channels.word.hours", "2", Demanded("lead"), Greater),
    ("segments.s.channels.word.qualify", "1", Total(FirstReferred), Greater),
    ("segments.s.channels.word.quality", "20", Total(FirstReferred), Greater),
    ("segments.s.stages.talk.work", "'advise'", Demanded("sell"), Less),
    ("segments.s.stages.talk.hours", "6", Demanded("sell"), Greater),
    ("segments.s.stages.talk.wait_months", "6", Demanded("sell"), Less),
    ("segments.s.stages.talk.pass", "0.9", Demanded("advise"), Greater),
    ("segments.s.stages.talk.stale", "0.95", Demanded("advise"), Less),
    ("segments.s.stages.offer.stale", "0.99", Total(Wins), Less),
    ("segments.s.deal.price", "150", Total(Bookings), Greater),
    ("segments.s.deal.priced_at", "'offer'", Total(FirstSourced), Less),
    ("segments.s.customers.initial", "60", Total(RepeatExisting), Greater),
    ("segments.s.customers.care.work", "'track'", Demanded("serve"), Less),
    ("segments.s.customers.care.hours", "3", Demanded("serve"), Greater),
    ("segments.s.customers.churn.cared", "0.5", Total(Customers), Less),
    ("segments.s.customers.churn.neglected", "0.9", Total(Customers), Less),
    ("segments.s.customers.orders.cared", "4", Total(RepeatExisting), Greater),
    ("segments.s.customers.orders.neglected", "2", Total(RepeatExisting), Greater),
    ("segments.s.customers.order_value", "1", Total(RepeatExisting), Greater),
    ("segments.s.customers.referrals.cared", "4", Total(FirstReferred), Greater),
    ("segments.s.customers.referrals.neglected", "3", Total(FirstReferred), Greater),
    ("segments.s.customers.tracking.work", "'serve'", Demanded("track"), Less),
    ("segments.s.customers.tracking.hours", "2", Demanded("track"), Greater),
    ("segments.s.customers.tracking.demands", "3", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.quality", "9", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.value", "2", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.enters", "'talk'", Total(RepeatExisting), Less),
    ("handoffs.loss", "0.5", Total(Opportunities), Less),
    ("roles.rep.headcount", "5", Available("rep"), Greater),
    ("roles.rep.headcount", "[[1, 3], [7, 5]]", Available("rep"), Greater),
    ("roles.rep.headcount", "[[1, 3], [3, 5]]", Available("rep"), Greater),
    ("roles.rep.hours", "50", Available("rep"), Greater),
    ("roles.rep.start", "'ramped'", Available("rep"), Greater),
    ("roles.rep.start", "'vacant'", Available("rep"), Less),
    ("roles.rep.ramp_months", "9", Available("rep"), Less),
    ("roles.rep.attrition", "0.8", Total(Departures), Greater),
    ("roles.rep.hire_months", "6", Total(PeopleCost), Less),
    ("roles.rep.annual_cost", "70_000", Total(PeopleCost), Greater),
    ("roles.rep.hire_cost", "9_000", Total(HireCost), Greater),
    ("roles.rep.switching_loss", "0.4", Available("rep"), Less),
    ("roles.rep.work.lead.share", "0.5", Supplied("lead"), Greater),
    ("roles.carer.work.serve.share", "0.5", Supplied("serve"), Greater),
    ("roles.rep.work.lead.speed", "2", Supplied("lead"), Greater),
    ("roles.rep.work.lead.lift", "5", Total(Opportunities), Greater),
    ("roles.rep.work.sell.lift", "5", Demanded("advise"), Greater),
    ("roles.rep.work.sell.price", "2", Total(FirstSourced), Greater),
    ("roles.rep.work.advise", "{}", Supplied("advise"), Greater),
    ("roles.manager.annual_cost", "99_000", Total(PeopleCost), Greater),
    ("roles.manager.headcount", "2", Total(PeopleCost), Greater),
    ("roles.manager", "{ headcount = 1 }", Total(PeopleCost), Less),
];

/// Standard errors that a move must be away from none.
const CLEAR: f64 = 5.0;

/// How clearly the figure moves, in standard errors of the paired difference.
fn moves(from: &Text, to: &Text, figure: Figure) -> f64 {
    let (from, to) = (figure.of(from, 300), figure.of(to, 300));
    let gaps: Vec<f64> = to.iter().zip(&from).map(|(to, from)| to - from).collect();
    let middle = mean(&gaps);
    let squares: Vec<f64> = gaps.iter().map(|gap| (gap - middle).powi(2)).collect();
    let se = (mean(&squares) / gaps.len() as f64).sqrt();
    if middle == 0.0 { 0.0 } else { middle / se.max(1e-9 * middle.abs()) }
}

#[test]
fn every_field_moves_what_it_should() {
    let full = Text::new(FULL);
    let mut wrong = Vec::new();
    for &(path, value, figure, direction) in ROWS {
        let z = moves(&full, &full.clone().with(path, value), figure);
        println!("{path} = {value}: {figure:?} {direction:?}, z {z:.1}");
        let right = if direction == Greater { z > CLEAR } else { z < -CLEAR };
        if !right {
            wrong.push(format!("{path} = {value}: {figure:?} should be {direction:?}, z {z:.2}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An opportunity is ready in the step after it was qualified: a month later, or a
/// week.
#[test]
fn smaller_steps_let_sales_move_faster() {
    let monthly = Text::base();
    assert!(moves(&monthly, &monthly.clone().with("steps_per_month", "4"), Total(Wins)) > CLEAR);
}

/// Fields that widen what may happen: another value, and the figure whose variance
/// then rises by far.
#[test]
fn uncertainty_moves_the_spread() {
    let rows = [
        ("market.volatility", "0.9", Leads),
        ("segments.s.deal.spread", "4", FirstSourced),
        ("segments.s.channels.web.arrivals", "'5 to 80'", Leads),
    ];
    let variance = |text: &Text, metric| {
        let values = text.simulate(1000).metric(metric).to_vec();
        let middle = mean(&values);
        mean(&values.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>())
    };
    let full = Text::new(FULL);
    for (path, value, metric) in rows {
        let ratio = variance(&full.clone().with(path, value), metric) / variance(&full, metric);
        assert!(ratio > 1.3, "{path} = {value}: variance of {metric} times {ratio:.3}");
    }
    let volatile = full.with("market.volatility", "0.9").with("market.persistence", "0");
    let lasting = volatile.clone().with("market.persistence", "1");
    let ratio = variance(&lasting, Leads) / variance(&volatile, Leads);
    assert!(ratio > 1.3, "market.persistence: variance of leads times {ratio:.3}");
}

/// The mean deal of a run follows its leads as the correlation of price and
/// arrivals says.
#[test]
fn the_correlation_of_factors_shows() {
    let known = [("market", "{}"), ("segments.s.deal.spread", "0")];
    let text = Text::new(FULL).with_all(&known);
    let follows = |rho: &str| {
        let runs = text.clone().with("correlations.0.rho", rho).simulate(500);
        let deals = runs.metric(FirstSourced).iter().zip(runs.metric(Wins));
        let price: Vec<f64> = deals.map(|(worth, wins)| worth / wins).collect();
        correlation(runs.metric(Leads), &price).unwrap()
    };
    let [for_each_other, apart, against] = ["0.9", "0", "-0.9"].map(follows);
    assert!(for_each_other > 0.5 && apart.abs() < 0.3 && against < -0.5);
}

/// A price half as high again is half as much again of all bookings in every run.
#[test]
fn bookings_are_in_proportion_to_the_price() {
    let full = Text::new(FULL).with("segments.s.deal.price", "100").without("correlations");
    let dearer = full.clone().with("segments.s.deal.price", "150");
    let (cheap, dear) = (full.simulate(50), dearer.simulate(50));
    for (cheap, dear) in cheap.metric(Bookings).iter().zip(dear.metric(Bookings)) {
        assert!((dear / cheap - 1.5).abs() < 1e-12, "{dear} is not 1.5 × {cheap}");
    }
}

/// Fields that may be left out, and what they then are.
const DEFAULTS: &[(&str, &str)] = &[
    ("horizon_months", "24"),
    ("warm_up_months", "0"),
    ("steps_per_month", "4"),
    ("currency", "''"),
    ("priorities", "[]"),
    ("market.drift", "0"),
    ("market.volatility", "0"),
    ("market.persistence", "0"),
    ("economics.gross_margin", "1"),
    ("economics.commission", "0"),
    ("segments.s.channels.web.quality", "1"),
    ("segments.s.channels.web.stale", "0"),
    ("segments.s.channels.hunt.quality", "1"),
    ("segments.s.channels.hunt.stale", "0"),
    ("segments.s.channels.word.quality", "1"),
    ("segments.s.channels.word.stale", "0"),
    ("segments.s.stages.talk.wait_months", "0"),
    ("segments.s.stages.talk.stale", "0"),
    ("segments.s.deal.spread", "0"),
    ("segments.s.deal.priced_at", "'offer'"),
    ("segments.s.customers.initial", "0"),
    ("segments.s.customers.tracking.quality", "1"),
    ("segments.s.customers.tracking.enters", "'talk'"),
    ("handoffs.loss", "0"),
    ("roles.rep.title", "'rep'"),
    ("roles.rep.start", "'ramped'"),
    ("roles.rep.ramp_months", "0"),
    ("roles.rep.attrition", "0"),
    ("roles.rep.hire_months", "0"),
    ("roles.rep.annual_cost", "0"),
    ("roles.rep.hire_cost", "0"),
    ("roles.rep.switching_loss", "0"),
    ("roles.rep.work.lead.share", "0"),
    ("roles.rep.work.lead.speed", "1"),
    ("roles.rep.work.lead.lift", "1"),
    ("roles.rep.work.sell.speed", "1"),
    ("roles.rep.work.sell.price", "1"),
];

/// What is left out is the same scenario as its default written out, and another
/// one than the full file.
#[test]
fn what_is_left_out_has_its_default() {
    let full = Text::new(FULL);
    for &(path, default) in DEFAULTS {
        let without = full.clone().without(path).load();
        assert_eq!(without, full.clone().with(path, default).load(), "{path}");
        assert_ne!(without, full.load(), "{path}");
    }
}

/// A whole table that is left out is the table with nothing in it.
#[test]
fn optional_tables_can_be_left_out() {
    let full = Text::new(FULL);
    for path in ["market", "economics", "handoffs"] {
        let without = full.clone().without(path).load();
        assert_eq!(without, full.clone().with(path, "{}").load(), "{path}");
        assert_ne!(without, full.load(), "{path}");
    }
    let untracked = full.clone().without("segments.s.customers.tracking");
    let z = moves(&full, &untracked, Total(RepeatExisting));
    assert!(z < -CLEAR, "without tracking: z {z:.1}");
    let seasonless = full.clone().without("market.seasonality");
    assert!(moves(&full, &seasonless, Total(Leads)) < -CLEAR);
}

/// The whole time of a specialist is set aside unless the file says otherwise: a
/// generalist who sets aside half of the hours for the same kind then has nothing
/// left to do in it.
#[test]
fn a_specialists_share_is_one_if_left_out() {
    let text = Text::base()
        .with("roles.all.work.lead", "{ share = 0.5 }")
        .with("roles.specialist", "{ headcount = 1, hours = 100, work = { lead = {} } }");
    let (specialist, lead) = ("roles.specialist.work.lead", "segments.s.channels.web.arrivals");
    let given = |share: Option<&str>| {
        let text = text.clone().with(lead, "10");
        let path = format!("{specialist}.share");
        let text = share.map_or(text.clone(), |share| text.with(&path, share));
        mean(&text.sample(100, |tally| tally.given[1]))
    };
    assert!(given(None) > 100.0);
    assert!((given(None) - given(Some("1"))).abs() < 1e-9);
    assert!(given(Some("0")) < 1e-9);
}

#[test]
fn names_are_kept() {
    let scenario = Text::new(FULL).load();
    assert_eq!(scenario.name, "Field by field");
    assert_eq!(scenario.currency, "EUR");
    assert_eq!(scenario.roles[0].title, "Representative");
    assert_eq!(scenario.roles[0].key, "rep");
    let stages: Vec<_> = scenario.segments[0].stages.iter().map(|stage| &stage.name).collect();
    assert_eq!(stages, ["talk", "offer"]);
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// Tables merge key by key, lists and numbers are replaced, and the name is the
/// file's own.
#[test]
fn a_file_is_laid_over_what_it_extends() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "company.toml", FULL);
    write(folder.path(), "same.toml", "extends = 'company.toml'\n");
    write(folder.path(), "over.toml", OVER);
    let files = ["same.toml", "over.toml"].map(|name| folder.path().join(name));
    let loaded = load_all(&files, &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    let (same, over) = (&loaded[0].scenario, &loaded[1].scenario);
    assert_eq!(*same, Text::new(FULL).with("name", "'same'").load());
    assert_eq!(over.name, "over", "a name is not inherited");
    let segment = &over.segments[0];
    assert_eq!(segment.stages.len(), 1, "the list of stages is replaced");
    assert_eq!(segment.channels.len(), 3, "the table of channels is merged");
    assert_eq!(over.market.seasonality, [2.0]);
    assert_eq!(over.roles[2].key, "expert");
    assert_eq!(over.roles[2].work.len(), 2, "the table of work is merged");
}

const OVER: &str = "
extends = 'company.toml'
market.seasonality = [2]
[segments.s.deal]
priced_at = 'only'
[[segments.s.stages]]
name = 'only'
work = 'sell'
hours = 1
pass = 0.5
[segments.s.customers.tracking]
enters = 'only'
[roles.expert.work]
sell = {}
";
