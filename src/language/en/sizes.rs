//! What is too large, too small or too many.

use crate::language::Sizes;

pub const SIZES: Sizes = Sizes {
    too_small: |field| format!("`{field}` is too small to count with"),
    smallest: |limit| format!("no number above 0 may be smaller than {limit:e}"),
    too_large: |field| format!("`{field}` can be too large to count with"),
    largest: |limit| format!("no number may be larger than {limit:e}"),
    reaches: |size| format!("reaches {size:.0e} in one of a billion runs"),

    arrivals: |growth| match growth {
        Some(growth) => format!(
            "`arrivals` can be too many to simulate: the market multiplies them by up to {growth:.1e}"
        ),
        None => "`arrivals` can be too many to simulate".to_owned(),
    },
    a_month: |leads| format!("up to {leads:.1e} a month"),
    most_leads: |limit| {
        format!("at most {limit:e} leads a month can be simulated, growth included")
    },

    rate: |key| format!("`{key}` can be too large to simulate"),
    a_customer: |a_year| format!("up to {a_year:.1e} a customer a year"),
    most_a_customer: |limit| format!("at most {limit} can be simulated"),
    from_customers: |a_month, customers| {
        format!("up to {a_month:.1e} a month from {customers} customers")
    },
    most_a_month: |limit| format!("at most {limit:e} a month can be simulated"),
    multiply: |customers| format!("customers can multiply to {customers:.1e}"),
    once_there_are: |a_month, customers| {
        format!("up to {a_month:.1e} a month once there are {customers:.1e} customers")
    },
    most_orders: |limit| format!("at most {limit:e} orders or referrals a month can be simulated"),

    entries: |field, count| format!("`{field}` holds {count} entries, which is too many"),
    most_entries: |most| format!("it may hold {most} at most"),
    months: "`horizon_months` and `warm_up_months` together are too long",
    most_months: |most| format!("at most {most} months can be simulated"),
    seats: |seats| format!("{seats} seats are too many"),
    most_seats: |most| format!("all roles together may have {most} at most"),
    chain: "too many files extend each other",
    longest_chain: |files| format!("a chain may hold {files} files at most"),
};
