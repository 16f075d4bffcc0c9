//! What was probably meant: the nearest known name.

use std::path::Path;

use crate::language::{Known, Said};

/// The known name nearest to what was written, if any is near enough to be what
/// was meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let near = |name: &str| {
        let most = (written.chars().count().max(name.chars().count()) / 3).max(1);
        let distance = strsim::osa_distance(&written, &name.to_lowercase());
        (distance <= most && distance < written.chars().count()).then_some(distance)
    };
    let found = known.into_iter().filter_map(|name| Some((near(name)?, name)));
    found.min_by_key(|&(distance, _)| distance).map(|(_, name)| name)
}

/// "did you mean `x`?", if something is near.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Said> {
    nearest(written, known).map(meant)
}

/// "did you mean `x`?"
pub fn meant(name: &str) -> Said {
    Said::by(|words| (words.did_you_mean)(name))
}

/// The nearest known name, or else all of them where they are few.
pub fn did_you_mean_or_list<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
    what: Known,
) -> Option<Said> {
    if let Some(near) = did_you_mean(written, known.clone()) {
        return Some(near);
    }
    let names: Vec<_> = known.into_iter().map(|name| format!("`{name}`")).collect();
    let few = (1..=20).contains(&names.len());
    few.then(|| Said::by(|words| (words.known)(what, &names)))
}

/// A file of the same folder whose name is near, as it would be written.
pub fn near_file(written: &str, path: &Path) -> Option<Said> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> = (entries.take(1000).flatten())
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    let start = written.rfind('/').map_or("", |slash| &written[..=slash]);
    Some(meant(&format!("{start}{near}")))
}
