//! Who was there, for how long already, and what it cost. Roles go by their keys,
//! as in the paths of factors.

use super::{count, money, table};
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{Period, RoleRecord};

pub(super) fn write(period: &Period, page: &mut Page) {
    let header = ["people", "seats", "filled", "hired", "left", "ramped", "hours", "given", "idle"];
    table(page, 1, &header, period.roles.iter().map(row).collect());
    for (key, role) in &period.roles {
        if let Some(tenures) = ramping(role) {
            page.text(&format!("{key}: not yet fully productive, steps since hired {tenures}."));
        }
        if role.removed > 0 {
            page.text(&format!("{key}: headcount fell, {} left.", role.removed));
        }
    }
    table(page, 2, &["cost", "", "people", "hiring"], period.roles.iter().map(cost).collect());
}

fn row((key, role): (&String, &RoleRecord)) -> Vec<String> {
    vec![
        key.clone(),
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
    (!tenures.is_empty()).then(|| tenures.join(", "))
}

fn cost((key, role): (&String, &RoleRecord)) -> Vec<String> {
    vec![key.clone(), role.title.clone(), money(role.cost), money(role.hire_cost)]
}
