//! Text that must fit: wrapped into lines, shortened, shrunk.

use super::fonts::Fonts;
use crate::language::pieces;

/// Letters of one size and weight, as a measure of text.
#[derive(Clone, Copy)]
pub struct Measure<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// Letter size in pixels.
    pub size: f64,
    /// Whether bold.
    pub bold: bool,
    /// Names that no line breaks, if they fit.
    pub kept: &'a [&'a str],
}

impl Measure<'_> {
    /// Width of a line in pixels.
    pub fn width(&self, text: &str) -> f64 {
        self.fonts.width(text, self.size, self.bold)
    }

    /// The line, or as much of it as fits `room` pixels and an ellipsis.
    pub fn shorten(&self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.chars().collect();
        while let Some(_cut) = kept.pop() {
            let short = format!("{}…", kept.iter().collect::<String>().trim_end());
            if self.width(&short) <= room {
                return short;
            }
        }
        "…".to_owned()
    }

    /// At most `most` lines within `room` pixels; the last is shortened if
    /// text is left over. Where there is room enough, no line ends within a
    /// name, or at least not within a part of one, and a line of wide
    /// characters ends with a clause.
    pub fn wrap(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let whole = |kept: &Vec<&str>| self.whole(text, kept, room, most);
        let found = self.levels().iter().find_map(whole);
        found.unwrap_or_else(|| self.lines((text, &[]), room, most, |_, _| 0))
    }

    /// What no line breaks, from the most that is asked for to the least.
    fn levels(&self) -> [Vec<&str>; 3] {
        let parts = self.kept.iter().flat_map(|name| name.split(parts_a_name));
        [self.kept.to_vec(), parts.collect(), Vec::new()]
    }

    /// The lines, if nothing is lost and nothing broken that is kept.
    fn whole(&self, text: &str, kept: &[&str], room: f64, most: usize) -> Option<Vec<String>> {
        let carried = self.lines((text, kept), room, most, Self::after_clause);
        let full = || self.lines((text, kept), room, most, |_, _| 0);
        let is_whole = |lines: &Vec<String>| !lines.iter().any(|line| line.ends_with('…'));
        Some(carried).filter(is_whole).or_else(|| Some(full()).filter(is_whole))
    }

    /// Lines as full as they get; `carry` says how many bytes at the end of a
    /// full line go on to the next.
    fn lines(
        &self,
        (text, kept): (&str, &[&str]),
        room: f64,
        most: usize,
        carry: impl Fn(&Self, &str) -> usize,
    ) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for piece in pieces(text, kept) {
            let last = lines.len() == most;
            let line = lines.last_mut().expect("there is a line from the start");
            let longer = format!("{line}{piece}");
            if line.is_empty() || self.width(longer.trim_end()) <= room || last {
                *line = longer;
            } else {
                let next = line.split_off(line.len() - carry(self, line)) + &piece;
                lines.push(next);
            }
        }
        lines.iter().map(|line| self.shorten(line.trim_end(), room)).collect()
    }

    /// Bytes after the last wide mark between clauses, if most of the line
    /// stands before it.
    fn after_clause(&self, line: &str) -> usize {
        let ends = line.char_indices().rev().find(|&(_, letter)| parts_clauses(letter));
        let Some((at, letter)) = ends else { return 0 };
        let (before, after) = line.split_at(at + letter.len_utf8());
        if self.width(before) > 0.55 * self.width(line) { after.len() } else { 0 }
    }

    /// Whether wrapping loses nothing.
    pub fn fits(&self, text: &str, room: f64, most: usize) -> bool {
        self.wrap(text, room, most).iter().all(|line| !line.ends_with('…'))
    }

    /// As `wrap`, with lines of about the same length where one is not enough.
    pub fn balance(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let loose = self.wrap(text, room, most);
        let even = self.width(text) / f64::from(u32::try_from(loose.len()).unwrap_or(1));
        let rooms = (0..8_u32).map(|step| even * (1.02 + 0.06 * f64::from(step)));
        let levels = self.levels();
        let kept = levels.iter().find(|kept| self.whole(text, kept, room, most).is_some());
        let kept = kept.map_or(&[][..], |kept| kept);
        rooms
            .filter(|&narrow| narrow < room)
            .find_map(|narrow| self.whole(text, kept, narrow, loose.len()))
            .unwrap_or(loose)
    }

    /// At most two lines; the first ends with a clause where that is about half.
    pub fn clauses(&self, text: &str, room: f64) -> Vec<String> {
        let whole = self.width(text);
        if whole <= room {
            return vec![text.to_owned()];
        }
        let letters = || text.char_indices();
        let ends = letters().filter(|&(_, letter)| ends_clause(letter));
        let starts = letters().filter(|&(at, letter)| at > 0 && opens(letter)).map(|(at, _)| at);
        let breaks: Vec<usize> =
            ends.map(|(at, letter)| at + letter.len_utf8()).chain(starts).collect();
        let longer =
            |halves: &(&str, &str)| self.width(halves.0.trim()).max(self.width(halves.1.trim()));
        let best = |breaks: &mut dyn Iterator<Item = &usize>| {
            let halves = breaks.map(|&at| text.split_at(at));
            let best = halves.min_by(|a, b| longer(a).total_cmp(&longer(b)));
            best.filter(|halves| longer(halves) <= room.min(0.72 * whole))
        };
        let outside = |at: &&usize| !self.within_a_name(text, **at);
        let best = best(&mut breaks.iter().filter(outside)).or_else(|| best(&mut breaks.iter()));
        match best {
            Some((first, second)) => vec![first.trim().to_owned(), second.trim().to_owned()],
            None => self.balance(text, room, 2),
        }
    }

    /// Whether a place in a text lies within a name that is kept.
    fn within_a_name(&self, text: &str, at: usize) -> bool {
        let mut names = self.kept.iter();
        names.any(|name| {
            let mut places = text.match_indices(name);
            places.any(|(start, _)| start < at && at < start + name.len())
        })
    }
}

