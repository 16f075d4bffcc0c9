//! What cannot be read in a factor or a path, and why numbers make no distribution.

use crate::language::{BrokenPath, Due, Limit, Notation, Unfit};

pub const NOTATION: Notation = Notation {
    of_field: |field, says| format!("`{field}`: {says}"),

    missing_here: |due| format!("{} is missing here", what(due)),
    is_not: |word, due| format!("`{word}` is not {}", what(due)),
    must_follow: |due| {
        let before = match due {
            Due::Weight => return "a colon and the weight of this value must follow here".into(),
            Due::LowerLimit | Due::UpperLimit => "a comma and ",
            _ => "",
        };
        format!("{before}{} must follow here", what(due))
    },
    finite: "every number must be finite",
    not_written: |number| format!("`{number}` is not how a number is written"),

    joined_by_to: "the ends of an interval are joined by `to`",
    interval_form: "an interval is written \"18 to 30\"",
    after_number: |rest| format!("`{rest}` is more than a number"),
    after_distribution: |rest| format!("`{rest}` is more than a distribution"),
    no_bracket: "the closing bracket is missing",
    stray: |rest| format!("`{rest}` does not belong here"),
    too_deep: "distributions are nested too deeply",

    needs_brackets: |name| format!("`{name}` needs its numbers in brackets"),
    neither: |word| format!("`{word}` is neither a number nor a distribution"),
    forms: |names| {
        format!("write a number, an interval such as \"18 to 30\", or one of {}", names.join(", "))
    },
    meant_form: |usage| format!("did you mean {usage}?"),
    no_distribution: |name| format!("there is no distribution `{name}`"),
    distributions: |names| format!("there are {}", names.join(", ")),
    takes: |name, takes, given| format!("`{name}` takes {takes} numbers, not {given}"),
    file_and_column: "`data` needs a file and a column",

    unfit: |field, unfit| format!("`{field}`: {}", why(unfit)),
    broken_path: |written, broken| match written {
        Some(written) => format!("the path `{written}` {}", path(broken)),
        None => format!("the path {}", path(broken)),
    },
};

fn what(due: Due) -> &'static str {
    match due {
        Due::Factor => "a number or a distribution",
        Due::Number => "a number",
        Due::UpperEnd => "the upper end of the interval",
        Due::Value => "a value",
        Due::Weight => "a weight",
        Due::LowerLimit => "the lower limit",
        Due::UpperLimit => "the upper limit",
    }
}

fn why(unfit: Unfit<'_>) -> String {
    match unfit {
        Unfit::NotFinite(name) => format!("{name} must be a finite number"),
        Unfit::NotPositive((name, value)) => format!("{name} must be above 0, not {value}"),
        Unfit::ShapesApart => {
            "the shapes are too small, or too far apart, to calculate with".to_owned()
        }
        Unfit::Reversed((low_name, low), (high_name, high)) => {
            format!("{low_name} ({low}) must be below {high_name} ({high})")
        }
        Unfit::ModeOutside { low, mode, high } => {
            format!("mode ({mode}) must lie between min ({low}) and max ({high})")
        }
        Unfit::EndOutside(limit, value) => {
            let (number, inside) = ends(limit);
            format!("both ends of an interval for a {number} must lie {inside}, {value} does not")
        }
        Unfit::TooWide => {
            "some of its values are too large to calculate with (above 1e308)".to_owned()
        }
        Unfit::NoWeight => "at least one value must have a weight above 0".to_owned(),
        Unfit::NegativeWeight(value, weight) => {
            format!("the weight of {value} must be 0 or more, not {weight}")
        }
        Unfit::NothingLeft(of, low, high) => {
            format!("nothing of {} lies between {low} and {high}", of.unwrap_or("the distribution"))
        }
        Unfit::TooNarrow(low, high) => {
            format!(
                "too little of the distribution lies between {low} and {high} to calculate with"
            )
        }
    }
}

/// What an interval is for, and where its ends must lie.
fn ends(limit: Limit) -> (&'static str, &'static str) {
    match limit {
        Limit::Probability => ("probability", "between 0 and 1"),
        Limit::Positive => ("positive number", "above 0"),
        Limit::NonNegative => ("non-negative number", "above 0"),
        Limit::Real => ("number", "between minus and plus infinity"),
    }
}

/// A phrase that finishes "the path …".
pub fn path(broken: BrokenPath) -> &'static str {
    match broken {
        BrokenPath::EmptyKey => "has an empty key",
        BrokenPath::QuoteInside => "has a quote inside a key",
        BrokenPath::OpenQuote => "has a quote that is never closed",
        BrokenPath::NoDot => "needs a dot after a key in quotes",
    }
}
