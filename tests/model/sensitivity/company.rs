//! A company whose bookings are a price times a Poisson number of deals.

use orgodds::organisation::Scenario;
use orgodds::scenario::load_all;

/// Eleven months of arrivals become deals within the year, one and all.
const COMPANY: &str = r#"
name = "one"
horizon_months = 12
steps_per_month = 1
[segments.s.channels.web]
kind = "inbound"
arrivals = 5
work = "sell"
hours = 1
qualify = 1
[[segments.s.stages]]
name = "close"
work = "sell"
hours = 1
pass = 1
[segments.s.deal]
price = "lognormal(100, 15)"
[segments.s.customers]
care = { work = "sell", hours = 1 }
churn = { cared = 0, neglected = 0 }
orders = { cared = 0, neglected = 0 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
[roles.all]
headcount = 1
hours = 1e6
work = { sell = {} }
"#;

/// Months of arrivals times their mean.
pub const DEALS: f64 = 55.0;
/// Mean and standard deviation of the price.
pub const PRICE: (f64, f64) = (100.0, 15.0);

/// The company with other values (paths and TOML).
pub fn company(changes: &[&str], more: &str) -> Scenario {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.toml");
    std::fs::write(&file, format!("{COMPANY}{more}")).unwrap();
    let changes: Vec<String> = changes.iter().map(|&change| change.to_owned()).collect();
    let mut loaded = load_all(&[file], &changes)
        .unwrap_or_else(|problems| panic!("{}", problems.render(orgodds::scenario::Style::Plain)));
    loaded.remove(0).scenario
}
