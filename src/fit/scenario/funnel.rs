//! A kind of case as a segment: its channels, stages, deals and customers.

use super::keys::Keys;
use super::line::{Page, positive, probability};
use super::shift::{Shift, raised};
use super::team::{LEAD, SELL, SERVE, Team};
use crate::distribution::normal::{logistic, logit};
use crate::fit::benchmark::{self, Benchmark};
use crate::fit::closing::DAYS_A_MONTH;
use crate::fit::{Assumption, Figure, Fitted, Method, published};

/// What a segment is written from.
pub struct Funnel<'a> {
    pub fitted: &'a Fitted,
    pub keys: &'a Keys,
    pub team: &'a Team,
    pub shift: &'a Shift,
    /// Factor by which demand grows until counting starts.
    pub grown: f64,
}

pub fn write(page: &mut Page<'_>, funnel: &Funnel<'_>, kind: usize) {
    let segment = format!("segments.{}", funnel.keys.segment(kind));
    channels(page, funnel, kind, &segment);
    stages(page, funnel, kind, &segment);
    page.table(&format!("{segment}.deal"));
    page.positive("price", &funnel.fitted.price);
    page.positive("spread", &funnel.fitted.spread);
    customers(page, funnel, kind, &segment);
}

fn channels(page: &mut Page<'_>, funnel: &Funnel<'_>, kind: usize, segment: &str) {
    let Funnel { fitted, keys, team, shift, grown } = *funnel;
    let share = fitted.kinds[kind].share.value;
    for (at, channel) in fitted.channels.iter().enumerate() {
        page.table(&format!("{segment}.channels.{}", keys.channel(at)));
        if channel.merged > 1 {
            page.say(&(page.words.merged)(channel.merged));
        }
        page.set("kind", "\"inbound\"", &(page.words.channel)(channel.cases, channel.wins));
        page.positive("arrivals", &channel.arrivals.clone().map(|cases| cases * share / grown));
        page.set("work", &format!("\"{LEAD}\""), "");
        hours(page, &team.lead_hours, team.staffed.lead);
        chance(page, "qualify", &channel.qualify, shift.qualify[kind]);
        if !channel.quality.is_known() {
            page.positive("quality", &channel.quality);
        }
        // What is an opportunity already does not cool within days.
        let cools = if fitted.of_leads { benchmark::LEAD_STALE } else { benchmark::STALE };
        stale(page, cools, shift);
    }
}

fn stages(page: &mut Page<'_>, funnel: &Funnel<'_>, kind: usize, segment: &str) {
    let Funnel { fitted, team, shift, .. } = *funnel;
    let own = &fitted.kinds[kind];
    let of_stage = team.sell_hours.clone().map(|hours| hours / own.chain as f64);
    for at in 0..own.chain {
        page.entry(&format!("{segment}.stages"));
        let last = at + 1 == own.chain;
        page.set("name", &format!("\"{}\"", Keys::stage(own.chain, at)), "");
        page.set("work", &format!("\"{SELL}\""), "");
        hours(page, &of_stage, team.staffed.sell);
        if at == 0 {
            days_to_close(page, fitted, kind);
        }
        match fitted.lag.as_ref().filter(|_| at == 0) {
            Some(lag) => {
                // The engine works a lead when it comes; the time until it is qualified is
                // waited for here.
                page.say(page.words.lag);
                page.positive("wait_months", &own.wait.plus(lag));
            }
            None => page.positive("wait_months", &own.wait),
        }
        if last {
            chance(page, "pass", &own.pass, shift.pass[kind]);
        } else {
            let passing = Figure::known(1.0, Method::Assumed(Assumption::Passing));
            page.probability("pass", &passing);
        }
        stale(page, benchmark::STALE, shift);
    }
}

