//! What the system tells the program: to stop, and that a file is full.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use signal_hook::{consts, flag};

use orgodds::language::Complaint;

use super::failure::Failure;

/// Ctrl-C, and what ends a program in an orderly way.
#[cfg(unix)]
const STOPPING: [i32; 3] = [consts::SIGINT, consts::SIGTERM, consts::SIGHUP];
#[cfg(not(unix))]
const STOPPING: [i32; 2] = [consts::SIGINT, consts::SIGTERM];

static STOP: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// From now on Ctrl-C asks to stop instead of ending the program on the spot.
/// What is ignored stays so: `nohup` means it.
pub fn heed_interrupts() -> Result<(), Failure> {
    let ignored = ignored();
    for signal in STOPPING.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0) {
        flag::register(signal, Arc::clone(&STOP))
            .map_err(|error| Failure::Outside(Complaint::NoInterrupts(error.to_string())))?;
    }
    Ok(())
}

/// Whether Ctrl-C was pressed.
pub fn stopped() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// Fails once Ctrl-C was pressed.
pub fn go_on() -> Result<(), Failure> {
    if stopped() { Err(Failure::Interrupted) } else { Ok(()) }
}

/// From now on a file that grows past the system's limit is an error of writing,
/// as a full disk is; left alone, the signal ends the program on the spot.
pub fn survive_full_files() {
    // Where the signal cannot be caught, it does what it did before.
    #[cfg(unix)]
    let _ = flag::register(consts::SIGXFSZ, Arc::default());
}

/// The signals that whoever started the program has it ignore, a bit each from
/// the first on; none where the system does not tell.
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}
