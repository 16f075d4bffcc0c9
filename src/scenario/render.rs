//! A problem as text: the message, the marked line, the help.

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::problem::{Mark, Problem, Style};
use super::source::Place;
use crate::language::Language;

/// The whole message of one problem.
pub fn problem(problem: &Problem, language: Language, style: Style) -> String {
    let words = &language.words().mistakes;
    let level = if problem.is_warning {
        Level::WARNING.with_name(words.warning)
    } else {
        Level::ERROR.with_name(words.error)
    };
    let title = level.primary_title(normalize_untrusted_str(problem.title.tell(language)));
    let mut group = Group::with_title(title);
    for marks in problem.marks.chunk_by(|a, b| Arc::ptr_eq(&a.place.source, &b.place.source)) {
        group = with_marks(group, marks, marks[0].place == problem.marks[0].place, language);
    }
    for help in &problem.helps {
        let level = Level::HELP.with_name(words.help);
        group = group.element(level.message(normalize_untrusted_str(help.tell(language))));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    renderer.render(&[group])
}

/// The lines of one source with what is marked in them.
fn with_marks<'a>(
    group: Group<'a>,
    marks: &'a [Mark],
    primary: bool,
    language: Language,
) -> Group<'a> {
    let source = &marks[0].place.source;
    let name = normalize_untrusted_str(&source.name);
    let annotations: Vec<_> = (marks.iter().enumerate())
        .filter_map(|(i, mark)| annotation(mark, primary && i == 0, language))
        .collect();
    if annotations.is_empty() {
        return group.element(Origin::path(name));
    }
    let snippet = Snippet::source(source.text.as_str()).path(name);
    group.element(snippet.line_numbering(source.has_lines).annotations(annotations))
}

fn annotation(mark: &Mark, primary: bool, language: Language) -> Option<Annotation<'_>> {
    let span = first_line(&mark.place)?;
    let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let label = mark.label.as_ref().map(|label| normalize_untrusted_str(label.tell(language)));
    Some(kind.span(span).label(label))
}

/// The part of a place on its first line: a value that runs over many lines is
/// marked where it starts.
fn first_line(place: &Place) -> Option<Range<usize>> {
    let span = place.span.clone()?;
    let text = place.text();
    let line = text.lines().next().unwrap_or_default();
    Some(span.start..span.start + line.len())
}
