//! From laws and log odds to the scenario's chances: qualify, quality, pass.

use super::{Chances, Conversion, Qualifying, log_odds};
use crate::distribution::normal::logistic;
use crate::fit::closing::{Ages, Closing, Law};
use crate::fit::figure::{Assumption, Figure, Method};
use crate::fit::fitted::Kind;
use crate::fit::posterior;

/// Assumed chance to win an opportunity where only lead to win is recorded.
const ASSUMED_PASS: f64 = 0.5;

/// Only lead to win is recorded: the channels' shares won are taken as shares
/// qualified over an assumed pass, for channels differ before the talk.
pub fn leads(closing: Closing, odds: &[Vec<f64>], each: &[Ages]) -> Conversion {
    let found: Vec<[f64; 3]> = odds.iter().map(|odds| shares(odds)).collect();
    let highest = found.iter().map(|share| share[2]).fold(0.0, f64::max);
    // Where nearly all are won, both halves of the way are passed by nearly all.
    let assumed = (1.1 * highest).clamp(ASSUMED_PASS, highest.sqrt().max(0.98));
    let channel = |(share, ages): (&[f64; 3], &Ages)| {
        let won = Figure::between(*share, ages.cases(), method(each.len()));
        Chances {
            qualify: won.clone().map(|share| (share / assumed).min(0.999)),
            quality: Figure::known(1.0, Method::Assumed(Assumption::Split)),
            won,
        }
    };
    let channels = found.iter().zip(each).map(channel).collect();
    let law = closing.law.clone();
    let pass = |kind: usize| {
        let value = (assumed * law.pass(kind) / law.won()).clamp(0.001, 0.999);
        Figure::known(value, Method::Assumed(Assumption::Split))
    };
    conversion(closing, None, channels, Vec::new(), pass)
}

/// Opportunities are recorded: channels differ in quality, beside what qualifies.
pub fn opportunities(
    closing: Closing,
    odds: &[Vec<f64>],
    each: &[Ages],
    before: Option<Qualifying>,
) -> Conversion {
    let (groups, closed) = (each.len(), closing.ages.wins() + closing.ages.losses());
    let passes = passes(&closing, odds);
    let channel = |group: usize| {
        let pass = Figure::between(shares(&odds[group]), each[group].cases(), method(groups));
        let quality = match group {
            0 => Figure::known(1.0, Method::Assumed(Assumption::Reference)),
            _ => quality(&odds[group], &odds[0], each[group].cases()),
        };
        let fit_to_sell = match &before {
            Some((_, odds, leads)) => {
                Figure::between(shares(&odds[group]), leads[group].cases(), method(groups))
            }
            None => Figure::known(1.0, Method::Assumed(Assumption::AlreadyQualified)),
        };
        // A share of leads rests on leads.
        let won =
            if before.is_some() { fit_to_sell.times(&pass) } else { pass.times(&fit_to_sell) };
        Chances { won, qualify: fit_to_sell, quality }
    };
    let channels = (0..groups).map(channel).collect();
    let figures: Vec<Figure> =
        passes.iter().map(|odds| Figure::between(shares(odds), closed, method(groups))).collect();
    conversion(closing, before.map(|(law, ..)| law), channels, passes, |kind| figures[kind].clone())
}

fn shares(odds: &[f64]) -> [f64; 3] {
    posterior::interval(odds).map(logistic)
}

/// The method of a share by channel.
fn method(groups: usize) -> Method {
    if groups > 1 { Method::Pooled } else { Method::ClosingLaw }
}

/// Odds of a channel over those of the first, which has the most cases.
fn quality(own: &[f64], first: &[f64], cases: f64) -> Figure {
    let ratio: Vec<f64> = own.iter().zip(first).map(|(a, b)| (a - b).exp()).collect();
    Figure::between(posterior::interval(&ratio), cases, Method::Pooled)
}

/// Log odds of the pass by kind and draw: the law's own where there is one channel;
/// of several, the first channel's, as far apart as the law has the kinds.
fn passes(closing: &Closing, odds: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let of = |law: &Law, kind: usize| log_odds(law.pass(kind));
    let kind = |kind: usize| match odds {
        [_] => closing.draws.iter().map(|law| of(law, kind)).collect(),
        several => {
            let apart = of(&closing.law, kind) - log_odds(closing.law.won());
            several[0].iter().map(|odds| odds + apart).collect()
        }
    };
    (0..closing.law.kinds.len()).map(kind).collect()
}

fn conversion(
    closing: Closing,
    qualifying: Option<Closing>,
    channels: Vec<Chances>,
    passes: Vec<Vec<f64>>,
    pass: impl Fn(usize) -> Figure,
) -> Conversion {
    let kinds = (0..closing.law.kinds.len()).map(|at| kind(&closing, at, pass(at))).collect();
    let ever = |closing: &Closing| {
        let ends = closing.interval(|law| law.won().clamp(1e-9, 1.0 - 1e-9));
        Figure::between(ends, closing.ages.cases(), Method::ClosingLaw)
    };
    let overall = match &qualifying {
        // Of the leads: those that qualify, and of them those that are won.
        Some(qualifying) => ever(qualifying).times(&ever(&closing)),
        None => ever(&closing),
    };
    Conversion { closing, qualifying, kinds, channels, overall, passes }
}

fn kind(closing: &Closing, at: usize, pass: Figure) -> Kind {
    let closed = closing.ages.wins() + closing.ages.losses();
    let share = if closing.law.kinds.len() == 1 {
        Figure::known(1.0, Method::ClosingLaw)
    } else {
        Figure::between(closing.share(at), closed, Method::ClosingLaw)
    };
    let wait = Figure::between(closing.wait_months(at), closed, Method::ClosingLaw);
    Kind { share, chain: closing.shape.chains[at], wait, pass }
}
