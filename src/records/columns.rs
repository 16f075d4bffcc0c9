//! Which column is taken for what.

use super::field::{FileKind, Meaning, column_name};
use super::private::is_contact;
use super::problem::Problem;
use super::synonyms::wanted;
use super::unit::without_unit;

/// `--column lead_created=first_contact_date`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// What it shall mean: `lead_created`.
    pub column: String,
    /// The header as it stands in the file.
    pub header: String,
}

/// The columns of one file by what they mean.
#[derive(Debug, Clone, Default)]
pub struct Columns(Vec<Taken>);

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// What it was taken for.
    pub meaning: Meaning,
    /// Its place in a row, counted from 0.
    pub place: usize,
    /// Whether it was named with `--column`.
    pub told: bool,
}

impl Columns {
    /// Finds the columns of a file by its header.
    ///
    /// # Errors
    /// With every column that is missing, named wrongly, or that two headers fit.
    pub fn find(
        file: FileKind,
        name: &str,
        header: &[String],
        overrides: &[Override],
    ) -> Result<Self, Vec<Problem>> {
        let plain: Vec<String> = header.iter().map(|header| normal(header)).collect();
        let bare: Vec<String> = header.iter().map(|header| normal(without_unit(header))).collect();
        let mut found = Self::default();
        let mut problems = Vec::new();
        for wanted in wanted(file) {
            let column = column_name(file, wanted.meaning);
            let told = overrides.iter().find(|told| normal(&told.column) == normal(&column));
            let place = match told {
                Some(told) => named(&told.header, header, &plain),
                None => by_ranks(wanted.ranks, &[&plain, &bare]),
            };
            match place {
                Place::One(place) => {
                    let taken = Taken { meaning: wanted.meaning, place, told: told.is_some() };
                    found.0.push(taken);
                }
                Place::Two(one, other) => problems.push(Problem::TwoColumns {
                    file: name.to_owned(),
                    column,
                    headers: [(one + 1, header[one].clone()), (other + 1, header[other].clone())],
                }),
                Place::None if wanted.needed || told.is_some() => {
                    problems.push(Problem::NoColumn {
                        file: name.to_owned(),
                        column,
                        asked: told.map(|told| told.header.clone()),
                        nearest: nearest(told, wanted.ranks, &free(file, header)),
                        headers: header.iter().filter(|text| !is_contact(text)).cloned().collect(),
                    });
                }
                Place::None => {}
            }
        }
        if found.0.is_empty() {
            problems.iter_mut().for_each(keep_silent);
        }
        if problems.is_empty() { Ok(found) } else { Err(problems) }
    }

    /// The place of a column in a row.
    #[must_use]
    pub fn place(&self, meaning: Meaning) -> Option<usize> {
        self.0.iter().find(|taken| taken.meaning == meaning).map(|taken| taken.place)
    }

    /// Whether there is such a column.
    #[must_use]
    pub fn has(&self, meaning: Meaning) -> bool {
        self.place(meaning).is_some()
    }

    /// All columns that were taken.
    pub fn iter(&self) -> impl Iterator<Item = &Taken> {
        self.0.iter()
    }
}

