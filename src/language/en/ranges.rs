//! What is wrong with a number that is to be varied.

use crate::language::Ranges;

pub const RANGES: Ranges = Ranges {
    needs_range: "`--vary` needs a path and a range",
    no_number: |text| format!("`{text}` is not a number"),
    no_steps: |text| format!("`{text}` is not a number of points"),
    steps: |most| format!("a number is varied over 2 to {most} points"),
    points: |points, most| format!("this makes {points} points, and {most} are the most"),
    fewer_steps: "write fewer behind the range, LOW..HIGH:STEPS",
    must_rise: |low, high| format!("the range must rise, and {low} is not below {high}"),
    cannot_vary: |path| format!("`{path}` is not a number, so it cannot be varied"),
    what_can: "any number of the scenario can: a factor, a headcount, `initial`, a share; \
               or `team`, the size of the company",
    one_whole: |path| format!("`{path}` is a whole number, and the range holds fewer than two"),
    twice: |path| format!("`{path}` is varied twice"),
    at_most_two: "at most two numbers can be varied at once",
    ratio: |low, high| format!("`team` must be from {low} to {high} times the size"),
    seats: |most| format!("at this size all roles together have more than {most} seats"),
    customers: |most| format!("at this size a segment starts with more than {most} customers"),
    leads: |most| format!("at this size a channel may bring more than {most:e} leads a month"),
};
