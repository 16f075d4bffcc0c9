//! What goes wrong around the program: full disks, signals, closed pipes, bare
//! machines, odd places. Whatever happens: no half file, no panic, and the
//! status that the interface promises.
//!
//! Some faults need what not every machine gives (mounts of one's own, a
//! terminal). Such a test then prints why it is skipped.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod bench;
mod disk;
mod machine;
mod meanwhile;
mod pipes;
mod places;
mod signals;
mod terminals;
