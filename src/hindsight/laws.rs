//! What the fitted laws say of cases in their channel, draw by draw.

use super::open::Track;
use crate::distribution::normal::{logistic, logit};
use crate::fit::arrivals::Months;
use crate::fit::closing::{Closing, Course, Kind, Law};
use crate::fit::{Fitted, Groups, posterior};
use crate::random::{Luck, Place};
use crate::records::Records;

/// Standard normal score of the end of a 90 % interval.
const P95: f64 = 1.644_853_626_951_472_7;

/// The laws of closing and of qualifying, with what differs by channel.
#[derive(Debug)]
pub struct Laws<'a> {
    fitted: &'a Fitted,
    /// The fitted channel of every channel of the records.
    group: Vec<usize>,
    /// Steps to look at.
    longest: usize,
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

impl<'a> Laws<'a> {
    /// For records that `fitted` was made from, over so many months.
    #[must_use]
    pub fn new(records: &Records, fitted: &'a Fitted, months: f64) -> Self {
        let counts = Months::new(records, fitted.arrived.0).by_channel;
        let group = Groups::new(&records.channels, &counts).of;
        let longest = (months * fitted.steps_per_month as f64).ceil() as usize + 2;
        Self { fitted, group, longest }
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
            (law.course(self.longest), law.won().clamp(1e-9, 1.0 - 1e-9))
        };
        let (closing, won) = one(&self.fitted.closing);
        // Of a quarter of its own, where quarters differ.
        let shift = self.fitted.varying.as_ref();
        let shift = shift.map_or(0.0, |varying| varying.shifts[run % varying.shifts.len()]);
        let own = logistic(logit(won) + shift);
        let qualifying = self.fitted.qualifying.as_ref().map(one);
        let mut stream = Luck::new(0, run as u64).at(Place::new("hindsight/channels")).step(0);
        let alone = self.fitted.channels.len() == 1;
        let channels = self.fitted.channels.iter().map(|channel| {
            let scores = [(); 2].map(|()| posterior::score(&mut stream));
            let qualified = within(&channel.qualify, scores[0]);
            match &qualifying {
                _ if alone => (own, qualifying.as_ref().map_or(1.0, |(_, share)| *share)),
                // Of its cases so many are won, of them as opportunities more.
                Some(_) => {
                    let all = within(&channel.conversion, scores[1]);
                    ((all / channel.qualify.value.max(1e-9)).min(1.0 - 1e-9), qualified)
                }
                None => (within(&channel.conversion, scores[1]), 1.0),
            }
        });
        let channels = channels.collect();
        Draw { steps: self.fitted.steps_per_month, closing, won, qualifying, channels }
    }
}

/// A share at a normal score, by its 90 % interval.
fn within(figure: &crate::fit::Figure, score: f64) -> f64 {
    if figure.is_known() {
        return figure.value;
    }
    let [low, middle, high] =
        [figure.low, figure.value, figure.high].map(|share| logit(share.clamp(1e-9, 1.0 - 1e-9)));
    logistic(middle + score * (high - low) / (2.0 * P95))
}

impl Draw {
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
