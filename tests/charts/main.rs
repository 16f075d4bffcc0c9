//! Pictures: legible, whole, and honest in what they say.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod caused;
mod colours;
mod decided;
mod fixture;
mod page;
mod staffed;

use std::path::Path;
use std::sync::Arc;

use orgodds::chart::{self, DPI, Fonts, Options, Picture};
use orgodds::language::Language;
use orgodds::statistics::Interval;
use orgodds::study::{BridgeParts, Study};

fn options(study: &Study, language: Language, width: u32, height: u32) -> Options {
    let fonts = Fonts::load(&chart::texts(study, language), None).unwrap();
    Options { width, height, fonts: Arc::new(fonts), language, dpi: DPI, magnified: 1.0 }
}

fn draw_in(study: &Study, language: Language) -> Vec<Picture> {
    chart::pictures(study, &options(study, language, 1600, 1000))
}

fn draw(study: &Study) -> Vec<Picture> {
    draw_in(study, Language::English)
}

fn title<'a>(pictures: &'a [Picture], name: &str) -> &'a str {
    &pictures.iter().find(|picture| picture.name == name).unwrap().title
}

fn all() -> Vec<(&'static str, Study)> {
    fixture::all()
        .into_iter()
        .chain(staffed::all())
        .chain(decided::all())
        .chain(caused::all())
        .collect()
}

#[test]
fn one_scenario_has_five_pictures_and_a_comparison_all_eight() {
    let names =
        |study: &Study| -> Vec<String> { draw(study).into_iter().map(|one| one.name).collect() };
    let five = ["distribution", "contribution", "chance", "monthly", "workload"];
    assert_eq!(names(&fixture::single()), five);
    let eight = [&five[..], &["difference", "bridge", "overtaking"]].concat();
    assert_eq!(names(&fixture::pair()), eight);
    let more = ["difference", "bridge-1", "bridge-2", "overtaking-1", "overtaking-2"];
    let several = [&five[..], &more].concat();
    assert_eq!(names(&fixture::three()), several);
}

#[test]
fn what_decides_is_titled_by_what_it_shows() {
    let studies = decided::all();
    let titles = |name: &str| {
        let study = &studies.iter().find(|(own, _)| *own == name).unwrap().1;
        let pictures = draw(study);
        let title = |chart: &str| {
            let picture = pictures.iter().find(|picture| picture.name == chart);
            picture.map_or_else(|| "none".to_owned(), |picture| picture.title.clone())
        };
        ["tornado", "worth-knowing", "curve"].map(title)
    };
    assert_eq!(
        titles("drivers-pair"),
        [
            "Switching loss of Generalist seller decides who is ahead",
            "Find out first: switching loss of Generalist seller, worth up to 1.9 M USD",
            "The lead changes hands where switching loss of Generalist seller is about 5.4 %",
        ]
    );
    assert_eq!(
        titles("drivers-single"),
        [
            "Switching loss of Generalist seller moves the result most: by 17.1 M",
            "none",
            "How the result goes with switching loss of Generalist seller and others",
        ]
    );
    assert_eq!(
        titles("drivers-clear"),
        [
            "Switching loss of Generalist seller moves the gap most, but does not turn it",
            "Finding out any single unknown is worth next to nothing",
            "How the result goes with switching loss of Generalist seller and others",
        ]
    );
    let nothing = "All runs agree: nothing moves the result";
    assert_eq!(titles("drivers-same"), [nothing; 3]);
    assert_eq!(titles("drivers-unknown"), ["Nothing is uncertain: only chance decides"; 3]);
    assert_eq!(titles("drivers-noise"), ["No unknown stands out of the noise"; 3]);
}

#[test]
fn the_causes_answer_whether_skill_makes_the_gap() {
    let causes = |study: &Study| title(&draw(study), "causes").to_owned();
    let opening = "With people equally good at their work, ";
    for (study, outcome) in [
        (caused::skilled(), "Specialised would book 3.1 M less"),
        (caused::lasting(), "Specialised would still book 2.0 M more"),
        (caused::noisy(), "neither would clearly book more"),
    ] {
        assert_eq!(causes(&study), format!("{opening}{outcome}"));
    }
    let single = "The largest cause, −3.1 M, is who does what: roles, order, seats";
    assert_eq!(causes(&caused::order_of_work()), single);
    let svg = |study: &Study| {
        draw(study).into_iter().find(|picture| picture.name == "causes").unwrap().svg
    };
    assert!(!svg(&caused::skilled()).contains("hatched"));
    assert!(svg(&caused::noisy()).contains("hatched: it includes zero"));
}