/// What is wrong with a `--column` that names no column of the files that are given, or
/// names what another one does.
///
/// # Errors
/// With every such override.
pub fn known(overrides: &[Override], given: &[FileKind]) -> Result<(), Vec<Problem>> {
    let all: Vec<String> = FileKind::ALL
        .into_iter()
        .flat_map(|file| wanted(file).iter().map(move |wanted| column_name(file, wanted.meaning)))
        .collect();
    let unknown = |told: &&Override| all.iter().all(|name| normal(name) != normal(&told.column));
    let unknown = overrides.iter().filter(unknown).map(|told| Problem::NoSuchMeaning {
        column: told.column.clone(),
        nearest: closest(&normal(&told.column), all.iter().map(String::as_str)),
    });
    let times =
        |name: &str| overrides.iter().filter(|told| normal(&told.column) == normal(name)).count();
    let twice = all.iter().filter(|name| times(name) > 1);
    let twice = twice.map(|name| Problem::ColumnTwice { column: name.clone() });
    let absent = FileKind::ALL.into_iter().filter(|file| !given.contains(file)).flat_map(|file| {
        let names = wanted(file).iter().map(move |wanted| column_name(file, wanted.meaning));
        let asked = names.filter(|name| times(name) > 0);
        asked.map(move |column| Problem::NoFileFor { column, option: file.option() })
    });
    let problems: Vec<Problem> = unknown.chain(twice).chain(absent).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Takes the headers out of a problem: where none is known, the line may be a row,
/// and hold names of people.
fn keep_silent(problem: &mut Problem) {
    if let Problem::NoColumn { nearest, headers, .. } = problem {
        *nearest = None;
        headers.clear();
    }
}

enum Place {
    None,
    One(usize),
    Two(usize, usize),
}

/// The place of a header as typed: exactly, or else without case and signs.
fn named(wanted: &str, header: &[String], plain: &[String]) -> Place {
    let places = |fits: &dyn Fn(usize) -> bool| {
        let mut places = (0..header.len()).filter(|place| fits(*place));
        match (places.next(), places.next()) {
            (None, _) => Place::None,
            (Some(one), None) => Place::One(one),
            (Some(one), Some(other)) => Place::Two(one, other),
        }
    };
    match places(&|place| header[place] == wanted) {
        Place::None => places(&|place| plain[place] == normal(wanted)),
        place => place,
    }
}

/// The place of the first header that fits, by rank; of one rank, as it is written
/// before without its unit.
fn by_ranks(ranks: &[&str], ways: &[&[String]]) -> Place {
    for rank in ranks {
        let words: Vec<String> = rank.split(',').map(normal).collect();
        for headers in ways {
            let mut fit = (0..headers.len()).filter(|place| words.contains(&headers[*place]));
            if let Some(one) = fit.next() {
                return fit.next().map_or(Place::One(one), |other| Place::Two(one, other));
            }
        }
    }
    Place::None
}

/// A header without what exports differ in: case, spaces, signs, and the kind
/// of record before a dash.
fn normal(header: &str) -> String {
    let lower = header.to_lowercase();
    let bare = ["deal - ", "lead - ", "opportunity - ", "deal: ", "lead: ", "opportunity: "]
        .iter()
        .find_map(|prefix| lower.trim_start().strip_prefix(prefix))
        .unwrap_or(&lower);
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Headers that are not found as columns of another meaning: "won date" is not
/// meant where an "open date" is missing.
fn free(file: FileKind, header: &[String]) -> Vec<&str> {
    let known = |header: &str| {
        let plain = [normal(header)];
        wanted(file).iter().any(|wanted| !matches!(by_ranks(wanted.ranks, &[&plain]), Place::None))
    };
    header.iter().map(String::as_str).filter(|header| !known(header)).collect()
}

/// The header most like what was looked for.
fn nearest(told: Option<&Override>, ranks: &[&str], header: &[&str]) -> Option<String> {
    let headers = || header.iter().copied();
    match told {
        Some(told) => closest(&normal(&told.header), headers()),
        None => {
            let words = ranks.iter().flat_map(|rank| rank.split(',')).map(normal);
            words.filter_map(|word| likeness(&word, headers())).max_by(|a, b| a.0.total_cmp(&b.0))
        }
        .map(|(_, header)| header),
    }
}

fn closest<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> Option<String> {
    likeness(word, among).map(|(_, header)| header)
}

/// The most similar of some names, where it is similar enough to be meant.
fn likeness<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> Option<(f64, String)> {
    let scored = among.map(|name| (strsim::jaro_winkler(word, &normal(name)), name.to_owned()));
    scored.filter(|(score, _)| *score > 0.85).max_by(|a, b| a.0.total_cmp(&b.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_is_listed_twice_for_one_column() {
        for file in FileKind::ALL {
            for wanted in wanted(file) {
                let words = wanted.ranks.iter().flat_map(|rank| rank.split(',')).map(normal);
                let mut words: Vec<String> = words.collect();
                words.sort();
                let count = words.len();
                words.dedup();
                assert_eq!(words.len(), count, "{file:?} {:?}", wanted.meaning);
            }
        }
    }
}
