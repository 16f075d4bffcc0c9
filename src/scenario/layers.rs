//! Second pass: a file laid over what it extends. Tables merge key by key,
//! everything else is replaced, and what a base file holds comes first.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::document::{self, Node, Table};
use super::problem::{Problem, Problems};
use super::source::Place;
use crate::language::{Said, Shape};

/// Longest chain of files that extend each other.
const DEEPEST: usize = 16;

/// Files that have been read, so that a shared base is read once.
#[derive(Debug, Default)]
pub struct Library {
    known: HashMap<PathBuf, Option<Node>>,
}

impl Library {
    fn open(
        &mut self,
        path: &Path,
        asked: Option<&Place>,
        problems: &mut Problems,
    ) -> Option<Node> {
        let number = self.known.len();
        let key = identity(path);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let read = document::read(path, number, asked, problems);
        self.known.insert(key, read.clone());
        read
    }

    /// How many files have been read.
    pub fn len(&self) -> usize {
        self.known.len()
    }
}

/// The same for two ways to write the same file.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A file with everything that it extends, as one tree. The place of the tree
/// is the file that was asked for.
pub fn read(file: &Path, library: &mut Library, problems: &mut Problems) -> Option<Node> {
    let mut layers = chain(file, library, problems)?;
    let mut merged = layers.pop().expect("a chain holds the file that it starts with");
    while let Some(over) = layers.pop() {
        if let Some(table) = merged.table_mut() {
            table.shift_remove("name");
        }
        lay(over, &mut merged);
    }
    if let Some(table) = merged.table_mut() {
        table.shift_remove("extends");
    }
    Some(merged)
}

/// The file, what it extends, what that extends, and so on.
fn chain(file: &Path, library: &mut Library, problems: &mut Problems) -> Option<Vec<Node>> {
    let mut path = file.to_owned();
    let mut asked: Option<Place> = None;
    let mut seen: Vec<PathBuf> = Vec::new();
    let mut layers = Vec::new();
    loop {
        if let Some(place) = &asked
            && let Some(problem) = endless(&path, &seen, place)
        {
            problems.push(problem);
            return None;
        }
        let node = library.open(&path, asked.as_ref(), problems)?;
        seen.push(path.clone());
        let Some(extends) = node.table().and_then(|table| table.get("extends")) else {
            layers.push(node);
            return Some(layers);
        };
        let place = extends.node.place.clone();
        let Some(base) = extends.node.text() else {
            let title = Said::by(|words| (words.must_be)("extends", Shape::File));
            let found = extends.node.value.this_is();
            problems.push(Problem::error(title, &place).label(found));
            return None;
        };
        if base.trim().is_empty() {
            let title = Said::by(|words| (words.not_empty)("extends", false));
            problems.push(Problem::error(title, &place));
            return None;
        }
        path = place.source.folder.join(base);
        asked = Some(place);
        layers.push(node);
    }
}

/// A file that extends itself, directly or through others.
fn endless(path: &Path, seen: &[PathBuf], place: &Place) -> Option<Problem> {
    if let Some(start) = seen.iter().position(|earlier| identity(earlier) == identity(path)) {
        let names: Vec<_> = (seen[start..].iter().chain([&seen[start]]))
            .map(|path| format!("`{}`", path.display()))
            .collect();
        let help = Said::by(|words| (words.extends)(&names));
        return Some(Problem::error(Said::plain(|words| words.circle), place).help(help));
    }
    (seen.len() >= DEEPEST).then(|| {
        Problem::error(Said::plain(|words| words.sizes.chain), place)
            .help(Said::by(|words| (words.sizes.longest_chain)(DEEPEST)))
    })
}

/// Lays a tree over another.
fn lay(over: Node, base: &mut Node) {
    if over.table().is_none() || base.table().is_none() {
        *base = over;
        return;
    }
    base.place = over.place.clone();
    let (Some(below), document::Value::Table(above)) = (base.table_mut(), over.value) else {
        return;
    };
    lay_table(above, below);
}

fn lay_table(above: Table, below: &mut Table) {
    for (key, entry) in above {
        match below.get_mut(&key) {
            Some(known) => {
                known.key = entry.key;
                lay(entry.node, &mut known.node);
            }
            None => {
                below.insert(key, entry);
            }
        }
    }
}
