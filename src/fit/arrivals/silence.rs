//! Silence: whether nothing comes by chance, or no longer.
//!
//! Exports of leads are often older than those of deals, so that records go on for
//! weeks after the last lead. Counted as time without leads these weeks would halve
//! what is expected. A silence is an end where it lasts longer than every silence
//! before it, which knows of weekends, campaigns and low rates, and where chance
//! alone seldom makes one so long.

/// A silence this unlikely is no chance.
const CHANCE: f64 = 0.01;
/// Fewer cases do not tell a silence from chance.
const FEW: f64 = 10.0;

/// Cases of the later half: they tell of the rate at the end, not at a slow start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Late {
    /// How many.
    count: f64,
    /// Days over which they came.
    days: f64,
    /// Longest time between two of them, in days.
    longest: f64,
}

impl Late {
    /// Of cases by day; the last day has one.
    pub fn of(by_day: &[u32]) -> Self {
        let half = by_day.iter().map(|count| f64::from(*count)).sum::<f64>() / 2.0;
        let mut late = Self { count: 0.0, days: 0.0, longest: 0.0 };
        let mut silent = 0.0;
        for (before, count) in by_day.iter().rev().enumerate() {
            if *count > 0 {
                late.days = before as f64;
                if late.count >= half {
                    break;
                }
                late.count += f64::from(*count);
                late.longest = late.longest.max(silent);
                silent = 0.0;
            }
            silent += 1.0;
        }
        late
    }

    /// Days from one case to the next, on average.
    pub fn gap(&self) -> f64 {
        self.days / self.count.max(1.0)
    }

    /// Whether a silence of so many days after them is an end.
    pub fn ends(&self, silent: f64) -> bool {
        2.0 * self.count >= FEW
            && silent > self.longest
            && none_by_chance(self.count, self.days, silent) < CHANCE
    }
}

/// Chance that nothing comes for some time after so many in the time before, at an
/// unknown rate.
pub fn none_by_chance(count: f64, time: f64, silent: f64) -> f64 {
    (1.0 + silent / time.max(1.0)).powf(-count)
}

/// A channel's silence must be this unlikely: there are many channels, and cases of
/// one come together (a fair, a campaign), so that they count as a quarter.
const CHANNEL: (f64, f64) = (1e-3, 0.25);
/// And so many times as long as any before it.
const LONGER: usize = 2;

/// Months since a channel stopped while others went on, by its cases by month; none
/// where it goes on or never began.
pub fn stopped(by_month: &[f64]) -> Option<usize> {
    let some = |count: &f64| *count > 0.0;
    let (first, last) = (by_month.iter().position(some)?, by_month.iter().rposition(some)?);
    let (mut longest, mut silent) = (0, 0);
    for count in &by_month[first..=last] {
        silent = if some(count) { 0 } else { silent + 1 };
        longest = longest.max(silent);
    }
    let since = by_month.len() - 1 - last;
    let count = CHANNEL.1 * by_month.iter().sum::<f64>();
    let unlikely = none_by_chance(count, (last + 1 - first) as f64, since as f64) < CHANNEL.0;
    (since > 1 && since > LONGER * longest && unlikely).then_some(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A case on every so many days.
    fn every(days: usize, until: usize) -> Vec<u32> {
        (0..=until).map(|day| u32::from(day % days == 0)).collect()
    }

    #[test]
    fn a_silence_longer_than_any_before_is_an_end_at_low_and_at_high_rates() {
        let daily = Late::of(&every(1, 200));
        assert!(!daily.ends(3.0) && daily.ends(6.0));
        let monthly = Late::of(&every(30, 720));
        assert!(!monthly.ends(60.0) && monthly.ends(200.0));
        let weekly: Vec<u32> = (0..=364).map(|day| if day % 7 == 0 { 20 } else { 0 }).collect();
        assert!(!Late::of(&weekly).ends(7.0) && Late::of(&weekly).ends(8.0));
    }

    #[test]
    fn a_slow_start_does_not_hide_an_end() {
        let slow = every(40, 200);
        let fast = vec![30; 60];
        assert!(Late::of(&[slow, fast].concat()).ends(7.0));
    }

    #[test]
    fn few_cases_never_end() {
        assert!(!Late::of(&[1]).ends(400.0));
        assert!(!Late::of(&every(10, 50)).ends(400.0));
    }

    #[test]
    fn a_channel_stops_after_a_silence_that_is_not_its_habit() {
        let steady = [[12.0; 18].to_vec(), vec![0.0; 6]].concat();
        assert_eq!(stopped(&steady), Some(6));
        let fairs: Vec<f64> =
            (0..24).map(|month| if month % 8 == 0 { 90.0 } else { 0.0 }).collect();
        assert_eq!(stopped(&fairs), None);
        assert_eq!(stopped(&[1.0, 0.0, 2.0, 0.0, 0.0]), None);
        assert_eq!(stopped(&[0.0; 5]), None);
    }
}