/// Punctuation at which a name falls into parts.
fn parts_a_name(letter: char) -> bool {
    ends_clause(letter) || opens(letter) || matches!(letter, ')' | '）' | '”' | '》' | '·')
}

fn ends_clause(letter: char) -> bool {
    matches!(letter, ',' | ';' | ':') || parts_clauses(letter)
}

/// The marks between clauses in Chinese and Japanese.
fn parts_clauses(letter: char) -> bool {
    matches!(letter, '，' | '；' | '：' | '、')
}

/// Punctuation that no line ends with.
fn opens(letter: char) -> bool {
    matches!(letter, '(' | '（' | '“' | '《')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_measure(test: impl Fn(Measure<'_>)) {
        let fonts = Fonts::load(&[], None).unwrap();
        test(Measure { fonts: &fonts, size: 20.0, bold: false, kept: &[] });
    }

    #[test]
    fn wrapped_lines_fit_and_what_is_left_over_ends_in_an_ellipsis() {
        with_measure(|measure| {
            let text = "A name that somebody made rather long, to see what becomes of it";
            let lines = measure.wrap(text, 250.0, 2);
            assert_eq!(lines.len(), 2);
            assert!(lines.iter().all(|line| measure.width(line) <= 250.0));
            assert!(lines[1].ends_with('…'));
        });
    }

    #[test]
    fn a_line_of_wide_characters_ends_with_a_clause_unless_that_takes_too_much_room() {
        with_measure(|measure| {
            let text = "线索开发、售前顾问、客户成功";
            let rooms = |letters: f64| letters * measure.width("线");
            assert_eq!(measure.wrap(text, rooms(9.5), 2), ["线索开发、", "售前顾问、客户成功"]);
            assert_eq!(measure.wrap(text, rooms(8.5), 2), ["线索开发、售前顾", "问、客户成功"]);
        });
    }

    #[test]
    fn a_word_wider_than_the_room_is_shortened() {
        with_measure(|measure| {
            let lines = measure.wrap("Donaudampfschifffahrtsgesellschaft", 120.0, 2);
            assert!(lines.iter().all(|line| measure.width(line) <= 120.0));
        });
    }
}
