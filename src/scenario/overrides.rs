//! Values that the command line lays over every scenario: `--set PATH=VALUE`.

use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;

use super::document::{self, Entry, Node, Table, Value};
use super::field::{Field, Group, Shape};
use super::problem::{Problem, Problems};
use super::source::{Place, Source};
use super::{dotted, fields, suggest};
use crate::language::{BrokenPath, Said};
use crate::organisation::Path;

/// One value of the command line.
#[derive(Debug)]
pub struct Override {
    /// Where the value goes.
    pub path: Path,
    /// Where the path stands.
    pub place: Place,
    /// What goes there.
    pub value: Node,
}

/// Reads `PATH=VALUE`. What is not TOML is text.
pub fn parse(argument: &str, number: usize, problems: &mut Problems) -> Option<Override> {
    let prefix = "--set ";
    let text = format!("{prefix}{argument}");
    let name = "command line".to_owned();
    let source = Arc::new(Source { name, text, folder: PathBuf::new(), number, has_lines: false });
    let Some(equals) = dotted::equals(argument) else {
        let place = Place::new(&source, prefix.len()..source.text.len());
        let problem = match dotted::parse(argument) {
            Err(why) => broken(why, &place),
            Ok(_) => Problem::error(Said::plain(|words| words.needs_value), &place),
        };
        problems.push(problem.help(Said::by(|words| (words.write)("--set PATH=VALUE"))));
        return None;
    };
    let place = Place::new(&source, prefix.len()..prefix.len() + equals);
    match dotted::parse(&argument[..equals]) {
        Ok(path) if path.0[0] == "extends" => {
            let title = Said::plain(|words| words.only_in_files);
            problems.push(Problem::error(title, &place));
            None
        }
        Ok(path) => {
            let value = value(&source, prefix.len() + equals + 1);
            Some(Override { path, place, value })
        }
        Err(why) => {
            problems.push(broken(why, &place));
            None
        }
    }
}

/// That a path cannot be read.
pub fn broken(why: BrokenPath, place: &Place) -> Problem {
    Problem::error(Said::by(|words| (words.notation.broken_path)(None, why)), place)
}

fn value(source: &Arc<Source>, at: usize) -> Node {
    let text = &source.text[at..];
    let start = at + (text.len() - text.trim_start().len());
    document::value(source, start).unwrap_or_else(|| {
        let text = text.trim();
        let place = Place::new(source, start..start + text.len());
        Node { place, value: Value::Text(text.to_owned()) }
    })
}

/// Lays the values over the scenarios that have a place for them. One without
/// a place in any scenario is a mistake, if these are all scenarios.
pub fn apply(
    overrides: &[Override],
    scenarios: &mut [Node],
    these_are_all: bool,
    problems: &mut Problems,
) {
    for given in overrides {
        let mut is_taken = false;
        for scenario in &mut *scenarios {
            is_taken |= lay(given, scenario);
        }
        if !is_taken && these_are_all {
            problems.push(nowhere(&given.path, &given.place, scenarios.iter()));
        }
    }
}

/// Lays the value over the scenario, if it has the table that the path ends in.
pub fn lay(given: &Override, scenario: &mut Node) -> bool {
    let Some((key, above)) = given.path.0.split_last() else { return false };
    let root = Shape::Table(&fields::SCENARIO);
    let Some(table) = descend(scenario, above, &root, &given.place) else { return false };
    let entry = Entry { key: given.place.clone(), node: given.value.clone() };
    table.insert(key.clone(), entry);
    true
}

