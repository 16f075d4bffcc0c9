//! On how many threads runs are simulated.

/// The threads could not be started.
#[derive(Debug, thiserror::Error)]
#[error("cannot start {threads} threads: {reason}")]
pub struct NoThreads {
    threads: usize,
    reason: rayon::ThreadPoolBuildError,
}

/// Does `work` with `threads` threads (at least 1) for what it simulates. The
/// result does not depend on their number.
///
/// # Errors
/// When the system does not give so many threads.
pub fn with_threads<T: Send>(
    threads: usize,
    work: impl FnOnce() -> T + Send,
) -> Result<T, NoThreads> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|reason| NoThreads { threads, reason })?;
    Ok(pool.install(work))
}
