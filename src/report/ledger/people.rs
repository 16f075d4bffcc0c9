//! Who was there, for how long already, and what it cost. Roles go by their keys,
//! as in the paths of factors.

use super::{count, money, table};
use crate::figure::fixed;
use crate::report::grid::Page;
use crate::study::ledger::{Period, RoleRecord};

pub(super) fn write(period: &Period, page: &mut Page) {
    let words = &page.words().ledger;
    table(page, 1, &words.people, period.roles.iter().map(row).collect());
    for (key, role) in &period.roles {
        if let Some(tenures) = ramping(role) {
            page.text(&(words.ramping)(key, &tenures));
        }
        if role.removed > 0 {
            page.text(&(words.removed)(key, &count(role.removed)));
        }
    }
    table(page, 2, &words.cost, period.roles.iter().map(cost).collect());
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
fn ramping(role: &RoleRecord) -> Option<Vec<String>> {
    let mut tenures = role.ramping.clone();
    tenures.sort_unstable();
    let tenures: Vec<_> = tenures.iter().map(u32::to_string).collect();
    (!tenures.is_empty()).then_some(tenures)
}

fn cost((key, role): (&String, &RoleRecord)) -> Vec<String> {
    vec![key.clone(), role.title.clone(), money(role.cost), money(role.hire_cost)]
}
