//! The normal distribution and its relatives by a change of variable.

use std::f64::consts::FRAC_1_SQRT_2;

// Of erfc, statrs has only ten digits.
use libm::erfc;

use super::Tails;

/// Probability of a standard normal value at or below `z`, and above it.
#[must_use]
pub fn tails(z: f64) -> Tails {
    Tails { lower: 0.5 * erfc(-z * FRAC_1_SQRT_2), upper: 0.5 * erfc(z * FRAC_1_SQRT_2) }
}

/// The standard normal value with these probabilities on either side. The
/// smaller of the two decides, so both tails are precise.
///
/// Wichura's algorithm AS 241 (1988, Applied Statistics 37 (3)), good to about
/// one part in 10¹⁶.
#[must_use]
pub fn score(tails: Tails) -> f64 {
    let off = 0.5 * (tails.lower - tails.upper);
    if off.abs() <= 0.425 {
        let r = 0.180_625 - off * off;
        return off * ratio(r, &MIDDLE);
    }
    let (tail, sign) =
        if tails.lower < tails.upper { (tails.lower, -1.0) } else { (tails.upper, 1.0) };
    let r = (-tail.ln()).sqrt();
    sign * if r <= 5.0 { ratio(r - 1.6, &TAIL) } else { ratio(r - 5.0, &FAR_TAIL) }
}

/// Coefficients of a numerator and a denominator, from the constant up.
type Rational = ([f64; 8], [f64; 8]);

#[inline]
fn ratio(x: f64, (above, below): &Rational) -> f64 {
    polynomial(x, above) / polynomial(x, below)
}

/// Its terms are taken in pairs (Estrin 1960): a chain of additions takes time.
#[inline]
fn polynomial(x: f64, c: &[f64; 8]) -> f64 {
    let (x2, pair) = (x * x, |i: usize| c[i] + c[i + 1] * x);
    let x4 = x2 * x2;
    (pair(0) + pair(2) * x2) + (pair(4) + pair(6) * x2) * x4
}

const MIDDLE: Rational = (
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
);

const TAIL: Rational = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

const FAR_TAIL: Rational = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

/// ln(p/(1 − p)), 0 < p < 1.
#[must_use]
pub fn logit(p: f64) -> f64 {
    p.ln() - (-p).ln_1p()
}

/// The inverse of [`logit`].
#[must_use]
pub fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let odds = x.exp();
        odds / (1.0 + odds)
    }
}

/// Mean and standard deviation of the logarithm of a log-normal quantity with
/// the given mean (above 0) and coefficient of variation (0 or more).
#[must_use]
pub fn lognormal_parameters(mean: f64, variation: f64) -> (f64, f64) {
    let variance = (variation * variation).ln_1p();
    (mean.ln() - variance / 2.0, variance.sqrt())
}
