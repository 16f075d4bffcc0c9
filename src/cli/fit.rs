//! `orgodds fit`: from a company's records to a scenario.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use orgodds::chart;
use orgodds::fit::scenario::{self as writer, Form, Plan, Shift};
use orgodds::fit::{self, Fitted};
use orgodds::hindsight::{self, Calibrated, Review, Unplayed};
use orgodds::language::{Complaint, Language};
use orgodds::records::Records;
use orgodds::report;
use orgodds::report::evidence::{Evidence, Exhibit};
use orgodds::scenario;

use super::arguments::{Charts, Fit};
use super::charts::{Drawing, Drawn};
use super::failure::Failure;
use super::folder::Folder;
use super::init::quoted;
use super::outputs::same;
use super::progress::Stop;
use super::record_files::{no_period, nothing_left};
use super::signals;
use super::stoppable::stoppable;
use super::target::Target;
use super::terminal::{self, Terminal};

/// Counted months of a fitted scenario.
const HORIZON: usize = 24;

/// Reads, fits and writes.
pub fn run(typed: &Fit, terminal: Terminal) -> Result<(), Failure> {
    signals::heed_interrupts()?;
    typed.records.are_given(terminal)?;
    no_period(typed.from, typed.until)?;
    let outputs = if typed.explain { None } else { Some(Outputs::open(typed)?) };
    let records = typed.records.read(terminal)?;
    let Some(outputs) = outputs else {
        let text = report::fit::explain(&records, terminal.language(), terminal::width());
        return terminal.result(&text);
    };
    let known = match typed.until {
        Some(date) => records.into_known_by(date.after),
        None => records,
    };
    let options =
        fit::Options { from: typed.from.map(|date| date.first), ..fit::Options::default() };
    let (known, fitted) = stoppable(move || {
        let fitted = fit::fit(&known, &options);
        (known, fitted)
    })?;
    let fitted = fitted.map_err(|_| nothing_left())?;
    outputs.write(typed, &known, &fitted, terminal)
}

/// Where everything goes: tried first, put in place last.
struct Outputs<'a> {
    out: &'a Path,
    scenario: Target,
    split: Option<Target>,
    report: Option<(Folder, Drawing)>,
}

impl<'a> Outputs<'a> {
    fn open(typed: &'a Fit) -> Result<Self, Failure> {
        let out = typed.out.as_deref().expect("clap asks for it");
        let inputs: Vec<PathBuf> = (&typed.records).into();
        for (option, path) in [("--out", Some(out)), ("--split", typed.split.as_deref())] {
            let Some(path) = path else { continue };
            if inputs.iter().any(|input| same(input, path)) {
                return Err(Failure::Wrong(Complaint::OverRecords(option, path.to_owned())));
            }
            if fs::symlink_metadata(path).is_ok() && !typed.force {
                return Err(Failure::Outside(Complaint::ScenarioInTheWay(path.to_owned())));
            }
        }
        if typed.split.as_deref().is_some_and(|split| split == out || same(split, out)) {
            let (one, other) = ("--out".to_owned(), "--split".to_owned());
            return Err(Failure::Wrong(Complaint::TwoResults { one, other, stdout: false }));
        }
        // Files come first: a folder is made for a report, and not for them.
        let scenario = Target::open(out)?;
        let split = typed.split.as_deref().map(Target::open).transpose()?;
        let report = if typed.drawing.charts == Charts::None {
            None
        } else {
            let drawing = typed.drawing.open()?;
            Some((Folder::open(&folder(typed, out))?, drawing))
        };
        Ok(Self { out, scenario, split, report })
    }

