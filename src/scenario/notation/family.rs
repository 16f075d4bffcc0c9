//! The distributions by name, and how each is written.

/// Distributions that take a fixed number of parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `uniform(low, high)`
    Uniform,
    /// `triangular(min, mode, max)`
    Triangular,
    /// `pert(min, mode, max)`
    Pert,
    /// `normal(mean, sd)`
    Normal,
    /// `lognormal(mean, sd)`
    LogNormal,
    /// `gamma(mean, sd)`
    Gamma,
    /// `beta(a, b)`
    Beta,
}

/// Each family with its name and how it is written.
pub const FAMILIES: [(Family, &str, &str); 7] = [
    (Family::Uniform, "uniform", "uniform(low, high)"),
    (Family::Triangular, "triangular", "triangular(min, mode, max)"),
    (Family::Pert, "pert", "pert(min, mode, max)"),
    (Family::Normal, "normal", "normal(mean, sd)"),
    (Family::LogNormal, "lognormal", "lognormal(mean, sd)"),
    (Family::Gamma, "gamma", "gamma(mean, sd)"),
    (Family::Beta, "beta", "beta(a, b)"),
];

/// How `choice` is written.
pub const CHOICE: &str = "choice(value: weight, value: weight)";
/// How `data` is written.
pub const DATA: &str = "data(file.csv, column)";
/// How `truncate` is written.
pub const TRUNCATE: &str = "truncate(distribution, low, high)";

impl Family {
    /// How many numbers it takes.
    pub fn parameters(self) -> usize {
        match self {
            Self::Triangular | Self::Pert => 3,
            _ => 2,
        }
    }
}

/// How the distribution of this name is written.
pub fn usage(name: &str) -> &'static str {
    let family = FAMILIES.iter().find(|&&(_, known, _)| known == name);
    match name {
        "choice" => CHOICE,
        "data" => DATA,
        "truncate" => TRUNCATE,
        _ => family.map_or("", |&(_, _, usage)| usage),
    }
}

/// The names of all distributions.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    FAMILIES.iter().map(|&(_, name, _)| name).chain(["choice", "data", "truncate"])
}
