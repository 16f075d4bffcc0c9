//! Whether the figures say what they should.

use std::fs;

use super::{company, drivers, json, number, of, stdout};

const LIFT: &str = "roles.rep.work.talk.lift";

/// Holding a number at either end of its bar must give what the bar says, for all
/// else falls as it did.
#[test]
fn holding_the_strongest_number_moves_the_gap_as_its_bar_says() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "6000"]);
    let strongest = &result["drivers"][0];
    assert_eq!(strongest["factor"], LIFT);
    assert!(number(strongest, "low_tenth") > 0.0 && number(strongest, "high_tenth") < 0.0);
    let tenths = strongest["tenths"].as_array().unwrap();
    for (tenth, end) in [(&tenths[0], "low_tenth"), (&tenths[9], "high_tenth")] {
        let set = format!("{LIFT}={}", number(tenth, "middle"));
        let held = json(folder.path(), &["--runs", "6000", "--set", &set]);
        let gap = &held["comparisons"][0]["metrics"]["bookings"];
        let error = number(gap, "se").hypot(number(strongest, &format!("{end}_se")));
        let off = number(gap, "mean_difference") - number(strongest, end);
        assert!(off.abs() < 4.0 * error, "{end}: off by {off} ± {error}");
    }
}

/// What is believed of the gross margin moves no booking.
#[test]
fn a_number_without_effect_is_noise() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "3000"]);
    let margin = of(&result, "economics.gross_margin");
    assert_eq!(margin["above_noise"], false);
    assert!(number(margin, "first_order").abs() < 4.0 * number(margin, "first_order_se"));
    assert!(number(margin, "evppi") <= 2.0 * number(margin, "evppi_se"));
    let about = &result["drivers_about"];
    let below = number(about, "first_order_below");
    assert!(below.abs() < 4.0 * number(about, "first_order_below_se"));
}

/// The price of the whole company is a factor on the gap: it moves it not from one
/// side to the other, so it is worth nothing beside the odds that decide.
#[test]
fn what_turns_no_choice_is_worth_nothing() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "6000"]);
    let (price, lift) = (of(&result, "segments.core.deal.price"), of(&result, LIFT));
    assert!(number(lift, "evppi") > 10.0 * number(lift, "evppi_se"));
    assert!(number(price, "evppi") <= 3.0 * number(price, "evppi_se"));
    let groups = result["drivers_about"]["groups"].as_array().unwrap();
    let all = groups.iter().find(|group| group["group"] == "*").unwrap();
    let evpi = number(&result["drivers_about"], "evpi");
    let slack = 4.0 * number(all, "evppi_se");
    assert!(number(all, "evppi") + slack > number(lift, "evppi"));
    assert!(number(all, "evppi") < evpi + slack, "knowing more than everything");
}

/// Chance and what is known alone cannot make more than all, and the totals of
/// independent numbers are no less than their first-order shares.
#[test]
fn shares_fit_together() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "6000", "--total"]);
    let about = &result["drivers_about"];
    let (chance, alone) = (number(about, "chance"), number(about, "first_order_above"));
    assert!(chance > 0.002 && chance + alone < 1.05, "{chance} and {alone}");
    assert_eq!(about["totals"]["reached"], true);
    assert!(number(&about["totals"], "chance") + 0.1 > chance);
    for driver in result["drivers"].as_array().unwrap() {
        let error = number(driver, "total_se").hypot(number(driver, "first_order_se"));
        let more = number(driver, "total") - number(driver, "first_order");
        assert!(more > -4.0 * error, "{driver}");
    }
}

#[test]
fn the_lead_changes_hands_where_the_curve_says() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "6000"]);
    let zeros = of(&result, LIFT)["zero_at"].as_array().unwrap();
    assert_eq!(zeros.len(), 1);
    let set = format!("{LIFT}={}", zeros[0]);
    let held = json(folder.path(), &["--runs", "6000", "--set", &set]);
    let gap = number(&held["comparisons"][0]["metrics"]["bookings"], "mean_difference");
    let swing = number(of(&result, LIFT), "high_tenth") - number(of(&result, LIFT), "low_tenth");
    assert!(gap.abs() < 0.05 * swing.abs(), "{gap} beside {swing}");
}