    fn write(
        mut self,
        typed: &Fit,
        records: &Records,
        fitted: &Fitted,
        terminal: Terminal,
    ) -> Result<(), Failure> {
        let language = terminal.language();
        let mut names = [name(self.out), typed.split.as_deref().map_or_else(String::new, name)];
        if names[0] == names[1] {
            // In one comparison they need names of their own.
            names[1] += "-split";
        }
        let two_teams = self.split.is_some();
        if two_teams && writer::one_seat(&fitted.roles) {
            return Err(Failure::Wrong(Complaint::OneSeat));
        }
        let form = if two_teams { Form::Generalists } else { Form::Recorded };
        let calibrated = calibrated(fitted, form, language)?;
        let written = Written { fitted, shift: &calibrated.shift, language };
        written.fill(&mut self.scenario, &names[0], form)?;
        if let Some(split) = &mut self.split {
            written.fill(split, &names[1], Form::Specialists)?;
        }
        let commands = commands(self.out, typed.split.as_deref());
        let played = Some(&calibrated.played);
        let told = report::fit::Told { fitted, records, two_teams, played };
        // The folder outlives its files, so that it can go where they do.
        let mut page = None;
        if let Some((folder, drawing)) = &self.report {
            let files = report(&told, drawing, &commands, terminal)?;
            folder.still_there()?;
            let mut targets = Vec::new();
            for (name, contents) in files {
                let mut target = Target::open(&folder.path().join(name))?;
                target.fill(|out| out.write_all(&contents))?;
                targets.push(target);
            }
            signals::go_on()?;
            targets.into_iter().try_for_each(Target::keep)?;
            page = Some(folder.path().join("report.html").display().to_string());
        }
        self.scenario.keep()?;
        self.split.map_or(Ok(()), Target::keep)?;
        let mut files = vec![self.out.display().to_string()];
        files.extend(typed.split.as_ref().map(|split| split.display().to_string()));
        let words = &language.words().fit.table;
        let ends = [(words.wrote)(&files, page.as_deref()), (words.next)(&commands)];
        terminal.result(&report::fit::table(&told, &ends, language, terminal::width()))
    }
}

/// The folder of the report: as typed, or beside the scenario.
fn folder(typed: &Fit, out: &Path) -> PathBuf {
    typed.report.clone().unwrap_or_else(|| {
        let stem = out.file_stem().unwrap_or_default().to_string_lossy();
        out.with_file_name(format!("{stem}-fit"))
    })
}

/// A scenario's name: that of its file.
fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Plays until the records come back, or until it is stopped.
fn calibrated(fitted: &Fitted, form: Form, language: Language) -> Result<Calibrated, Failure> {
    hindsight::calibrate(fitted, form, HORIZON, &Stop).map_err(|why| match why {
        Unplayed::Interrupted => Failure::Interrupted,
        Unplayed::Problems(problems) => {
            Failure::Scenarios(problems.tell(language, scenario::Style::Plain))
        }
    })
}

/// What both scenarios are written from.
struct Written<'a> {
    fitted: &'a Fitted,
    shift: &'a Shift,
    language: Language,
}

impl Written<'_> {
    /// Writes a scenario and makes sure that it loads.
    fn fill(&self, target: &mut Target, name: &str, form: Form) -> Result<(), Failure> {
        let Self { fitted, shift, language } = *self;
        let words = &language.words().comments;
        let plan = Plan { name, form, horizon_months: HORIZON, words, shift };
        let text = writer::write(fitted, &plan);
        scenario::load_text(name, &text).map_err(|problems| {
            Failure::Scenarios(problems.tell(language, scenario::Style::Plain))
        })?;
        target.fill(|out| out.write_all(text.as_bytes()))
    }
}

/// What to type next.
fn commands(out: &Path, split: Option<&Path>) -> Vec<String> {
    let check = format!("orgodds check {}", quoted(out));
    match split {
        Some(split) => vec![check, format!("orgodds compare {} {}", quoted(out), quoted(split))],
        None => vec![check, format!("orgodds run {}", quoted(out))],
    }
}

/// The files of the report.
fn report(
    told: &report::fit::Told,
    drawing: &Drawing,
    commands: &[String],
    terminal: Terminal,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let review = Review::new(told.records, told.fitted);
    signals::go_on()?;
    let texts = |language| chart::texts_of_review(&review, language);
    let drawn = drawing.pictures(texts, |options| chart::review(&review, options), terminal)?;
    let mut files = drawn.files()?;
    let names: Vec<String> = drawn.pictures.iter().map(|one| drawn.file(one)).collect();
    let exhibits = exhibits(&drawn, &names);
    let evidence = Evidence::fitted(told, &exhibits, commands, terminal.language());
    files.push(("report.html".into(), evidence.html().into_bytes()));
    files.push(("report.md".into(), evidence.markdown().into_bytes()));
    Ok(files)
}

fn exhibits<'a>(drawn: &'a Drawn, names: &'a [String]) -> Vec<Exhibit<'a>> {
    let pictures = drawn.pictures.iter().zip(&drawn.narrow).zip(names);
    let exhibit =
        |((picture, narrow), file): ((&'a chart::Picture, &'a chart::Picture), &'a String)| {
            let (name, title) = (&*picture.name, &*picture.title);
            Exhibit { name, file, title, svg: &picture.svg, narrow: &narrow.svg }
        };
    pictures.map(exhibit).collect()
}
