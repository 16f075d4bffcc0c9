//! Ten million rows: how long it takes and how much memory, which must stay
//! below half a gigabyte. To measure:
//!
//! `cargo test --release --test records -- --ignored --nocapture ten_million`

use orgodds::records::{Day, Files, Outcome, Settings, Source, read};
use std::io::{self, Read};
use std::time::Instant;

/// A table that is written while it is read.
struct Generated {
    header: &'static str,
    rows: u64,
    row: fn(u64, &mut Vec<u8>),
}

struct Writing<'a> {
    table: &'a Generated,
    next: u64,
    waiting: Vec<u8>,
    given: usize,
}

impl Source for Generated {
    fn name(&self) -> String {
        "generated.csv".to_owned()
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        let waiting = self.header.as_bytes().to_vec();
        Ok(Box::new(Writing { table: self, next: 0, waiting, given: 0 }))
    }
}

impl Read for Writing<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.given == self.waiting.len() {
            self.waiting.clear();
            self.given = 0;
            while self.waiting.len() < 1 << 15 && self.next < self.table.rows {
                (self.table.row)(self.next, &mut self.waiting);
                self.next += 1;
            }
        }
        let count = to.len().min(self.waiting.len() - self.given);
        to[..count].copy_from_slice(&self.waiting[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

/// A number that looks like chance and is the same each time.
fn scramble(row: u64) -> u64 {
    let mixed = (row + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9)
}

fn lead(row: u64, to: &mut Vec<u8>) {
    use std::io::Write as _;
    let chance = scramble(row);
    let channel = ["search", "email", "referral", "", "social"][chance as usize % 5];
    let (year, month, day) = (2015 + row * 8 / 10_000_000, 1 + row / 80 % 12, 1 + chance % 28);
    write!(to, "{chance:016x}{row:016x},{year}-{month:02}-{day:02},{channel},").unwrap();
    match chance >> 8 & 7 {
        0 => writeln!(
            to,
            "won,{}-{month:02}-28 10:00:00,{}.50,p{}",
            year + 1,
            100 + chance % 9_000,
            chance % 40
        ),
        1 | 2 => writeln!(to, "lost,{}-{month:02}-28,,p{}", year + 1, chance % 40),
        _ => writeln!(to, "open,,,p{}", chance % 40),
    }
    .unwrap();
    to.pop();
    let rest = (chance % 30, chance % 7, chance % 300_000, chance % 5);
    let (opener, product, account, stage) = rest;
    writeln!(to, ",s{opener},p{product},a{account},{year}-{month:02}-28,stage {stage}").unwrap();
}

/// Most memory that this process had so far, in MB; `None` where the system does
/// not tell.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

#[test]
#[ignore = "takes half a minute: run it alone, in release"]
fn ten_million_rows_fit_in_half_a_gigabyte() {
    let leads = Generated {
        header: "lead_id,created,source,status,closed date,amount,owner,sdr,product,account,converted date,stage\n",
        rows: 10_000_000,
        row: lead,
    };
    let start = Instant::now();
    let files = Files { leads: Some(&leads), ..Files::default() };
    let records = read(&files, &Settings::default()).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(records.cases.len(), 10_000_000);
    let won = records.cases.iter().filter(|case| matches!(case.outcome, Outcome::Won(_))).count();
    assert!((1_200_000..1_300_000).contains(&won), "{won}");
    eprintln!("10,000,000 rows in {seconds:.1} s; peak memory {:?} MB", peak());
    assert!(peak().is_none_or(|megabytes| megabytes < 500));
    // An earlier view takes the place of the records, not room beside them.
    let day = |year| Day::from_civil(year, 1, 1).unwrap();
    let part = records.into_since(day(2017)).into_known_by(day(2021));
    assert!((4_000_000..6_000_000).contains(&part.cases.len()), "{}", part.cases.len());
    eprintln!("a part of them: peak memory {:?} MB", peak());
    assert!(peak().is_none_or(|megabytes| megabytes < 500));
}
