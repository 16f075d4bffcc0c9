//! What would grow beyond memory and time is refused; a large business is not.

use super::fixture::{SMALLEST, folder, mistakes, try_load};

/// Many leads and hours for them all.
fn busy(qualify: &str, orders: &str) -> String {
    SMALLEST
        .replace("arrivals = 100", "arrivals = 300_000")
        .replace("hours = 1\n", "hours = 0.01\n")
        .replace("hours = 4", "hours = 0.01")
        .replace("qualify = 0.2", &format!("qualify = {qualify}"))
        .replace("cared = 1, neglected = 0.5", &format!("cared = {orders}, neglected = 0"))
}

#[test]
fn a_shop_with_many_leads_of_which_few_buy_loads() {
    let files = folder(&[("shop.toml", &busy("0.05", "12"))]);
    try_load(&files, &["shop.toml"], &[]).unwrap();
}

#[test]
fn orders_of_those_who_will_have_been_won_count() {
    let said = mistakes(&[("shop.toml", &busy("1", "300"))], &[]);
    assert!(said.contains("`orders.cared` can be too large to simulate"), "{said}");
    assert!(said.contains("once there are"), "{said}");
}

#[test]
fn customers_who_refer_many_are_held_by_the_hours() {
    let referral = "[segments.core.channels.word]\nkind = \"referral\"\nwork = \"online\"\nhours = 1\nqualify = 1\n";
    let refers = SMALLEST.replace("referrals = { cared = 0", "referrals = { cared = 60");
    let text = format!("{refers}\n{referral}");
    try_load(&folder(&[("held.toml", &text)]), &["held.toml"], &[]).unwrap();
    let loose = text.replace("hours = 4", "hours = 1e-9").replace("pass = 0.5", "pass = 1");
    let said = mistakes(&[("loose.toml", &loose)], &[]);
    assert!(said.contains("customers can multiply"), "{said}");
}
