//! Paths of every kind lead to the same result.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use rstest::rstest;

use crate::bench::{Files, STARTER, ended, files, orgodds, said, starter};

/// A comparison of the scenarios in `at`, from `folder`, into `at/out`.
fn compare(folder: &Path, at: &Path) -> Files {
    let mut command = orgodds(folder, &["compare", "--quiet", "--runs", "50", "--charts", "svg"]);
    command.arg(at.join("generalist.toml")).arg(at.join("specialised.toml"));
    for (option, file) in [("--out", "out"), ("--csv", "out/a.csv"), ("--runs-csv", "out/runs.csv")]
    {
        // Its folder is made before.
        command.arg(option).arg(at.join(file));
    }
    let output = command.output().unwrap();
    ended(&output, 0);
    assert_eq!(said(&output), "");
    files(&folder.join(at).join("out"))
}

fn move_starter(folder: &Path, to: &Path) {
    fs::create_dir_all(folder.join(to)).unwrap();
    for file in STARTER {
        fs::rename(folder.join(file), folder.join(to).join(file)).unwrap();
    }
}

#[rstest]
#[case::here(b".")]
#[case::below(b"a/b")]
#[case::roundabout(b"a/../a/./b//c")]
#[case::spaces(b"my sales team/ 2026 ")]
#[case::quotes(b"it's \"ours\"")]
#[case::chinese("销售 团队/方案一".as_bytes())]
#[case::a_dash_first(b"-o/--out")]
#[case::stars(b"*/[x] $HOME")]
#[case::no_utf8(b"caf\xe9/\xff")]
fn a_path_may_be_anything(#[case] place: &[u8]) {
    let expected = starter();
    let expected = compare(expected.path(), Path::new("."));
    let folder = starter();
    let place = Path::new(OsStr::from_bytes(place));
    if place != Path::new(".") {
        if place.starts_with("a/..") {
            fs::create_dir(folder.path().join("a")).unwrap();
        }
        move_starter(folder.path(), place);
    }
    // What starts with a dash is an option unless it says where it is.
    let typed = if place.starts_with("-o") { Path::new(".").join(place) } else { place.into() };
    assert!(compare(folder.path(), &typed) == expected);
}

#[test]
fn an_absolute_path_leads_there_from_anywhere() {
    let (here, there) = (starter(), starter());
    let expected = compare(here.path(), Path::new("."));
    assert!(compare(here.path(), there.path()) == expected);
}

#[test]
fn links_to_folders_are_followed_and_stay_links() {
    let expected = starter();
    let expected = compare(expected.path(), Path::new("."));
    let folder = starter();
    move_starter(folder.path(), Path::new("real"));
    symlink("real", folder.path().join("link")).unwrap();
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    symlink("../elsewhere", folder.path().join("real/out")).unwrap();
    assert!(compare(folder.path(), Path::new("link")) == expected);
    assert!(fs::symlink_metadata(folder.path().join("link")).unwrap().is_symlink());
    assert!(fs::symlink_metadata(folder.path().join("real/out")).unwrap().is_symlink());
    assert!(files(&folder.path().join("elsewhere")) == expected);
}

#[rstest]
#[case::link_to_nothing("nothing")]
#[case::link_to_itself("out")]
#[case::link_to_a_file("company.toml")]
fn a_folder_that_is_no_folder_is_status_1(#[case] target: &str) {
    let folder = starter();
    symlink(target, folder.path().join("out")).unwrap();
    let typed = ["run", "generalist.toml", "--runs", "5_000_000", "--out", "out"];
    let output = orgodds(folder.path(), &typed).output().unwrap();
    ended(&output, 1);
    assert!(said(&output).starts_with("error: cannot "), "{}", said(&output));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), STARTER.len() + 1);
}

#[test]
fn a_chart_in_whose_place_stands_a_folder_is_status_1_and_no_other_is_written() {
    let folder = starter();
    let place: PathBuf = folder.path().join("out/monthly.svg");
    fs::create_dir_all(&place).unwrap();
    let typed = ["run", "generalist.toml", "--runs", "50", "--out", "out", "--charts", "svg"];
    let output = orgodds(folder.path(), &typed).output().unwrap();
    ended(&output, 1);
    assert!(said(&output).contains("there is a folder of this name"), "{}", said(&output));
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 1);
}
