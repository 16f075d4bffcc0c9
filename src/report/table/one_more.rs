//! What one more seat changes, and one fewer, and what follows for hiring.

use crate::figure::{Scale, to_the_digit};
use crate::language::{Language, NextHire};
use crate::report::grid::Page;
use crate::study::{Forecast, Hire, MeanChange, SeatChange, Staffing, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    if study.one_more.is_empty() {
        return;
    }
    let words = &page.words().table;
    for (title, seats) in [(words.one_more, 1), (words.one_fewer, -1)] {
        let group = |forecast: &Forecast| {
            let changes = study.seat_changes(&forecast.name).filter(|one| one.seats == seats);
            (forecast.name.clone(), changes.map(|change| row(study, change, page)).collect())
        };
        let mut groups: Vec<(String, Vec<Vec<String>>)> =
            study.scenarios.iter().map(group).collect();
        groups.retain(|(_, rows)| !rows.is_empty());
        if groups.is_empty() {
            continue;
        }
        page.section(title);
        page.groups(&words.one_more_columns, groups);
    }
    for forecast in &study.scenarios {
        if let Some(staffing) = study.staffing(&forecast.name) {
            page.text(&next_hire(&forecast.name, &staffing.hire, page));
            page.text(&spare(&forecast.name, &staffing, page));
        }
        let changes = study.seat_changes(&forecast.name);
        let idle: Vec<&SeatChange> = changes.filter(|one| !one.works && one.seats > 0).collect();
        if !idle.is_empty() {
            page.aside(&(words.without_work)(&forecast.name, &titles(&idle)));
        }
    }
}

fn row(study: &Study, change: &SeatChange, page: &Page) -> Vec<String> {
    let seats = match change.before {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low}-{high}"),
    };
    let [contribution, bookings]: [fn(&SeatChange) -> &MeanChange; 2] =
        [|change| &change.contribution, |change| &change.bookings];
    let mut row = vec![(page.words().table.seats)(&change.title, &seats)];
    for of in [contribution, bookings] {
        let scale = common(page.language(), study.one_more.iter().map(of));
        let (low, high) = of(change).interval();
        row.extend([scale.signed(of(change).mean_difference), scale.bounds(low, high)]);
    }
    row
}

/// The scale that changes in a column share: no digit that the least certain lacks.
fn common<'a>(language: Language, changes: impl Iterator<Item = &'a MeanChange>) -> Scale {
    let (mut ends, mut error) = (Vec::new(), 0.0);
    for change in changes {
        let (low, high) = change.interval();
        ends.extend([low, high]);
        error = f64::max(error, change.se);
    }
    Scale::over(language, &ends, error)
}

/// "Presales consultant: +0.31 M contribution (95 %: +0.28 to +0.34 M)"
fn named(change: &SeatChange, page: &Page) -> String {
    let MeanChange { mean_difference, se } = change.contribution;
    let (low, high) = change.contribution.interval();
    let scale = Scale::over(page.language(), &[mean_difference, low, high], se);
    let [mean, low, high] = [mean_difference, low, high].map(|value| to_the_digit(value, se));
    let (mean, interval) = (scale.signed(mean), scale.signed_range(low, high));
    (page.words().table.seat_change)(&change.title, &mean, &interval)
}

fn titles<'a>(changes: &[&'a SeatChange]) -> Vec<&'a str> {
    changes.iter().map(|change| change.title.as_str()).collect()
}

/// Where the next hire goes.
fn next_hire(scenario: &str, hire: &Hire<'_>, page: &Page) -> String {
    let tell = |hire: &NextHire<'_>| (page.words().table.next_hire)(scenario, hire);
    match hire {
        Hire::Pays(best, rivals) => tell(&NextHire::Pays(&named(best, page), &titles(rivals))),
        Hire::Unclear(likely) => tell(&NextHire::Unclear(&named(likely, page))),
        Hire::Nowhere(least) => tell(&NextHire::Nowhere(&named(least, page))),
    }
}

/// Which roles have too many people.
fn spare(scenario: &str, staffing: &Staffing<'_>, page: &Page) -> String {
    let spare: Vec<String> = staffing.spare.iter().map(|change| named(change, page)).collect();
    (page.words().table.over_staffed)(scenario, &spare, &titles(&staffing.doubtful))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn change(role: &str, seats: i32, contribution: f64, se: f64) -> SeatChange {
        let change = |mean_difference| MeanChange { mean_difference, se };
        SeatChange {
            scenario: "Generalist".into(),
            role: role.into(),
            title: role.into(),
            works: true,
            before: (4, 6),
            seats,
            bookings: change(2.0 * contribution),
            contribution: change(contribution),
        }
    }

    /// The table of these changes, its lines joined where they were broken.
    fn text(changes: &[SeatChange]) -> String {
        let study = Study { one_more: changes.to_vec(), ..sample::one() };
        let mut page = Page::new(Language::English, 100);
        write(&study, &mut page);
        let text = anstream::adapter::strip_str(&page.finish()).to_string();
        text.replace("\n  ", " ")
    }

    #[test]
    fn digits_end_where_the_least_certain_has_none() {
        let text = text(&[change("SDR", 1, 1.31e6, 15e3), change("CSM", 1, 4e3, 1e3)]);
        assert!(text.contains("SDR (4-6)         +1.31 M   +1.28 to +1.34    +2.62 M"), "{text}");
        assert!(text.contains("CSM (4-6)          0.00 M    0.00 to +0.01"), "{text}");
        assert!(!text.contains("One seat fewer"), "nothing was taken: {text}");
    }

    #[test]
    fn a_clear_answer_is_given_plainly() {
        let changes = [
            change("SDR", 1, 3e5, 1e4),
            change("CSM", 1, 1e5, 1e4),
            change("CSM", -1, 5e4, 1e4),
            change("SDR", -1, -4e5, 1e4),
        ];
        let text = text(&changes);
        for sentence in [
            "Generalist, the next hire: SDR: +300 k contribution (95 %: +280 to +320 k).",
            "Generalist, over-staffed: one fewer saves more than it loses in CSM: +50,000 contribution (95 %: +30,000 to +70,000).",
        ] {
            assert!(text.contains(sentence), "{text}");
        }
    }

    #[test]
    fn what_noise_hides_is_not_claimed() {
        let rivals = [
            change("SDR", 1, 3e5, 1e5),
            change("CSM", 1, 2e5, 1e5),
            change("SDR", -1, -1e4, 1e5),
            change("CSM", -1, -9e5, 1e5),
        ];
        let text_of_rivals = text(&rivals);
        assert!(
            text_of_rivals
                .contains("Whether that is more than one in CSM would need more runs to say."),
            "{text_of_rivals}"
        );
        assert!(
            text_of_rivals.contains(
                "Generalist, over-staffed: no role for certain. These runs are too noisy to say of SDR."
            ),
            "{text_of_rivals}"
        );
        let unclear = text(&[change("SDR", 1, 1e5, 1e5)]);
        assert!(
            unclear.contains("too noisy to say whether one pays anywhere; most likely SDR: "),
            "{unclear}"
        );
        let nowhere = text(&[change("SDR", 1, -9e5, 1e5)]);
        assert!(
            nowhere.contains("the next hire: pays in no role; it costs least in SDR: "),
            "{nowhere}"
        );
        assert!(nowhere.contains("Generalist, over-staffed: no role."), "{nowhere}");
    }
}
