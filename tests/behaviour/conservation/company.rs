//! Random companies, as files.
//!
//! Small on purpose: few seats, few customers and few kinds of work meet each
//! other in more ways than many do, and shrink to something that can be read.

use std::fmt::Write;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::harness::Text;

/// Kinds of work; what a segment needs and a role carries is one of these.
const KINDS: usize = 4;

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
type Work = (usize, f64);

fn work(most: u32) -> impl Strategy<Value = Work> {
    (0..KINDS, tenths(1..=most))
}

#[derive(Debug, Clone)]
struct Channel {
    work: Work,
    arrivals: f64,
    qualify: f64,
    quality: f64,
    stale: f64,
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
struct Stage {
    work: Work,
    wait: f64,
    pass: f64,
    stale: f64,
}

fn stage() -> impl Strategy<Value = Stage> {
    (work(60), tenths(0..=10), tenths(2..=10), probability())
        .prop_map(|(work, wait, pass, stale)| Stage { work, wait, pass, stale })
}

#[derive(Debug, Clone)]
struct Segment {
    web: Channel,
    hunt: Option<Channel>,
    word: Option<Channel>,
    stages: Vec<Stage>,
    spread: f64,
    priced_at: usize,
    customers: Customers,
}

#[derive(Debug, Clone)]
struct Customers {
    initial: u32,
    care: Work,
    churn: [f64; 2],
    orders: [f64; 2],
    referrals: [f64; 2],
    tracking: Option<(Work, f64, f64, usize)>,
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
type Carried = (u32, f64, f64, f64);

#[derive(Debug, Clone)]
struct Role {
    headcount: Vec<u32>,
    hours: f64,
    start: &'static str,
    /// Months of ramp, attrition, months to hire, switching loss.
    people: [f64; 4],
    carries: Vec<Option<Carried>>,
    /// Share of the hours that is set aside, all kinds together.
    aside: f64,
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
struct Company {
    months: [u32; 3],
    market: [f64; 3],
    season: Vec<f64>,
    loss: f64,
    segments: Vec<Segment>,
    roles: Vec<Role>,
    first: Option<usize>,
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

impl Company {
    fn toml(&self) -> String {
        let needed = |kind: &usize| self.segments.iter().any(|segment| segment.needs(*kind));
        let kinds: Vec<usize> = (0..KINDS).filter(needed).collect();
        let [horizon, warm_up, steps] = self.months;
        let [drift, volatility, persistence] = self.market;
        let mut toml = format!(
            "horizon_months = {horizon}\nwarm_up_months = {warm_up}\nsteps_per_month = {steps}\n"
        );
        if let Some(first) = self.first.filter(|first| kinds.contains(first)) {
            let _ = writeln!(toml, "priorities = ['k{first}']");
        }
        let _ = writeln!(
            toml,
            "[market]\ndrift = {drift}\nvolatility = {volatility}\npersistence = {persistence}"
        );
        if !self.season.is_empty() {
            let _ = writeln!(toml, "seasonality = {:?}", self.season);
        }
        let _ = writeln!(toml, "[handoffs]\nloss = {}", self.loss);
        for (at, segment) in self.segments.iter().enumerate() {
            toml += &segment.toml(at);
        }
        for (at, role) in self.roles.iter().enumerate() {
            toml += &role.toml(at, &kinds);
        }
        toml
    }
}

impl Segment {
    fn needs(&self, kind: usize) -> bool {
        let customers = &self.customers;
        let channels = [Some(&self.web), self.hunt.as_ref(), self.word.as_ref()];
        (channels.into_iter().flatten().map(|channel| channel.work))
            .chain(self.stages.iter().map(|stage| stage.work))
            .chain([customers.care])
            .chain(customers.tracking.iter().map(|tracking| tracking.0))
            .any(|(needed, _)| needed == kind)
    }

