//! Every key of a scenario file.

use super::field::Need::{Default, Optional, Required};
use super::field::Shape::{
    Each, Factor, File, Headcount, List, Name, Names, OneOf, Pair, Rho, Seasonality, Share, Table,
    Text, Whole,
};
use super::field::{Group, field};
use crate::distribution::Domain::{NonNegative, Positive, Probability, Real};
use crate::organisation::limits;

/// The file itself.
pub static SCENARIO: Group = Group {
    title: "A company and who does what in it",
    header: "the file",
    fields: &[
        field(
            "name",
            Name,
            Optional,
            "What people call this scenario; the file's name if left out. Not inherited.",
        ),
        field(
            "extends",
            File,
            Optional,
            "A scenario file to lay this one over: tables merge key by key, everything else is replaced. Relative to this file.",
        ),
        field(
            "horizon_months",
            Whole(1, limits::MONTHS as u64),
            Default(24.0),
            "Months that count.",
        ),
        field(
            "warm_up_months",
            Whole(0, limits::MONTHS as u64),
            Default(0.0),
            "Months that are simulated first and do not count.",
        ),
        field(
            "steps_per_month",
            Whole(1, limits::STEPS_PER_MONTH as u64),
            Default(4.0),
            "Steps of time a month. A sale moves at most one stage a step.",
        ),
        field("currency", Text, Optional, "The unit of money, for labels."),
        field(
            "priorities",
            Names,
            Optional,
            "Kinds of work that come first when hours are short, in this order.",
        ),
        field("market", Table(&MARKET), Optional, "How demand moves."),
        field("economics", Table(&ECONOMICS), Optional, "What a booking leaves."),
        field(
            "segments",
            Each(&SEGMENT, true),
            Required,
            "Groups of customers, each with a funnel of its own.",
        ),
        field("handoffs", Table(&HANDOFFS), Optional, "What is lost between people."),
        field("roles", Each(&ROLE, true), Required, "Who works here."),
        field("correlations", List(&CORRELATION, false), Optional, "Factors that move together."),
    ],
};

static MARKET: Group = Group {
    title: "How demand moves",
    header: "[market]",
    fields: &[
        field(
            "seasonality",
            Seasonality,
            Optional,
            "Factor on demand by month, from the first counted month on, repeating.",
        ),
        field("drift", Factor(Real), Default(0.0), "Yearly growth of demand, log."),
        field(
            "volatility",
            Factor(NonNegative),
            Default(0.0),
            "Yearly standard deviation of the shocks to log demand.",
        ),
        field(
            "persistence",
            Factor(Probability),
            Default(0.0),
            "Month-to-month memory of log demand.",
        ),
    ],
};

static ECONOMICS: Group = Group {
    title: "What a booking leaves",
    header: "[economics]",
    fields: &[
        field(
            "gross_margin",
            Factor(Probability),
            Default(1.0),
            "Share of bookings left after the cost of delivery.",
        ),
        field(
            "commission",
            Factor(Probability),
            Default(0.0),
            "Share of bookings paid out to those who sold.",
        ),
    ],
};

static HANDOFFS: Group = Group {
    title: "What is lost between people",
    header: "[handoffs]",
    fields: &[field(
        "loss",
        Factor(Probability),
        Default(0.0),
        "Probability that a unit is lost where work changes hands entirely.",
    )],
};

static SEGMENT: Group = Group {
    title: "A group of customers with a funnel of its own",
    header: "[segments.NAME]",
    fields: &[
        field("channels", Each(&CHANNEL, true), Required, "Where leads come from."),
        field("stages", List(&STAGE, true), Required, "The way from opportunity to win, in order."),
        field("deal", Table(&DEAL), Required, "What a win is worth."),
        field("customers", Table(&CUSTOMERS), Required, "What happens after the win."),
    ],
};

static CHANNEL: Group = Group {
    title: "Where leads come from",
    header: "[segments.NAME.channels.NAME]",
    fields: &[
        field(
            "kind",
            OneOf(&["inbound", "outbound", "referral"]),
            Required,
            "inbound: enquiries come by themselves; outbound: prospects must be worked; referral: customers send them.",
        ),
        field(
            "arrivals",
            Factor(NonNegative),
            Optional,
            "Mean leads or prospects a month; not for a referral channel.",
        ),
        field("work", Name, Required, "The kind of work a lead needs."),
        field("hours", Factor(Positive), Required, "Hours of it per lead."),
        field(
            "qualify",
            Factor(Probability),
            Required,
            "Probability that a worked lead becomes an opportunity.",
        ),
        field(
            "quality",
            Factor(Positive),
            Default(1.0),
            "Factor on the odds of every pass of its opportunities.",
        ),
        field(
            "stale",
            Factor(Probability),
            Default(0.0),
            "Probability a month that a lead that nobody worked is lost.",
        ),
    ],
};

static STAGE: Group = Group {
    title: "One step from opportunity to win",
    header: "[[segments.NAME.stages]]",
    fields: &[
        field("name", Name, Required, "Its name, unlike that of any other stage of the segment."),
        field("work", Name, Required, "The kind of work it needs."),
        field("hours", Factor(Positive), Required, "Hours of it per opportunity."),
        field(
            "wait_months",
            Factor(NonNegative),
            Default(0.0),
            "Mean months that the buyer keeps us waiting, beyond the first step.",
        ),
        field(
            "pass",
            Factor(Probability),
            Required,
            "Probability that a worked opportunity passes.",
        ),
        field(
            "stale",
            Factor(Probability),
            Default(0.0),
            "Probability a month that a ready opportunity that waits for us is lost.",
        ),
    ],
};

