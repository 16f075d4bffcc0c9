//! Channels as they are estimated: those with few cases together.

use super::conversion::FEWEST;

/// Which channels of the records stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// The group of every channel of the records.
    pub of: Vec<usize>,
    /// Names, how many channels, and cases, by group, the most cases first.
    pub each: Vec<(String, usize, f64)>,
}

/// Name of what is put together; it is a key, not a sentence.
const MERGED: &str = "small_channels";

impl Groups {
    /// Of channels with these names and counts.
    #[must_use]
    pub fn new(names: &[String], counts: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..counts.len()).collect();
        order.sort_by(|a, b| counts[*b].total_cmp(&counts[*a]));
        let few = |channel: &usize| counts[*channel] < FEWEST;
        let small = order.iter().filter(|channel| few(channel) && counts[**channel] > 0.0).count();
        let (mut of, mut each) = (vec![0; counts.len()], Vec::new());
        for &channel in &order {
            // One alone may keep its name.
            if each.is_empty() || !few(&channel) || small == 1 && counts[channel] > 0.0 {
                of[channel] = each.len();
                let name = names.get(channel).cloned().unwrap_or_default();
                each.push((name, 1, counts[channel]));
            }
        }
        if small > 1 && each.len() + small > 2 {
            let merged = each.len();
            let mut group = (MERGED.to_owned(), 0, 0.0);
            for &channel in order.iter().skip(1).filter(|channel| few(channel)) {
                of[channel] = merged;
                if counts[channel] > 0.0 {
                    group = (group.0, group.1 + 1, group.2 + counts[channel]);
                }
            }
            each.push(group);
        }
        Self { of, each }
    }

    /// Counts of channels, by group.
    #[must_use]
    pub fn sum(&self, counts: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.each.len()];
        for (group, count) in self.of.iter().zip(counts) {
            sums[*group] += count;
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_with_few_cases_stand_together_and_nothing_is_lost() {
        let names = ["a", "b", "c", "d", "e"].map(str::to_owned);
        let counts = [12.0, 400.0, 0.0, 29.0, 30.0];
        let groups = Groups::new(&names, &counts);
        let found: Vec<&str> = groups.each.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(found, ["b", "e", MERGED]);
        assert_eq!(groups.sum(&counts), [400.0, 30.0, 41.0]);
        let single = Groups::new(&names[..1], &[5.0]);
        assert_eq!(single.sum(&[5.0]), [5.0]);
    }
}
