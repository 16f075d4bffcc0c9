//! From files to records.

use super::begun::Begun;
use super::cases::Cases;
use super::columns::known;
use super::day::Day;
use super::desk::Desk;
use super::field::{FileKind, Meaning, column_name};
use super::joined::join;
use super::orders::Orders;
use super::people::employment;
use super::problem::Problem;
use super::record::{Outcome, Qualification, Records};
use super::sheet::{Settings, Sheet};
use super::source::Source;

/// The files that a company has.
#[derive(Default)]
pub struct Files<'a> {
    /// One row a lead.
    pub leads: Option<&'a dyn Source>,
    /// One row a closed deal of a lead.
    pub deals: Option<&'a dyn Source>,
    /// One row an opportunity, of a lead where leads are given.
    pub opportunities: Option<&'a dyn Source>,
    /// One row a person's time in a role.
    pub people: Option<&'a dyn Source>,
    /// One row an order or an item of one.
    pub orders: Option<&'a dyn Source>,
}

impl<'a> Files<'a> {
    /// Those that are given, in the order in which they are read.
    fn all(&self) -> Vec<(FileKind, &'a dyn Source)> {
        let all = [
            (FileKind::Leads, self.leads),
            (FileKind::Deals, self.deals),
            (FileKind::Opportunities, self.opportunities),
            (FileKind::People, self.people),
            (FileKind::Orders, self.orders),
        ];
        all.into_iter().filter_map(|(kind, source)| Some((kind, source?))).collect()
    }
}

/// Reads the files, each twice and none at once: what is kept is a few tens of
/// bytes a case.
///
/// # Errors
/// With every reason why the files cannot be used that can be told at once.
pub fn read(files: &Files, settings: &Settings) -> Result<Records, Vec<Problem>> {
    let given: Vec<FileKind> = files.all().iter().map(|(kind, _)| *kind).collect();
    known(&settings.overrides, &given)?;
    if files.leads.is_none() && files.deals.is_some() {
        return Err(vec![Problem::DealsAlone]);
    }
    if files.leads.is_none() && files.opportunities.is_none() {
        return Err(vec![Problem::NoFiles]);
    }
    let sheets = open(files, settings)?;
    let ends = tell_ends(&sheets);
    if !ends.is_empty() {
        return Err(ends);
    }
    take(&sheets, settings)
}

/// All files understood, in the order in which they are read.
fn open<'a>(files: &Files<'a>, settings: &Settings) -> Result<Vec<Sheet<'a>>, Vec<Problem>> {
    let (mut sheets, mut problems) = (Vec::new(), Vec::new());
    for (kind, source) in files.all() {
        match Sheet::open(kind, source, settings) {
            Ok(sheet) => sheets.push(sheet),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(sheets) } else { Err(problems) }
}

/// What is missing to join files and to know how cases end.
fn tell_ends(sheets: &[Sheet]) -> Vec<Problem> {
    let with_leads = sheets.iter().any(|sheet| sheet.file == FileKind::Leads);
    let joined = sheets.iter().any(joins);
    let has = |sheet: &Sheet, any: &[Meaning]| any.iter().any(|m| sheet.columns.has(*m));
    let lacks = |sheet: &Sheet, meaning| Problem::NoColumn {
        file: sheet.table.name(),
        column: column_name(sheet.file, meaning),
        asked: None,
        nearest: None,
        headers: sheet.table.header.clone(),
    };
    let problem = |sheet: &Sheet| {
        let file = sheet.table.name();
        match sheet.file {
            FileKind::Leads if joined && !has(sheet, &[Meaning::Id]) => {
                Some(lacks(sheet, Meaning::Id))
            }
            FileKind::Opportunities if with_leads && !has(sheet, &[Meaning::Lead]) => {
                Some(lacks(sheet, Meaning::Lead))
            }
            FileKind::Leads if !joined && has(sheet, &[Meaning::Closed]) && !has(sheet, &ENDS) => {
                Some(Problem::NoEnd { file, kind: sheet.file })
            }
            FileKind::Opportunities if !has(sheet, &ENDS) => {
                Some(Problem::NoEnd { file, kind: sheet.file })
            }
            FileKind::Deals if !has(sheet, &[Meaning::Won, Meaning::Closed]) => {
                Some(Problem::NoEnd { file, kind: sheet.file })
            }
            _ => None,
        }
    };
    sheets.iter().filter_map(problem).collect()
}

