//! `check`.

use crate::language::Check;

pub const CHECK: Check = Check {
    time: |counted, warm_up, steps, currency| {
        let currency = if currency.is_empty() { "no currency" } else { currency };
        format!(
            "{counted} months counted after a warm-up of {warm_up}, {steps} steps a month, {currency}."
        )
    },
    factors: "Factors",
    factor_columns: ["path", "P10", "P50", "P90"],
    carriers: "Who carries which work",
    carrier_columns: ["work", "carried by", "needed by"],
    nobody: "nobody: it stands still",
    list: |names| names.join(", "),
    priorities: |kinds| format!("When hours are short, first: {}.", kinds.join(", then ")),
    leads_of: |segment, channel| format!("{segment}: {channel} leads"),
    stage_of: |segment, stage| format!("{segment}: {stage}"),
    care_of: |segment| format!("{segment}: care"),
    tracking_of: |segment| format!("{segment}: tracking"),
    load: "Expected load: standard hours a month",
    load_note: "An estimate without chance: every factor at its median, seats filled and ramped as in the long \
                run, as many customers as at the start.",
    load_columns: ["work", "asked", "given", "met"],
    missing: |kind, hours| format!("Most hours are missing at {kind}: about {hours} a month."),
    hours: "Expected hours: productive hours a month",
    hours_columns: ["role", "seats", "filled", "productive", "available", "given", "idle"],
};
