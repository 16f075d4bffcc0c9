//! Cases by column, so that ten million of them fit: a column that no file
//! fills takes no memory, and days are kept as seconds in four bytes.

use super::column::{Column, Indices};
use super::day::Day;
use super::record::{Case, Outcome, Qualification};

/// Many cases in the order of their rows.
#[derive(Debug, Clone, Default)]
pub struct Cases {
    created: Vec<u32>,
    channel: Indices,
    state: Vec<u8>,
    qualified: Column<u32>,
    closed: Column<u32>,
    amount: Column<f64>,
    segment: Indices,
    owner: Indices,
    opener: Indices,
    stage: Indices,
    customer: Column<u32>,
}

/// Days after 1970-01-01 and before 2106, as the reader of dates assures.
fn pack(day: Day) -> u32 {
    u32::try_from(day.seconds()).expect("a date that was read lies within 1990 and 2100")
}

fn unpack(seconds: u32) -> Day {
    Day::from_seconds(i64::from(seconds))
}

impl Cases {
    /// Number of cases.
    #[must_use]
    pub fn len(&self) -> usize {
        self.created.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.created.is_empty()
    }

    /// A case by its place.
    ///
    /// # Panics
    /// Where there are not so many.
    #[must_use]
    pub fn get(&self, row: usize) -> Case {
        let state = self.state[row];
        Case {
            created: unpack(self.created[row]),
            channel: self.channel.get(row).expect("every case has a channel"),
            segment: self.segment.get(row),
            qualification: qualification(state, self.qualified.get(row)),
            outcome: outcome(state, self.closed.get(row)),
            amount: self.amount.get(row),
            owner: self.owner.get(row),
            opener: self.opener.get(row),
            stage: self.stage.get(row),
            customer: self.customer.get(row).map(|customer| customer - 1),
        }
    }

    /// Replaces a case.
    ///
    /// # Panics
    /// Where there are not so many.
    pub fn set(&mut self, row: usize, case: &Case) {
        self.created[row] = pack(case.created);
        self.channel.set(row, Some(case.channel));
        self.segment.set(row, case.segment);
        self.amount.set(row, case.amount);
        self.owner.set(row, case.owner);
        self.opener.set(row, case.opener);
        self.stage.set(row, case.stage);
        self.customer.set(row, case.customer.map(|customer| customer + 1));
        let (ended, closed) = match case.outcome {
            Outcome::Open => (0, None),
            Outcome::Won(day) => (1, Some(day)),
            Outcome::Lost(day) => (2, day),
        };
        let (fit, qualified) = match case.qualification {
            Qualification::Untold => (0, None),
            Qualification::Pending => (1, None),
            Qualification::Passed(day) => (2, day),
            Qualification::Rejected => (3, None),
        };
        self.state[row] = ended | fit << 2;
        self.closed.set(row, closed.map(pack));
        self.qualified.set(row, qualified.map(pack));
    }

    /// Adds a case.
    pub fn push(&mut self, case: &Case) {
        self.created.push(0);
        self.state.push(0);
        self.set(self.created.len() - 1, case);
    }

    /// Keeps some cases, changed as they are told to be, and takes no more memory for it.
    pub fn keep(&mut self, change: impl Fn(Case) -> Option<Case>) {
        let mut kept = 0;
        for row in 0..self.len() {
            if let Some(case) = change(self.get(row)) {
                self.set(kept, &case);
                kept += 1;
            }
        }
        self.created.truncate(kept);
        self.state.truncate(kept);
        for column in [&mut self.qualified, &mut self.closed, &mut self.customer] {
            column.truncate(kept);
        }
        self.amount.truncate(kept);
        let indices = [
            &mut self.channel,
            &mut self.segment,
            &mut self.owner,
            &mut self.opener,
            &mut self.stage,
        ];
        for column in indices {
            column.truncate(kept);
        }
    }

    /// All cases in order.
    #[must_use = "cases are made as they are asked for"]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Case> + '_ {
        (0..self.len()).map(|row| self.get(row))
    }
}

