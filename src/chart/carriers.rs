//! Which factors carry a gap, in words.

use super::finding::{brief, join, sentence};
use crate::figure::short;
use crate::study::Comparison;

/// What carries most of the gap.
pub fn title(one: &Comparison) -> String {
    let gap = &one.metrics.bookings;
    let (baseline, candidate) = (brief(&one.baseline), brief(&one.candidate));
    let mean = gap.mean_difference;
    if mean.abs() <= 2.0 * gap.se {
        return format!("On average {candidate} and {baseline} book about the same");
    }
    let known = one.bridge.parts().into_iter().filter(|(part, _)| !one.is_unsure(part));
    let (mut parts, against): (Vec<_>, Vec<_>) = known.partition(|(_, amount)| amount * mean > 0.0);
    if parts.is_empty() {
        let word = if mean > 0.0 { "lead" } else { "shortfall" };
        return format!(
            "The runs cannot tell what carries {candidate}’s {word} of {}",
            short(mean.abs())
        );
    }
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    // One carries it if the next adds little; three are a list, not a finding.
    let keep = parts.iter().filter(|(_, amount)| amount.abs() >= 0.4 * parts[0].1.abs()).count();
    parts.truncate(keep.clamp(1, 2));
    let word = |&(part, amount): &(&str, f64)| {
        let (_, more, less) = words(part);
        if amount < 0.0 { less.to_owned() } else { more.to_owned() }
    };
    let carriers = join(&parts.iter().map(word).collect::<Vec<_>>());
    let worst = against.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
    let despite = match worst {
        Some(part) if part.1.abs() > 0.5 * mean.abs() => format!(" despite {}", word(part)),
        _ => String::new(),
    };
    let amount = short(mean.abs());
    let plural = parts.len() > 1 || carriers.ends_with("prices") || carriers.ends_with("referrals");
    if mean > 0.0 {
        let verb = if plural { "carry" } else { "carries" };
        format!("{} {verb} {candidate}’s lead of {amount}{despite}", sentence(&carriers))
    } else {
        let verb = if plural { "cost" } else { "costs" };
        format!("{} {verb} {candidate} {amount}{despite}", sentence(&carriers))
    }
}

/// A part's name under its column, and what carries a gain or a loss.
pub fn words(part: &str) -> (&'static str, &'static str, &'static str) {
    match part {
        "existing" => {
            ("existing customers", "more from existing customers", "less from existing customers")
        }
        "traffic" => ("traffic", "more traffic", "less traffic"),
        "conversion" => ("conversion", "better conversion", "worse conversion"),
        "price" => ("price", "higher prices", "lower prices"),
        "repurchase" => ("repurchase", "more repeat business", "less repeat business"),
        "referral" => ("referral", "more referrals", "fewer referrals"),
        _ => ("new business", "more new business", "less new business"),
    }
}
