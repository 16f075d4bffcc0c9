//! Columns that take no more memory than their values need.

/// Values of which the first rows may all be missing; `T::default()` stands for
/// a missing one and is never a value itself.
#[derive(Debug, Clone, Default)]
pub struct Column<T>(Vec<T>);

impl<T: Copy + Default + PartialEq> Column<T> {
    /// The value of a row.
    pub fn get(&self, row: usize) -> Option<T> {
        self.0.get(row).copied().filter(|value| *value != T::default())
    }

    /// Without the rows from one on.
    pub fn truncate(&mut self, rows: usize) {
        self.0.truncate(rows);
    }

    /// Sets the value of a row.
    pub fn set(&mut self, row: usize, value: Option<T>) {
        if value.is_some() && self.0.len() <= row {
            self.0.resize(row + 1, T::default());
        }
        if let Some(place) = self.0.get_mut(row) {
            *place = value.unwrap_or_default();
        }
    }
}

/// Indices into a list of names: one byte each while there are few names, two
/// from the first that needs them. Stored one higher, for 0 is a missing one.
#[derive(Debug, Clone)]
pub enum Indices {
    /// Up to 255 names.
    Few(Column<u8>),
    /// Up to 65,535 names.
    Many(Column<u16>),
}

impl Default for Indices {
    fn default() -> Self {
        Self::Few(Column::default())
    }
}

impl Indices {
    /// The index of a row.
    pub fn get(&self, row: usize) -> Option<u16> {
        match self {
            Self::Few(column) => column.get(row).map(|index| u16::from(index) - 1),
            Self::Many(column) => column.get(row).map(|index| index - 1),
        }
    }

    /// Without the rows from one on.
    pub fn truncate(&mut self, rows: usize) {
        match self {
            Self::Few(column) => column.truncate(rows),
            Self::Many(column) => column.truncate(rows),
        }
    }

    /// Sets the index of a row.
    pub fn set(&mut self, row: usize, index: Option<u16>) {
        let higher = index.map(|index| index + 1);
        let short = higher.map(u8::try_from).transpose();
        match (&mut *self, short) {
            (Self::Many(column), _) => column.set(row, higher),
            (Self::Few(column), Ok(short)) => column.set(row, short),
            (Self::Few(column), Err(_)) => {
                let mut wide = Column(column.0.iter().map(|index| u16::from(*index)).collect());
                wide.set(row, higher);
                *self = Self::Many(wide);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_stay_what_they_were_when_they_need_two_bytes() {
        let mut indices = Indices::default();
        for row in (0..600).filter(|row| row % 7 != 0) {
            indices.set(usize::from(row), Some(row));
            assert_eq!(matches!(indices, Indices::Many(_)), row > 254);
        }
        indices.set(599, None);
        for row in 0..700 {
            let expected = (row % 7 != 0 && row < 599).then_some(row);
            assert_eq!(indices.get(usize::from(row)), expected);
        }
    }

    #[test]
    fn a_column_without_values_takes_no_memory() {
        let mut column = Column::<f64>::default();
        column.set(1_000_000, None);
        assert_eq!(column.0.capacity(), 0);
        column.set(3, Some(1.5));
        assert_eq!((column.get(2), column.get(3), column.get(4)), (None, Some(1.5), None));
    }
}