#[test]
fn titles_say_what_was_found() {
    let pictures = draw(&fixture::pair());
    assert_eq!(title(&pictures, "distribution"), "Specialised books more in 77 % of runs");
    assert_eq!(
        title(&pictures, "difference"),
        "Specialised books more in 77 % of runs; half the time by more than 2.2 M"
    );
    assert_eq!(
        title(&pictures, "contribution"),
        "Both can lose money: Generalist in 8 %, Specialised in 4 % of runs"
    );
    assert_eq!(
        title(&pictures, "chance"),
        "What Generalist reaches half the time, 10.8 M, Specialised reaches in 78 % of runs"
    );
    assert_eq!(title(&pictures, "monthly"), "Specialised is ahead in every month");
    assert_eq!(
        title(&pictures, "bridge"),
        "Better conversion and more traffic carry Specialised’s lead of 2.2 M"
    );
    assert_eq!(title(&pictures, "workload"), "Both are stuck at outbound");
    assert_eq!(
        title(&pictures, "overtaking"),
        "Specialised is behind for 6 months and leads for good from month 14 on, in the median"
    );
}

#[test]
fn overtaking_is_told_as_it_is_where_it_is_open_or_does_not_come() {
    let overtaking = |study: &Study| title(&draw(study), "overtaking").to_owned();
    assert_eq!(
        overtaking(&fixture::even()),
        "Neither gets clearly ahead within 24 months: Specialised in 50 % of runs"
    );
    let same = "Specialised books the same as Generalist, month by month";
    assert_eq!(overtaking(&fixture::nothing()), same);
    let mut study = fixture::behind();
    let month = &mut study.overtaking[0];
    assert_eq!(
        title(&draw(&fixture::behind()), "overtaking"),
        "Specialised stays ahead: On paper overtakes it within 24 months in under 0.1 % of runs"
    );
    (month.month.never, month.probability_ahead) = (1.0, vec![0.0; 24]);
    assert_eq!(overtaking(&study), "On paper never gets ahead for good within 24 months");
    assert!(
        draw(&fixture::bare()).iter().all(|picture| picture.name != "overtaking"),
        "without months there is nothing to draw"
    );
}

#[test]
fn a_target_takes_the_place_of_the_median_and_is_marked_unless_far_away() {
    let mut study = fixture::pair();
    study.decision = Some(fixture::decide(&study, Some(12_500_000.0)));
    let chance = |study: &Study| draw(study).into_iter().find(|one| one.name == "chance").unwrap();
    let picture = chance(&study);
    assert_eq!(picture.title, "Specialised reaches 12.5 M in 55 % of runs, Generalist in 25 %");
    assert!(picture.svg.contains("target: 12.5 M") && !picture.svg.contains("median of"));
    study.decision = Some(fixture::decide(&study, Some(1e9)));
    let picture = chance(&study);
    assert_eq!(picture.title, "All are equally likely to reach 1 B: in no run");
    assert!(!picture.svg.contains("target:"));
    let mut single = fixture::single();
    single.decision = Some(fixture::decide(&single, Some(9e6)));
    assert_eq!(chance(&single).title, "Generalist reaches 9 M in 79 % of runs");
}

#[test]
fn a_bar_that_may_be_nothing_is_hatched_and_said_to_be() {
    let bridge = |study: &Study| draw(study).into_iter().find(|one| one.name == "bridge").unwrap();
    let mut study = fixture::pair();
    let intervals = &mut study.comparisons[0].bridge_intervals;
    *intervals = BridgeParts::new(|_| Some(Interval { low: Some(1.0), high: Some(2.0) }));
    let sure = bridge(&study);
    assert!(!sure.svg.contains("hatched"));
    study.comparisons[0].bridge_intervals.price =
        Some(Interval { low: Some(-1.0), high: Some(2.0) });
    let unsure = bridge(&study);
    assert!(unsure.svg.contains("hatched: the 95 % interval includes zero"));
    let lines = |picture: &Picture| picture.svg.matches("<path").count();
    assert!(lines(&unsure) > lines(&sure) + 5);
    study.comparisons[0].bridge_intervals = BridgeParts::default();
    assert_eq!(
        bridge(&study).title,
        "The runs cannot tell what carries Specialised’s lead of 2.2 M"
    );
}

