//! The report as Markdown: for a repository, a wiki, a mail.

use std::fmt::Write;

use super::{Evidence, Part};
use crate::report::grid::Block;

pub(super) fn document(evidence: &Evidence<'_>) -> String {
    let mut out = String::new();
    for part in evidence.parts.iter().filter(|part| !is_free_line(part)) {
        if !out.is_empty() {
            out.push('\n');
        }
        match part {
            Part::Title(text) => paragraph(&mut out, "# ", text),
            Part::MadeFrom(text) => paragraph(&mut out, "", text),
            Part::Chapter(_, heading) => paragraph(&mut out, "## ", heading),
            Part::Told(block) => told(&mut out, block),
            Part::Picture(place) => {
                let exhibit = &evidence.exhibits[*place];
                let caption = evidence.language.words().evidence.captions.of(exhibit.name);
                let picture = format!("![{}]({})\n\n", escape(exhibit.title), exhibit.file);
                out.push_str(&picture);
                paragraph(&mut out, "", caption);
            }
            Part::Command(command) => {
                writeln!(out, "```sh\n{command}\n```").expect("a string takes any text");
            }
        }
    }
    out
}

/// Between paragraphs there is one anyway.
fn is_free_line(part: &Part) -> bool {
    matches!(part, Part::Told(Block::Text(text)) if text.is_empty())
}

fn told(out: &mut String, block: &Block) {
    match block {
        Block::Headline(text) | Block::Notice(text) => {
            writeln!(out, "**{}**", escape(text)).expect("a string takes any text");
        }
        Block::Section(text) => paragraph(out, "### ", text),
        Block::Text(text) | Block::Aside(text) => paragraph(out, "", text),
        Block::Table { labels, headed, rows } => table(out, *labels, *headed, rows),
    }
}

fn paragraph(out: &mut String, mark: &str, text: &str) {
    let text = escape(text);
    out.push_str(mark);
    // What would begin a heading, a list or a quotation.
    out.extend(text.starts_with(['#', '>', '+', '-']).then_some('\\'));
    writeln!(out, "{text}").expect("a string takes any text");
}

fn table(out: &mut String, labels: usize, headed: bool, rows: &[Vec<String>]) {
    let columns = rows.first().map_or(0, Vec::len);
    if !headed {
        line(out, std::iter::repeat_n(String::new(), columns));
    }
    for (place, row) in rows.iter().enumerate() {
        if place == usize::from(headed) {
            line(out, (0..columns).map(|column| rule(column < labels).to_owned()));
        }
        let heads = headed && place > 0 && row.len() > 1 && row[1..].iter().all(String::is_empty);
        let cell = |cell: &String| {
            let text = escape(cell.trim());
            if heads && !text.is_empty() { format!("**{text}**") } else { text }
        };
        line(out, row.iter().map(cell));
    }
}

fn rule(is_label: bool) -> &'static str {
    if is_label { "---" } else { "---:" }
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    writeln!(out, "| {} |", cells.join(" | ")).expect("a string takes any text");
}

/// Text that Markdown takes as it stands.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        let is_mark = match letter {
            '\\' | '|' | '*' | '`' | '[' | ']' => true,
            // Within a word it marks nothing.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            // "<0.1" is no tag.
            '<' => !after.is_ascii_digit(),
            _ => false,
        };
        escaped.extend(is_mark.then_some('\\'));
        escaped.push(if letter.is_control() { ' ' } else { letter });
        before = letter;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_the_page() {
        assert_eq!(escape("a|b *c* _d_ <e>\n"), "a\\|b \\*c\\* \\_d\\_ \\<e> ");
        assert_eq!(escape("± <0.1 gross_margin"), "± <0.1 gross_margin");
        let mut out = String::new();
        paragraph(&mut out, "", "# no heading");
        assert_eq!(out, "\\# no heading\n");
    }

    #[test]
    fn a_table_has_its_rule_under_the_header_and_groups_in_bold() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let mut out = String::new();
        table(&mut out, 1, true, &[row(["", "mean"]), row(["A", ""]), row(["  b", "1"])]);
        assert_eq!(out, "|  | mean |\n| --- | ---: |\n| **A** |  |\n| b | 1 |\n");
    }
}
