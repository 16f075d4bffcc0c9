//! Lines of a scenario: a key, a value in the scenario's notation, a comment.

use std::fmt::Write;

use super::words::Words;
use crate::fit::{Figure, Method};

/// A scenario as it grows.
pub struct Page<'a> {
    pub words: &'a Words,
    text: String,
}

/// Comments stand in one column where the line before them is not longer.
const COLUMN: usize = 34;
/// Letters of a line of comment.
const WIDTH: usize = 110;

impl<'a> Page<'a> {
    pub fn new(words: &'a Words) -> Self {
        Self { words, text: String::new() }
    }

    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text += line;
        self.text.push('\n');
    }

    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A comment of its own, in lines that are not too long.
    pub fn say(&mut self, comment: &str) {
        let mut line = String::from("#");
        for word in comment.split(' ') {
            if line.chars().count() + word.chars().count() >= WIDTH && line.len() > 1 {
                self.line(&line);
                line = String::from("#");
            }
            line.push(' ');
            line.push_str(word);
        }
        self.line(&line);
    }

    pub fn table(&mut self, name: &str) {
        self.gap();
        self.line(&format!("[{name}]"));
    }

    pub fn entry(&mut self, name: &str) {
        self.gap();
        self.line(&format!("[[{name}]]"));
    }

    /// A line of a list that was opened by `[`.
    pub fn item(&mut self, item: &str) {
        self.line(&format!("    {item}"));
    }

    /// The end of that list.
    pub fn close(&mut self) {
        self.line("]");
    }

    /// A value as it is.
    pub fn set(&mut self, key: &str, value: &str, comment: &str) {
        let line = format!("{key} = {value}");
        if comment.is_empty() {
            self.line(&line);
        } else {
            self.line(&format!("{line:<COLUMN$} # {comment}"));
        }
    }

    fn figure(&mut self, key: &str, figure: &Figure, value: &str) {
        let comment = comment(self.words, figure);
        self.set(key, value, &comment);
    }

    pub fn real(&mut self, key: &str, figure: &Figure) {
        self.figure(key, figure, &between(figure.low, figure.value, figure.high));
    }

    pub fn positive(&mut self, key: &str, figure: &Figure) {
        self.figure(key, figure, &positive(figure));
    }

    pub fn probability(&mut self, key: &str, figure: &Figure) {
        self.figure(key, figure, &probability(figure));
    }
}

/// What is said of a figure behind its value.
pub fn comment(words: &Words, figure: &Figure) -> String {
    match figure.method {
        Method::Benchmark(benchmark) => (words.benchmark)(benchmark.source),
        Method::Assumed(assumption) => (words.assumed)(assumption),
        method => {
            let count = (figure.count > 0.0).then(|| number(figure.count));
            (words.measured)(
                &number(figure.value),
                count.as_deref(),
                figure.period,
                (words.method)(method),
            )
        }
    }
}

/// An interval of a positive quantity.
pub fn positive(figure: &Figure) -> String {
    const SMALLEST: f64 = 0.001;
    if figure.high <= SMALLEST {
        return number(figure.value.max(0.0));
    }
    let value = if figure.is_known() { figure.value } else { figure.value.max(SMALLEST) };
    between(
        if figure.is_known() { value } else { figure.low.max(SMALLEST / 2.0) },
        value,
        figure.high,
    )
}

/// An interval of a probability.
pub fn probability(figure: &Figure) -> String {
    if figure.is_known() {
        return number(figure.value);
    }
    let inside = |x: f64| x.clamp(0.0001, 0.9999);
    between(inside(figure.low), figure.value, inside(figure.high))
}

/// In the scenario's notation; one number where the ends are the same.
fn between(low: f64, value: f64, high: f64) -> String {
    let ends = (number(low), number(high));
    if ends.0 == ends.1 { number(value) } else { format!("\"{} to {}\"", ends.0, ends.1) }
}

/// With four digits that count.
pub fn number(x: f64) -> String {
    if x == 0.0 || !x.is_finite() {
        return "0".to_owned();
    }
    let digits = (3 - x.abs().log10().floor() as i32).clamp(0, 9);
    let text = format!("{x:.*}", digits as usize);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A TOML basic string.
pub fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            control if control.is_control() => {
                write!(quoted, "\\u{:04X}", u32::from(control)).expect("a text takes in text");
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_four_digits_that_count() {
        let told = [
            (0.123_456, "0.1235"),
            (1_234.6, "1235"),
            (0.000_123_4, "0.0001234"),
            (2.0, "2"),
            (-0.05, "-0.05"),
        ];
        for (x, text) in told {
            assert_eq!(number(x), text);
        }
    }

    #[test]
    fn text_with_quotes_and_controls_stays_toml() {
        assert_eq!(text("a \"b\"\\\n"), "\"a \\\"b\\\"\\\\\\u000A\"");
    }
}
