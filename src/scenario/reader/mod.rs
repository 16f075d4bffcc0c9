//! Third pass: the merged tree read with the table of fields. Unknown keys,
//! missing keys, wrong types and values out of range are all reported; what
//! comes out has the shape that the table of fields promises.

mod value;

use super::document::{Node, Table, Value};
use super::field::{Field, Group, Need, Shape};
use super::problem::{Problem, Problems};
use super::record::{Cell, Named, Read, Record};
use super::source::Place;
use super::{fields, suggest};
use crate::language::Said;
use crate::organisation::{Path, limits};

/// Reads a whole scenario.
pub fn read(root: &Node, problems: &mut Problems) -> Record {
    Reader { problems }.group(root, &fields::SCENARIO, &Path::default())
}

struct Reader<'a> {
    problems: &'a mut Problems,
}

impl Reader<'_> {
    /// A table with fixed keys.
    fn group(&mut self, node: &Node, group: &'static Group, path: &Path) -> Record {
        let Some(table) = node.table() else {
            let key = path.0.last().map_or("the file", String::as_str);
            self.problems.push(value::wrong_type(key, &Shape::Table(group), node, path));
            return Record::broken(group, &node.place);
        };
        let meant = self.unknown_keys(table, group);
        let mut missing = Vec::new();
        let mut cells = Vec::new();
        for field in group.fields {
            cells.push(match table.get(field.key) {
                Some(entry) => self.cell(&entry.node, field, &path.join(field.key)),
                None if field.need != Need::Required => Cell::LeftOut,
                None => {
                    if !meant.contains(&field.key) {
                        missing.push(field.key);
                    }
                    Cell::Broken
                }
            });
        }
        if !missing.is_empty() {
            self.problems.push(missing_keys(&missing, group, &node.place, path));
        }
        Record { place: node.place.clone(), group, cells }
    }

    fn cell(&mut self, node: &Node, field: &Field, path: &Path) -> Cell {
        let read = match field.shape {
            Shape::Table(group) if node.table().is_some() => {
                Ok(Read::Table(self.group(node, group, path)))
            }
            Shape::Each(group, some) => self.each(node, field, group, some, path),
            Shape::List(group, some) => self.list(node, field, group, some, path),
            _ => value::read(node, field, path),
        };
        match read {
            Ok(read) => Cell::Given(node.place.clone(), read),
            Err(problem) => {
                self.problems.push(problem);
                Cell::Broken
            }
        }
    }

    /// Reports keys that the group does not have; answers with the keys that
    /// were probably meant, which are not missing then.
    fn unknown_keys(&mut self, table: &Table, group: &'static Group) -> Vec<&'static str> {
        let left = || group.keys().filter(|key| !table.contains_key(*key));
        let mut meant = Vec::new();
        for (key, entry) in table.iter().filter(|(key, _)| group.field(key).is_none()) {
            let near = suggest::nearest(key, left().chain(group.keys()));
            meant.extend(near.and_then(|near| group.field(near)).map(|field| field.key));
            let title = Said::by(|words| (words.no_key)(key));
            let problem = Problem::error(title, &entry.key);
            self.problems.push(problem.help(meant_key(key, near, group)));
        }
        meant
    }

    /// Tables under free names.
    fn each(
        &mut self,
        node: &Node,
        field: &Field,
        group: &'static Group,
        some: bool,
        path: &Path,
    ) -> Result<Read, Problem> {
        let wrong = || value::wrong_type(field.key, &field.shape, node, path);
        let table = node.table().ok_or_else(wrong)?;
        count(table.len(), some, field, &node.place)?;
        let mut records = Vec::new();
        for (key, entry) in table {
            let named = Named { text: key.clone(), place: entry.key.clone() };
            if let Some(problem) = value::unusable_name(field.key, true, &named) {
                self.problems.push(problem);
            }
            records.push((named, self.group(&entry.node, group, &path.join(key))));
        }
        Ok(Read::Each(records))
    }

    /// A list of tables.
    fn list(
        &mut self,
        node: &Node,
        field: &Field,
        group: &'static Group,
        some: bool,
        path: &Path,
    ) -> Result<Read, Problem> {
        let wrong = || value::wrong_type(field.key, &field.shape, node, path);
        let Value::Array(items) = &node.value else { return Err(wrong()) };
        count(items.len(), some, field, &node.place)?;
        let record = |(i, item): (usize, &Node)| {
            let named = item.table().and_then(|table| table.get("name")?.node.text());
            let key = named.map_or_else(|| (i + 1).to_string(), str::to_owned);
            self.group(item, group, &path.join(&key))
        };
        Ok(Read::List(items.iter().enumerate().map(record).collect()))
    }
}

fn count(count: usize, some: bool, field: &Field, place: &Place) -> Result<(), Problem> {
    if count == 0 && some {
        let title = Said::by(|words| (words.not_empty)(field.key, false));
        let help = Said::by(|words| (words.at_least_one)(field.says));
        return Err(Problem::error(title, place).help(help));
    }
    if count > limits::ENTRIES {
        let title = Said::by(|words| (words.sizes.entries)(field.key, count));
        let help = Said::by(|words| (words.sizes.most_entries)(limits::ENTRIES));
        return Err(Problem::error(title, place).help(help));
    }
    Ok(())
}

fn meant_key(key: &str, near: Option<&str>, group: &'static Group) -> Said {
    if let Some(near) = near {
        return suggest::meant(near);
    }
    let elsewhere = fields::all_groups().into_iter().find(|other| other.field(key).is_some());
    if let Some(other) = elsewhere {
        let header = (!std::ptr::eq(other, &raw const fields::SCENARIO)).then_some(other.header);
        return Said::by(|words| (words.key_of)(key, header));
    }
    let keys: Vec<_> = group.keys().map(|key| format!("`{key}`")).collect();
    Said::by(|words| (words.keys)(&keys))
}

/// Keys that have no default and are not there, at the header of their table.
fn missing_keys(keys: &[&str], group: &Group, place: &Place, path: &Path) -> Problem {
    let named: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let title = Said::by(|words| (words.missing)(&named, &path.to_string()));
    let fields = keys.iter().filter_map(|key| group.field(key));
    fields.fold(Problem::error(title, place), |problem, field| {
        let (key, shape) = (field.key, field.shape.expected());
        problem.help(Said::by(|words| (words.what_is)(key, field.says, shape)))
    })
}
