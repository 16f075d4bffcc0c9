//! How often 95 % intervals hold the truth, counted over seeds.

use orgodds::statistics::Interval;

/// Seeds of every table.
pub const SEEDS: u64 = 200;
/// Fewest of 200 intervals of 95 % that hold the truth: fewer happen once in 10,000
/// times (binomial). Where the result has a long tail, or the effect is so small
/// that its distribution is lopsided, 95 % is what many runs tend to.
pub const PLAIN: f64 = 0.87;
pub const LOPSIDED: f64 = 0.83;

/// Estimates of one true value over seeds.
#[derive(Default)]
pub struct Coverage {
    name: String,
    truth: f64,
    values: Vec<f64>,
    errors: Vec<f64>,
    held: usize,
}

impl Coverage {
    pub fn of(name: impl Into<String>, truth: f64) -> Self {
        Self { name: name.into(), truth, ..Self::default() }
    }

    /// Takes in an estimate with its standard error and interval.
    pub fn take(&mut self, value: f64, se: f64, interval: Interval) {
        self.values.push(value);
        self.errors.push(se);
        self.held += usize::from(interval.holds(self.truth));
    }

    fn share(&self) -> f64 {
        self.held as f64 / self.values.len() as f64
    }

    fn mean(&self) -> f64 {
        self.values.iter().sum::<f64>() / self.values.len() as f64
    }

    fn sd(&self) -> f64 {
        let mean = self.mean();
        let squares: f64 = self.values.iter().map(|value| (value - mean).powi(2)).sum();
        (squares / self.values.len() as f64).sqrt()
    }

    /// The table's row, for people.
    fn print(&self) {
        let error = self.errors.iter().sum::<f64>() / self.errors.len() as f64;
        println!(
            "| {:<34} | {:>8.5} | {:>8.5} | {:>7.5} | {:>7.5} | {:>5.1} % |",
            self.name,
            self.truth,
            self.mean(),
            self.sd(),
            error,
            100.0 * self.share()
        );
    }
}

/// Prints the table; then says what does not hold. The mean over the seeds may be
/// off by four of its errors and by `off` (a small part of what is estimated).
pub fn check(what: &str, rows: &[Coverage], least: f64, off: f64) {
    println!("\n| {what:<34} | truth    | mean     | spread  | error   | covered |");
    println!("|---|---|---|---|---|---|");
    for row in rows {
        row.print();
    }
    for row in rows {
        let far = (row.mean() - row.truth).abs();
        let may = 4.0 * row.sd() / (row.values.len() as f64).sqrt() + off;
        assert!(far <= may, "{}: {} instead of {}", row.name, row.mean(), row.truth);
        assert!(row.share() >= least, "{}: {} covered", row.name, row.share());
    }
}
