//! Correlations, as far as they are a set that can be.

use super::keys::Keys;
use super::line::{Page, number, text};
use crate::distribution::copula::Copula;
use crate::fit::{Fitted, Subject};

/// A channel with a smaller share of all cases is left out: it moves little.
const SHARE: f64 = 0.12;
/// The same factor in two segments.
const SAME: f64 = 0.95;

/// Two factors, by their paths, and their correlation.
struct Pair(String, String, f64);

pub fn write(page: &mut Page<'_>, fitted: &Fitted, keys: &Keys) {
    let mut pairs = pairs(fitted, keys);
    while !pairs.is_empty() && !possible(&pairs) {
        // Rounding may have bent the set: a little less of everything is one.
        for Pair(.., rho) in &mut pairs {
            *rho = (*rho * 95.0).trunc() / 100.0;
        }
        pairs.retain(|Pair(.., rho)| rho.abs() > 0.01);
    }
    if pairs.is_empty() {
        return;
    }
    page.gap();
    page.say(page.words.correlations);
    page.set("correlations", "[", "");
    for Pair(a, b, rho) in pairs {
        page.item(&format!("{{ between = [{}, {}], rho = {} }},", text(&a), text(&b), number(rho)));
    }
    page.close();
}

fn pairs(fitted: &Fitted, keys: &Keys) -> Vec<Pair> {
    let large = |subject: Subject| match subject {
        Subject::Arrivals(at) => fitted.channels[at].cases >= SHARE * fitted.cases,
        _ => true,
    };
    let known = |subject: Subject| match subject {
        Subject::Pass(kind) => fitted.kinds[kind].pass.is_known(),
        Subject::Quality(at) => fitted.channels[at].quality.is_known(),
        _ => false,
    };
    let mut pairs = Vec::new();
    let mut within: Vec<Subject> = Vec::new();
    for correlation in &fitted.correlations {
        let (a, b) = correlation.between;
        if [a, b].iter().any(|subject| !large(*subject) || known(*subject)) {
            continue;
        }
        within.extend([a, b]);
        for a in keys.paths(fitted, a) {
            for b in keys.paths(fitted, b) {
                pairs.push(Pair(a.clone(), b.clone(), correlation.rho));
            }
        }
    }
    if fitted.channels.len() == 1 {
        within.push(Subject::Arrivals(0));
    }
    within.sort_unstable();
    within.dedup();
    for subject in within {
        if let [a, b] = &keys.paths(fitted, subject)[..] {
            pairs.push(Pair(a.clone(), b.clone(), SAME));
        }
    }
    pairs
}

fn possible(pairs: &[Pair]) -> bool {
    let mut members: Vec<&String> = pairs.iter().flat_map(|Pair(a, b, _)| [a, b]).collect();
    members.sort_unstable();
    members.dedup();
    let place = |path: &String| members.binary_search(&path).expect("all are members");
    let mut matrix = vec![vec![0.0; members.len()]; members.len()];
    (0..members.len()).for_each(|at| matrix[at][at] = 1.0);
    for Pair(a, b, rho) in pairs {
        let (a, b) = (place(a), place(b));
        (matrix[a][b], matrix[b][a]) = (*rho, *rho);
    }
    Copula::new(&matrix).is_ok()
}
