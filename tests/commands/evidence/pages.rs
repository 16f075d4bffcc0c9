//! The report as a page: whole, by itself, and the same in both forms.

use std::collections::BTreeSet;

use roxmltree::{Document, Node, ParsingOptions};
use rstest::rstest;

use super::{names, packed, text};

fn parsed(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).unwrap()
}

/// Words that a reader sees: outside the style and the pictures.
fn words(html: &str) -> String {
    let document = parsed(html);
    let hidden =
        |node: &Node<'_, '_>| ["style", "svg", "head"].iter().any(|tag| node.has_tag_name(*tag));
    let texts = document.descendants().filter(Node::is_text);
    let seen = texts.filter(|text| !text.ancestors().any(|node| hidden(&node)));
    seen.filter_map(|text| text.text()).collect::<Vec<_>>().join("\n")
}

/// Every number of a text, as it is written.
fn numbers(text: &str) -> BTreeSet<String> {
    let inside = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let pieces = text.split(|c: char| !inside(c)).map(|piece| piece.trim_matches(['.', ',']));
    pieces
        .filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[rstest]
fn the_page_is_well_formed_and_needs_nothing_else(#[values("en", "zh")] lang: &str) {
    let folder = packed(&["--lang", lang, "--target", "7_000_000"]);
    let html = text(&folder, "report.html");
    let document = parsed(&html);
    assert!(html.starts_with("<!DOCTYPE html>\n"));
    assert!(document.root_element().attribute("lang").unwrap().starts_with(lang));
    for tag in ["title", "h1", "header", "main", "nav"] {
        let count = document.descendants().filter(|node| node.has_tag_name(tag)).count();
        assert_eq!(count, 1, "{tag}");
    }
    for forbidden in ["http:", "https:", "<script", "javascript", "@import", "url(", "src="] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    let mut ids = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{id} stands twice");
        }
    }
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    let links: Vec<&str> = links.collect();
    assert_eq!(links.len(), 8);
    assert!(links.iter().all(|link| ids.contains(&link[1..])), "{links:?}");
    assert!(html.contains("<meta name=\"viewport\""));
}

#[test]
fn every_table_is_a_table_to_those_who_do_not_see_it() {
    let folder = packed(&[]);
    let html = text(&folder, "report.html");
    let document = parsed(&html);
    for table in document.descendants().filter(|node| node.has_tag_name("table")) {
        let head = table.children().find(|node| node.has_tag_name("thead")).unwrap();
        let width =
            head.descendants().filter(|node| node.has_tag_name("th") || node.has_tag_name("td"));
        let width = width.count();
        for row in table.descendants().filter(|node| node.has_tag_name("tr")) {
            let span = |node: Node<'_, '_>| {
                node.attribute("colspan").map_or(1, |span| span.parse().unwrap())
            };
            let cells = row.children().filter(Node::is_element).map(span).sum::<usize>();
            assert_eq!(cells, width);
        }
    }
    for picture in document.descendants().filter(|node| node.has_tag_name("svg")) {
        assert!(!picture.attribute("aria-label").unwrap().is_empty());
    }
}

#[rstest]
#[case::english(&["--lang", "en"])]
#[case::chinese(&["--lang", "zh", "--one-more"])]
fn the_page_and_the_text_say_the_same_numbers(#[case] further: &[&str]) {
    let folder = packed(further);
    let (html, markdown) = (words(&text(&folder, "report.html")), text(&folder, "report.md"));
    let (seen, written) = (numbers(&html), numbers(&markdown));
    assert!(seen.len() > 150, "{}", seen.len());
    let missing: Vec<_> = seen.difference(&written).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_chart_is_in_the_report_once_and_every_picture_of_the_report_is_there() {
    let folder = packed(&["--one-more"]);
    let markdown = text(&folder, "report.md");
    let shown: Vec<&str> =
        markdown.lines().filter_map(|line| line.strip_prefix("![")?.split("](").nth(1)).collect();
    let mut shown: Vec<String> =
        shown.iter().map(|one| one.trim_end_matches(')').to_owned()).collect();
    shown.sort();
    let files = names(&folder.path().join("out"));
    let charts: Vec<String> = files.into_iter().filter(|name| name.contains(".svg")).collect();
    assert_eq!(shown, charts);
    let html = text(&folder, "report.html");
    assert_eq!(html.matches("<figure").count(), charts.len());
}

#[test]
fn findings_come_first_and_in_the_order_of_a_board_s_questions() {
    let folder = packed(&[]);
    let markdown = text(&folder, "report.md");
    let headings: Vec<&str> =
        markdown.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let expected = [
        "The answer",
        "How sure is that?",
        "Why?",
        "What does it cost?",
        "When does it turn?",
        "What we do not know",
        "How to check it",
        "All figures",
    ];
    assert_eq!(headings, expected);
    let answer = markdown.split("## The answer\n\n").nth(1).unwrap();
    assert!(answer.starts_with("**Generalist books more than Specialised in "), "{answer}");
}

#[test]
fn a_chinese_report_is_chinese() {
    let folder = packed(&["--lang", "zh"]);
    let markdown = text(&folder, "report.md");
    // Names of roles and kinds of work are the scenario's own; so are paths.
    let own = |line: &&str| {
        !line.starts_with(['|', '#']) && !line.starts_with("![") && !line.starts_with("orgodds")
    };
    let lines: Vec<&str> = markdown.lines().filter(own).collect();
    for line in lines.iter().filter(|line| line.len() > 60) {
        let latin = line.chars().filter(char::is_ascii_alphabetic).count();
        assert!(latin * 2 < line.chars().count(), "{line}");
    }
    assert!(markdown.contains("## 有多大把握？"));
}
