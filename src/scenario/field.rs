//! What a scenario file may say, as a table that both the reader and the schema
//! for editors walk: they cannot drift apart.

use crate::distribution::Domain;
use crate::language;

/// One key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What its value must look like.
    pub shape: Shape,
    /// Whether it must be given.
    pub need: Need,
    /// What it means, with its unit.
    pub says: &'static str,
}

/// A table with fixed keys.
#[derive(Debug)]
pub struct Group {
    /// What one such table is.
    pub title: &'static str,
    /// The header it stands under, NAME standing for what is free.
    pub header: &'static str,
    /// Its keys, in the order of the model.
    pub fields: &'static [Field],
}

/// Whether a field must be given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Need {
    /// It has no default.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, and is this number then.
    Default(f64),
}

/// What a value must look like.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text for people.
    Text,
    /// Text that other places refer to, or that they are referred by.
    Name,
    /// A file to lay this one over.
    File,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number between these two, both included.
    Whole(u64, u64),
    /// A number from 0 to 1 that is known exactly.
    Share,
    /// A number above -1 and below 1.
    Rho,
    /// Numbers of at least 0, one a month.
    Seasonality,
    /// Seats, or pairs of month and seats.
    Headcount,
    /// Names in the order that they are given in.
    Names,
    /// Two paths.
    Pair,
    /// A number that may be uncertain.
    Factor(Domain),
    /// A table with fixed keys.
    Table(&'static Group),
    /// A table of such tables under free names; whether there must be one.
    Each(&'static Group, bool),
    /// A list of such tables; whether there must be one.
    List(&'static Group, bool),
}

impl Shape {
    /// What a value must be, as language knows it.
    pub fn expected(&self) -> language::Shape {
        match self {
            Self::Text | Self::Name => language::Shape::Text,
            Self::File => language::Shape::File,
            Self::OneOf(_) => language::Shape::Word,
            Self::Whole(..) => language::Shape::Whole,
            Self::Share | Self::Rho => language::Shape::Number,
            Self::Seasonality => language::Shape::Numbers,
            Self::Headcount => language::Shape::Headcount,
            Self::Names => language::Shape::Texts,
            Self::Pair => language::Shape::Paths,
            Self::Factor(_) => language::Shape::Factor,
            Self::Table(_) | Self::Each(..) => language::Shape::Table,
            Self::List(..) => language::Shape::Tables,
        }
    }
}

impl Shape {
    /// Whether other places may refer to such a value or to something inside.
    pub fn may_be_referred_to(&self) -> bool {
        matches!(self, Self::Name | Self::Table(_) | Self::Each(..) | Self::List(..))
    }
}

impl Group {
    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.fields.iter().map(|field| field.key)
    }

    /// Whether the table makes sense with nothing in it.
    pub fn may_be_empty(&self) -> bool {
        self.fields.iter().all(|field| field.need != Need::Required)
    }
}

/// Short for a field.
pub const fn field(key: &'static str, shape: Shape, need: Need, says: &'static str) -> Field {
    Field { key, shape, need, says }
}
