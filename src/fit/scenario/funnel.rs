//! A kind of case as a segment: its channels, stages, deals and customers.

use super::keys::Keys;
use super::line::{Page, positive, probability};
use super::team::{LEAD, SELL, SERVE, Team};
use crate::distribution::normal::{logistic, logit};
use crate::fit::closing::DAYS_A_MONTH;
use crate::fit::{Assumption, Figure, Fitted, Method, benchmark, published};

pub fn write(page: &mut Page<'_>, fitted: &Fitted, keys: &Keys, team: &Team, kind: usize) {
    let segment = format!("segments.{}", keys.segment(kind));
    channels(page, fitted, keys, team, kind, &segment);
    stages(page, fitted, team, kind, &segment);
    page.table(&format!("{segment}.deal"));
    page.positive("price", &fitted.price);
    page.positive("spread", &fitted.spread);
    customers(page, fitted, team, kind, &segment);
}

fn channels(
    page: &mut Page<'_>,
    fitted: &Fitted,
    keys: &Keys,
    team: &Team,
    kind: usize,
    segment: &str,
) {
    let share = fitted.kinds[kind].share.value;
    for (at, channel) in fitted.channels.iter().enumerate() {
        page.table(&format!("{segment}.channels.{}", keys.channel(at)));
        if channel.merged > 1 {
            page.say(&(page.words.merged)(channel.merged));
        }
        page.set("kind", "\"inbound\"", &(page.words.channel)(channel.cases, channel.wins));
        page.positive("arrivals", &channel.arrivals.clone().map(|cases| cases * share));
        page.set("work", &format!("\"{LEAD}\""), "");
        page.positive("hours", &team.lead_hours);
        // What was lost between two hands is within the measured share: taken out here,
        // for the engine takes it off again.
        let qualify = channel.qualify.clone();
        let kept = 1.0 - team.lost_between(fitted);
        let most = if qualify.is_known() { 1.0 } else { 0.9995 };
        page.probability("qualify", &qualify.map(|share| (share / kept).min(most)));
        if !channel.quality.is_known() {
            page.positive("quality", &channel.quality);
        }
        page.probability("stale", &published(benchmark::LEAD_STALE));
    }
}

fn stages(page: &mut Page<'_>, fitted: &Fitted, team: &Team, kind: usize, segment: &str) {
    let own = &fitted.kinds[kind];
    let hours = team.sell_hours.clone().map(|hours| hours / own.chain as f64);
    for at in 0..own.chain {
        page.entry(&format!("{segment}.stages"));
        let last = at + 1 == own.chain;
        page.set("name", &format!("\"{}\"", Keys::stage(own.chain, at)), "");
        page.set("work", &format!("\"{SELL}\""), "");
        page.positive("hours", &hours);
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
            page.probability("pass", &own.pass);
        } else {
            let passing = Figure::known(1.0, Method::Assumed(Assumption::Passing));
            page.probability("pass", &passing);
        }
        page.probability("stale", &published(benchmark::STALE));
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

fn customers(page: &mut Page<'_>, fitted: &Fitted, team: &Team, kind: usize, segment: &str) {
    let (customers, words) = (&fitted.customers, page.words);
    page.table(&format!("{segment}.customers"));
    let share = fitted.kinds[kind].share.value;
    let initial = customers.initial.clone().map(|initial| (initial * share).round());
    page.set("initial", &format!("{}", initial.value), &super::line::comment(words, &initial));
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
