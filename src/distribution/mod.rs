//! What is not known exactly: the distributions of the factor notation.
//!
//! A [`Distribution`] is built by a constructor that refuses what makes no
//! sense, so sampling is total: [`Distribution::quantile`] answers for every
//! level. Values are drawn by inversion, one uniform each, because that is what
//! lets the same luck reach the same quantile in two scenarios.
//!
//! - [`continuous`]: quantile functions and both tails of the continuous families;
//!   `gamma` and `beta` are the laborious ones, solved in `log_concave`
//! - [`discrete`]: weighted values, for `choice` and `data`
//! - [`domain`]: what a field may be (a probability, positive, …)
//! - [`copula`]: correlated normal scores

mod beta;
pub mod continuous;
pub mod copula;
pub mod discrete;
pub mod domain;
mod error;
mod gamma;
mod log_concave;
pub mod normal;

use crate::statistics::WITHIN_90;
use continuous::Continuous;
use discrete::Discrete;
pub use domain::Domain;
pub use error::DistributionError;

/// The distribution of a number of the scenario: what we believe about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution(Kind);

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Known(f64),
    Continuous(Continuous),
    Discrete(Discrete),
    Truncated(Box<Truncated>),
    Multiplied(Box<Multiplied>),
}

/// Every value of another distribution times a number.
#[derive(Debug, Clone, PartialEq)]
struct Multiplied {
    inner: Distribution,
    /// Above 0.
    by: f64,
}

/// A continuous distribution conditioned on a closed interval.
///
/// Both tails are kept: far out on the right, `1 − cdf` would be all rounding.
#[derive(Debug, Clone, PartialEq)]
struct Truncated {
    inner: Continuous,
    low: f64,
    high: f64,
    /// Probability of the inner distribution below `low`, and above it.
    at_low: Tails,
    /// Probability of the inner distribution below `high`, and above it.
    at_high: Tails,
}

/// Probability on either side of a point. They add up to 1, each precise by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    /// Probability of a value at or below the point.
    pub lower: f64,
    /// Probability of a value above the point.
    pub upper: f64,
}

fn finite(name: &'static str, value: f64) -> Result<f64, DistributionError> {
    if value.is_finite() { Ok(value) } else { Err(DistributionError::NotFinite { name }) }
}

fn positive(name: &'static str, value: f64) -> Result<f64, DistributionError> {
    finite(name, value)?;
    if value > 0.0 { Ok(value) } else { Err(DistributionError::NotPositive { name, value }) }
}

