//! Every sampler against the law it claims to follow.
//!
//! Seeds are fixed, so a test that passes keeps passing. To say what that is
//! worth: each statistical decision here would wrongly fail a right sampler
//! with probability [`check::ALPHA`] = 5e-7 or less. There are at most 1,000 of
//! them (a chi-square or Kolmogorov-Smirnov test, a mean, a variance, a
//! correlation each count once; [`check`] counts), so with fresh seeds the whole
//! file would raise a false alarm in fewer than 1 of 2,000 runs. All other
//! assertions are exact, within a rounding that each one states.

#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]
#![expect(clippy::float_cmp, reason = "equal to the last bit is meant")]

mod check;
mod copula;
mod counts;
mod deals;
mod draws;
mod exact;
mod expansion;
mod extremes;
mod law;
mod limits;
mod moments;
mod quantiles;
mod special;
mod statistics;
mod streams;
