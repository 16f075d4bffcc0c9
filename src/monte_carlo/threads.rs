//! On how many threads runs are simulated.

use rayon::prelude::*;

/// The threads could not be started.
#[derive(Debug, thiserror::Error)]
#[error("cannot start the threads that simulate: {reason}")]
pub struct NoThreads {
    reason: rayon::ThreadPoolBuildError,
}

/// Does `work` with `threads` threads (at least 1; one a core where none is
/// given) for what it simulates. The result does not depend on their number.
///
/// # Errors
/// When the system does not give so many threads.
pub fn with_threads<T: Send>(
    threads: Option<usize>,
    work: impl FnOnce() -> T + Send,
) -> Result<T, NoThreads> {
    let pool = rayon::ThreadPoolBuilder::new()
        // Zero is rayon's word for all cores. Its own pool for that case would
        // panic where a thread cannot be started.
        .num_threads(threads.unwrap_or(0))
        .build()
        .map_err(|reason| NoThreads { reason })?;
    Ok(pool.install(work))
}

/// What `work` makes of each item, in their order.
pub fn for_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(&work).collect()
}