/// What people measure, beside the waits that the engine needs.
fn days_to_close(page: &mut Page<'_>, fitted: &Fitted, kind: usize) {
    let (steps, own) = (fitted.steps_per_month, &fitted.kinds[kind]);
    let months = own.months(steps);
    let days = [months.value, months.low, months.high].map(|months| day(months * DAYS_A_MONTH));
    let [middle, low, high] = &days;
    let step = day(DAYS_A_MONTH / steps as f64);
    page.say(&(page.words.days)(own.chain, &step, [middle, low, high]));
}

/// Days: whole ones where there are many.
fn day(days: f64) -> String {
    format!("{days:.*}", usize::from(days < 10.0))
}

/// Hours a unit, with the share of the published ones that they are.
fn hours(page: &mut Page<'_>, hours: &Figure, share: f64) {
    let told = super::line::comment(page.words, hours);
    let comment = if share < 1.0 { (page.words.fewer_hours)(&told, share) } else { told };
    page.set("hours", &positive(hours), &comment);
}

/// A chance as fitted, written with other odds.
fn chance(page: &mut Page<'_>, key: &str, figure: &Figure, by: f64) {
    let written = raised(figure, by);
    let told = super::line::comment(page.words, figure);
    let same = probability(&written) == probability(figure);
    let comment = if same { told } else { (page.words.odds)(&told, by.exp()) };
    page.set(key, &probability(&written), &comment);
}

/// A published monthly loss of what waits for us, as far as the records leave room.
fn stale(page: &mut Page<'_>, benchmark: Benchmark, shift: &Shift) {
    let figure = published(benchmark);
    let told = super::line::comment(page.words, &figure);
    let (written, comment) = match shift.stale {
        0.0 => (Figure::known(0.0, figure.method), page.words.no_room.to_owned()),
        share if share < 1.0 => {
            (figure.map(|loss| loss * share), (page.words.less_room)(&told, share))
        }
        _ => (figure, told),
    };
    page.set("stale", &probability(&written), &comment);
}

fn customers(page: &mut Page<'_>, funnel: &Funnel<'_>, kind: usize, segment: &str) {
    let Funnel { fitted, team, shift, .. } = *funnel;
    let (customers, words) = (&fitted.customers, page.words);
    page.table(&format!("{segment}.customers"));
    let recorded = Shift::recorded_customers(fitted, kind);
    let told =
        super::line::comment(words, &Figure { value: recorded, ..customers.initial.clone() });
    let initial = shift.initial.as_ref().map_or(recorded, |initial| initial[kind]);
    let fewer = (recorded - initial).abs() >= 1.0;
    let comment = if fewer { (words.before_warm_up)(&told) } else { told };
    page.set("initial", &format!("{initial}"), &comment);
    page.say(&super::line::comment(words, &team.care_hours));
    page.set(
        "care",
        &format!("{{ work = \"{SERVE}\", hours = {} }}", positive(&team.care_hours)),
        "",
    );
    let churn = neglected_churn(&customers.churn);
    page.say(&super::line::comment(words, &customers.churn));
    page.set("churn", &both(&probability(&customers.churn), &probability(&churn)), words.neglected);
    let orders = customers.orders.clone();
    let ratio = published(benchmark::NEGLECT_ORDERS);
    let fewer =
        Figure { low: orders.low * ratio.low, high: orders.high * ratio.high, ..orders.clone() };
    page.say(&super::line::comment(words, &orders));
    page.set("orders", &both(&positive(&orders), &positive(&fewer)), words.neglected);
    page.positive("order_value", &customers.order_value);
    page.set("referrals", &both("0", "0"), words.no_referrals);
}

fn both(cared: &str, neglected: &str) -> String {
    format!("{{ cared = {cared}, neglected = {neglected} }}")
}

/// Churn without care: the recorded one's odds times what is published.
fn neglected_churn(churn: &Figure) -> Figure {
    let worse = published(benchmark::NEGLECT_CHURN);
    let odds = |share: f64, by: f64| logistic(logit(share.clamp(1e-4, 0.9999)) + by.ln());
    Figure { low: odds(churn.low, worse.low), high: odds(churn.high, worse.high), ..churn.clone() }
}
