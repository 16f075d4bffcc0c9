//! A segment: its channels, stages, deals and customers.

use super::super::problem::Problem;
use super::super::record::{Cell, Named, Read, Record};
use super::super::suggest;
use super::Resolver;
use crate::language::{Known, Said};
use crate::organisation::{
    Care, Channel, ChannelKind, Customers, Deal, Neglectable, Path, Segment, Stage, Tracking,
};

impl Resolver<'_> {
    pub fn segment(&mut self, name: &Named, record: &Record, at: &Path) -> Segment {
        let place = at.join("channels");
        let channels = (record.each("channels").iter())
            .map(|(key, inner)| self.channel(key, inner, &place.join(&key.text), &name.text))
            .collect();
        let place = at.join("stages");
        let stages = record
            .list("stages")
            .iter()
            .map(|inner| self.stage(inner, &place, &name.text))
            .collect();
        self.different_stages(record);
        self.referral_channels(record);
        let deal = self.deal(record, &at.join("deal"));
        let customers = self.customers(record, &at.join("customers"), &name.text);
        Segment { key: name.text.clone(), channels, stages, deal, customers }
    }

    fn channel(&mut self, key: &Named, record: &Record, at: &Path, segment: &str) -> Channel {
        let kind = self.channel_kind(record, at);
        Channel {
            key: key.text.clone(),
            kind,
            work: self.need(record, Said::by(|words| (words.channel_of)(&key.text, segment))),
            hours: self.factor(record, at, "hours"),
            qualify: self.factor(record, at, "qualify"),
            quality: self.factor(record, at, "quality"),
            stale: self.factor(record, at, "stale"),
        }
    }

    fn channel_kind(&mut self, record: &Record, at: &Path) -> ChannelKind {
        let kind = record.name("kind").map(|kind| kind.text);
        match kind.as_deref() {
            Some("referral") => {
                if let Cell::Given(place, _) = record.cell("arrivals") {
                    let title = Said::plain(|words| words.no_arrivals);
                    let help = Said::plain(|words| words.who_refers);
                    self.problems.push(Problem::error(title, place).help(help));
                }
                return ChannelKind::Referral;
            }
            Some(kind) if record.leaves_out("arrivals") => {
                let path = at.to_string();
                let title = Said::by(|words| (words.missing_arrivals)(&path));
                let help = Said::by(|words| (words.mean_a_month)(kind));
                self.problems.push(Problem::error(title, &record.place).help(help));
            }
            _ => {}
        }
        let arrivals = self.factor(record, at, "arrivals");
        if kind.as_deref() == Some("outbound") {
            ChannelKind::Outbound { arrivals }
        } else {
            ChannelKind::Inbound { arrivals }
        }
    }

    fn stage(&mut self, record: &Record, at: &Path, segment: &str) -> Stage {
        let name = record.name("name").map(|name| name.text).unwrap_or_default();
        let at = &at.join(&name);
        Stage {
            work: self.need(record, Said::by(|words| (words.stage_of)(&name, segment))),
            name,
            hours: self.factor(record, at, "hours"),
            wait_months: self.factor(record, at, "wait_months"),
            pass: self.factor(record, at, "pass"),
            stale: self.factor(record, at, "stale"),
        }
    }

    /// A stage goes by its name, so no two of a segment share one.
    fn different_stages(&mut self, record: &Record) {
        let names: Vec<_> =
            record.list("stages").iter().filter_map(|stage| stage.name("name")).collect();
        for (i, name) in names.iter().enumerate() {
            if let Some(earlier) = names[..i].iter().find(|earlier| earlier.text == name.text) {
                let title = Said::by(|words| (words.two_stages)(&name.text));
                let problem = Problem::error(title, &name.place);
                self.problems
                    .push(problem.also(&earlier.place, Said::plain(|words| words.the_first)));
            }
        }
    }

    /// At most one, and one where customers refer.
    fn referral_channels(&mut self, record: &Record) {
        let kinds: Vec<_> =
            record.each("channels").iter().map(|(_, channel)| channel.name("kind")).collect();
        let referral: Vec<_> =
            kinds.iter().flatten().filter(|kind| kind.text == "referral").collect();
        for second in referral.iter().skip(1) {
            let title = Said::plain(|words| words.two_referrals);
            let problem = Problem::error(title, &second.place);
            self.problems
                .push(problem.also(&referral[0].place, Said::plain(|words| words.the_first)));
        }
        let all_known = kinds.iter().all(Option::is_some) && !record.has_holes("channels");
        let Some(customers) = record.table("customers") else { return };
        if let Some(referrals) = customers.table("referrals")
            && referral.is_empty()
            && all_known
            && ["cared", "neglected"].iter().any(|key| is_above_zero(referrals, key))
        {
            let title = Said::plain(|words| words.nowhere_to_refer);
            let place = customers.place_of("referrals");
            let help = Said::plain(|words| words.add_referral);
            self.problems.push(Problem::error(title, place).help(help));
        }
    }

    fn deal(&mut self, record: &Record, at: &Path) -> Deal {
        let deal = record.table_or_empty("deal");
        let last = record.list("stages").len().saturating_sub(1);
        Deal {
            price: self.factor(&deal, at, "price"),
            spread: self.factor(&deal, at, "spread"),
            priced_at: self.stage_called(deal.name("priced_at"), record).unwrap_or(last),
        }
    }

    /// The place of a stage among the segment's.
    fn stage_called(&mut self, name: Option<Named>, record: &Record) -> Option<usize> {
        let name = name?;
        let stages: Vec<_> = record.list("stages").iter().map(|stage| stage.name("name")).collect();
        let found =
            stages.iter().position(|stage| stage.as_ref().is_some_and(|s| s.text == name.text));
        if found.is_none() && stages.iter().all(Option::is_some) && !stages.is_empty() {
            let title = Said::by(|words| (words.no_stage)(&name.text));
            let known = stages.iter().flatten().map(|stage| stage.text.as_str());
            let help = suggest::did_you_mean_or_list(&name.text, known, Known::Stage);
            self.problems.push(Problem::error(title, &name.place).maybe_help(help));
        }
        found
    }

    fn customers(&mut self, record: &Record, at: &Path, segment: &str) -> Customers {
        let customers = record.table_or_empty("customers");
        let care = customers.table_or_empty("care");
        let care = self.care(&care, &at.join("care"), Said::by(|words| (words.care_of)(segment)));
        let churn = self.neglectable(&customers, at, "churn");
        let orders = self.neglectable(&customers, at, "orders");
        let order_value = self.factor(&customers, at, "order_value");
        let referrals = self.neglectable(&customers, at, "referrals");
        let tracking = (customers.table("tracking"))
            .map(|tracking| self.tracking(tracking, record, &at.join("tracking"), segment));
        let initial = customers.whole("initial");
        Customers { initial, care, churn, orders, order_value, referrals, tracking }
    }

    fn care(&mut self, record: &Record, at: &Path, by: Said) -> Care {
        Care { work: self.need(record, by), hours: self.factor(record, at, "hours") }
    }

    fn neglectable(&mut self, customers: &Record, at: &Path, key: &str) -> Neglectable {
        let record = customers.table_or_empty(key);
        let at = at.join(key);
        Neglectable {
            cared: self.factor(&record, &at, "cared"),
            neglected: self.factor(&record, &at, "neglected"),
        }
    }

    fn tracking(&mut self, tracking: &Record, segment: &Record, at: &Path, name: &str) -> Tracking {
        Tracking {
            care: self.care(tracking, at, Said::by(|words| (words.tracking_of)(name))),
            demands: self.factor(tracking, at, "demands"),
            quality: self.factor(tracking, at, "quality"),
            value: self.factor(tracking, at, "value"),
            enters: self.stage_called(tracking.name("enters"), segment).unwrap_or(0),
        }
    }
}

/// Whether a factor was given and can be above zero.
fn is_above_zero(record: &Record, key: &str) -> bool {
    match record.cell(key) {
        Cell::Given(_, Read::Factor(distribution)) => distribution.as_known() != Some(0.0),
        _ => false,
    }
}
