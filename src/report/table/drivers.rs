//! What decides, how much of it is chance, and what to find out first.

use super::{money, words as words_of};
use crate::figure::{Quantity, Scale, count, percent, short};
use crate::language::{Decides, ValueWords};
use crate::report::grid::Page;
use crate::study::drivers::{Tenth, worth_within};
use crate::study::{Driver, DriversAbout, GroupWorth, Study};

/// Unknowns of a table; the others are counted.
const LISTED: usize = 12;
/// Unknowns that the headline names, and that are to be found out first.
const NAMED: usize = 3;
/// Unknowns, and groups of them, whose worth is told.
const WORTHS: (usize, usize) = (5, 4);

/// An error of a share below this does not show in any digit.
const INVISIBLE: f64 = 5e-7;

/// All of it.
pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    answer(study, page);
    unknowns(study, page);
    worth(study, page);
    cautions(study, page);
}

/// What decides, in two sentences.
pub(in crate::report) fn answer(study: &Study, page: &mut Page) {
    let Some(about) = &study.drivers_about else { return };
    let words = &page.words().drivers;
    let spread = about.spread();
    if let Some(nothing) = study.no_drivers() {
        page.headline(&(words.nothing)(nothing, &spread));
    } else {
        let strongest = &study.drivers[..about.above_noise.min(NAMED)];
        let labels = labels(strongest, page);
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        page.headline(&(words.headline)(&Decides { labels: &labels, spread }));
        let first = &strongest[0];
        let scale = ends_scale(&strongest[..1], page);
        let amount = |mean| money(page, study, &shown(scale, about, mean));
        let (low, high) = (amount(first.low_tenth), amount(first.high_tenth));
        let sentence = match values(study, first, page) {
            Some([lowest, highest]) => {
                let (lowest, highest) = (lowest.with(&low), highest.with(&high));
                (words.values)(labels[0], &lowest, &highest, &spread)
            }
            None => (words.ends)(labels[0], &low, &high, &spread),
        };
        page.text(&sentence);
    }
    if let (Some(chance), Some(error)) = (about.chance, about.chance_se) {
        let share = (about.uncertain > 0).then(|| share(chance, error, page));
        page.text(&(words.chance)(share.as_deref(), &spread));
    }
}

/// A value that an unknown has in so many of the runs.
struct Value {
    runs: String,
    value: String,
}

impl Value {
    fn with<'a>(&'a self, mean: &'a str) -> ValueWords<'a> {
        ValueWords { runs: &self.runs, value: &self.value, mean }
    }
}

/// The lowest and the highest value of an unknown that has only a few, each of them
/// in many runs: such runs are no tenth.
fn values(study: &Study, driver: &Driver, page: &Page) -> Option<[Value; 2]> {
    let (low, high) = (driver.tenths.first()?, driver.tenths.last()?);
    if low.low < low.high || high.low < high.high {
        return None;
    }
    let unit = driver.subject.what.unit();
    let language = page.language();
    let quantity = Quantity::over(language, unit, &study.currency, (low.low, high.high));
    let runs: usize = driver.tenths.iter().map(|tenth| tenth.runs).sum();
    let part = |runs_of: usize| percent(language, runs_of as f64 / runs as f64);
    let value = |tenth: &Tenth| Value { runs: part(tenth.runs), value: quantity.show(tenth.low) };
    Some([value(low), value(high)])
}

/// The unknowns that stand out of the noise, and how many do not.
pub(in crate::report) fn unknowns(study: &Study, page: &mut Page) {
    let Some(about) = study.drivers_about.as_ref().filter(|about| about.sd > 0.0) else { return };
    let words = &page.words().drivers;
    let (above, below) = study.drivers.split_at(about.above_noise);
    let listed = &above[..above.len().min(LISTED)];
    let has_totals = about.totals.is_some();
    if !listed.is_empty() {
        page.section(&(words.table)(&about.spread()));
        let mut header = vec![String::new(), words.lowest.into(), words.highest.into()];
        header.push(words.share.into());
        header.extend(has_totals.then(|| words.total.to_owned()));
        page.table(1, header, rows(listed, about, page));
    }
    let further: f64 = above[listed.len()..].iter().map(|driver| driver.first_order).sum();
    if above.len() > listed.len() {
        let rest = above.len() - listed.len();
        page.text(&(words.further)(rest, &percent(page.language(), further)));
    }
    if !below.is_empty() {
        let sum = share(about.first_order_below, about.first_order_below_se, page);
        let sum = (about.first_order_below > 0.0).then_some(sum.as_str());
        page.text(&(words.noise)(below.len(), sum, above.is_empty()));
    }
    if let Some(totals) = &about.totals {
        let precision = percent(page.language(), totals.precision);
        let short = (!totals.reached).then_some(precision.as_str());
        page.text(&(words.total_runs)(&count(totals.runs as usize), short));
    }
    if !listed.is_empty() {
        page.aside(&(words.reading)(has_totals));
        page.table(1, vec![words.paths.into(), words.range.into()], beliefs(study, listed, page));
    }
}