    fn toml(&self, at: usize) -> String {
        let mut toml = String::new();
        let channels = [
            ("inbound", Some(&self.web)),
            ("outbound", self.hunt.as_ref()),
            ("referral", self.word.as_ref()),
        ];
        for (kind, channel) in channels {
            let Some(Channel { work, arrivals, qualify, quality, stale }) = channel else {
                continue;
            };
            let arrivals =
                if kind == "referral" { String::new() } else { format!("arrivals = {arrivals}, ") };
            let _ = writeln!(
                toml,
                "[segments.s{at}.channels]\n{kind} = {{ kind = '{kind}', {arrivals}work = 'k{}', hours = {}, qualify = {qualify}, quality = {quality}, stale = {stale} }}",
                work.0, work.1
            );
        }
        let header = format!("[segments.s{at}.channels]\n");
        toml = header.clone() + &toml.replace(&header, "");
        for (i, Stage { work, wait, pass, stale }) in self.stages.iter().enumerate() {
            let _ = writeln!(
                toml,
                "[[segments.s{at}.stages]]\nname = 'stage {i}'\nwork = 'k{}'\nhours = {}\nwait_months = {wait}\npass = {pass}\nstale = {stale}",
                work.0, work.1
            );
        }
        let last = self.stages.len() - 1;
        let _ = writeln!(
            toml,
            "[segments.s{at}.deal]\nprice = 100\nspread = {}\npriced_at = 'stage {}'",
            self.spread,
            self.priced_at.min(last)
        );
        toml + &self.customers.toml(at, last, self.word.is_some())
    }
}

impl Customers {
    fn toml(&self, at: usize, last: usize, refer: bool) -> String {
        let pair = |[cared, neglected]: [f64; 2]| {
            format!("{{ cared = {cared}, neglected = {neglected} }}")
        };
        let referrals = if refer { self.referrals } else { [0.0, 0.0] };
        let mut toml = format!(
            "[segments.s{at}.customers]\ninitial = {}\ncare = {{ work = 'k{}', hours = {} }}\nchurn = {}\norders = {}\norder_value = 0.8\nreferrals = {}\n",
            self.initial,
            self.care.0,
            self.care.1,
            pair(self.churn),
            pair(self.orders),
            pair(referrals)
        );
        if let Some((work, demands, quality, enters)) = &self.tracking {
            let _ = writeln!(
                toml,
                "tracking = {{ work = 'k{}', hours = {}, demands = {demands}, value = 0.7, quality = {quality}, enters = 'stage {}' }}",
                work.0,
                work.1,
                enters.min(&last)
            );
        }
        toml
    }
}

impl Role {
    fn toml(&self, at: usize, kinds: &[usize]) -> String {
        let changes: Vec<String> = (self.headcount.iter().enumerate())
            .map(|(i, seats)| format!("[{}, {seats}]", 1 + 2 * i))
            .collect();
        let [ramp, attrition, hire, switching] = self.people;
        let mut toml = format!(
            "[roles.r{at}]\nheadcount = [{}]\nhours = {}\nstart = '{}'\nramp_months = {ramp}\nattrition = {attrition}\nhire_months = {hire}\nswitching_loss = {switching}\nannual_cost = 60\nhire_cost = 5\n",
            changes.join(", "),
            self.hours,
            self.start
        );
        let carried: Vec<(usize, &Carried)> =
            kinds.iter().filter_map(|&kind| Some((kind, self.carries[kind].as_ref()?))).collect();
        let weights: u32 = carried.iter().map(|(_, (weight, ..))| weight).sum();
        for (kind, (weight, speed, lift, price)) in carried {
            let share = match weights {
                0 => String::new(),
                all => format!(
                    "share = {:.3}, ",
                    (self.aside * f64::from(*weight) / f64::from(all)).floor_to(3)
                ),
            };
            let _ = writeln!(
                toml,
                "work.k{kind} = {{ {share}speed = {speed}, lift = {lift}, price = {price} }}"
            );
        }
        toml
    }
}

/// Rounds down, so that shares do not add up to more than they should.
trait FloorTo {
    fn floor_to(self, decimals: i32) -> Self;
}

impl FloorTo for f64 {
    fn floor_to(self, decimals: i32) -> Self {
        let scale = 10_f64.powi(decimals);
        (self * scale + 1e-9).floor() / scale
    }
}
