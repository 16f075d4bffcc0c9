//! What the report says, chapter by chapter.

use super::{File, Material, Part, beliefs, intervals};
use crate::figure::{count, with_error};
use crate::language::{Evidence, Language};
use crate::report::grid::{Block, Page};
use crate::report::table::{
    self, causes, decision, difference, drivers, factors, matched, one_more, overtaking, people,
    sweep, totals, turns, verdict, work,
};
use crate::study::{Metric, Study};

/// All parts, from the question to the last figure.
pub(super) fn parts(study: &Study, material: &Material<'_>, language: Language) -> Vec<Part> {
    let words = &language.words().evidence;
    let mut report = Report { study, material, language, words, parts: Vec::new() };
    report.head();
    report.answer();
    report.sure();
    report.why();
    report.decides();
    report.cost();
    report.turns();
    report.unknown();
    report.again();
    report.figures();
    report.parts
}

struct Report<'a> {
    study: &'a Study,
    material: &'a Material<'a>,
    language: Language,
    words: &'static Evidence,
    parts: Vec<Part>,
}

impl Report<'_> {
    /// What a page of tables says.
    fn tell(&mut self, write: impl FnOnce(&Study, &mut Page)) {
        let mut page = Page::new(self.language, table::WIDTH);
        write(self.study, &mut page);
        self.parts.extend(page.into_blocks().into_iter().map(Part::Told));
    }

    fn text(&mut self, text: &str) {
        self.parts.push(Part::Told(Block::Text(text.to_owned())));
    }

    /// The charts of this name, with a number behind it where there are several.
    fn charts(&mut self, name: &str) {
        let numbered = |chart: &str| {
            let number = chart.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
            chart == name || number.is_some_and(|number| number.parse::<usize>().is_ok())
        };
        let exhibits = self.material.exhibits.iter().enumerate();
        let these = exhibits.filter(|(_, exhibit)| numbered(exhibit.name));
        self.parts.extend(these.map(|(place, _)| Part::Picture(place)));
    }

    fn head(&mut self) {
        let study = self.study;
        let baseline = study.comparisons.first().map(|comparison| comparison.baseline.as_str());
        let mut names: Vec<&str> =
            study.comparisons.iter().map(|comparison| comparison.candidate.as_str()).collect();
        names.extend(baseline);
        if names.is_empty() {
            names.extend(study.scenarios.iter().map(|forecast| forecast.name.as_str()));
        }
        let question = (self.words.question)(&names, study.metric.measure());
        let (runs, paired) = (count(study.runs), !study.comparisons.is_empty());
        let made_from =
            (self.words.made_from)(&study.version, &runs, paired, study.seed, study.horizon_months);
        self.parts.extend([Part::Title(question), Part::MadeFrom(made_from)]);
    }

    fn answer(&mut self) {
        self.parts.push(Part::Chapter("answer", self.words.chapters.answer));
        self.tell(sweep::headline);
        self.tell(verdict::write);
        let lead = if self.study.comparisons.is_empty() { "distribution" } else { "difference" };
        self.charts(lead);
    }

    fn sure(&mut self) {
        self.parts.push(Part::Chapter("sure", self.words.chapters.sure));
        self.text(&(self.words.two_doubts)(&count(self.study.runs)));
        self.tell(difference::write);
        self.tell(decision::choice);
        self.tell(decision::pairs);
        self.tell(table::precision);
        self.tell(intervals::write);
        if !self.study.comparisons.is_empty() {
            self.charts("distribution");
        }
        self.charts("chance");
    }

    fn why(&mut self) {
        self.parts.push(Part::Chapter("why", self.words.chapters.why));
        self.tell(factors::write);
        self.charts("bridge");
        self.tell(causes::write);
        self.charts("causes");
        self.tell(work::write);
        self.charts("workload");
        self.tell(people::write);
    }

    fn decides(&mut self) {
        if self.study.drivers_about.is_none() {
            return;
        }
        self.parts.push(Part::Chapter("decides", self.words.chapters.decides));
        self.tell(drivers::answer);
        self.charts("tornado");
        self.tell(drivers::unknowns);
        self.charts("curve");
        self.tell(drivers::worth);
        self.charts("worth-knowing");
        self.tell(drivers::cautions);
    }

    fn cost(&mut self) {
        self.parts.push(Part::Chapter("cost", self.words.chapters.cost));
        for warning in self.study.comparisons.iter().flat_map(|one| &one.warnings) {
            self.parts.push(Part::Told(Block::Notice(warning.say(self.language))));
        }
        self.tell(matched::write);
        self.tell(costs);
        self.tell(decision::even_odds);
        self.charts("contribution");
        self.charts("one-more");
        self.tell(one_more::write);
    }

    fn turns(&mut self) {
        self.parts.push(Part::Chapter("turns", self.words.chapters.turns));
        self.tell(turns::write);
        self.tell(sweep::write);
        self.charts("sweep");
        self.charts("map");
        self.tell(overtaking::write);
        self.charts("overtaking");
        self.charts("monthly");
    }

    fn unknown(&mut self) {
        self.parts.push(Part::Chapter("unknown", self.words.chapters.unknown));
        self.text(self.words.left_out);
        self.tell(beliefs::note);
        self.tell(warnings);
    }

    fn again(&mut self) {
        let words = self.words;
        self.parts.push(Part::Chapter("again", words.chapters.again));
        self.text(words.run_again);
        self.parts.push(Part::Command(self.material.command.to_owned()));
        self.text(words.check);
        self.parts.push(Part::Command(self.material.verify.to_owned()));
        self.text(&(words.check_note)(&self.study.version));
        self.parts.push(Part::Told(Block::Section(words.files.to_owned())));
        let rows = self.material.files.iter().map(|file| held(file, words));
        let charts = self.material.exhibits.iter().map(|exhibit| exhibit.file.to_owned());
        let charts = vec![charts.collect::<Vec<_>>().join(", "), words.holds.charts.to_owned()];
        let header = words.file_columns.map(str::to_owned).to_vec();
        let rows = std::iter::once(header).chain(rows).chain([charts]).collect();
        self.parts.push(Part::Told(Block::Table { labels: 2, headed: true, rows }));
    }

    fn figures(&mut self) {
        self.parts.push(Part::Chapter("figures", self.words.chapters.figures));
        self.tell(totals::write);
        self.tell(table::footer);
        self.tell(beliefs::write);
    }
}

