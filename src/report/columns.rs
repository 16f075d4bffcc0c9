//! A page set for a terminal: paragraphs and tables of a given width, in any script.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use unicode_width::UnicodeWidthStr;

use super::grid::Block;
use crate::language::pieces;

/// The headings of a page.
const HEADING: Style = Style::new().bold();
/// What a reader should not miss.
const NOTICE: Style = AnsiColor::Yellow.on_default();
/// What can be skipped.
const ASIDE: Style = Style::new().dimmed();

/// A line under the header, and else nothing but space.
const PLAIN: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Free columns behind a column of a table.
const GAP: usize = 2;
/// And between two of them one more, where a rule would stand.
const RULE: usize = 1;

/// The parts of a page in `width` columns. What is bold or coloured stands in
/// ANSI escapes.
pub(super) fn text(blocks: &[Block], width: usize) -> String {
    let mut page = Columns { text: String::new(), width };
    for block in blocks {
        match block {
            Block::Headline(text) => page.lines(text, HEADING),
            Block::Section(title) => {
                page.text.push('\n');
                page.lines(title, HEADING);
            }
            Block::Text(text) => page.lines(text, Style::new()),
            Block::Notice(text) => page.lines(text, NOTICE),
            Block::Aside(text) => page.lines(text, ASIDE),
            Block::Table { labels, headed: true, rows } => page.table(*labels, rows),
            Block::Table { labels, headed: false, rows } => page.grid(*labels, false, rows.clone()),
        }
    }
    page.text
}

struct Columns {
    text: String,
    width: usize,
}

impl Columns {
    /// A table with a header; what does not fit beside its labels follows below.
    fn table(&mut self, labels: usize, all: &[Vec<String>]) {
        for columns in self.fitting(labels, all) {
            let part = |row: &Vec<String>| {
                let numbers = row[columns.clone()].iter().cloned();
                row[..labels].iter().cloned().chain(numbers).collect::<Vec<_>>()
            };
            self.grid(labels, true, all.iter().map(part).collect());
        }
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
    use crate::language::Language;
    use crate::report::grid::Page;

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
