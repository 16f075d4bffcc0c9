//! When each candidate gets ahead, and how far it falls behind until then.

use super::money;
use crate::figure::{chance, fixed, with_error};
use crate::report::grid::Page;
use crate::study::{Overtaking, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    if study.overtaking.is_empty() {
        return;
    }
    let words = &page.words().table;
    page.section(words.overtaking);
    let header = std::iter::once("").chain(words.overtaking_columns).map(str::to_owned);
    let rows = study.overtaking.iter().map(|one| row(study, one, page)).collect();
    page.table(1, header.collect(), rows);
    let is_open = |one: &Overtaking| [one.month.p10, one.month.p50, one.month.p90].contains(&None);
    if study.overtaking.iter().any(is_open) {
        page.text(&(words.beyond)(study.horizon_months));
    }
}

fn row(study: &Study, one: &Overtaking, page: &Page) -> Vec<String> {
    let (later, language) = (page.words().table.later, page.language());
    let month = |month: Option<f64>| month.map_or_else(|| later.into(), |m| fixed(m.ceil(), 0));
    let (length, depth) = (one.trough.months, one.trough.depth);
    vec![
        one.candidate.clone(),
        month(one.month.p10),
        month(one.month.p50),
        month(one.month.p90),
        chance(language, one.month.never, one.month.never_se, study.runs),
        with_error(language, length.mean, length.se),
        money(page, study, &with_error(language, depth.mean, depth.se)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::report::sample;

    #[test]
    fn a_month_beyond_the_horizon_is_later() {
        let mut page = Page::new(Language::English, 100);
        write(&sample::against(&["Specialised"]), &mut page);
        let text = anstream::adapter::strip_str(&page.finish()).to_string();
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                "When the bookings summed so far get ahead for good",
                "              P10   P50     P90          never   months behind   deepest shortfall",
                "────────────────────────────────────────────────────────────────────────────────────",
                "Specialised     3     8   later   13.0 ± 0.3 %     5.00 ± 0.05       300 ± 3 k USD",
                "Later is beyond the horizon of 24 months.",
            ]
        );
    }

    #[test]
    fn one_scenario_overtakes_nobody() {
        let mut page = Page::new(Language::English, 100);
        write(&sample::one(), &mut page);
        assert_eq!(page.finish(), "");
    }
}
