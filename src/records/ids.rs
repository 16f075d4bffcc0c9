//! Which rows have which id, in 15 bytes a row: ids are kept as 64-bit hashes.
//! Among ten million ids the odds that two share one are 3 in a million.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Stands in a slot that holds no row.
const FREE: u32 = u32::MAX;

/// An index from ids to rows, which are counted in the order of insertion.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    hashes: Vec<u64>,
    /// Rows by the low bits of their hash; a taken slot moves to the next.
    slots: Vec<u32>,
}

/// Whether an id was met before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It was not; this is its row.
    New(usize),
    /// It was, as this row.
    Known(usize),
}

impl Ids {
    /// The row of an id, adding a row where there is none.
    pub fn insert(&mut self, hash: u64) -> Met {
        if self.slots.len() * 7 <= self.hashes.len() * 10 {
            self.grow();
        }
        let slot = self.slot(hash);
        match self.slots[slot] {
            FREE => {
                self.slots[slot] = self.push(hash) as u32;
                Met::New(self.hashes.len() - 1)
            }
            row => Met::Known(row as usize),
        }
    }

    /// Adds a row that has no id.
    pub fn nameless(&mut self) -> usize {
        self.push(0)
    }

    /// The row of an id.
    #[must_use]
    pub fn find(&self, hash: u64) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        Some(self.slots[self.slot(hash)]).filter(|row| *row != FREE).map(|row| row as usize)
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    fn push(&mut self, hash: u64) -> usize {
        assert!(self.hashes.len() < FREE as usize, "rows are counted in 32 bits");
        self.hashes.push(hash);
        self.hashes.len() - 1
    }

    /// The slot that holds a hash, or the free one where it belongs.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != FREE && self.hashes[self.slots[slot] as usize] != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(16);
        // The old table goes before the new one comes: both would be the peak.
        self.slots = Vec::new();
        self.slots = vec![FREE; length];
        for row in 0..self.hashes.len() {
            // Rows without an id are not to be found.
            if self.hashes[row] != 0 {
                let slot = self.slot(self.hashes[row]);
                self.slots[slot] = row as u32;
            }
        }
    }
}

/// The hash of an id, or of several together; never 0.
#[must_use]
pub fn hash(id: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_as_the_row_that_it_came_with() {
        let mut ids = Ids::default();
        for id in 0..50_000_u32 {
            if id % 10 == 3 {
                ids.nameless();
            } else {
                assert_eq!(ids.insert(hash(id)), Met::New(id as usize));
            }
        }
        for id in 0..50_000_u32 {
            let expected = (id % 10 != 3).then_some(id as usize);
            assert_eq!(ids.find(hash(id)), expected);
        }
        assert_eq!(ids.insert(hash(49_999_u32)), Met::Known(49_999));
        assert_eq!(ids.find(hash("absent")), None);
        assert_eq!(Ids::default().find(1), None);
    }
}
