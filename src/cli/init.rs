//! `orgodds init`: a commented pair of scenarios to start from.

use std::fs;
use std::io::Write;
use std::path::Path;

use orgodds::language::Complaint;

use super::arguments::Init;
use super::failure::Failure;
use super::folder::Folder;
use super::target::Target;
use super::terminal::Terminal;

/// The files, as they are written.
const FILES: [(&str, &str); 3] = [
    ("company.toml", include_str!("starter/company.toml")),
    ("generalist.toml", include_str!("starter/generalist.toml")),
    ("specialised.toml", include_str!("starter/specialised.toml")),
];

/// Writes the starter files and says what to type next.
pub fn run(typed: &Init, terminal: Terminal) -> Result<(), Failure> {
    refuse_to_overwrite(&typed.folder)?;
    let folder = Folder::open(&typed.folder)?;
    let mut targets = Vec::new();
    for (name, text) in FILES {
        let mut target = Target::open(&folder.path().join(name))?;
        target.fill(|out| out.write_all(text.as_bytes()))?;
        targets.push(target);
    }
    targets.into_iter().try_for_each(Target::keep)?;
    let path = |name: &str| quoted(&folder.path().join(name));
    terminal.result(&(terminal.messages().wrote)(
        &folder.path().display().to_string(),
        &path("generalist.toml"),
        &path("specialised.toml"),
    ))
}

fn refuse_to_overwrite(folder: &Path) -> Result<(), Failure> {
    let in_the_way = |name: &&str| fs::symlink_metadata(folder.join(name)).is_ok();
    let files = FILES.iter().map(|(name, _)| *name).filter(in_the_way).map(str::to_owned);
    let files: Vec<String> = files.collect();
    if files.is_empty() {
        return Ok(());
    }
    Err(Failure::Outside(Complaint::InTheWay(folder.to_owned(), files)))
}

/// A path as a shell takes it.
pub fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_the_shell() {
        assert_eq!(quoted(Path::new("my-team/a.toml")), "my-team/a.toml");
        assert_eq!(quoted(Path::new("销售/a.toml")), "销售/a.toml");
        assert_eq!(quoted(Path::new("my team/it's.toml")), r"'my team/it'\''s.toml'");
    }
}
