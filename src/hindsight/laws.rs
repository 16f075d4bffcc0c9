//! What the fitted laws say of cases in their channel, draw by draw.

use super::open::Track;
use super::shares::{Share, over, ranks, shares};
use crate::fit::arrivals::Months;
use crate::fit::closing::{Closing, Course, Kind, Law};
use crate::fit::{Fitted, Groups, posterior};
use crate::random::{Luck, Place};
use crate::records::Records;

/// The laws of closing and of qualifying, with what differs by channel.
#[derive(Debug)]
pub struct Laws<'a> {
    fitted: &'a Fitted,
    /// The fitted channel of every channel of the records.
    group: Vec<usize>,
    /// Steps to look at.
    longest: usize,
    /// By draw of the law of closing: where its share won lies among all draws.
    closing: Vec<f64>,
    /// The same of the law of qualifying.
    qualifying: Vec<f64>,
    /// By fitted channel: share of opportunities won, and share of leads qualified.
    channels: Vec<(Share, Option<Share>)>,
}

/// One draw of all laws.
pub struct Draw {
    steps: usize,
    closing: Course,
    won: f64,
    qualifying: Option<(Course, f64)>,
    /// By fitted channel: share of opportunities won, and share of leads qualified.
    channels: Vec<(f64, f64)>,
}

/// A share that is neither 0 nor 1.
fn won(law: &Law) -> f64 {
    law.won().clamp(1e-9, 1.0 - 1e-9)
}

impl<'a> Laws<'a> {
    /// For records that `fitted` was made from, over so many months.
    #[must_use]
    pub fn new(records: &Records, fitted: &'a Fitted, months: f64) -> Self {
        let counts = Months::new(records, fitted.arrived.0).by_channel;
        let group = Groups::new(&records.channels, &counts).of;
        let longest = (months * fitted.steps_per_month as f64).ceil() as usize + 2;
        let rank = |closing: &Closing| ranks(&closing.draws.iter().map(won).collect::<Vec<_>>());
        Self {
            fitted,
            group,
            longest,
            closing: rank(&fitted.closing),
            qualifying: fitted.qualifying.as_ref().map_or_else(Vec::new, rank),
            channels: channels(fitted),
        }
    }

    /// Number of fitted channels.
    #[must_use]
    pub fn channels(&self) -> usize {
        self.channels.len()
    }

    /// The fitted channel of a channel of the records.
    #[must_use]
    pub fn group(&self, channel: usize) -> usize {
        self.group.get(channel).copied().unwrap_or(0)
    }

    /// Draw number `run`, the first being 0; after the last the first comes again.
    #[must_use]
    pub fn draw(&self, run: usize) -> Draw {
        let one = |closing: &Closing| {
            let law = &closing.draws[run % closing.draws.len()];
            (law.course(self.longest), won(law))
        };
        let (closing, overall) = one(&self.fitted.closing);
        let at = |ranks: &[f64]| ranks.get(run % ranks.len().max(1)).copied().unwrap_or(0.0);
        let common = (at(&self.closing), at(&self.qualifying));
        let mut stream = Luck::new(0, run as u64).at(Place::new("hindsight/channels")).step(0);
        let channels = self.channels.iter().map(|(pass, qualify)| {
            let own = [(); 2].map(|()| posterior::score(&mut stream));
            let qualified = qualify.as_ref().map_or(1.0, |share| share.at(common.1, own[1]));
            (pass.at(common.0, own[0]), qualified)
        });
        let channels = channels.collect();
        let qualifying = self.fitted.qualifying.as_ref().map(one);
        Draw { steps: self.fitted.steps_per_month, closing, won: overall, qualifying, channels }
    }
}

/// What is known of every channel's shares, and how far it is known together.
fn channels(fitted: &Fitted) -> Vec<(Share, Option<Share>)> {
    let each = &fitted.channels;
    let Some(qualifying) = &fitted.qualifying else {
        let won = each.iter().map(|channel| channel.conversion.ends()).collect();
        let weights: Vec<f64> =
            each.iter().map(|channel| channel.cases * channel.conversion.value).collect();
        let won = shares(won, &weights, fitted.conversion.ends());
        return won.into_iter().map(|won| (won, None)).collect();
    };
    let overall = qualifying.interval(won);
    let leads: Vec<f64> = each.iter().map(|one| one.cases * one.qualify.value).collect();
    let wins: Vec<f64> = each.iter().map(|one| one.cases * one.conversion.value).collect();
    let qualified = each.iter().map(|channel| channel.qualify.ends()).collect();
    let passed = each.iter().map(|one| over(one.conversion.ends(), one.qualify.ends())).collect();
    let passed = shares(passed, &wins, over(fitted.conversion.ends(), overall));
    let qualified = shares(qualified, &leads, overall);
    passed.into_iter().zip(qualified.into_iter().map(Some)).collect()
}

impl Draw {
    /// Steps of time a month.
    #[must_use]
    pub fn steps_a_month(&self) -> usize {
        self.steps
    }

    /// What becomes of the opportunities of a fitted channel.
    #[must_use]
    pub fn opportunities(&self, channel: usize) -> Track {
        let (share, _) = self.channels[channel];
        let (won_by, lost_by) = shared(&self.closing, self.won, share);
        let open = won_by.iter().zip(&lost_by).map(|(won, lost)| 1.0 - won - lost).collect();
        Track { steps: self.steps, won_by, passed_by: None, open }
    }

    /// What becomes of its leads, from the day on which they came.
    #[must_use]
    pub fn leads(&self, channel: usize) -> Track {
        let later = self.opportunities(channel);
        let Some((course, overall)) = &self.qualifying else { return later };
        let (passed_by, rejected_by) = shared(course, *overall, self.channels[channel].1);
        // Who is not qualified yet is open as a lead.
        let open = passed_by.iter().zip(&rejected_by).map(|(a, b)| (1.0 - a - b).max(1e-12));
        let open = open.collect();
        Track { open, passed_by: Some(passed_by), ..later }
    }
}

/// Shares won and lost by each step where `share` are ever won instead of `overall`.
fn shared(course: &Course, overall: f64, share: f64) -> (Vec<f64>, Vec<f64>) {
    let scaled = |values: &[f64], by: f64| values.iter().map(|value| value * by).collect();
    let won_by = scaled(&course.won_by, share / overall);
    (won_by, scaled(&course.lost_by, (1.0 - share) / (1.0 - overall)))
}

/// The most likely law where `share` of the cases are ever won.
#[must_use]
pub fn law_for(closing: &Closing, share: f64) -> Law {
    let overall = closing.law.won().clamp(1e-9, 1.0 - 1e-9);
    let (won, lost) = (share / overall, (1.0 - share) / (1.0 - overall));
    let kind = |kind: &Kind| Kind { won: kind.won * won, lost: kind.lost * lost, ..*kind };
    Law { kinds: closing.law.kinds.iter().map(kind).collect(), ..closing.law.clone() }
}