#[test]
fn a_choice_of_two_values_has_two_tenths() {
    let folder = company();
    let set = format!("{LIFT}=\"choice(0.7: 1, 1.6: 3)\"");
    let result = json(folder.path(), &["--runs", "2000", "--set", &set]);
    let lift = of(&result, LIFT);
    let tenths = lift["tenths"].as_array().unwrap();
    assert_eq!(tenths.len(), 2);
    assert_eq!((number(&tenths[0], "low"), number(&tenths[0], "high")), (0.7, 0.7));
    assert!((number(&tenths[1], "runs") - 1500.0).abs() < 100.0);
    assert_eq!(lift["above_noise"], true);
}

#[test]
fn correlated_numbers_are_named_and_cautioned_about() {
    let folder = company();
    let tie = "\n[[correlations]]\nbetween = [\"roles.rep.work.talk.lift\", \"economics.gross_margin\"]\nrho = 0.8\n";
    let path = folder.path().join("one.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + tie).unwrap();
    let result = json(folder.path(), &["--runs", "2000"]);
    let margin = of(&result, "economics.gross_margin");
    assert_eq!(margin["correlated_with"][0], LIFT);
    let page = stdout(&drivers(folder.path(), &["--runs", "2000"]).success());
    let page = page.replace("\n  ", " ");
    assert!(
        page.contains(
            "correlated with each other: better odds by Sales rep in talk and gross margin"
        ),
        "{page}"
    );
}

/// A company in which two numbers turn the gap only together: the margin of a deal
/// against its commission, and the candidate's price.
fn together(margin: &str, price: &str) -> tempfile::TempDir {
    let folder = company();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    let common = super::COMPANY
        .replace("\"0.5 to 0.8\"", &format!("\"{margin}\"\ncommission = 0.5"))
        .replace("\"80 to 120\"", "100")
        .replace("\"0.3 to 0.5\"", "0.4")
        .replace("\"500 to 1500\"", "1000");
    write("company.toml", common);
    write("one.toml", super::ONE.replace("{ lift = \"0.7 to 1.6\" }", "{}"));
    let other = format!("{{ price = \"{price}\" }}");
    write("other.toml", super::OTHER.replace("{ lift = \"0.8 to 1.3\" }", &other));
    folder
}

const TOGETHER: [(&str, &str); 2] = [
    ("choice(0.2: 1, 0.8: 1)", "choice(0.8: 1, 1.2: 1)"),
    ("uniform(0.2, 0.8)", "uniform(0.8, 1.2)"),
];

/// Neither number moves the mean gap, and both together decide nearly all of it.
#[test]
fn what_two_numbers_turn_only_together_is_worth_nearly_everything() {
    for (margin, price) in TOGETHER {
        let folder = together(margin, price);
        let result = json(folder.path(), &["--runs", "2000", "--metric", "contribution"]);
        let about = &result["drivers_about"];
        let all = about["groups"].as_array().unwrap().iter().find(|group| group["group"] == "*");
        let (all, evpi) = (all.unwrap(), number(about, "evpi"));
        assert!(number(all, "evppi") > 0.85 * evpi, "{all} beside {evpi}");
        assert!(number(all, "evppi") < 1.05 * evpi, "{all} beside {evpi}");
        assert_eq!(all["at_least"], false);
    }
}

/// Their total shares lift both out of the noise, and nobody is told to ask for them.
#[test]
fn what_does_nothing_alone_but_much_together_stands_out_by_its_total_share() {
    let (margin, price) = TOGETHER[0];
    let folder = together(margin, price);
    let typed = ["--runs", "2000", "--metric", "contribution"];
    let result = json(folder.path(), &[&typed[..], &["--total"]].concat());
    for path in ["economics.gross_margin", "roles.seller.work.talk.price"] {
        let one = of(&result, path);
        assert_eq!(one["above_noise"], true, "{one}");
        assert!((number(one, "total") - 1.0).abs() < 0.15, "{one}");
    }
    let page = |further: &[&str]| {
        let text = stdout(&drivers(folder.path(), &[&typed[..], further].concat()).success());
        text.replace("\n  ", " ")
    };
    let with = page(&["--total"]);
    assert!(with.starts_with("What decides between One for all and Split: "), "{with}");
    assert!(with.contains("total share") && !with.contains("--total says"), "{with}");
    assert!(with.contains("their total shares say which"), "{with}");
    assert!(page(&[]).contains("--total says which"));
}
