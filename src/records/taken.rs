//! Stands where the account of columns will.

/// A column and what it was taken for.
#[derive(Debug, Clone, Default)]
pub struct ColumnTaken;

/// How a file was read.
#[derive(Debug, Clone, Default)]
pub struct FileRead;
