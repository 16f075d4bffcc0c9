//! The report of a fit: what the records tell, whether it gives them back, and
//! what they cannot tell.

use std::path::Path;

use super::{Evidence, Exhibit, Part};
use crate::language::Language;
use crate::report::fit::{self, Told};
use crate::report::grid::{Block, Page};
use crate::report::table::WIDTH;

impl<'a> Evidence<'a> {
    /// The report of a fit; `commands` are what to type next.
    #[must_use]
    pub fn fitted(
        told: &Told,
        exhibits: &'a [Exhibit<'a>],
        commands: &[String],
        language: Language,
    ) -> Self {
        let words = &language.words().fit.report;
        let mut report = Report { language, parts: Vec::new() };
        let fitted = told.fitted;
        report.parts.push(Part::Title((words.title)(fitted.of_leads).to_owned()));
        let files: Vec<String> = told.records.files.iter().map(|file| alone(&file.name)).collect();
        report.parts.push(Part::MadeFrom((words.made_from)(env!("CARGO_PKG_VERSION"), &files)));
        report.chapter("found", words.found);
        report.told(Block::Headline(fit::short(fitted, language)));
        report.told(Block::Text(fit::head(fitted, language)));
        report.told(Block::Aside(words.brackets.to_owned()));
        report.tell(|page| fit::notes(told, page));
        report.chapter("holds", words.holds);
        report.told(Block::Text(words.law.to_owned()));
        report.parts.extend((0..exhibits.len()).map(Part::Picture));
        report.tell(|page| fit::played(told, page));
        report.chapter("cannot", words.cannot);
        report.tell(|page| fit::untold(told, page));
        report.chapter("next", words.next);
        report.told(Block::Text(words.next_text.to_owned()));
        report.parts.extend(commands.iter().cloned().map(Part::Command));
        if !told.two_teams {
            report.told(Block::Text(words.split_text.to_owned()));
        }
        report.chapter("figures", words.figures);
        report.told(Block::Text(words.intervals.to_owned()));
        report.tell(|page| fit::figures(told, usize::MAX, true, page));
        report.chapter("files", words.files);
        report.tell(|page| fit::how_read(told.records, page));
        report.tell(|page| fit::oddities(told.records, page));
        Self { language, exhibits, parts: report.parts }
    }
}

/// A file's name without its folder, which stands where the file is told about.
fn alone(file: &str) -> String {
    let name = Path::new(file).file_name();
    name.map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}

struct Report {
    language: Language,
    parts: Vec<Part>,
}

impl Report {
    fn chapter(&mut self, id: &'static str, heading: &'static str) {
        self.parts.push(Part::Chapter(id, heading));
    }

    fn told(&mut self, block: Block) {
        self.parts.push(Part::Told(block));
    }

    fn tell(&mut self, write: impl FnOnce(&mut Page)) {
        let mut page = Page::new(self.language, WIDTH);
        write(&mut page);
        self.parts.extend(page.into_blocks().into_iter().map(Part::Told));
    }
}
