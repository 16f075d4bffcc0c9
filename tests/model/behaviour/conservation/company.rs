//! Random companies, as files.
//!
//! Small on purpose: few seats, few customers and few kinds of work meet each
//! other in more ways than many do, and shrink to something that can be read.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::harness::Text;

/// Kinds of work; what a segment needs and a role carries is one of these.
pub const KINDS: usize = 4;

/// A number in tenths, so that a shrunk file reads well.
fn tenths(range: std::ops::RangeInclusive<u32>) -> impl Strategy<Value = f64> + Clone {
    range.prop_map(|tenths| f64::from(tenths) / 10.0)
}

fn probability() -> impl Strategy<Value = f64> + Clone {
    tenths(0..=10)
}

/// Low and high of a field that care changes.
fn pair(most: u32) -> impl Strategy<Value = [f64; 2]> {
    [tenths(0..=most), tenths(0..=most)]
}

/// Kind of work and hours.
pub type Work = (usize, f64);

fn work(most: u32) -> impl Strategy<Value = Work> {
    (0..KINDS, tenths(1..=most))
}

#[derive(Debug, Clone)]
pub struct Channel {
    pub work: Work,
    pub arrivals: f64,
    pub qualify: f64,
    pub quality: f64,
    pub stale: f64,
}

fn channel() -> impl Strategy<Value = Channel> {
    (work(30), tenths(0..=200), tenths(2..=10), tenths(2..=40), probability()).prop_map(
        |(work, arrivals, qualify, quality, stale)| Channel {
            work,
            arrivals,
            qualify,
            quality,
            stale,
        },
    )
}

#[derive(Debug, Clone)]
pub struct Stage {
    pub work: Work,
    pub wait: f64,
    pub pass: f64,
    pub stale: f64,
}

fn stage() -> impl Strategy<Value = Stage> {
    (work(60), tenths(0..=10), tenths(2..=10), probability())
        .prop_map(|(work, wait, pass, stale)| Stage { work, wait, pass, stale })
}

#[derive(Debug, Clone)]
pub struct Segment {
    pub web: Channel,
    pub hunt: Option<Channel>,
    pub word: Option<Channel>,
    pub stages: Vec<Stage>,
    pub spread: f64,
    pub priced_at: usize,
    pub customers: Customers,
}

#[derive(Debug, Clone)]
pub struct Customers {
    pub initial: u32,
    pub care: Work,
    pub churn: [f64; 2],
    pub orders: [f64; 2],
    pub referrals: [f64; 2],
    pub tracking: Option<(Work, f64, f64, usize)>,
}

fn customers() -> impl Strategy<Value = Customers> {
    let tracking = (work(20), tenths(0..=60), tenths(2..=40), 0_usize..3);
    (0_u32..30, work(20), pair(10), pair(60), pair(60), option::of(tracking)).prop_map(
        |(initial, care, churn, orders, referrals, tracking)| Customers {
            initial,
            care,
            churn,
            orders,
            referrals,
            tracking,
        },
    )
}

fn segment() -> impl Strategy<Value = Segment> {
    (
        channel(),
        option::of(channel()),
        option::of(channel()),
        vec(stage(), 1..=3),
        tenths(0..=15),
        0_usize..3,
        customers(),
    )
        .prop_map(|(web, hunt, word, stages, spread, priced_at, customers)| Segment {
            web,
            hunt,
            word,
            stages,
            spread,
            priced_at,
            customers,
        })
}

/// A kind of work that a role would carry: share weight, speed, lift, price.
pub type Carried = (u32, f64, f64, f64);

#[derive(Debug, Clone)]
pub struct Role {
    pub headcount: Vec<u32>,
    pub hours: f64,
    pub start: &'static str,
    /// Months of ramp, attrition, months to hire, switching loss.
    pub people: [f64; 4],
    pub carries: Vec<Option<Carried>>,
    /// Share of the hours that is set aside, all kinds together.
    pub aside: f64,
}

fn role() -> impl Strategy<Value = Role> {
    let factor = || tenths(5..=20);
    let carried = (0_u32..4, factor(), factor(), factor());
    (
        vec(0_u32..5, 1..=3),
        tenths(1..=1200),
        select(vec!["ramped", "new", "vacant"]),
        [tenths(0..=30), tenths(0..=10), tenths(0..=20), tenths(0..=5)],
        vec(option::of(carried), KINDS),
        probability(),
    )
        .prop_map(|(headcount, hours, start, people, carries, aside)| Role {
            headcount,
            hours,
            start,
            people,
            carries,
            aside,
        })
}

#[derive(Debug, Clone)]
pub struct Company {
    pub months: [u32; 3],
    pub market: [f64; 3],
    pub season: Vec<f64>,
    pub loss: f64,
    pub segments: Vec<Segment>,
    pub roles: Vec<Role>,
    pub first: Option<usize>,
}

/// Any valid company.
pub fn company() -> impl Strategy<Value = Text> {
    (
        (1_u32..=12, 0_u32..=3, 1_u32..=4),
        (tenths(0..=5), tenths(0..=8), probability(), vec(tenths(1..=20), 0..=3)),
        probability(),
        vec(segment(), 1..=2),
        vec(role(), 1..=5),
        option::of(0..KINDS),
    )
        .prop_map(|(months, market, loss, segments, roles, first)| Company {
            months: [months.0, months.1, months.2],
            market: [market.0, market.1, market.2],
            season: market.3,
            loss,
            segments,
            roles,
            first,
        })
        .prop_map(|company| Text::new(&company.toml()))
}
