//! What decides: which of the numbers that nobody knows exactly move the result,
//! how much of its spread is chance, and what each would be worth to know.

/// What to find out about what decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inquiry {
    /// Total shares too, which take further runs.
    pub total: bool,
}
