//! A scenario as one file: everything that it extends merged in, what the
//! command line overruled laid over it, data columns beside it. Loaded again, it
//! gives the same runs.
//!
//! Of a data file only the columns that are used are kept, so that a copy does
//! not carry away what nobody asked for.

use std::fmt::Write as _;

use super::data;
use super::document::{Entry, Node, Table, Value};
use super::field::{Group, Shape};
use super::fields;
use super::notation::{self, Expression, Says, Word};
use super::problem::Problem;
use super::source::Place;

/// Data columns by the names of their files, in the order of first use; one for
/// all scenarios of a command.
#[derive(Debug, Default)]
pub struct Columns(Vec<Column>);

/// A data column as a file of its own.
#[derive(Debug)]
struct Column {
    /// The file that it is from, and its header.
    from: (std::path::PathBuf, String),
    name: String,
    text: String,
}

impl Columns {
    /// Names and contents of the files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|column| (column.name.as_str(), column.text.as_str()))
    }

    /// The name of the file for a column, which is read unless it was before.
    fn name(&mut self, place: &Place, file: &Word, header: &Word) -> Result<String, Problem> {
        let path = place.source.folder.join(&file.text);
        let from = (path.canonicalize().unwrap_or(path), header.text.clone());
        if let Some(known) = self.0.iter().find(|column| column.from == from) {
            return Ok(known.name.clone());
        }
        let values = data::column("data", file, header, |_| place.clone())?;
        let name = format!("data-{}.csv", self.0.len() + 1);
        let mut text = format!("{}\n", quoted_cell(&header.text));
        for value in values {
            writeln!(text, "{value:?}").expect("a string takes any text");
        }
        self.0.push(Column { from, name: name.clone(), text });
        Ok(name)
    }
}

/// A cell of a CSV file.
fn quoted_cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A merged tree as TOML. `name` is what the scenario is called.
///
/// # Errors
/// A data file that can be read no more.
pub fn complete(tree: &Node, name: &str, columns: &mut Columns) -> Result<String, Problem> {
    let mut writer = Writer { out: String::new(), columns };
    writeln!(writer.out, "name = {}", string(name)).expect("a string takes any text");
    let table = tree.table().expect("a scenario is a table");
    writer.table(table, &fields::SCENARIO, &[])?;
    Ok(writer.out)
}

/// A table with no more keys than this, and no tables in it, stands in one line.
const FEW: usize = 4;

/// Whether tables of this group stand in one line below the first level. It
/// depends on the group alone, so that tables beside each other keep their order.
fn is_short(group: &Group, depth: usize) -> bool {
    let simple =
        |shape: Shape| !matches!(shape, Shape::Table(_) | Shape::Each(..) | Shape::List(..));
    depth > 1 && group.fields.len() <= FEW && group.fields.iter().all(|field| simple(field.shape))
}

struct Writer<'a> {
    out: String,
    columns: &'a mut Columns,
}

