//! When each candidate gets ahead, and how far it falls behind until then.

use super::unit;
use crate::figure::fixed;
use crate::report::figures::{Scale, chance, with_error};
use crate::report::grid::Page;
use crate::study::{Overtaking, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    if study.overtaking.is_empty() {
        return;
    }
    page.section("When the bookings summed so far get ahead for good");
    let header = ["", "P10", "P50", "P90", "never", "months behind", "deepest shortfall"];
    let rows = study.overtaking.iter().map(|one| row(study, one)).collect();
    page.table(1, header.map(str::to_owned).to_vec(), rows);
    if study
        .overtaking
        .iter()
        .any(|one| [one.month.p10, one.month.p50, one.month.p90].contains(&None))
    {
        page.text(&beyond(study));
    }
}

fn row(study: &Study, one: &Overtaking) -> Vec<String> {
    let month = |month: Option<f64>| month.map_or_else(|| "later".into(), |m| fixed(m.ceil(), 0));
    let depth = one.trough.depth;
    vec![
        one.candidate.clone(),
        month(one.month.p10),
        month(one.month.p50),
        month(one.month.p90),
        chance(one.month.never, one.month.never_se, study.runs),
        with_error(one.trough.months.mean, one.trough.months.se),
        format!(
            "{}{}",
            Scale::of(depth.mean, depth.se).with_error(depth.mean, depth.se),
            unit(study)
        ),
    ]
}

fn beyond(study: &Study) -> String {
    format!("Later is beyond the horizon of {} months.", study.horizon_months)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_month_beyond_the_horizon_is_later() {
        let mut page = Page::new(100);
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
        let mut page = Page::new(100);
        write(&sample::one(), &mut page);
        assert_eq!(page.finish(), "");
    }
}