/// What finding out is worth, the worthiest first.
pub(in crate::report) fn worth(study: &Study, page: &mut Page) {
    let Some(about) = &study.drivers_about else { return };
    let (Some(knowable), Some(evpi)) = (about.knowable(), about.evpi) else { return };
    if study.drivers.is_empty() {
        return;
    }
    let words = &page.words().drivers;
    let measure = about.metric.measure();
    let worthy = study.worth_finding_out();
    page.section(&(words.worth)(measure));
    let names = labels(worthy.iter().copied().take(NAMED), page);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.is_empty() {
        page.text(words.nothing_pays);
    } else {
        page.text(&(words.find_first)(&names));
    }
    let groups = about.worth_together().into_iter().take(WORTHS.1).chain([knowable]);
    let ones = worthy.iter().take(WORTHS.0).map(|one| Told::one(one, page));
    let mut told: Vec<Told> = ones.chain(groups.map(|group| Told::group(group, page))).collect();
    let bias = told.iter().map(|one| one.bias).fold(0.0, f64::max);
    let all = words.perfect.to_owned();
    let se = about.evpi_se.unwrap_or(0.0);
    told.push(Told { label: all, worth: evpi, se, bias: 0.0, at_least: false });
    let name = words_of(page, about.metric.metric());
    let mut header = vec![(page.words().units.in_currency)(name, &study.currency)];
    header.extend(words.worth_columns.map(str::to_owned));
    page.table(1, header, worth_rows(&told, page));
    let bias = money(page, study, &short(page.language(), bias));
    page.aside(&(words.worth_note)(choice(about), measure, &bias));
}

/// What a reader should not overlook.
pub(in crate::report) fn cautions(study: &Study, page: &mut Page) {
    let language = page.language();
    for caution in study.drivers_about.iter().flat_map(|about| &about.warnings) {
        page.notice(&(page.words().table.note)(&caution.say(language)));
    }
}

fn labels<'a>(drivers: impl IntoIterator<Item = &'a Driver>, page: &Page) -> Vec<String> {
    let label = page.words().drivers.label;
    drivers.into_iter().map(|driver| label(&driver.subject)).collect()
}

/// The choice without knowing more.
fn choice(about: &DriversAbout) -> &str {
    match &about.baseline {
        Some(baseline) if about.mean <= 0.0 => baseline,
        _ => &about.scenario,
    }
}

fn rows(listed: &[Driver], about: &DriversAbout, page: &Page) -> Vec<Vec<String>> {
    let scale = ends_scale(listed, page);
    let end = |mean: f64, se: f64| match about.baseline {
        Some(_) => scale.signed_with_error(mean, se),
        None => scale.with_error(mean, se),
    };
    let labels = labels(listed, page);
    let row = |(place, (driver, label)): (usize, (&Driver, &String))| {
        let mut row = vec![
            format!("{} {label}", place + 1),
            end(driver.low_tenth, driver.low_tenth_se),
            end(driver.high_tenth, driver.high_tenth_se),
            share(driver.first_order, driver.first_order_se, page),
        ];
        let total = driver.total.map(|total| share(total, driver.total_se.unwrap_or(0.0), page));
        row.extend(total);
        row
    };
    listed.iter().zip(&labels).enumerate().map(row).collect()
}

/// The scale that the ends of all bars share.
fn ends_scale(listed: &[Driver], page: &Page) -> Scale {
    let ends: Vec<f64> =
        listed.iter().flat_map(|driver| [driver.low_tenth, driver.high_tenth]).collect();
    let errors = listed.iter().flat_map(|driver| [driver.low_tenth_se, driver.high_tenth_se]);
    Scale::over(page.language(), &ends, errors.fold(0.0, f64::max))
}

fn shown(scale: Scale, about: &DriversAbout, mean: f64) -> String {
    if about.baseline.is_some() { scale.signed(mean) } else { scale.show(mean) }
}

fn share(value: f64, error: f64, page: &Page) -> String {
    let error = if error < INVISIBLE { 0.0 } else { error };
    Scale::percent(page.language(), error).with_error(value, error)
}

/// Paths and ranges, by the numbers of the table above.
fn beliefs(study: &Study, listed: &[Driver], page: &Page) -> Vec<Vec<String>> {
    let row = |(place, driver): (usize, &Driver)| {
        let quantity = Quantity::over(
            page.language(),
            driver.subject.what.unit(),
            &study.currency,
            (driver.p10, driver.p90),
        );
        let path = format!("{} {}", place + 1, driver.factor);
        vec![path, quantity.range(driver.p10, driver.p90)]
    };
    listed.iter().enumerate().map(row).collect()
}

/// A row of what finding out is worth.
struct Told {
    label: String,
    worth: f64,
    se: f64,
    bias: f64,
    at_least: bool,
}

impl Told {
    fn one(driver: &Driver, page: &Page) -> Self {
        Self {
            label: (page.words().drivers.label)(&driver.subject),
            worth: driver.evppi.unwrap_or(0.0),
            se: driver.evppi_se.unwrap_or(0.0),
            bias: driver.evppi_bias.unwrap_or(0.0),
            at_least: false,
        }
    }

    fn group(group: &GroupWorth, page: &Page) -> Self {
        let label = (page.words().drivers.group)(&group.together);
        let GroupWorth { evppi: worth, evppi_se: se, evppi_bias: bias, at_least, .. } = *group;
        Self { label, worth, se, bias, at_least }
    }
}

fn worth_rows(told: &[Told], page: &Page) -> Vec<Vec<String>> {
    let ends: Vec<f64> = told.iter().map(|one| worth_within(one.worth, one.se).1).collect();
    let error = told.iter().map(|one| one.se).fold(0.0, f64::max);
    let scale = Scale::over(page.language(), &ends, error);
    let row = |one: &Told| {
        let (low, high) = worth_within(one.worth, one.se);
        let worth = scale.with_error(one.worth, one.se);
        let at_least = page.words().drivers.at_least;
        let worth = if one.at_least { at_least(&worth) } else { worth };
        vec![one.label.clone(), worth, scale.range(low, high)]
    };
    told.iter().map(row).collect()
}