/// Columns that tell how a case ended.
const ENDS: [Meaning; 4] = [Meaning::Status, Meaning::Stage, Meaning::IsWon, Meaning::Won];

fn joins(sheet: &Sheet) -> bool {
    matches!(sheet.file, FileKind::Deals | FileKind::Opportunities)
}

fn take(sheets: &[Sheet], settings: &Settings) -> Result<Records, Vec<Problem>> {
    let mut desk = Desk { today: settings.today, ..Desk::default() };
    for sheet in sheets {
        desk.veil.join(&sheet.veil);
    }
    let of_leads = sheets.iter().any(|sheet| sheet.file == FileKind::Leads);
    let joined = of_leads && sheets.iter().any(joins);
    let mut begun = Begun::new(joined);
    let (mut people, mut orders) = (Vec::new(), Orders::default());
    let mut problems = Vec::new();
    for sheet in sheets {
        let done = desk.read(sheet, settings, |desk, row| match sheet.file {
            FileKind::Deals => join(&mut begun, desk, row),
            FileKind::Opportunities if of_leads => join(&mut begun, desk, row),
            FileKind::Leads | FileKind::Opportunities => begun.take(desk, row),
            FileKind::People => employment(desk, row).map(|person| people.push(person)),
            FileKind::Orders => orders.take(desk, row),
        });
        // Without its leads, every deal would be one of an unknown lead.
        if let Err(problem) = done {
            problems.push(problem);
            if sheet.file == FileKind::Leads {
                break;
            }
        }
    }
    problems.extend(several(&desk));
    if !problems.is_empty() {
        return Err(problems);
    }
    if of_leads && sheets.iter().any(|sheet| sheet.file == FileKind::Opportunities) {
        begun.settle_qualification();
    }
    let orders = orders.finish(&mut desk);
    desk.cover(sheets[0].file);
    desk.compare_names(sheets[0].file);
    let mut standings = desk.standings.into_met();
    desk.veil.cover_texts(&mut standings);
    let first = begun.cases.iter().map(|case| case.created.0).fold(f64::INFINITY, f64::min);
    let last = last(&begun.cases);
    Ok(Records {
        cases: begun.cases,
        of_leads,
        channels: desk.channels.into_names(),
        segments: desk.segments.into_names(),
        stages: desk.stages.into_names(),
        standings,
        owners: desk.owners.count() as u16,
        customers: desk.customers.count(),
        roles: desk.roles.into_names(),
        people,
        orders,
        first: Day(first),
        last,
        currency: desk.currencies.first().map(|(code, _, _)| code.to_string()),
        findings: desk.findings,
        taken: desk.taken,
        files: desk.files,
    })
}

/// Amounts in several currencies are never added.
fn several(desk: &Desk) -> Option<Problem> {
    (desk.currencies.len() > 1).then(|| Problem::Currencies { met: desk.currencies.clone() })
}

/// The latest day on which anything happened to a case.
fn last(cases: &Cases) -> Day {
    let days = cases.iter().flat_map(|case| {
        let closed = match case.outcome {
            Outcome::Won(day) => Some(day),
            Outcome::Lost(day) => day,
            Outcome::Open => None,
        };
        let qualified = match case.qualification {
            Qualification::Passed(day) => day,
            _ => None,
        };
        [Some(case.created), closed, qualified].into_iter().flatten()
    });
    Day(days.map(|day| day.0).fold(f64::NEG_INFINITY, f64::max))
}
