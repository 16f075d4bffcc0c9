//! Work that knows of no Ctrl-C: it is done aside, and left where it stands.

use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use orgodds::language::Complaint;

use super::failure::Failure;
use super::signals;

/// Between two looks at whether to stop.
const PATIENCE: Duration = Duration::from_millis(20);

/// Does `work` unless it is stopped meanwhile. It may write no file: the program
/// ends while it may still be running.
pub fn stoppable<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let (done, result) = channel();
    let name = thread::Builder::new().name("work".into());
    let worker = name
        // Nobody may be there any more to take the result.
        .spawn(move || drop(done.send(work())))
        .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?;
    loop {
        signals::go_on()?;
        match result.recv_timeout(PATIENCE) {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                let why = worker.join().expect_err("what is done was sent");
                resume_unwind(why);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_comes_back() {
        assert_eq!(stoppable(|| 6 * 7).ok(), Some(42));
    }

    #[test]
    #[should_panic(expected = "as it was")]
    fn a_panic_is_passed_on() {
        let _ = stoppable(|| assert!(std::hint::black_box(false), "as it was"));
    }
}