impl Writer<'_> {
    /// The keys of a table with fixed keys: first what stands in one line.
    fn table(&mut self, table: &Table, group: &Group, path: &[&str]) -> Result<(), Problem> {
        let mut later = Vec::new();
        for (key, entry) in table.iter().filter(|(key, _)| !path.is_empty() || *key != "name") {
            let field = group.field(key).expect("unknown keys were refused");
            let inner = [path, &[key.as_str()]].concat();
            let deep = match field.shape {
                Shape::Table(group) => !is_short(group, inner.len()),
                Shape::Each(..) | Shape::List(..) => true,
                _ => false,
            };
            if deep {
                later.push((inner, field.shape, &entry.node));
            } else {
                let value = self.value(&entry.node, field.shape)?;
                self.line(key, &value);
            }
        }
        later.into_iter().try_for_each(|(path, shape, node)| self.below(node, shape, &path))
    }

    /// Tables under headers of their own.
    fn below(&mut self, node: &Node, shape: Shape, path: &[&str]) -> Result<(), Problem> {
        match (shape, &node.value) {
            (Shape::Table(group), Value::Table(table)) => {
                self.header(path, "[", "]");
                self.table(table, group, path)
            }
            (Shape::Each(group, _), Value::Table(table)) if is_short(group, path.len() + 1) => {
                self.header(path, "[", "]");
                for (key, entry) in table {
                    let value = self.value(&entry.node, Shape::Table(group))?;
                    self.line(key, &value);
                }
                Ok(())
            }
            (Shape::Each(group, _), Value::Table(table)) => {
                table.iter().try_for_each(|(key, entry)| {
                    let path = [path, &[key.as_str()]].concat();
                    self.below(&entry.node, Shape::Table(group), &path)
                })
            }
            (Shape::List(group, _), Value::Array(items)) => items.iter().try_for_each(|item| {
                self.header(path, "[[", "]]");
                self.table(item.table().expect("a list of tables was read"), group, path)
            }),
            _ => unreachable!("every value has the shape of its field"),
        }
    }

    fn header(&mut self, path: &[&str], open: &str, close: &str) {
        let path: Vec<String> = path.iter().map(|part| key(part)).collect();
        writeln!(self.out, "\n{open}{}{close}", path.join(".")).expect("a string takes any text");
    }

    fn line(&mut self, name: &str, value: &str) {
        writeln!(self.out, "{} = {value}", key(name)).expect("a string takes any text");
    }

    /// A value in one line.
    fn value(&mut self, node: &Node, shape: Shape) -> Result<String, Problem> {
        Ok(match (&node.value, shape) {
            (Value::Text(text), Shape::Factor(_)) => string(&self.factor(text, &node.place)?),
            (Value::Text(text), _) => string(text),
            (Value::Integer(number), _) => number.to_string(),
            (Value::Float(number), _) => format!("{number:?}"),
            (Value::Array(items), _) => {
                let items: Result<Vec<_>, _> =
                    items.iter().map(|item| self.value(item, shape)).collect();
                format!("[{}]", items?.join(", "))
            }
            (Value::Table(table), Shape::Table(_)) if table.is_empty() => "{}".to_owned(),
            (Value::Table(table), Shape::Table(group)) => {
                let pair = |(name, entry): (&String, &Entry)| {
                    let shape = group.field(name).expect("unknown keys were refused").shape;
                    Ok(format!("{} = {}", key(name), self.value(&entry.node, shape)?))
                };
                let pairs: Result<Vec<_>, Problem> = table.iter().map(pair).collect();
                format!("{{ {} }}", pairs?.join(", "))
            }
            _ => unreachable!("every value has the shape of its field"),
        })
    }

    /// What is believed as it was written, but for the file of a data column.
    fn factor(&mut self, text: &str, place: &Place) -> Result<String, Problem> {
        let Some((file, column)) = data_of(notation::parse(text).ok()) else {
            return Ok(text.to_owned());
        };
        let name = self.columns.name(place, &file, &column)?;
        Ok(format!("{}{name}{}", &text[..file.at.start], &text[file.at.end..]))
    }
}

/// The data column of a distribution, perhaps inside `truncate`.
fn data_of(expression: Option<Expression>) -> Option<(Word, Word)> {
    match expression?.says {
        Says::Data { file, column } => Some((file, column)),
        Says::Truncate(inner, ..) => data_of(Some(*inner)),
        _ => None,
    }
}

/// A key, in quotes where TOML needs them.
fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !text.is_empty() && text.chars().all(bare) { text.to_owned() } else { string(text) }
}

/// Text in quotes.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if control.is_control() => {
                write!(out, "\\u{:04X}", u32::from(control)).expect("a string takes any text");
            }
            other => out.push(other),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_text_are_quoted_where_they_must_be() {
        assert_eq!(key("sdr-2_a"), "sdr-2_a");
        assert_eq!(key("专业"), "\"专业\"");
        assert_eq!(key("a.b"), "\"a.b\"");
        assert_eq!(string("a \"b\" \\ \u{7f}"), "\"a \\\"b\\\" \\\\ \\u007F\"");
        assert_eq!(quoted_cell("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
