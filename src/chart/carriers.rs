//! Which factors carry a gap.

use super::finding::brief;
use crate::figure::short;
use crate::language::{Language, Part};
use crate::study::{Comparison, part};

/// What carries most of the gap, in words.
pub fn title(one: &Comparison, language: Language) -> String {
    let words = &language.words().chart;
    let gap = &one.metrics.bookings;
    let (baseline, candidate) = (brief(&one.baseline), brief(&one.candidate));
    let mean = gap.mean_difference;
    if mean.abs() <= 2.0 * gap.se {
        return (words.about_the_same)(&candidate, &baseline);
    }
    let known = one.bridge.parts().into_iter().filter(|(part, _)| !one.is_unsure(part));
    let (mut parts, against): (Vec<_>, Vec<_>) = known.partition(|(_, amount)| amount * mean > 0.0);
    if parts.is_empty() {
        let amount = short(language, mean.abs());
        return (words.carried_by_unknown)(&candidate, &amount, mean > 0.0);
    }
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    // One carries it if the next adds little; three are a list, not a finding.
    let keep = parts.iter().filter(|(_, amount)| amount.abs() >= 0.4 * parts[0].1.abs()).count();
    parts.truncate(keep.clamp(1, 2));
    let moved = |&(name, amount): &(&str, f64)| (part(name), amount >= 0.0);
    let carriers: Vec<(Part, bool)> = parts.iter().map(moved).collect();
    let worst = against.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
    let worst = worst.filter(|worst| worst.1.abs() > 0.5 * mean.abs()).map(moved);
    let amount = short(language, mean.abs());
    (words.carries)(&candidate, &amount, mean > 0.0, &carriers, worst)
}