/// The table that a path names. One that may be left out and that needs nothing
/// is there for this purpose. An element of a list goes by its name.
fn descend<'a>(
    node: &'a mut Node,
    keys: &[String],
    shape: &Shape,
    place: &Place,
) -> Option<&'a mut Table> {
    let Some((key, rest)) = keys.split_first() else { return node.table_mut() };
    match &mut node.value {
        Value::Table(table) => {
            let inner = match *shape {
                Shape::Table(group) => group.field(key)?.shape,
                Shape::Each(group, _) => Shape::Table(group),
                _ => return None,
            };
            if needs_nothing(&inner) && matches!(shape, Shape::Table(_)) {
                table.entry(key.clone()).or_insert_with(|| nothing(place));
            }
            descend(&mut table.get_mut(key)?.node, rest, &inner, place)
        }
        Value::Array(items) => {
            let Shape::List(group, _) = *shape else { return None };
            let item = items.iter_mut().find(|item| name(item) == Some(key))?;
            descend(item, rest, &Shape::Table(group), place)
        }
        _ => None,
    }
}

/// An empty table.
fn nothing(place: &Place) -> Entry {
    let node = Node { place: place.clone(), value: Value::Table(IndexMap::new()) };
    Entry { key: place.clone(), node }
}

/// What an element of a list is called.
fn name(item: &Node) -> Option<&str> {
    item.table()?.get("name")?.node.text()
}

fn needs_nothing(shape: &Shape) -> bool {
    match shape {
        Shape::Table(group) => group.may_be_empty(),
        Shape::Each(_, some) => !some,
        _ => false,
    }
}

/// That no scenario has a place for a path.
pub fn nowhere<'a>(
    path: &Path,
    place: &Place,
    scenarios: impl ExactSizeIterator<Item = &'a Node>,
) -> Problem {
    let (mut known, single) = (Vec::new(), scenarios.len() == 1);
    for scenario in scenarios {
        paths(scenario, &fields::SCENARIO, &Path::default(), &mut known);
    }
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    let near = suggest::did_you_mean(&path.to_string(), known.iter().map(String::as_str));
    let path = path.to_string();
    let title = Said::by(|words| (words.no_place)(&path, single));
    Problem::error(title, place).maybe_help(near)
}

/// Every path that a value could be set at.
fn paths(node: &Node, group: &Group, at: &Path, known: &mut Vec<Path>) {
    for field in group.fields {
        let path = at.join(field.key);
        let inner = node.table().and_then(|table| table.get(field.key)).map(|entry| &entry.node);
        match (field.shape, inner) {
            (Shape::Table(group), Some(inner)) => paths(inner, group, &path, known),
            (Shape::Each(group, _), Some(inner)) => {
                for (key, entry) in inner.table().into_iter().flatten() {
                    paths(&entry.node, group, &path.join(key), known);
                }
            }
            (Shape::List(group, _), Some(Node { value: Value::Array(items), .. })) => {
                for item in items {
                    if let Some(name) = name(item) {
                        paths(item, group, &path.join(name), known);
                    }
                }
            }
            _ => known.push(path),
        }
    }
}

/// What a path leads to in a scenario: the field's shape, and the value where one
/// is given.
pub fn field_at<'a>(scenario: &'a Node, path: &Path) -> Option<(&'static Field, Option<&'a Node>)> {
    let (mut shape, mut node) = (Shape::Table(&fields::SCENARIO), Some(scenario));
    let mut found = None;
    for key in &path.0 {
        let inner = node.and_then(|node| step(node, key));
        match shape {
            Shape::Table(group) => {
                let field = group.field(key)?;
                (shape, found) = (field.shape, Some(field));
                // A table that is left out counts only where it may be empty.
                if inner.is_none() && matches!(shape, Shape::Table(_)) && !needs_nothing(&shape) {
                    return None;
                }
            }
            Shape::Each(group, _) | Shape::List(group, _) => {
                inner?;
                (shape, found) = (Shape::Table(group), None);
            }
            _ => return None,
        }
        node = inner;
    }
    found.map(|field| (field, node))
}

/// What stands under a key, or is called by it in a list.
fn step<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Table(table) => table.get(key).map(|entry| &entry.node),
        Value::Array(items) => items.iter().find(|item| name(item) == Some(key)),
        _ => None,
    }
}