#[test]
fn titles_claim_no_lead_where_there_is_none() {
    let pictures = draw(&fixture::even());
    let odds = "Neither is clearly ahead: Specialised books more in 50 % of runs";
    assert_eq!(title(&pictures, "distribution"), odds);
    assert_eq!(title(&pictures, "difference"), odds);
    assert_eq!(
        title(&pictures, "chance"),
        "Specialised and Generalist are about equally likely to reach 10.8 M"
    );
    assert_eq!(
        title(&pictures, "bridge"),
        "On average Specialised and Generalist book about the same"
    );
    let same = title(&draw(&fixture::nothing()), "difference").to_owned();
    assert_eq!(same, "Specialised books the same as Generalist in every run");
}

#[test]
fn no_text_is_clipped_and_none_overlaps_another() {
    let sizes = [(1600, 1000), (800, 500), (3200, 2000), (1200, 1200), (1920, 800)];
    for (name, study) in all() {
        for (language, (width, height)) in
            Language::ALL.into_iter().flat_map(|language| sizes.map(|size| (language, size)))
        {
            let options = options(&study, language, width, height);
            for picture in chart::pictures(&study, &options) {
                let page = page::Page::read(&picture.svg, &options.fonts);
                let at = format!("{name} {} {language:?} {width}x{height}", picture.name);
                assert_eq!(page.outside(f64::from(width), f64::from(height)), None, "{at}");
                assert_eq!(page.overlaps(), None, "{at}");
            }
        }
    }
}

#[test]
fn no_coordinate_is_nonsense() {
    for (name, study) in all() {
        for picture in draw(&study) {
            assert!(!picture.svg.contains("NaN") && !picture.svg.contains("inf"), "{name}");
        }
    }
}

#[test]
fn text_is_drawn_even_where_no_font_is_installed() {
    // Latin text loads no font of the system, so this holds on any machine.
    let study = fixture::pair();
    let options = options(&study, Language::English, 800, 500);
    for picture in chart::pictures(&study, &options) {
        let pixels = page::pixels(&chart::png(&picture, &options).unwrap());
        let band = pixels.data[..800 * 3 * 50].chunks_exact(3);
        let dark = band.filter(|pixel| pixel.iter().all(|&value| value < 80)).count();
        assert!(dark > 500, "{}: {dark} dark pixels in the title", picture.name);
    }
}

#[test]
fn a_png_is_rgb_and_says_what_made_it() {
    let study = fixture::pair();
    let options = options(&study, Language::English, 1600, 1000);
    let picture = &chart::pictures(&study, &options)[0];
    let pixels = page::pixels(&chart::png(picture, &options).unwrap());
    assert_eq!((pixels.width, pixels.height), (1600, 1000));
    assert_eq!(pixels.data.len(), 1600 * 1000 * 3);
    assert_eq!(pixels.dots_a_metre, Some(7874));
    let about = [("Software", "orgodds 0.1.0"), ("Seed", "1"), ("Runs", "10000")];
    assert_eq!(pixels.texts, about.map(|(key, text)| (key.to_owned(), text.to_owned())));
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let study = fixture::three();
    let options = options(&study, Language::English, 800, 500);
    let once = chart::pictures(&study, &options);
    assert_eq!(once, chart::pictures(&study, &options));
    let png = |picture| chart::png(picture, &options).unwrap();
    assert_eq!(png(&once[1]), png(&once[1]));
}

#[test]
fn a_scenario_keeps_its_colour_in_every_picture() {
    let [baseline, candidate] = [0, 1].map(|scenario| {
        let [red, green, blue] = chart::SCENARIO_COLOURS[scenario];
        format!("#{red:02x}{green:02x}{blue:02x}")
    });
    for picture in draw(&fixture::pair()) {
        assert!(picture.svg.contains(&candidate), "{} lacks the candidate's", picture.name);
        assert!(picture.svg.contains(&baseline), "{} lacks the baseline's", picture.name);
    }
}

