//! Tables and paragraphs of a given width, in any script.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use unicode_width::UnicodeWidthStr;

use crate::language::{Language, Words, pieces};

/// The headings of a page.
const HEADING: Style = Style::new().bold();
/// What a reader should not miss.
const NOTICE: Style = AnsiColor::Yellow.on_default();
/// What can be skipped.
const ASIDE: Style = Style::new().dimmed();

/// A line under the header, and else nothing but space.
const PLAIN: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// The narrowest page: below it words would fall apart into letters.
const NARROWEST: usize = 40;

/// Free columns behind a column of a table.
const GAP: usize = 2;
/// And between two of them one more, where a rule would stand.
const RULE: usize = 1;

/// A page that grows downwards.
pub(super) struct Page {
    text: String,
    width: usize,
    language: Language,
}

impl Page {
    /// An empty page of `width` columns, at least 40.
    pub(super) fn new(language: Language, width: usize) -> Self {
        Self { text: String::new(), width: width.max(NARROWEST), language }
    }

    /// What numbers are written in.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// What sentences and labels are written in.
    pub(super) fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// What is most important: bold.
    pub(super) fn headline(&mut self, text: &str) {
        self.lines(text, HEADING);
    }

    /// A heading, with a free line before it.
    pub(super) fn section(&mut self, title: &str) {
        self.text.push('\n');
        self.lines(title, HEADING);
    }

    /// Plain text.
    pub(super) fn text(&mut self, text: &str) {
        self.lines(text, Style::new());
    }

    /// What a reader should not miss.
    pub(super) fn notice(&mut self, text: &str) {
        self.lines(text, NOTICE);
    }

    /// What can be skipped.
    pub(super) fn aside(&mut self, text: &str) {
        self.lines(text, ASIDE);
    }

    /// Rows under a header. The first `labels` columns are text, the others
    /// numbers; where they do not all fit, the rest follows below under the same
    /// labels.
    pub(super) fn table(&mut self, labels: usize, header: Vec<String>, rows: Vec<Vec<String>>) {
        let all: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        for columns in self.fitting(labels, &all) {
            let part = |row: &Vec<String>| {
                let numbers = row[columns.clone()].iter().cloned();
                row[..labels].iter().cloned().chain(numbers).collect::<Vec<_>>()
            };
            self.grid(labels, true, all.iter().map(part).collect());
        }
    }

    /// Rows that need no header.
    pub(super) fn list(&mut self, rows: Vec<Vec<String>>) {
        self.grid(1, false, rows);
    }

    /// The number columns in parts that fit beside the labels, at least one each.
    fn fitting(&self, labels: usize, rows: &[Vec<String>]) -> Vec<Range<usize>> {
        let count = rows.first().map_or(0, Vec::len);
        let wide = |column: usize| {
            rows.iter().map(|row| row[column].width()).max().unwrap_or(0) + GAP + RULE
        };
        let room = self.width.saturating_sub((0..labels).map(wide).sum()).max(self.width / 2);
        let mut parts = Vec::new();
        let (mut start, mut used) = (labels, 0);
        for column in labels..count {
            if used > 0 && used + wide(column) > room + GAP + RULE {
                parts.push(start..column);
                (start, used) = (column, 0);
            }
            used += wide(column);
        }
        parts.push(start..count);
        parts
    }

    fn grid(&mut self, labels: usize, headed: bool, mut rows: Vec<Vec<String>>) {
        let mut table = Table::new();
        table.load_style(PLAIN).set_content_arrangement(ContentArrangement::Dynamic);
        // The gap after the last column is cut off.
        table.set_width(u16::try_from(self.width + GAP).unwrap_or(u16::MAX));
        if headed {
            table.set_header(rows.remove(0));
        }
        table.add_rows(rows);
        for (i, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, GAP as u16));
            if i >= labels {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
            let line: String =
                if line.contains('─') { line.chars().take(self.width).collect() } else { line };
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// The same in groups, each under its name; a single name stands in the header.
    pub(super) fn groups(&mut self, header: &[&str], groups: Vec<(String, Vec<Vec<String>>)>) {
        let mut header: Vec<String> = header.iter().map(|&cell| cell.to_owned()).collect();
        let mut rows = Vec::new();
        let several = groups.len() > 1;
        for (name, mut group) in groups {
            if several {
                let mut heading = vec![String::new(); header.len() + 1];
                heading[0] = name;
                rows.push(heading);
                for row in &mut group {
                    row[0].insert_str(0, "  ");
                }
            } else {
                header.insert(0, name);
            }
            rows.append(&mut group);
        }
        if several {
            header.insert(0, String::new());
        }
        self.table(1, header, rows);
    }

    /// The page as text. What is bold or coloured stands in ANSI escapes.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn lines(&mut self, text: &str, style: Style) {
        for line in wrapped(text, self.width) {
            writeln!(self.text, "{style}{line}{style:#}").expect("a string takes all text");
        }
    }
}

/// Text broken into lines of at most `width` columns, where words allow it.
/// Lines after the first are indented.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text, &[]) {
        let line = lines.last_mut().expect("there is a first line");
        if line.trim().is_empty() || line.width() + piece.trim_end().width() <= width {
            line.push_str(&piece);
        } else {
            lines.push(format!("  {piece}"));
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_the_width_also_for_wide_characters() {
        let text =
            "销售团队 拆分之后，每个角色只做一件事情：客户成功负责复购与推荐，线索开发负责流量。";
        for line in wrapped(text, 24) {
            assert!(line.width() <= 24, "{line}");
        }
    }

    #[test]
    fn a_figure_is_not_torn_from_its_unit() {
        assert_eq!(wrapped("books 4.2 ± 0.1 M more", 13), ["books", "  4.2 ± 0.1 M", "  more"]);
    }

    #[test]
    fn columns_line_up_under_wide_characters() {
        let mut page = Page::new(Language::English, 60);
        let row = |name: &str, value: &str| vec![name.to_owned(), value.to_owned()];
        page.table(1, row("who", "value"), vec![row("专业分工", "1"), row("plain", "22")]);
        let text = page.finish();
        let ends: Vec<_> =
            text.lines().filter(|line| !line.contains('─')).map(UnicodeWidthStr::width).collect();
        assert!(ends.iter().all(|&end| end == ends[0]), "{text}");
    }
}