static DEAL: Group = Group {
    title: "What a win is worth",
    header: "[segments.NAME.deal]",
    fields: &[
        field("price", Factor(Positive), Required, "Mean first deal, in currency."),
        field(
            "spread",
            Factor(NonNegative),
            Default(0.0),
            "Coefficient of variation from deal to deal.",
        ),
        field(
            "priced_at",
            Name,
            Optional,
            "The stage whose work decides the price; the last if left out.",
        ),
    ],
};

static CUSTOMERS: Group = Group {
    title: "What happens after the win",
    header: "[segments.NAME.customers]",
    fields: &[
        field(
            "initial",
            Whole(0, limits::CUSTOMERS),
            Default(0.0),
            "Active customers at the start.",
        ),
        field("care", Table(&CARE), Required, "Looking after them."),
        field("churn", Table(&CHURN), Required, "Probability a year that a customer leaves."),
        field("orders", Table(&RATES), Required, "Repeat orders a customer a year."),
        field(
            "order_value",
            Factor(Positive),
            Required,
            "Worth of a repeat order, of the mean first deal.",
        ),
        field("referrals", Table(&RATES), Required, "Referral leads a customer a year."),
        field("tracking", Table(&TRACKING), Optional, "Following customers to sense new demand."),
    ],
};

static CARE: Group = Group {
    title: "Looking after customers",
    header: "[segments.NAME.customers.care]",
    fields: &[
        field("work", Name, Required, "The kind of work."),
        field("hours", Factor(Positive), Required, "Hours a customer a month for full care."),
    ],
};

static CHURN: Group = Group {
    title: "A yearly chance that care lowers",
    header: "[segments.NAME.customers.churn]",
    fields: &[
        field("cared", Factor(Probability), Required, "With full care."),
        field("neglected", Factor(Probability), Required, "With none."),
    ],
};

static RATES: Group = Group {
    title: "A yearly rate that care raises",
    header: "[segments.NAME.customers.NAME]",
    fields: &[
        field("cared", Factor(NonNegative), Required, "With full care."),
        field("neglected", Factor(NonNegative), Required, "With none."),
    ],
};

static TRACKING: Group = Group {
    title: "Following customers to sense new demand",
    header: "[segments.NAME.customers.tracking]",
    fields: &[
        field("work", Name, Required, "The kind of work."),
        field("hours", Factor(Positive), Required, "Hours a customer a month for full tracking."),
        field(
            "demands",
            Factor(NonNegative),
            Required,
            "Induced opportunities a fully tracked customer a year.",
        ),
        field(
            "quality",
            Factor(Positive),
            Default(1.0),
            "Factor on the odds of every pass of the induced opportunities.",
        ),
        field(
            "value",
            Factor(Positive),
            Required,
            "Worth of an induced win, of the mean first deal.",
        ),
        field("enters", Name, Optional, "The stage where they enter; the first if left out."),
    ],
};

static ROLE: Group = Group {
    title: "A role: seats filled by people who carry the same kinds of work",
    header: "[roles.NAME]",
    fields: &[
        field("title", Text, Optional, "What people call it; its key if left out."),
        field(
            "headcount",
            Headcount,
            Required,
            "Seats, or [[1, 4], [13, 6]]: from that counted month on, the first being 1.",
        ),
        field(
            "hours",
            Factor(Positive),
            Optional,
            "Productive hours a month of a fully ramped seat. Needed unless the role has no work.",
        ),
        field(
            "start",
            OneOf(&["ramped", "new", "vacant"]),
            Optional,
            "Its seats at the start: fully productive, in their first month, or still to be hired.",
        ),
        field(
            "ramp_months",
            Factor(NonNegative),
            Default(0.0),
            "Months until a new person is fully productive.",
        ),
        field(
            "attrition",
            Factor(Probability),
            Default(0.0),
            "Probability a year that a person leaves.",
        ),
        field(
            "hire_months",
            Factor(NonNegative),
            Default(0.0),
            "Mean months that a seat stays empty.",
        ),
        field(
            "annual_cost",
            Factor(NonNegative),
            Default(0.0),
            "Fully loaded cost of a filled seat a year, without commission.",
        ),
        field("hire_cost", Factor(NonNegative), Default(0.0), "Cost of filling a seat once."),
        field(
            "switching_loss",
            Factor(Probability),
            Default(0.0),
            "Productivity lost for each kind of work after the first.",
        ),
        field("work", Each(&WORK, false), Optional, "The kinds of work that this role carries."),
    ],
};

static WORK: Group = Group {
    title: "A kind of work that a role carries",
    header: "[roles.NAME.work.NAME]",
    fields: &[
        field(
            "share",
            Share,
            Optional,
            "Share of the role's hours set aside for it; if left out 1 for a role that carries one kind, else 0.",
        ),
        field("speed", Factor(Positive), Default(1.0), "Standard hours that an hour is worth."),
        field("lift", Factor(Positive), Default(1.0), "Factor on the odds of a yes."),
        field("price", Factor(Positive), Default(1.0), "Factor on the price of a deal."),
    ],
};

static CORRELATION: Group = Group {
    title: "Two factors that move together",
    header: "[[correlations]]",
    fields: &[
        field(
            "between",
            Pair,
            Required,
            "The paths of two factors, as in segments.core.deal.price; a stage goes by its name.",
        ),
        field(
            "rho",
            Rho,
            Required,
            "The correlation of their normal scores, above -1 and below 1.",
        ),
    ],
};

/// Every table of a scenario file.
pub fn all_groups() -> [&'static Group; 14] {
    [
        &SCENARIO, &MARKET, &ECONOMICS, &SEGMENT, &CHANNEL, &STAGE, &DEAL, &CUSTOMERS, &CARE,
        &CHURN, &TRACKING, &HANDOFFS, &ROLE, &WORK,
    ]
}