/// What people cost, and what is left after them.
fn costs(study: &Study, page: &mut Page) {
    const ROWS: [Metric; 5] = [
        Metric::PeopleCost,
        Metric::HireCost,
        Metric::Hires,
        Metric::Departures,
        Metric::Contribution,
    ];
    page.section(&(page.words().table.totals)(study.horizon_months));
    let mut header = vec![String::new()];
    header.extend(study.scenarios.iter().map(|forecast| forecast.name.clone()));
    let row = |metric: Metric| {
        let cells = study.scenarios.iter().map(|forecast| {
            let total = forecast.metrics.get(metric.name());
            total.map_or("-".into(), |total| with_error(page.language(), total.mean, total.se))
        });
        std::iter::once(table::words(page, metric).to_owned()).chain(cells).collect()
    };
    let rows = ROWS.into_iter().map(row).collect();
    page.table(1, header, rows);
}

/// What a reader should know about the input.
fn warnings(study: &Study, page: &mut Page) {
    let words = &page.words().evidence;
    page.section(words.warnings);
    let mut none = true;
    for forecast in &study.scenarios {
        for warning in &forecast.warnings {
            page.notice(&format!("{}: {warning}", forecast.name));
            none = false;
        }
    }
    if none {
        page.text(words.no_warnings);
    }
}

/// A row: names of files, and what they hold.
fn held(file: &File, words: &Evidence) -> Vec<String> {
    let holds = &words.holds;
    let (name, what) = match file {
        File::Report(file) => (*file, holds.report.to_owned()),
        File::Results => ("results.json", holds.results.to_owned()),
        File::Runs => ("runs.csv", holds.runs.to_owned()),
        File::Manifest => ("manifest.json", holds.manifest.to_owned()),
        File::Scenario(file, name) => (file.as_str(), (holds.scenario)(name)),
        File::Data(file) => (file.as_str(), holds.data.to_owned()),
    };
    vec![name.to_owned(), what]
}
