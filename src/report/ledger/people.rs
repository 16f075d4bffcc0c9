//! Who was there, for how long already, and what it cost.

use super::{count, money, table};
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{Period, RoleRecord};

pub(super) fn write(period: &Period, page: &mut Page) {
    let header =
        ["people", "seats", "filled", "hired", "left", "productive", "hours", "given", "idle"];
    table(page, 1, &header, period.roles.values().map(row).collect());
    for role in period.roles.values() {
        if let Some(sentence) = ramping(role) {
            page.text(&sentence);
        }
        if role.removed > 0 {
            page.text(&format!("{}: headcount fell, {} left.", role.title, role.removed));
        }
    }
    costs(period, page);
}

fn row(role: &RoleRecord) -> Vec<String> {
    vec![
        role.title.clone(),
        role.seats.to_string(),
        role.filled.to_string(),
        count(role.hired),
        count(role.departed),
        fixed(role.productive, 4),
        fixed(role.available, 4),
        fixed(role.given, 4),
        fixed(role.idle, 4),
    ]
}

/// Those who still learn, by how long they have been there.
fn ramping(role: &RoleRecord) -> Option<String> {
    let mut tenures = role.ramping.clone();
    tenures.sort_unstable();
    let tenures: Vec<_> = tenures.iter().map(u32::to_string).collect();
    (!tenures.is_empty()).then(|| {
        format!(
            "{}: not yet fully productive, steps since hired {}.",
            role.title,
            tenures.join(", ")
        )
    })
}

fn costs(period: &Period, page: &mut Page) {
    let paid = |role: &&RoleRecord| role.cost + role.hire_cost > 0.0;
    let row = |role: &RoleRecord| vec![role.title.clone(), money(role.cost), money(role.hire_cost)];
    let rows: Vec<_> = period.roles.values().filter(paid).map(row).collect();
    table(page, 1, &["cost", "people", "hiring"], rows);
}
