//! Wins, customers and what they book.

use schemars::JsonSchema;
use serde::Serialize;

use super::Level;
use crate::simulation::events::Class;

/// Money booked, by the five kinds of the model's section 7, in currency.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Bookings {
    /// First deals of customers from inbound and outbound channels.
    pub first_sourced: f64,
    /// First deals of customers whom customers sent.
    pub first_referred: f64,
    /// Repeat business of customers who were there when counting started.
    pub repeat_existing: f64,
    /// Repeat business of sourced customers.
    pub repeat_sourced: f64,
    /// Repeat business of referred customers.
    pub repeat_referred: f64,
}

impl Bookings {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.amounts().iter().sum()
    }

    /// First deals of sourced and of referred customers, then repeat business of
    /// existing, sourced and referred ones.
    #[must_use]
    pub fn amounts(&self) -> [f64; 5] {
        [
            self.first_sourced,
            self.first_referred,
            self.repeat_existing,
            self.repeat_sourced,
            self.repeat_referred,
        ]
    }

    pub(super) fn book_first(&mut self, class: Class, worth: f64) {
        match class {
            Class::Referred => self.first_referred += worth,
            Class::Sourced | Class::Existing => self.first_sourced += worth,
        }
    }

    pub(super) fn book_repeat(&mut self, worth: [f64; 3]) {
        let [existing, sourced, referred] = worth;
        self.repeat_existing += existing;
        self.repeat_sourced += sourced;
        self.repeat_referred += referred;
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.first_sourced += later.first_sourced;
        self.first_referred += later.first_referred;
        self.repeat_existing += later.repeat_existing;
        self.repeat_sourced += later.repeat_sourced;
        self.repeat_referred += later.repeat_referred;
    }
}

/// Deals won in one flow.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Wins {
    /// The channel they came from; absent for those that tracking found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// How many deals.
    pub deals: u64,
    /// What they are worth, in currency.
    pub worth: f64,
    /// Customers who joined; an induced deal adds none.
    pub joined: u64,
    /// New customers lost where the last stage hands over to care.
    pub lost: u64,
}

impl Wins {
    pub(super) fn pass_on(&mut self) {
        *self = Self { channel: self.channel.take(), ..Self::default() };
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.deals += later.deals;
        self.worth += later.worth;
        self.joined += later.joined;
        self.lost += later.lost;
    }
}

/// Customers of one class: before + joined − churned = after.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct ClassRecord {
    /// Active ones. When counting starts all become existing before month 1.
    pub active: Level<u64>,
    /// Those who joined.
    pub joined: u64,
    /// Those who left.
    pub churned: u64,
    /// Repeat orders, without induced deals.
    pub orders: u64,
    /// What the orders are worth, in currency.
    pub worth: f64,
}

impl ClassRecord {
    fn pass_on(&mut self) {
        self.active.pass_on();
        *self = Self { active: self.active, ..Self::default() };
    }

    fn absorb(&mut self, later: &Self) {
        self.active.absorb(&later.active);
        self.joined += later.joined;
        self.churned += later.churned;
        self.orders += later.orders;
        self.worth += later.worth;
    }
}

/// The customers of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct CustomerRecord {
    /// There when counting started.
    pub existing: ClassRecord,
    /// Won through inbound and outbound channels.
    pub sourced: ClassRecord,
    /// Sent by customers.
    pub referred: ClassRecord,
    /// Leads that customers sent; they reach the referral queue in the next step.
    pub referral_leads: u64,
    /// Opportunities that tracking found.
    pub induced: u64,
}

impl CustomerRecord {
    /// The classes with their names, in the order of every table of three.
    #[must_use]
    pub fn classes(&self) -> [(&'static str, &ClassRecord); 3] {
        [("existing", &self.existing), ("sourced", &self.sourced), ("referred", &self.referred)]
    }

    pub(super) fn each(&mut self) -> [&mut ClassRecord; 3] {
        [&mut self.existing, &mut self.sourced, &mut self.referred]
    }

    pub(super) fn class(&mut self, class: Class) -> &mut ClassRecord {
        match class {
            Class::Existing => &mut self.existing,
            Class::Sourced => &mut self.sourced,
            Class::Referred => &mut self.referred,
        }
    }

    pub(super) fn pass_on(&mut self) {
        self.each().into_iter().for_each(ClassRecord::pass_on);
        (self.referral_leads, self.induced) = (0, 0);
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.existing.absorb(&later.existing);
        self.sourced.absorb(&later.sourced);
        self.referred.absorb(&later.referred);
        self.referral_leads += later.referral_leads;
        self.induced += later.induced;
    }
}
