//! The report as one HTML file: no script, nothing fetched, fit for paper.
//!
//! It is well-formed XML too, so that any tool can read it.

use std::fmt::Write as _;

use super::{Evidence, Exhibit, Part};
use crate::language::pieces;
use crate::markup;
use crate::report::grid::Block;

const STYLE: &str = include_str!("style.css");

/// Rows up to which a table stays on one page.
const KEPT: usize = 24;
/// Rows from which it stands in two columns.
const LONG: usize = 40;
/// Columns from which it does not.
const WIDE: usize = 6;

pub(super) fn document(evidence: &Evidence<'_>) -> String {
    let mut page = Html { out: String::new(), open: false };
    page.head(evidence);
    for part in &evidence.parts {
        match part {
            Part::Title(text) => page.line(&format!("<h1>{}</h1>", escape(text))),
            Part::MadeFrom(text) => {
                page.line(&format!("<p class=\"made\">{}</p>", escape(text)));
                page.contents(evidence);
            }
            Part::Chapter(id, heading) => page.chapter(id, heading),
            Part::Told(block) => page.told(block),
            Part::Picture(place) => page.figure(evidence, &evidence.exhibits[*place]),
            Part::Command(command) => {
                page.line(&format!("<pre><code>{}</code></pre>", markup::escape(command)));
            }
        }
    }
    page.foot();
    page.out
}

struct Html {
    out: String,
    /// Whether a chapter is open.
    open: bool,
}

impl Html {
    fn line(&mut self, text: &str) {
        writeln!(self.out, "{text}").expect("a string takes any text");
    }

    fn head(&mut self, evidence: &Evidence<'_>) {
        let title = evidence.parts.iter().find_map(|part| match part {
            Part::Title(title) => Some(escape(title)),
            _ => None,
        });
        self.line("<!DOCTYPE html>");
        self.line(&format!("<html lang=\"{}\">", evidence.language.code()));
        self.line("<head>\n<meta charset=\"utf-8\"/>");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        self.line(&format!("<title>{}</title>", title.unwrap_or_default()));
        self.line(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n<header>"));
    }

    /// The chapters, to jump to; they end the header.
    fn contents(&mut self, evidence: &Evidence<'_>) {
        let links = evidence.parts.iter().filter_map(|part| match part {
            Part::Chapter(id, heading) => {
                Some(format!("<a href=\"#{id}\">{}</a>", escape(heading)))
            }
            _ => None,
        });
        let links: Vec<String> = links.collect();
        self.line(&format!("<nav>\n{}\n</nav>\n</header>\n<main>", links.join("\n")));
    }

    fn chapter(&mut self, id: &str, heading: &str) {
        if self.open {
            self.line("</section>");
        }
        self.open = true;
        self.line(&format!("<section id=\"{id}\">\n<h2>{}</h2>", escape(heading)));
    }

    fn foot(&mut self) {
        if self.open {
            self.line("</section>");
        }
        self.line("</main>\n</body>\n</html>");
    }

    fn told(&mut self, block: &Block) {
        match block {
            Block::Headline(text) => self.line(&format!("<p class=\"lead\">{}</p>", escape(text))),
            Block::Section(text) => self.line(&format!("<h3>{}</h3>", escape(text))),
            Block::Text(text) if text.is_empty() => {}
            Block::Text(text) => self.line(&format!("<p>{}</p>", escape(text))),
            Block::Notice(text) => self.line(&format!("<p class=\"notice\">{}</p>", escape(text))),
            Block::Aside(text) => self.line(&format!("<p class=\"aside\">{}</p>", escape(text))),
            Block::Table { labels, headed, rows } => self.table(*labels, *headed, rows),
        }
    }

    fn figure(&mut self, evidence: &Evidence<'_>, exhibit: &Exhibit<'_>) {
        let caption = evidence.language.words().evidence.captions.of(exhibit.name);
        self.line(&format!("<figure id=\"{}\">", escape(exhibit.name)));
        self.line(&inlined(exhibit.svg, "wide"));
        self.line(&inlined(exhibit.narrow, "narrow"));
        self.line(&format!("<figcaption>{}</figcaption>\n</figure>", escape(caption)));
    }

    fn table(&mut self, labels: usize, headed: bool, rows: &[Vec<String>]) {
        let length = match rows.len() {
            ..=KEPT => " kept",
            // A wide one has no room beside itself.
            LONG.. if rows[0].len() < WIDE => " long",
            _ => "",
        };
        self.line(&format!("<div class=\"table{length}\">\n<table>"));
        let (top, body) = if headed { rows.split_at(1.min(rows.len())) } else { (&[][..], rows) };
        for row in top {
            let cells: Vec<String> =
                row.iter().enumerate().map(|(place, text)| head(text, place < labels)).collect();
            self.line(&format!("<thead>\n<tr>{}</tr>\n</thead>", cells.concat()));
        }
        self.line("<tbody>");
        for row in body {
            if headed && row.len() > 1 && row[1..].iter().all(String::is_empty) {
                let (span, text) = (row.len(), escape(&row[0]));
                self.line("</tbody>\n<tbody>");
                self.line(&format!(
                    "<tr><th class=\"group\" scope=\"rowgroup\" colspan=\"{span}\">{text}</th></tr>"
                ));
                continue;
            }
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .map(|(place, text)| cell(text, place == 0, place < labels))
                .collect();
            self.line(&format!("<tr>{}</tr>", cells.concat()));
        }
        self.line("</tbody>\n</table>\n</div>");
    }
}

fn head(text: &str, is_label: bool) -> String {
    let class = if is_label { "label" } else { "number" };
    if text.is_empty() {
        return format!("<td class=\"{class}\"></td>");
    }
    format!("<th class=\"{class}\" scope=\"col\">{}</th>", escape(text))
}

fn cell(text: &str, first: bool, is_label: bool) -> String {
    let inset = if text.starts_with(' ') { " inset" } else { "" };
    let text = foldable(text.trim());
    match (first, is_label) {
        (true, _) => format!("<th class=\"label{inset}\" scope=\"row\">{text}</th>"),
        (false, true) => format!("<td class=\"label\">{text}</td>"),
        (false, false) => format!("<td class=\"number\">{text}</td>"),
    }
}

/// A label; a path may be broken at its dots.
fn foldable(label: &str) -> String {
    let text = escape(label);
    if label.contains(' ') || label.starts_with(|c: char| !c.is_alphabetic()) {
        return text;
    }
    text.replace('.', ".<wbr/>")
}

/// An SVG document as an element of the page.
fn inlined(svg: &str, class: &str) -> String {
    let svg = svg.trim_end().replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
    svg.replacen("<svg", &format!("<svg class=\"{class}\""), 1)
}

/// Text as HTML takes it, figures not to be torn from their units.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for piece in pieces(text, &[]) {
        let inner = piece.trim_end_matches(' ');
        escaped.push_str(&markup::escape(&inner.replace(' ', "\u{a0}")));
        escaped.push_str(&piece[inner.len()..]);
    }
    escaped
}