#[test]
fn a_certain_result_is_told_as_one() {
    let pictures = draw(&fixture::certain());
    assert_eq!(title(&pictures, "difference"), "Specialised books more in every run, by 2.2 M");
    assert_eq!(
        title(&pictures, "chance"),
        "What Generalist always reaches, 11.1 M, Specialised reaches in every run"
    );
}

#[test]
fn titles_of_many_candidates_name_the_best_and_the_extremes() {
    let pictures = draw(&fixture::six());
    assert_eq!(
        title(&pictures, "difference"),
        "Specialised is the best candidate: it books more than Generalist in 77 % of runs"
    );
    assert_eq!(
        title(&pictures, "contribution"),
        "The chance to lose money runs from 4 % (Specialised) to 36 % (Specialised on paper)"
    );
    assert_eq!(title(&pictures, "workload"), "All are stuck at outbound");
}

#[test]
fn the_baseline_is_named_where_it_does_better() {
    let pictures = draw(&fixture::behind());
    assert_eq!(title(&pictures, "distribution"), "Specialised books more in over 99.9 % of runs");
    assert_eq!(title(&pictures, "monthly"), "Specialised is ahead in every month");
    assert_eq!(title(&pictures, "bridge"), "Worse conversion and less traffic cost On paper 8.1 M");
}

#[test]
fn what_stands_against_the_gap_is_named() {
    let mut study = fixture::pair();
    let gap = study.comparisons[0].metrics.bookings.mean_difference;
    let bridge = &mut study.comparisons[0].bridge;
    (bridge.traffic, bridge.conversion) = (Some(3.0 * gap), Some(-1.35 * gap));
    assert_eq!(
        title(&draw(&study), "bridge"),
        "More traffic carries Specialised’s lead of 2.2 M despite worse conversion"
    );
}

#[test]
fn losses_in_every_run_are_told_plainly() {
    let mut study = fixture::certain();
    for forecast in &mut study.scenarios {
        forecast.metrics.get_mut("contribution").unwrap().p50 = -1.0;
    }
    assert_eq!(title(&draw(&study), "contribution"), "Both lose money in every run");
}

#[test]
fn the_next_hire_is_named_unless_noise_hides_it() {
    let of = |study: &Study| title(&draw(study), "one-more").to_owned();
    assert_eq!(
        of(&staffed::fifteen()),
        "The next hire most likely goes to Online development (ODR): +700 k contribution"
    );
    assert_eq!(
        of(&staffed::pair()),
        "One more seat pays most in Online development (ODR), Specialised: +700 k"
    );
    assert_eq!(of(&staffed::noisy()), "Whether one more seat pays anywhere is lost in the noise");
}

#[test]
fn an_overlap_and_a_clipped_text_would_be_seen() {
    let fonts = Fonts::load(&[], None).unwrap();
    let text = |x: f64, word| {
        format!("<text x=\"{x}\" y=\"50\" font-size=\"20\" text-anchor=\"start\">{word}</text>\n")
    };
    let apart = page::Page::read(&(text(0.0, "one") + &text(60.0, "two")), &fonts);
    assert_eq!((apart.overlaps(), apart.outside(200.0, 100.0)), (None, None));
    let over = page::Page::read(&(text(0.0, "one") + &text(20.0, "two")), &fonts);
    assert!(over.overlaps().is_some());
    assert!(page::Page::read(&text(190.0, "one"), &fonts).outside(200.0, 100.0).is_some());
}

#[test]
fn names_that_no_font_can_draw_leave_a_warning_and_a_picture() {
    let mut study = fixture::single();
    study.scenarios[0].name = "Team \u{10fffd}".to_owned();
    let options = options(&study, Language::English, 800, 500);
    assert_eq!(options.fonts.missing(), "\u{10fffd}");
    let picture = &chart::pictures(&study, &options)[0];
    assert!(chart::png(picture, &options).is_ok());
}

/// Draws everything into the folder that `CHARTS` names, for a look at it.
#[test]
#[ignore = "writes files, to be looked at"]
fn write_all_pictures() {
    let folder = std::env::var("CHARTS").unwrap();
    for (name, study) in all() {
        for language in Language::ALL {
            let options = options(&study, language, 1600, 1000);
            for picture in chart::pictures(&study, &options) {
                let file = format!("{name}-{}-{language:?}.png", picture.name);
                let png = chart::png(&picture, &options).unwrap();
                std::fs::write(Path::new(&folder).join(file), png).unwrap();
            }
        }
    }
}
