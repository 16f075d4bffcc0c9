//! The result for people: the answer in two lines, then what it rests on.
//!
//! Top down, so that a reader can stop anywhere: who does better and with what
//! chance; the paired difference; what each choice costs where it is wrong, and
//! when a candidate gets ahead; totals side by side; which factor carries the
//! gap; which work is left undone; whose hours are idle; what one more seat
//! changes. The standard error of the simulation, or an interval, stands beside
//! every mean and every chance.

pub(super) mod causes;
pub(super) mod decision;
pub(super) mod difference;
pub(super) mod drivers;
pub(super) mod factors;
pub(super) mod matched;
pub(super) mod one_more;
pub(super) mod overtaking;
pub(super) mod people;
pub(super) mod sweep;
pub(super) mod totals;
pub(super) mod turns;
pub(super) mod verdict;
pub(super) mod work;

use super::grid::Page;
use crate::figure::{Scale, count};
use crate::language::{Language, Table};
use crate::study::{Gap, Metric, Study, Summary};

/// Columns of a table that nobody looks at on a terminal.
pub const WIDTH: usize = 100;

/// The result as a page of `width` columns (at least 40), with ANSI escapes for
/// what is bold or coloured.
#[must_use]
pub fn study(study: &Study, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    sweep::write(study, &mut page);
    sweep::as_they_are(study, &mut page);
    if study.drivers_about.is_some() {
        what_decides(study, &mut page);
    } else {
        what_happens(study, &mut page);
    }
    causes::write(study, &mut page);
    footer(study, &mut page);
    precision(study, &mut page);
    page.finish()
}

/// What was asked of `drivers`.
fn what_decides(study: &Study, page: &mut Page) {
    drivers::write(study, page);
    one_more::write(study, page);
}

/// What was asked of `run` and `compare`.
fn what_happens(study: &Study, page: &mut Page) {
    verdict::write(study, page);
    matched::write(study, page);
    difference::write(study, page);
    decision::write(study, page);
    overtaking::write(study, page);
    turns::write(study, page);
    totals::write(study, page);
    factors::write(study, page);
    work::write(study, page);
    people::write(study, page);
    one_more::write(study, page);
}

pub(super) fn footer(study: &Study, page: &mut Page) {
    let paired = !study.comparisons.is_empty();
    let words = &page.words().table;
    page.text("");
    page.aside(&(words.footer)(&count(study.runs), paired, study.seed, study.horizon_months));
}

/// How far runs went that were to reach a precision.
pub(super) fn precision(study: &Study, page: &mut Page) {
    let language = page.language();
    if let Some(shortfall) = super::precision::shortfall(study, language) {
        page.notice(&(page.words().table.note)(&shortfall));
    } else if let Some(reached) = super::precision::reached(study, language) {
        page.aside(&reached);
    }
}

/// An amount with the currency behind it, where there is one.
fn money(page: &Page, study: &Study, amount: &str) -> String {
    (page.words().units.money)(amount, &study.currency)
}

/// For a difference and its range.
fn gap_scale(page: &Page, gap: &Gap) -> Scale {
    Scale::over(page.language(), &[gap.mean_difference, gap.p10, gap.p90], gap.se)
}

/// For a metric and its range.
fn summary_scale(page: &Page, summary: &Summary) -> Scale {
    Scale::over(page.language(), &[summary.mean, summary.p10, summary.p90], summary.se)
}

/// A metric's name for people.
pub(super) fn words(page: &Page, metric: Metric) -> &'static str {
    metric_name(&page.words().table, metric)
}

