//! Text as a factor: it is refused, or every level has a value inside the
//! domain, and a higher level never has a smaller one.

use std::path::PathBuf;
use std::sync::OnceLock;

use orgodds::distribution::{Distribution, Domain};
use orgodds::organisation::Factor;
use orgodds::scenario::load_all;

use super::{folder, loader};

/// A field of each domain, with room for the override.
const FIELDS: [&str; 4] = [
    "segments.core.channels.online.qualify",
    "segments.core.channels.online.hours",
    "segments.core.stages.talk.wait_months",
    "market.drift",
];

/// The first byte picks the field, the rest is the notation.
pub fn check(input: &[u8]) {
    let Some((&first, notation)) = input.split_first() else { return };
    let Ok(notation) = std::str::from_utf8(notation) else { return };
    let field = FIELDS[usize::from(first) % FIELDS.len()];
    let file = small();
    match load_all(&[file], &[format!("{field}={}", quoted(notation))]) {
        Ok(loaded) => loaded[0].scenario.factors.all.iter().for_each(is_sound),
        Err(problems) => loader::refused(&problems),
    }
}

/// As a TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            _ if character.is_control() => {
                quoted.extend(format!("\\U{:08x}", u32::from(character)).chars());
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

fn small() -> PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    let write = || {
        let from = folder::repository().join("tests/scenario_files/smallest.toml");
        let text = std::fs::read_to_string(from).expect("the repository can be read");
        folder::write("small.toml", format!("{text}\n[market]\n").as_bytes())
    };
    FILE.get_or_init(write).clone()
}

/// Levels from the lowest to the highest that can be drawn.
const LEVELS: [f64; 13] =
    [1.2e-16, 1e-12, 1e-6, 0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1.0 - 1e-6, 1.0 - 1e-12, LAST];
const LAST: f64 = 1.0 - f64::EPSILON / 2.0;

/// Every level has a value inside the domain, in order. The engine keeps above
/// 0 what is too small for a double.
pub fn is_sound(Factor { path, distribution, domain }: &Factor) {
    let what = || format!("{}: {distribution:?}", path.0.join("."));
    assert!(distribution.stays_in(*domain), "{} leaves its domain", what());
    let mut before = f64::NEG_INFINITY;
    for level in LEVELS {
        let value = distribution.quantile(level);
        let inside = domain.holds(value) || *domain == Domain::Positive && value == 0.0;
        assert!(inside, "{} has {value} at {level}", what());
        let falls = format!("falls to {value} at {level} from {before}");
        assert!(not_below(value, before, distribution), "{} {falls}", what());
        before = before.max(value);
        let tails = distribution.tails(value);
        let sum = tails.lower + tails.upper;
        assert!((sum - 1.0).abs() < 1e-6, "{} has tails {tails:?} at {value}", what());
    }
}

/// Up to rounding of the quantile itself.
fn not_below(value: f64, before: f64, distribution: &Distribution) -> bool {
    let (low, high) = distribution.support();
    let scale = if (high - low).is_finite() { high - low } else { value.abs() };
    value >= before - 1e-9 * scale.max(before.abs()).max(f64::MIN_POSITIVE)
}
