//! A smooth density of a sample, for pictures.

use super::Moments;
use super::quantile::of_sorted;

const POINTS: usize = 401;

/// A Gaussian kernel density of a sorted sample on an even grid, as points
/// (x, density per unit of x). Empty where all values agree.
///
/// The bandwidth is 1.3 times Silverman's rule of thumb (1986, p. 48): a curve in a
/// report should show the shape, not the sample, at the price of 2 % more spread. The grid ends where
/// the outermost tenth of a per cent begins; the curve is cut there, not bent.
#[must_use]
pub fn density(sorted: &[f64]) -> Vec<(f64, f64)> {
    let Some((low, high, bandwidth)) = window(sorted) else { return Vec::new() };
    let step = (high - low) / (POINTS - 1) as f64;
    // A kernel narrower than the grid would draw the grid.
    let bandwidth = bandwidth.max(step);
    // Counts on the grid first: a value is shared between its two neighbours,
    // so the work does not grow with the sample.
    let mut counts = vec![0.0; POINTS];
    for value in sorted {
        let at = (value - low) / step;
        if at < 0.0 || at > (POINTS - 1) as f64 {
            continue;
        }
        let below = (at.floor() as usize).min(POINTS - 2);
        counts[below] += 1.0 - (at - below as f64);
        counts[below + 1] += at - below as f64;
    }
    let reach = ((4.0 * bandwidth / step).ceil() as usize).max(1);
    let kernel: Vec<f64> =
        (0..=reach).map(|i| (-0.5 * (i as f64 * step / bandwidth).powi(2)).exp()).collect();
    let scale = 1.0 / (sorted.len() as f64 * bandwidth * (2.0 * std::f64::consts::PI).sqrt());
    let height = |i: usize| {
        let from = i.saturating_sub(reach);
        let to = (i + reach).min(POINTS - 1);
        (from..=to).map(|j| counts[j] * kernel[i.abs_diff(j)]).sum::<f64>() * scale
    };
    (0..POINTS).map(|i| (low + i as f64 * step, height(i))).collect()
}

/// Lower and upper end of the grid, and the bandwidth.
fn window(sorted: &[f64]) -> Option<(f64, f64, f64)> {
    let moments: Moments = sorted.iter().copied().collect();
    if moments.sd() <= 0.0 {
        return None;
    }
    let middle = of_sorted(sorted, 0.75) - of_sorted(sorted, 0.25);
    // Where half of all runs agree the quartiles say nothing of the spread.
    let spread = if middle > 0.0 { moments.sd().min(middle / 1.349) } else { moments.sd() };
    let bandwidth = 1.3 * 0.9 * spread * (sorted.len() as f64).powf(-0.2);
    let low = of_sorted(sorted, 0.0005) - 2.0 * bandwidth;
    let high = of_sorted(sorted, 0.9995) + 2.0 * bandwidth;
    // What cannot be below zero is not drawn there.
    let low = if sorted[0] >= 0.0 { low.max(0.0) } else { low };
    (high > low && bandwidth.is_finite()).then_some((low, high, bandwidth))
}
