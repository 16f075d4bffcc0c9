//! What a month asks: leads and opportunities flowing like water.

use super::median;
use super::service::Service;
use crate::organisation::{Channel, ChannelKind, FactorId, Neglectable, Segment};
use crate::simulation::Plan;

/// The flow of an average month, given how far each task is met.
pub(super) struct Flow<'a> {
    pub(super) plan: &'a Plan<'a>,
    /// Share of what each task asks that is given.
    pub(super) met: &'a [f64],
    pub(super) service: &'a Service,
}

impl Flow<'_> {
    /// Standard hours asked by each task.
    pub(super) fn asked(&self) -> Vec<f64> {
        let mut asked = vec![0.0; self.plan.tasks.len()];
        for (s, segment) in self.plan.scenario.segments.iter().enumerate() {
            let customers = customers(segment);
            asked[self.plan.segments[s].care] = customers * self.at(segment.customers.care.hours);
            if let (Some(tracking), Some(task)) = (&segment.customers.tracking, self.tracking(s)) {
                asked[task] = customers * self.at(tracking.care.hours);
            }
            let mut entering = vec![Vec::new(); segment.stages.len()];
            for (c, channel) in segment.channels.iter().enumerate() {
                let leads = self.leads(s, channel);
                let task = self.plan.segments[s].channels[c].task;
                asked[task] = leads * self.at(channel.hours);
                let yes = odds_times(self.at(channel.qualify), self.service.lift(task));
                let kept = self.kept(task, self.stage(s, 0));
                entering[0].push((leads * self.met[task] * yes * kept, self.at(channel.quality)));
            }
            self.induced(s, &mut entering);
            self.stages(s, &entering, &mut asked);
        }
        asked
    }

    /// From stage to stage: of each flow what is worked and passes goes on.
    fn stages(&self, s: usize, entering: &[Vec<(f64, f64)>], asked: &mut [f64]) {
        let stages = &self.plan.scenario.segments[s].stages;
        let mut flows: Vec<(f64, f64)> = Vec::new();
        for (i, stage) in stages.iter().enumerate() {
            flows.extend(&entering[i]);
            let task = self.stage(s, i);
            asked[task] = flows.iter().map(|(units, _)| units).sum::<f64>() * self.at(stage.hours);
            let lift = self.service.lift(task);
            let kept =
                if i + 1 < stages.len() { self.kept(task, self.stage(s, i + 1)) } else { 1.0 };
            for (units, quality) in &mut flows {
                *units *= self.met[task] * kept * odds_times(self.at(stage.pass), lift * *quality);
            }
        }
    }

    /// Opportunities that tracking finds among the customers.
    fn induced(&self, s: usize, entering: &mut [Vec<(f64, f64)>]) {
        let segment = &self.plan.scenario.segments[s];
        let (Some(tracking), Some(task)) = (&segment.customers.tracking, self.tracking(s)) else {
            return;
        };
        let found = customers(segment) * self.at(tracking.demands) / 12.0;
        let kept = self.kept(task, self.stage(s, tracking.enters));
        let units = found * self.met[task] * self.service.lift(task) * kept;
        entering[tracking.enters].push((units, self.at(tracking.quality)));
    }

    fn leads(&self, s: usize, channel: &Channel) -> f64 {
        match channel.kind {
            ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals } => {
                self.at(arrivals) * self.demand()
            }
            ChannelKind::Referral => {
                let segment = &self.plan.scenario.segments[s];
                let rate =
                    self.rate(segment.customers.referrals, self.met[self.plan.segments[s].care]);
                customers(segment) * rate / 12.0
            }
        }
    }

    fn rate(&self, rate: Neglectable, care: f64) -> f64 {
        let neglected = self.at(rate.neglected);
        neglected + care * (self.at(rate.cared) - neglected)
    }

    /// The mean demand index over the counted months; shocks do not raise it.
    fn demand(&self) -> f64 {
        let market = &self.plan.scenario.market;
        let drift = self.at(market.drift);
        let months = self.plan.scenario.horizon_months;
        let index = |month: usize| {
            let season = match market.seasonality.as_slice() {
                [] => 1.0,
                seasons => seasons[month % seasons.len()],
            };
            season * (drift * real(self.plan.scenario.warm_up_months + month) / 12.0).exp()
        };
        (0..months).map(index).sum::<f64>() / real(months)
    }

    /// What survives a change of hands.
    fn kept(&self, from: usize, to: usize) -> f64 {
        1.0 - self.at(self.plan.scenario.handoff_loss) * self.service.change_of_hands(from, to)
    }

    fn stage(&self, s: usize, i: usize) -> usize {
        self.plan.segments[s].stages[i].task
    }

    fn tracking(&self, s: usize) -> Option<usize> {
        self.plan.segments[s].tracking.as_ref().map(|&(task, _)| task)
    }

    fn at(&self, factor: FactorId) -> f64 {
        median(self.plan.scenario, factor)
    }
}

fn customers(segment: &Segment) -> f64 {
    segment.customers.initial as f64
}

fn real(months: usize) -> f64 {
    months as f64
}

/// The probability whose odds are `factor` times those of `probability`.
fn odds_times(probability: f64, factor: f64) -> f64 {
    let yes = probability * factor;
    yes / (1.0 - probability + yes)
}