/// The same, in a language's words.
pub(super) fn metric_name(words: &Table, metric: Metric) -> &'static str {
    let names = &words.metrics;
    match metric {
        Metric::Bookings => names.bookings,
        Metric::Contribution => names.contribution,
        Metric::Leads => names.leads,
        Metric::Opportunities => names.opportunities,
        Metric::Wins => names.wins,
        Metric::Customers => names.customers,
        Metric::FirstSourced => names.first_sourced,
        Metric::FirstReferred => names.first_referred,
        Metric::RepeatExisting => names.repeat_existing,
        Metric::RepeatSourced => names.repeat_sourced,
        Metric::RepeatReferred => names.repeat_referred,
        Metric::PeopleCost => names.people_cost,
        Metric::HireCost => names.hire_cost,
        Metric::Hires => names.hires,
        Metric::Departures => names.departures,
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::report::sample;

    /// As it appears where escapes are stripped.
    fn plain(study: &Study, width: usize) -> String {
        anstream::adapter::strip_str(&super::study(study, Language::English, width)).to_string()
    }

    #[test]
    fn the_first_two_lines_answer_the_question() {
        let text = plain(&sample::against(&["Specialised"]), WIDTH);
        let first: Vec<_> = text.lines().take(2).collect();
        assert_eq!(
            first,
            [
                "Specialised books more than Generalist in 93.2 ± 0.3 % of runs.",
                "Typically 6.30 M USD more (80 % of runs: 1.30 to 11.30 M more). People cost 11.28 M (+20 %).",
            ]
        );
    }

    #[test]
    fn where_the_baseline_does_better_it_is_named_first() {
        let mut study = sample::against(&["Specialised"]);
        study.comparisons[0].metrics.bookings = sample::gap(-1e6, 0.29);
        let text = plain(&study, WIDTH);
        assert!(
            text.starts_with("Generalist books more than Specialised in 71.0 ± 0.3 % of runs.\n"),
            "{text}"
        );
        assert!(text.contains("Typically 1.00 M USD more (80 % of runs: 4.00 M less to 6.00 M more). People cost 9.40 M (−17 %)."), "{text}");
    }

    #[test]
    fn of_several_candidates_the_best_leads_and_each_gets_a_line() {
        let mut study = sample::against(&["Split", "On paper"]);
        study.comparisons[1].metrics.bookings = sample::gap(-2e6, 0.3);
        let text = plain(&study, WIDTH);
        let first: Vec<_> = text.lines().take(3).collect();
        assert_eq!(
            first,
            [
                "Best of 2: Split books more than Generalist in 93.2 ± 0.3 % of runs.",
                "Split      93.2 ± 0.3 %   +6.30 M USD   (+1.30 to +11.30 M)   people cost +20 %",
                "On paper   30.0 ± 0.3 %   −2.00 M USD    (−7.00 to +3.00 M)   people cost +20 %",
            ]
        );
        study.comparisons.remove(0);
        study.comparisons.push(study.comparisons[0].clone());
        assert!(plain(&study, WIDTH).starts_with("None leads, best of 2: On paper books"));
    }

    #[test]
    fn a_single_scenario_answers_what_it_books() {
        let text = plain(&sample::one(), WIDTH);
        assert!(text.starts_with("Generalist books 31.00 ± 0.06 M USD in 24 months on average; 80 % of runs: 22.94 to 39.06 M.\n"), "{text}");
        assert!(!text.contains("paired"), "{text}");
    }

    #[test]
    fn every_width_is_kept_and_none_panics() {
        for study in [sample::one(), sample::against(&["专业分工", "纸面 分工", "C", "D"])]
        {
            for width in [0, 1, 40, 60, 80, 100, 160] {
                for line in plain(&study, width).lines() {
                    assert!(line.width() <= width.max(40), "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn the_stuck_place_is_named() {
        let text = plain(&sample::one(), WIDTH);
        assert!(
            text.contains("Generalist is stuck at outbound: 47 % of the hours asked are given; next partner (10 %)."),
            "{text}"
        );
    }

    #[test]
    fn the_bridge_ends_at_the_difference_of_the_means() {
        let text = plain(&sample::against(&["Specialised"]), WIDTH);
        let sum = text.lines().find(|line| line.starts_with("all bookings")).expect("a sum");
        assert!(sum.ends_with("+6.30 ± 0.04 M"), "{text}");
    }

    #[test]
    fn runs_in_which_both_do_the_same_are_no_wins() {
        let mut study = sample::against(&["Twin"]);
        study.comparisons[0].metrics.bookings =
            crate::study::Gap { probability_same: 0.89, ..sample::gap(3e5, 0.555) };
        let text = plain(&study, WIDTH);
        let answer = "Twin books more than Generalist in 11.0 ± 0.3 % of runs, the same in 89 %.\n";
        assert!(text.starts_with(answer), "{text}");
    }

    #[test]
    fn identical_organisations_do_not_lead() {
        let mut study = sample::against(&["Twin"]);
        let gap = &mut study.comparisons[0].metrics.bookings;
        *gap = crate::study::Gap {
            p5: 0.0,
            p10: 0.0,
            p90: 0.0,
            p95: 0.0,
            se: 0.0,
            probability_better_se: 0.0,
            probability_same: 1.0,
            ..sample::gap(0.0, 0.5)
        };
        let text = plain(&study, WIDTH);
        assert!(text.starts_with("Twin and Generalist book the same in every run.\n"), "{text}");
    }

    #[test]
    fn a_tie_within_its_error_is_called_one() {
        let mut study = sample::against(&["Twin"]);
        study.comparisons[0].metrics.bookings = sample::gap(1e3, 0.503);
        let text = plain(&study, WIDTH);
        assert!(
            text.starts_with(
                "Neither leads: Twin books more than Generalist in 50.3 ± 0.3 % of runs.\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn the_table_in_chinese_is_the_committed_one() {
        let tables = [
            sample::against(&["专业分工"]),
            sample::against(&["专业分工", "纸面分工"]),
            sample::one(),
        ];
        let table = |study| {
            let page = super::study(study, Language::Chinese, WIDTH);
            anstream::adapter::strip_str(&page).to_string()
        };
        let text: Vec<String> = tables.iter().map(table).collect();
        let text = text.join("\n\n");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/language/table.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(file, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(file).unwrap());
    }
}
