//! From laws and log odds to the scenario's chances: qualify, quality, pass.

use super::{Chances, Conversion, Found, log_odds};
use crate::distribution::normal::logistic;
use crate::fit::closing::{Closing, Law};
use crate::fit::figure::{Assumption, Figure, Method};
use crate::fit::fitted::Kind;
use crate::fit::posterior;

/// Assumed chance to win an opportunity where only lead to win is recorded.
const ASSUMED_PASS: f64 = 0.5;

/// Only lead to win is recorded: the channels' shares won are taken as shares
/// qualified over an assumed pass, for channels differ before the talk. What differs
/// between quarters is in the pass, for it is common to all channels.
pub fn leads(found: Found) -> Conversion {
    let groups = 0..found.each.len();
    let now: Vec<[f64; 3]> = found.odds.iter().map(|odds| shares(odds)).collect();
    let highest = now.iter().map(|share| share[2]).fold(0.0, f64::max);
    let assumed = (1.1 * highest).clamp(ASSUMED_PASS, 0.98);
    let channel = |group: usize| {
        let (cases, method) = (found.each[group].cases(), method(found.each.len()));
        let qualify = Figure::between(now[group], cases, method);
        Chances {
            qualify: qualify.map(|share| (share / assumed).min(0.999)),
            quality: Figure::known(1.0, Method::Assumed(Assumption::Split)),
            won: Figure::between(shares(&found.to_come(group)), cases, method),
        }
    };
    let channels = groups.map(channel).collect();
    let passes = passes_of_leads(&found, assumed);
    conversion(found, None, channels, Vec::new(), |kind| passes[kind].clone())
}

/// By kind: the assumed pass times the share won of a quarter to come and of this kind
/// over that of all seen.
fn passes_of_leads(found: &Found, assumed: f64) -> Vec<Figure> {
    let draws = &found.closing.draws;
    let now: Vec<f64> = draws.iter().map(|law| log_odds(law.won())).collect();
    let to_come = found.moved(&now);
    let pass = |kind: usize| {
        let one = |((law, now), to_come): ((&Law, &f64), &f64)| {
            let share = logistic(*to_come) / logistic(*now);
            (assumed * share * law.pass(kind) / law.won()).clamp(0.001, 0.999)
        };
        let pass: Vec<f64> = draws.iter().zip(&now).zip(&to_come).map(one).collect();
        let ends = posterior::interval(&pass);
        let assumption = Method::Assumed(Assumption::Split);
        // Rounding is no doubt.
        if ends[2] - ends[0] < 1e-6 {
            Figure::known(ends[1], assumption)
        } else {
            Figure::between(ends, 0.0, assumption)
        }
    };
    (0..found.closing.law.kinds.len()).map(pass).collect()
}

/// Opportunities are recorded: channels differ in quality, beside what qualifies.
pub fn opportunities(found: Found, before: Option<Found>) -> Conversion {
    let (groups, closed) =
        (found.each.len(), found.closing.ages.wins() + found.closing.ages.losses());
    let passes = passes(&found);
    let channel = |group: usize| {
        let cases = found.each[group].cases();
        let pass = Figure::between(shares(&found.to_come(group)), cases, method(groups));
        let quality = match group {
            0 => Figure::known(1.0, Method::Assumed(Assumption::Reference)),
            _ => quality(&found.odds[group], &found.odds[0], cases),
        };
        let fit_to_sell = match &before {
            Some(before) => {
                let leads = before.each[group].cases();
                Figure::between(shares(&before.to_come(group)), leads, method(groups))
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
    conversion(found, before, channels, passes, |kind| figures[kind].clone())
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

/// Log odds of the pass by kind and draw: those of the first channel's share won, as
/// far apart as the law has the kinds. The draws of channels are made under laws of
/// the posterior in their order, so each meets one near its own.
fn passes(found: &Found) -> Vec<Vec<f64>> {
    let pass = |kind: usize| {
        let one = |(law, odds): (&Law, &f64)| log_odds(law.pass(kind)) - log_odds(law.won()) + odds;
        let draws = found.closing.draws.iter().zip(&found.odds[0]).map(one);
        found.moved(&draws.collect::<Vec<_>>())
    };
    (0..found.closing.law.kinds.len()).map(pass).collect()
}

fn conversion(
    found: Found,
    before: Option<Found>,
    channels: Vec<Chances>,
    passes: Vec<Vec<f64>>,
    pass: impl Fn(usize) -> Figure,
) -> Conversion {
    let closing = &found.closing;
    let kinds = (0..closing.law.kinds.len()).map(|at| kind(closing, at, pass(at))).collect();
    let ever = |found: &Found| {
        let odds: Vec<f64> = found.closing.draws.iter().map(|law| log_odds(law.won())).collect();
        let cases = found.closing.ages.cases();
        Figure::between(shares(&found.moved(&odds)), cases, Method::ClosingLaw)
    };
    let overall = match &before {
        // Of the leads: those that qualify, and of them those that are won.
        Some(before) => ever(before).times(&ever(&found)),
        None => ever(&found),
    };
    Conversion {
        closing: found.closing,
        qualifying: before.map(|found| found.closing),
        kinds,
        channels,
        overall,
        passes,
        varying: found.varying,
    }
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