fn ordered(
    (low_name, low): (&'static str, f64),
    (high_name, high): (&'static str, f64),
) -> Result<(), DistributionError> {
    finite(low_name, low)?;
    finite(high_name, high)?;
    if low < high {
        Ok(())
    } else {
        Err(DistributionError::Reversed { low_name, low, high_name, high })
    }
}

/// Shapes of a beta distribution farther apart put its mean so close to 0 or 1
/// that nothing is left of the distance.
const FARTHEST_SHAPES: f64 = 1e-18;

impl Distribution {
    /// A number that is known exactly.
    ///
    /// # Errors
    /// When `value` is not finite.
    pub fn known(value: f64) -> Result<Self, DistributionError> {
        finite("the number", value).map(|value| Self(Kind::Known(value)))
    }

    /// `"low to high"`: a 90 % interval, P5 to P95, in the shape that the domain
    /// asks for: log-normal for a positive or non-negative quantity,
    /// logit-normal for a probability, normal for a real one.
    ///
    /// # Errors
    /// When the ends are reversed or do not lie strictly inside the domain.
    pub fn interval(low: f64, high: f64, domain: Domain) -> Result<Self, DistributionError> {
        ordered(("low", low), ("high", high))?;
        for value in [low, high] {
            if !domain.holds_strictly(value) {
                let (domain, inside) = (domain.name(), domain.inside());
                return Err(DistributionError::EndOutside { domain, inside, value });
            }
        }
        let between = |a: f64, b: f64| (f64::midpoint(a, b), (b - a) / (2.0 * WITHIN_90));
        let continuous = match domain {
            Domain::Real => {
                let (mean, sd) = between(low, high);
                Continuous::Normal { mean, sd }
            }
            Domain::Positive | Domain::NonNegative => {
                let (mu, sigma) = between(low.ln(), high.ln());
                Continuous::LogNormal { mu, sigma }
            }
            Domain::Probability => {
                let (mu, sigma) = between(normal::logit(low), normal::logit(high));
                Continuous::LogitNormal { mu, sigma }
            }
        };
        calculable(continuous)
    }

    /// Every value between `low` and `high` alike.
    ///
    /// # Errors
    /// When the ends are reversed or not finite.
    pub fn uniform(low: f64, high: f64) -> Result<Self, DistributionError> {
        ordered(("the first value", low), ("the second value", high))?;
        calculable(Continuous::Uniform { low, high })
    }

    /// A triangle over `low` to `high` with its top at `mode`.
    ///
    /// # Errors
    /// When the range is reversed or the mode lies outside it.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        with_mode(low, mode, high)?;
        calculable(Continuous::Triangular { low, mode, high })
    }

    /// A PERT distribution: a beta distribution over `low` to `high` with the
    /// mean (low + 4 mode + high)/6. Source: Malcolm et al. 1959, Operations
    /// Research 7 (5).
    ///
    /// # Errors
    /// When the range is reversed or the mode lies outside it.
    pub fn pert(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        with_mode(low, mode, high)?;
        let a = 1.0 + 4.0 * (mode - low) / (high - low);
        let b = 1.0 + 4.0 * (high - mode) / (high - low);
        calculable(Continuous::Beta { a, b, low, high })
    }

    /// A normal distribution.
    ///
    /// # Errors
    /// When `sd` is not above 0 or a parameter is not finite.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        finite("mean", mean)?;
        positive("sd", sd)?;
        calculable(Continuous::Normal { mean, sd })
    }

    /// A log-normal distribution with the mean and standard deviation of the
    /// quantity itself: sigma² = ln(1 + (sd/mean)²), mu = ln mean − sigma²/2.
    ///
    /// # Errors
    /// When `mean` or `sd` is not above 0.
    pub fn lognormal(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        positive("mean", mean)?;
        positive("sd", sd)?;
        let (mu, sigma) = normal::lognormal_parameters(mean, sd / mean);
        positive("sd/mean", sigma)?;
        calculable(Continuous::LogNormal { mu, sigma })
    }

    /// A gamma distribution with shape (mean/sd)² and scale sd²/mean.
    ///
    /// # Errors
    /// When `mean` or `sd` is not above 0.
    pub fn gamma(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        positive("mean", mean)?;
        positive("sd", sd)?;
        let shape = positive("(mean/sd)²", (mean / sd) * (mean / sd))?;
        let scale = positive("sd²/mean", sd / mean * sd)?;
        calculable(Continuous::Gamma { shape, scale })
    }

    /// A beta distribution over 0 to 1 with the shapes `a` and `b`.
    ///
    /// # Errors
    /// When a shape is not above 0, or one is nothing beside the other.
    pub fn beta(a: f64, b: f64) -> Result<Self, DistributionError> {
        positive("the first shape", a)?;
        positive("the second shape", b)?;
        if a.min(b) / a.max(b) < FARTHEST_SHAPES || !(a + b).is_normal() {
            return Err(DistributionError::ShapesApart);
        }
        calculable(Continuous::Beta { a, b, low: 0.0, high: 1.0 })
    }

    /// Values with weights, which need not add up to 1.
    ///
    /// # Errors
    /// When there is no weight above 0, a weight is negative, or a number is not finite.
    pub fn choice(weighted: &[(f64, f64)]) -> Result<Self, DistributionError> {
        Discrete::new(weighted).map(|discrete| Self(Kind::Discrete(discrete)))
    }

    /// Values resampled from records, each as likely as any other.
    ///
    /// # Errors
    /// When there is no value or one is not finite.
    pub fn data(values: &[f64]) -> Result<Self, DistributionError> {
        let weighted: Vec<_> = values.iter().map(|&value| (value, 1.0)).collect();
        Self::choice(&weighted)
    }

    /// This distribution conditioned on the closed interval from `low` to `high`.
    ///
    /// # Errors
    /// When the ends are reversed, or nothing of the distribution lies between them.
    pub fn truncate(self, low: f64, high: f64) -> Result<Self, DistributionError> {
        ordered(("the lower limit", low), ("the upper limit", high))?;
        match self.0 {
            Kind::Known(value) if (low..=high).contains(&value) => Ok(self),
            Kind::Known(_) => Err(DistributionError::NothingLeft { low, high }),
            Kind::Discrete(discrete) => {
                discrete.within(low, high).map(|discrete| Self(Kind::Discrete(discrete)))
            }
            Kind::Continuous(inner) => truncated(inner, low, high),
            Kind::Multiplied(it) => Ok(it.inner.truncate(low / it.by, high / it.by)?.times(it.by)),
            // Conditioning twice is conditioning on the overlap.
            Kind::Truncated(outer) => {
                let (from, to) = (low.max(outer.low), high.min(outer.high));
                if from < to {
                    truncated(outer.inner, from, to)
                } else {
                    Err(DistributionError::NothingLeft { low, high })
                }
            }
        }
    }

    /// This distribution with every value multiplied by `by`, which is above 0:
    /// the same uncertainty in proportion.
    #[must_use]
    pub fn times(self, by: f64) -> Self {
        match self.0 {
            Kind::Known(value) => Self(Kind::Known(value * by)),
            Kind::Multiplied(it) => {
                Self(Kind::Multiplied(Box::new(Multiplied { by: it.by * by, ..*it })))
            }
            kind => Self(Kind::Multiplied(Box::new(Multiplied { inner: Self(kind), by }))),
        }
    }

    /// The value at level `u`, 0 < u < 1: the share `u` of runs lies at or below it.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        self.at(Tails { lower: u, upper: 1.0 - u })
    }

    /// The value that has the given probability on either side.
    #[must_use]
    pub fn at(&self, tails: Tails) -> f64 {
        match &self.0 {
            Kind::Known(value) => *value,
            Kind::Continuous(continuous) => continuous.at(tails),
            Kind::Discrete(discrete) => discrete.quantile(tails.lower),
            Kind::Truncated(truncated) => truncated.at(tails),
            Kind::Multiplied(it) => it.by * it.inner.at(tails),
        }
    }

    /// The number, where it is known exactly.
    #[must_use]
    pub fn as_known(&self) -> Option<f64> {
        match &self.0 {
            Kind::Known(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether only some values are possible, one by one.
    #[must_use]
    pub fn is_discrete(&self) -> bool {
        match &self.0 {
            Kind::Known(_) | Kind::Discrete(_) => true,
            Kind::Continuous(_) | Kind::Truncated(_) => false,
            Kind::Multiplied(it) => it.inner.is_discrete(),
        }
    }

    /// The smallest and the largest possible value; infinite where there is none.
    #[must_use]
    pub fn support(&self) -> (f64, f64) {
        match &self.0 {
            Kind::Known(value) => (*value, *value),
            Kind::Continuous(continuous) => continuous.support(),
            Kind::Discrete(discrete) => discrete.support(),
            Kind::Truncated(truncated) => (truncated.low, truncated.high),
            Kind::Multiplied(it) => {
                let (low, high) = it.inner.support();
                (low * it.by, high * it.by)
            }
        }
    }

    /// Probability of a value at or below `x`, and above it.
    #[must_use]
    pub fn tails(&self, x: f64) -> Tails {
        match &self.0 {
            Kind::Known(value) => Tails::certain(*value <= x),
            Kind::Continuous(continuous) => continuous.tails(x),
            Kind::Discrete(discrete) => discrete.tails(x),
            Kind::Truncated(truncated) => truncated.tails(x),
            Kind::Multiplied(it) => it.inner.tails(x / it.by),
        }
    }

    /// Whether the distribution stays inside `domain`. An end point of
    /// probability 0 does not leave it.
    #[must_use]
    pub fn stays_in(&self, domain: Domain) -> bool {
        let (low, high) = self.support();
        match &self.0 {
            Kind::Known(_) | Kind::Discrete(_) => domain.holds(low) && domain.holds(high),
            Kind::Continuous(_) | Kind::Truncated(_) => {
                let (from, to) = domain.bounds();
                low >= from && high <= to
            }
            Kind::Multiplied(it) if domain == Domain::Probability => {
                it.inner.stays_in(Domain::NonNegative) && high <= 1.0
            }
            Kind::Multiplied(it) => it.inner.stays_in(domain),
        }
    }
}

/// The distribution, if all its values that can be drawn are finite numbers.
fn calculable(continuous: Continuous) -> Result<Distribution, DistributionError> {
    // Uniform numbers, and so the levels drawn, end 1e-16 away from 0 and 1.
    let lower = Tails { lower: 1e-18, upper: 1.0 };
    let middle = Tails { lower: 0.5, upper: 0.5 };
    if [lower, middle, lower.mirrored()].iter().all(|&tails| continuous.at(tails).is_finite()) {
        Ok(Distribution(Kind::Continuous(continuous)))
    } else {
        Err(DistributionError::TooWide)
    }
}

fn with_mode(low: f64, mode: f64, high: f64) -> Result<(), DistributionError> {
    ordered(("min", low), ("max", high))?;
    finite("mode", mode)?;
    if (low..=high).contains(&mode) {
        Ok(())
    } else {
        Err(DistributionError::ModeOutside { low, mode, high })
    }
}

/// A truncation keeps at least this share of what it is cut from, so that a
/// double has some seven digits left for the levels inside.
const FEWEST_DIGITS: f64 = 1e-9;

fn truncated(inner: Continuous, low: f64, high: f64) -> Result<Distribution, DistributionError> {
    // What lies outside the support already is no truncation; keeping the
    // narrower ends keeps `support` honest.
    let (from, to) = inner.support();
    let (low, high) = (low.max(from), high.min(to));
    let nothing = DistributionError::NothingLeft { low, high };
    if low >= high {
        return Err(nothing);
    }
    let (at_low, at_high) = (inner.tails(low), inner.tails(high));
    let truncated = Truncated { inner, low, high, at_low, at_high };
    // Below that, probabilities run out of digits.
    if truncated.mass() <= f64::MIN_POSITIVE / f64::EPSILON {
        return Err(nothing);
    }
    // The mass is the difference of two probabilities, so most digits of the
    // larger one may be gone.
    let larger = if at_low.lower < at_low.upper { at_high.lower } else { at_low.upper };
    if truncated.mass() < FEWEST_DIGITS * larger {
        return Err(DistributionError::TooNarrow { low, high });
    }
    Ok(Distribution(Kind::Truncated(Box::new(truncated))))
}

impl Truncated {
    /// Probability of the inner distribution between the ends.
    fn mass(&self) -> f64 {
        self.at_low.to(self.at_high)
    }

    fn at(&self, tails: Tails) -> f64 {
        // Not 0, which would stand for the very end and jump there.
        let inside =
            |beyond: f64, share: f64| (beyond + share * self.mass()).max(f64::MIN_POSITIVE);
        let inner = Tails {
            lower: inside(self.at_low.lower, tails.lower),
            upper: inside(self.at_high.upper, tails.upper),
        };
        self.inner.at(inner).clamp(self.low, self.high)
    }

    fn tails(&self, x: f64) -> Tails {
        if x < self.low || x >= self.high {
            return Tails::certain(x >= self.high);
        }
        let inner = self.inner.tails(x);
        let share = |part: f64| (part / self.mass()).clamp(0.0, 1.0);
        Tails { lower: share(self.at_low.to(inner)), upper: share(inner.to(self.at_high)) }
    }
}

impl Tails {
    /// All probability on one side.
    #[must_use]
    pub fn certain(at_or_below: bool) -> Self {
        let lower = f64::from(u8::from(at_or_below));
        Self { lower, upper: 1.0 - lower }
    }

    /// Probability from this point to a later one, taken from the side where it
    /// is not a difference of two numbers near 1.
    fn to(self, later: Self) -> f64 {
        if self.lower < self.upper { later.lower - self.lower } else { self.upper - later.upper }
    }

    /// The same point seen from the other direction.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { lower: self.upper, upper: self.lower }
    }
}
