//! The kinds of work: what needs them, who carries them.

use super::super::problem::Problem;
use super::super::record::{Named, Record};
use super::super::source::Place;
use super::super::suggest;
use super::Resolver;
use crate::language::{Known, Said};
use crate::organisation::{Kind, Scenario};

/// The kinds of work in the order in which the file first names them.
#[derive(Default)]
pub struct Kinds {
    all: Vec<Needed>,
    /// Whether every field that could name a kind was read.
    pub is_complete: bool,
}

struct Needed {
    name: String,
    /// Where it is named first.
    place: Place,
    /// The steps that need it, in words.
    by: Vec<Said>,
}

impl Kinds {
    /// All names.
    pub fn names(&self) -> Vec<String> {
        self.all.iter().map(|kind| kind.name.clone()).collect()
    }

    /// The kind with this name.
    pub fn find(&self, name: &str) -> Option<Kind> {
        self.all.iter().position(|kind| kind.name == name).map(Kind)
    }

    /// A step needs a kind of work.
    fn need(&mut self, name: &Named, by: Said) -> Kind {
        let kind = self.find(&name.text).unwrap_or_else(|| {
            let (name, place) = (name.text.clone(), name.place.clone());
            self.all.push(Needed { name, place, by: Vec::new() });
            Kind(self.all.len() - 1)
        });
        self.all[kind.0].by.push(by);
        kind
    }

    /// Why a name is no kind of work that anything needs, unless that cannot be told.
    fn unneeded(&self, title: Said, named: &Named) -> Option<Problem> {
        let known = self.all.iter().map(|kind| kind.name.as_str());
        let help = suggest::did_you_mean_or_list(&named.text, known, Known::KindOfWork);
        self.is_complete.then(|| Problem::error(title, &named.place).maybe_help(help))
    }

    /// Warnings about what will stand still.
    pub fn nobody_carries(&self, scenario: &Scenario) -> Vec<Problem> {
        let is_idle = |&(i, _): &(usize, &Needed)| scenario.carriers(Kind(i)).next().is_none();
        let warning = |(_, kind): (usize, &Needed)| {
            let title = Said::by_language(|language, words| {
                let by: Vec<String> =
                    kind.by.iter().map(|by| by.tell(language).to_owned()).collect();
                (words.stands_still)(&kind.name, &by)
            });
            let others = self.all.iter().map(|other| other.name.as_str());
            let near =
                suggest::did_you_mean(&kind.name, others.filter(|other| *other != kind.name));
            Problem::warning(title, &kind.place).maybe_help(near)
        };
        self.all.iter().enumerate().filter(is_idle).map(warning).collect()
    }
}

impl Resolver<'_> {
    /// The kind of work that a step needs, or a stand-in for one that could not
    /// be read.
    pub fn need(&mut self, record: &Record, by: Said) -> Kind {
        match record.name("work") {
            Some(name) => self.kinds.need(&name, by),
            None => Kind(0),
        }
    }

    /// The kind of work that a role carries.
    pub fn carried(&mut self, named: &Named) -> Kind {
        let known = self.kinds.find(&named.text);
        if known.is_none() {
            let title = Said::by(|words| (words.unneeded_kind)(&named.text));
            if let Some(problem) = self.kinds.unneeded(title, named) {
                self.problems.push(problem);
            }
        }
        known.unwrap_or(Kind(0))
    }

    /// The kinds that come first when hours are short.
    pub fn priorities(&mut self, record: &Record) -> Vec<Kind> {
        let mut first: Vec<(Kind, &Named)> = Vec::new();
        for named in record.names("priorities") {
            let Some(kind) = self.kinds.find(&named.text) else {
                let title = Said::by(|words| (words.unneeded_priority)(&named.text));
                if let Some(problem) = self.kinds.unneeded(title, named) {
                    self.problems.push(problem);
                }
                continue;
            };
            match first.iter().find(|&&(earlier, _)| earlier == kind) {
                Some((_, earlier)) => {
                    let title = Said::by(|words| (words.listed_twice)(&named.text));
                    let problem = Problem::error(title, &named.place);
                    self.problems.push(
                        problem.also(&earlier.place, Said::plain(|words| words.listed_first)),
                    );
                }
                None => first.push((kind, named)),
            }
        }
        first.into_iter().map(|(kind, _)| kind).collect()
    }
}