impl<'a> FromIterator<&'a Case> for Cases {
    fn from_iter<I: IntoIterator<Item = &'a Case>>(cases: I) -> Self {
        let mut all = Self::default();
        cases.into_iter().for_each(|case| all.push(case));
        all
    }
}

fn outcome(state: u8, closed: Option<u32>) -> Outcome {
    match (state & 3, closed.map(unpack)) {
        (1, Some(day)) => Outcome::Won(day),
        (2, day) => Outcome::Lost(day),
        _ => Outcome::Open,
    }
}

fn qualification(state: u8, day: Option<u32>) -> Qualification {
    match state >> 2 {
        0 => Qualification::Untold,
        1 => Qualification::Pending,
        2 => Qualification::Passed(day.map(unpack)),
        _ => Qualification::Rejected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every field in its turn present and missing, so that none can stand in
    /// the column of another.
    #[test]
    fn a_case_comes_back_as_it_was_put() {
        let noon = Day(17_563.5);
        let bare = Case {
            created: Day(17_500.0),
            channel: 0,
            segment: None,
            qualification: Qualification::Untold,
            outcome: Outcome::Open,
            amount: None,
            owner: None,
            opener: None,
            stage: None,
            customer: None,
        };
        let mut cases = vec![bare];
        cases.push(Case { channel: 7, ..bare });
        cases.push(Case { segment: Some(0), ..bare });
        cases.push(Case { qualification: Qualification::Pending, ..bare });
        cases.push(Case { qualification: Qualification::Passed(Some(noon)), ..bare });
        cases.push(Case { qualification: Qualification::Passed(None), ..bare });
        cases.push(Case { qualification: Qualification::Rejected, ..bare });
        cases.push(Case { outcome: Outcome::Won(noon), amount: Some(12.5), ..bare });
        cases.push(Case { outcome: Outcome::Lost(Some(noon)), ..bare });
        cases.push(Case { outcome: Outcome::Lost(None), ..bare });
        cases.push(Case { owner: Some(0), ..bare });
        cases.push(Case { opener: Some(3), ..bare });
        cases.push(Case { stage: Some(2), ..bare });
        cases.push(Case { customer: Some(0), ..bare });
        cases.push(bare);
        let packed: Cases = cases.iter().collect();
        assert_eq!(packed.iter().collect::<Vec<_>>(), cases);
    }

    #[test]
    fn what_is_kept_closes_the_gaps() {
        let case = |number: u16| Case {
            created: Day(17_000.0 + f64::from(number)),
            channel: number,
            segment: number.is_multiple_of(2).then_some(number),
            qualification: Qualification::Untold,
            outcome: Outcome::Open,
            amount: number.is_multiple_of(3).then_some(f64::from(number) + 1.0),
            owner: Some(number),
            opener: None,
            stage: None,
            customer: Some(u32::from(number)),
        };
        let mut cases: Cases = (0..20).map(case).collect::<Vec<_>>().iter().collect();
        cases.keep(|case| (case.channel % 4 != 1).then_some(Case { opener: Some(5), ..case }));
        let expected = (0..20).filter(|number| number % 4 != 1);
        let expected: Vec<Case> =
            expected.map(|number| Case { opener: Some(5), ..case(number) }).collect();
        assert_eq!(cases.iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_replaced_case_keeps_nothing_of_the_old_one() {
        let day = Day(17_563.0);
        let full = Case {
            created: day,
            channel: 1,
            segment: Some(1),
            qualification: Qualification::Passed(Some(day)),
            outcome: Outcome::Won(day),
            amount: Some(1.0),
            owner: Some(1),
            opener: Some(1),
            stage: Some(1),
            customer: Some(1),
        };
        let bare = Case {
            channel: 0,
            segment: None,
            qualification: Qualification::Untold,
            outcome: Outcome::Open,
            amount: None,
            owner: None,
            opener: None,
            stage: None,
            customer: None,
            ..full
        };
        let mut cases: Cases = [full].iter().collect();
        cases.set(0, &bare);
        assert_eq!(cases.get(0), bare);
    }
}
