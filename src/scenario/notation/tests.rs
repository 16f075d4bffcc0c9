use super::*;
use crate::language::Language;

fn says(text: &str) -> Says {
    parse(text).unwrap().says
}

fn number(at: Range<usize>, value: f64) -> Number {
    Number { at, value }
}

#[test]
fn numbers_may_be_grouped_negative_or_in_powers_of_ten() {
    for (text, value) in [
        ("28_000", 28e3),
        ("1e3", 1e3),
        ("-0.05", -0.05),
        ("+2", 2.0),
        ("1.5E-2", 0.015),
        (".5", 0.5),
    ] {
        assert_eq!(says(text), Says::Number(value), "{text}");
    }
}

#[test]
fn an_interval_knows_where_its_ends_stand() {
    let expected = Says::Interval(number(1..3, 18.0), number(7..9, 30.0));
    assert_eq!(says(" 18 to 30 "), expected);
    assert_eq!(says(" 18 TO 30"), expected);
}

#[test]
fn case_and_spaces_do_not_matter() {
    let spaced = says("  PERT ( 1 ,2, 4 )");
    let Says::Call(Family::Pert, numbers) = spaced else { panic!("{spaced:?}") };
    assert_eq!(numbers.iter().map(|number| number.value).collect::<Vec<_>>(), [1.0, 2.0, 4.0]);
}

#[test]
fn every_family_is_known_by_its_name() {
    for (family, name, usage) in FAMILIES {
        let numbers = ["1, 2", "1, 2, 3"][family.parameters() - 2];
        let expression = says(&format!("{name}({numbers})"));
        assert!(matches!(expression, Says::Call(found, _) if found == family), "{name}");
        assert_eq!(usage.matches(',').count() + 1, family.parameters(), "{name}");
    }
}

#[test]
fn a_choice_pairs_values_with_weights() {
    let expected = vec![
        (number(7..9, 10.0), number(11..12, 1.0)),
        (number(14..16, 20.0), number(18..21, 2.5)),
    ];
    assert_eq!(says("choice(10: 1, 20: 2.5)"), Says::Choice(expected));
}

#[test]
fn the_column_of_a_data_file_may_hold_spaces_and_brackets() {
    let data = says("data(sub dir/deals.csv, Amount (USD))");
    let Says::Data { file, column } = data else { panic!("{data:?}") };
    assert_eq!((file.text.as_str(), column.text.as_str()), ("sub dir/deals.csv", "Amount (USD)"));
}

#[test]
fn every_form_can_be_truncated() {
    for inner in [
        "1 to 2",
        "normal(1, 2)",
        "choice(1: 1)",
        "data(a.csv, b)",
        "truncate(beta(1, 1), 0, 1)",
        "3",
    ] {
        let text = format!("truncate({inner}, 0, 9)");
        let Says::Truncate(inside, low, high) = says(&text) else { panic!("{text}") };
        assert_eq!(&text[inside.at.clone()], inner);
        assert_eq!((low.value, high.value), (0.0, 9.0));
    }
}

#[test]
fn a_fault_points_at_what_is_wrong() {
    for (text, marked, help) in [
        ("normal(1, x)", "x", None),
        ("normal(1, 2, 3)", "1, 2, 3", Some("write \"normal(mean, sd)\"")),
        ("norml(1, 2)", "norml", Some("did you mean `normal`?")),
        ("18 - 30", "18 - 30", Some("write \"18 to 30\"")),
        ("18..30", "18..30", Some("write \"18 to 30\"")),
        ("18–30", "18–30", Some("write \"18 to 30\"")),
        ("28,000 to 42,000", "28,000", Some("write \"28_000 to 42_000\"")),
        ("10 % to 20 %", "10 %", Some("write \"0.1 to 0.2\"")),
        ("28k to 42k", "28k", Some("write \"28000 to 42000\"")),
        ("0,5", "0,5", Some("write 0.5")),
        ("18 to", "", None),
        ("nan", "nan", None),
        ("1 to inf", "inf", None),
        ("1e999", "1e999", None),
        ("uniform(1, 2) or so", "or so", None),
        ("choice(1: 2, 3)", ")", Some("write \"choice(value: weight, value: weight)\"")),
    ] {
        let fault = parse(text).unwrap_err();
        assert_eq!(
            (&text[fault.at.clone()], fault.help.as_ref().map(|help| help.tell(Language::English))),
            (marked, help),
            "{text}: {fault:?}"
        );
    }
}

#[test]
fn no_text_makes_the_parser_panic() {
    for text in [
        "",
        " ",
        "(",
        ")",
        "to",
        "1 to (",
        "data(",
        "data(,)",
        "truncate(",
        "é",
        "1é",
        "–",
        "1 –",
        "uniform(,)",
        "choice()",
        "-",
        "1_",
        "_1",
        "1__0",
        "''",
        "data(a, b",
        "normal((1,2)",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
}
