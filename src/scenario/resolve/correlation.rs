//! Factors that move together.

use super::super::dotted;
use super::super::problem::Problem;
use super::super::record::{Named, Record};
use super::super::source::Place;
use super::super::suggest;
use super::Resolver;
use crate::language::Said;
use crate::organisation::{Correlations, FactorId};

/// One stated correlation.
struct Stated {
    between: (FactorId, FactorId),
    rho: f64,
    place: Place,
}

impl Resolver<'_> {
    /// Groups of factors that are correlated, directly or through others.
    pub fn correlations(&mut self, record: &Record) -> Vec<Correlations> {
        let structure_is_known = !["segments", "roles", "market", "economics", "handoffs"]
            .iter()
            .any(|key| record.has_holes(key));
        let mut all: Vec<Stated> = Vec::new();
        for inner in record.list("correlations") {
            if let Some(stated) = self.stated(inner, record, structure_is_known)
                && self.is_new(&stated, &all)
            {
                all.push(stated);
            }
        }
        let mut groups = Vec::new();
        while !all.is_empty() {
            let group = connected(&mut all);
            groups.extend(self.group(&group));
        }
        groups
    }

    fn stated(
        &mut self,
        record: &Record,
        all: &Record,
        structure_is_known: bool,
    ) -> Option<Stated> {
        let found: Vec<_> = (record.names("between").iter())
            .map(|path| self.factor_at(path, all, structure_is_known))
            .collect();
        let [Some(first), Some(second)] = found.as_slice() else { return None };
        let place = record.place_of("between").clone();
        if first == second {
            let title = Said::plain(|words| words.same_factor);
            self.problems.push(Problem::error(title, &place));
            return None;
        }
        let rho = record.number("rho")?;
        Some(Stated { between: (*first.min(second), *first.max(second)), rho, place })
    }

    fn factor_at(
        &mut self,
        path: &Named,
        record: &Record,
        structure_is_known: bool,
    ) -> Option<FactorId> {
        let parsed = match dotted::parse(&path.text) {
            Ok(parsed) => parsed,
            Err(why) => {
                let says = |text| Said::by(|words| (words.notation.broken_path)(text, why));
                self.problems.push(Problem::error(says(Some(&path.text)), &path.place));
                return None;
            }
        };
        if let Some(factor) = self.factors.find(&parsed) {
            if self.factors[factor].distribution.as_known().is_some() {
                let title = Said::by(|words| (words.known_exactly)(&path.text));
                self.warnings.push(Problem::warning(title, &path.place));
            }
            return Some(factor);
        }
        if record.has(&parsed.0) {
            let title = Said::by(|words| (words.not_uncertain)(&path.text));
            self.problems.push(Problem::error(title, &path.place));
        } else if structure_is_known {
            let known: Vec<_> =
                self.factors.all.iter().map(|factor| factor.path.to_string()).collect();
            let near = suggest::did_you_mean(&path.text, known.iter().map(String::as_str));
            let title = Said::by(|words| (words.no_factor)(&path.text));
            self.problems.push(Problem::error(title, &path.place).maybe_help(near));
        }
        None
    }

    fn is_new(&mut self, stated: &Stated, all: &[Stated]) -> bool {
        let earlier = all.iter().find(|earlier| earlier.between == stated.between);
        if let Some(earlier) = earlier {
            let title = Said::plain(|words| words.correlated_twice);
            let problem = Problem::error(title, &stated.place);
            self.problems.push(problem.also(&earlier.place, Said::plain(|words| words.here_first)));
        }
        earlier.is_none()
    }

    /// The group of these correlations, its members in the order of their paths.
    fn group(&mut self, group: &[Stated]) -> Option<Correlations> {
        let mut members: Vec<_> =
            group.iter().flat_map(|stated| [stated.between.0, stated.between.1]).collect();
        members.sort_by(|&a, &b| self.factors[a].path.cmp(&self.factors[b].path));
        members.dedup();
        let position = |factor| {
            members.iter().position(|&member| member == factor).expect("every factor is a member")
        };
        let pairs: Vec<_> = (group.iter())
            .map(|stated| (position(stated.between.0), position(stated.between.1), stated.rho))
            .collect();
        match Correlations::new(members.clone(), pairs.clone()) {
            Ok(correlations) => Some(correlations),
            Err(error) => {
                let pair = |&(a, b, _): &(usize, usize, f64)| {
                    (a.min(b), a.max(b)) == (error.column, error.row)
                };
                let at = pairs.iter().position(pair).unwrap_or(0);
                self.problems.push(contradiction(&group[at]));
                None
            }
        }
    }
}

/// Takes out of `all` what hangs together with its first element.
fn connected(all: &mut Vec<Stated>) -> Vec<Stated> {
    let mut group = vec![all.remove(0)];
    loop {
        let touches = |stated: &mut Stated| {
            group.iter().any(|member| {
                let (a, b) = member.between;
                [a, b].contains(&stated.between.0) || [a, b].contains(&stated.between.1)
            })
        };
        let more: Vec<_> = all.extract_if(.., touches).collect();
        if more.is_empty() {
            return group;
        }
        group.extend(more);
    }
}

fn contradiction(stated: &Stated) -> Problem {
    Problem::error(Said::plain(|words| words.contradiction), &stated.place)
        .label(Said::by(|words| (words.cannot_have)(stated.rho)))
        .help(Said::plain(|words| words.nearer_to_0))
}
