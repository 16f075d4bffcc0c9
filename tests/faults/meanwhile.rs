//! What others do while a simulation runs.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::Duration;

use crate::bench::{EVERYTHING, Files, STARTER, WHOLE, ended, everything, files, orgodds, starter};

/// So long that others can step in between.
const LONG: &str = "4_000";

/// What a long simulation leaves, undisturbed.
static UNDISTURBED: LazyLock<Files> = LazyLock::new(|| {
    let folder = starter();
    ended(&long(folder.path()).output().unwrap(), 0);
    files(folder.path())
});

fn long(folder: &Path) -> Command {
    let longer = |&word: &&'static str| if word == "100" { LONG } else { word };
    let typed: Vec<&str> = EVERYTHING.iter().map(longer).collect();
    orgodds(folder, &typed)
}

/// Waits until the program has opened what it will write, which is after it has
/// read what it was given.
fn simulating(folder: &Path, child: &mut Child) {
    let opened = || {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".orgodds-")).count() == 3
    };
    while !opened() {
        assert!(child.try_wait().unwrap().is_none(), "ended too early");
        sleep(Duration::from_millis(1));
    }
}

fn still_runs(child: &mut Child) {
    assert!(child.try_wait().unwrap().is_none(), "ended before anybody stepped in");
}

#[test]
fn a_scenario_replaced_while_running_does_not_change_the_result() {
    let expected = &*UNDISTURBED;
    let folder = starter();
    let mut child = long(folder.path()).spawn().unwrap();
    simulating(folder.path(), &mut child);
    fs::write(folder.path().join("specialised.toml"), "half a scena").unwrap();
    fs::remove_file(folder.path().join("company.toml")).unwrap();
    still_runs(&mut child);
    ended(&child.wait_with_output().unwrap(), 0);
    let after = files(folder.path());
    for (name, held) in expected.iter().filter(|(name, _)| !STARTER.contains(&name.as_str())) {
        assert!(after[name] == *held, "{name}");
    }
    assert_eq!(after["specialised.toml"], b"half a scena");
}

#[test]
fn a_folder_removed_while_running_is_made_again() {
    let expected = &*UNDISTURBED;
    let folder = starter();
    let mut child = long(folder.path()).spawn().unwrap();
    simulating(folder.path(), &mut child);
    fs::remove_dir(folder.path().join("out")).unwrap();
    still_runs(&mut child);
    ended(&child.wait_with_output().unwrap(), 0);
    assert!(files(folder.path()) == *expected);
}

#[test]
fn two_at_once_in_one_folder_leave_whole_files_of_either() {
    let (one, two) = (&*WHOLE, everything("2"));
    for _ in 0..4 {
        let folder = starter();
        let start = |seed| orgodds(folder.path(), EVERYTHING).args(["--seed", seed]).spawn();
        for child in ["1", "2"].map(start) {
            ended(&child.unwrap().wait_with_output().unwrap(), 0);
        }
        let after = files(folder.path());
        assert!(after.keys().eq(one.keys()), "{:?}", after.keys());
        for (name, held) in after {
            assert!(held == one[&name] || held == two[&name], "{name} is of neither");
        }
    }
}

#[test]
fn who_gives_up_first_does_not_take_the_folder_from_the_other() {
    let expected = &*UNDISTURBED;
    let folder = starter();
    let out = ["--charts", "svg", "--out", "out", "--quiet", "--runs", "10_000_000"];
    let typed = ["compare", "generalist.toml", "specialised.toml"];
    let first = orgodds(folder.path(), &typed).args(out).spawn().unwrap();
    while !folder.path().join("out").exists() {
        sleep(Duration::from_millis(1));
    }
    let mut second = long(folder.path()).spawn().unwrap();
    simulating(folder.path(), &mut second);
    let pid = first.id().to_string();
    assert!(Command::new("kill").args(["-s", "INT", &pid]).status().unwrap().success());
    ended(&first.wait_with_output().unwrap(), 130);
    still_runs(&mut second);
    ended(&second.wait_with_output().unwrap(), 0);
    assert!(files(folder.path()) == *expected);
}
