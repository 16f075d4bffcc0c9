//! Interrupted and killed, early, late and while files are put in place.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rstest::rstest;

use crate::bench::{
    BINARY, EVERYTHING, Files, STARTER, WHOLE, ended, files, orgodds, said, starter,
};

/// Moments between the start and a little after the end, so many of them. They
/// are fixed, and spread so that none repeats another: multiples of the golden
/// section, the rest kept.
fn moments(count: u32, whole: Duration) -> impl Iterator<Item = Duration> {
    (1..=count).map(move |i| whole.mul_f64(1.2 * (f64::from(i) * 0.618_033_988_749_895).fract()))
}

/// How long [`EVERYTHING`] takes here and now.
fn whole() -> Duration {
    let folder = starter();
    let start = Instant::now();
    ended(&orgodds(folder.path(), EVERYTHING).output().unwrap(), 0);
    start.elapsed()
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    // One that has ended meanwhile cannot be reached, and need not be.
    Command::new("kill").args(["-s", name, &pid]).output().unwrap();
}

/// [`EVERYTHING`] in a folder with results of an earlier time, with a signal
/// after so long.
fn signalled(folder: &Path, name: &str, after: Duration) -> Output {
    let child = orgodds(folder, EVERYTHING).spawn().unwrap();
    sleep(after);
    signal(&child, name);
    child.wait_with_output().unwrap()
}

fn with_old_results(folder: &Path) -> Files {
    fs::create_dir(folder.join("out")).unwrap();
    for old in ["a.json", "out/bridge.svg", "out/mine.txt"] {
        fs::write(folder.join(old), "old").unwrap();
    }
    files(folder)
}

#[rstest]
fn interrupted_at_any_moment_all_files_are_new_or_none(#[values("INT", "TERM")] name: &str) {
    let new = &*WHOLE;
    for moment in moments(10, whole()) {
        let folder = starter();
        let before = with_old_results(folder.path());
        let output = signalled(folder.path(), name, moment);
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
        let mut after = files(folder.path());
        if output.status.code() == Some(0) {
            assert_eq!(after.remove("out/mine.txt").unwrap(), b"old");
            assert!(after == *new, "{moment:?}: {:?}", after.keys());
        } else {
            // In the very first instants the system ends it by the signal itself.
            let status = output.status;
            assert!(status.code() == Some(130) || status.signal().is_some(), "{status}");
            assert!(after == before, "{moment:?}: {:?}", after.keys());
        }
    }
}

#[test]
fn what_nohup_ignores_stays_ignored() {
    let typed = EVERYTHING.join(" ");
    for moment in moments(6, whole()) {
        let folder = starter();
        let mut command = Command::new("bash");
        command.args(["-c", &format!("trap '' HUP; exec \"$0\" {typed}"), BINARY]);
        let child = command.current_dir(folder.path()).stdout(Stdio::null()).spawn().unwrap();
        sleep(moment);
        signal(&child, "HUP");
        // The shell itself may be hit before it ignores the signal.
        let status = child.wait_with_output().unwrap().status;
        if status.signal().is_none() {
            assert_eq!(status.code(), Some(0), "{moment:?}");
            assert!(files(folder.path()) == *WHOLE, "{moment:?}");
        }
    }
}

#[test]
fn interrupted_in_a_new_folder_the_folder_goes_too() {
    for moment in moments(8, whole()) {
        let folder = starter();
        let output = signalled(folder.path(), "INT", moment);
        if output.status.code() != Some(0) {
            let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
            assert_eq!(left.len(), STARTER.len(), "{moment:?}: {left:?}");
        }
    }
}

/// Every file is whole, new or old, or one of our named temporary ones; and
/// what was killed can be done again.
fn whole_files_remain(folder: &Path, before: &Files, new: &Files) {
    for (name, held) in files(folder) {
        let temporary = name.rsplit('/').next().unwrap().starts_with(".orgodds-");
        let is_whole = [before, new].iter().any(|known| known.get(&name) == Some(&held));
        assert!(temporary || is_whole, "{name} is neither old nor new");
    }
    ended(&orgodds(folder, EVERYTHING).output().unwrap(), 0);
    let after = files(folder);
    for (name, held) in new {
        assert!(after[name] == *held, "{name} after the second run");
    }
}

#[test]
fn killed_at_any_moment_only_whole_or_temporary_files_remain() {
    let new = &*WHOLE;
    for moment in moments(10, whole()) {
        let folder = starter();
        let before = with_old_results(folder.path());
        signalled(folder.path(), "KILL", moment);
        whole_files_remain(folder.path(), &before, new);
    }
}

#[rstest]
fn killed_while_files_are_put_in_place_each_is_whole(
    #[values("out/distribution.svg", "out/monthly.svg", "a.csv", "runs.csv")] seen: &str,
) {
    let new = &*WHOLE;
    let folder = starter();
    let before = with_old_results(folder.path());
    let mut child = orgodds(folder.path(), EVERYTHING).spawn().unwrap();
    while !folder.path().join(seen).exists() && child.try_wait().unwrap().is_none() {}
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(folder.path().join(seen).exists());
    whole_files_remain(folder.path(), &before, new);
}

/// Leads that take a while to be read and fitted.
fn many_leads(folder: &Path) {
    let mut leads = "lead_id,created_date,status,closed_date\n".to_owned();
    for lead in 0..150_000 {
        let (month, day) = (lead / 12_500 + 1, lead % 28 + 1);
        let status = if lead % 9 == 0 { "won" } else { "open" };
        let closed = if lead % 9 == 0 { format!("2023-{month:02}-28") } else { String::new() };
        writeln!(leads, "L{lead},2023-{month:02}-{day:02},{status},{closed}").unwrap();
    }
    fs::write(folder.join("leads.csv"), leads).unwrap();
}

/// It ends long before it would have been done: while files are read, while laws
/// are fitted and while months are played.
#[rstest]
#[case(&["fit", "--leads", "leads.csv", "--out", "new.toml", "--charts", "none"])]
#[case(&["backtest", "--leads", "leads.csv", "--until", "2023-09", "--charts", "none", "--json", "new.json"])]
fn reading_and_fitting_stop_at_once_and_leave_nothing(#[case] typed: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    many_leads(folder.path());
    let whole = time_of(folder.path(), typed);
    for part in [0.1, 0.4, 0.7] {
        let (output, took) = interrupted(folder.path(), typed, part);
        ended(&output, 130);
        assert!(took < whole.mul_f64(0.2) + Duration::from_millis(200), "{part}");
        assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), ["leads.csv"]);
    }
}

/// How long it takes when nobody stops it; what it wrote is removed.
fn time_of(folder: &Path, typed: &[&str]) -> Duration {
    let start = Instant::now();
    ended(&orgodds(folder, typed).output().unwrap(), 0);
    for new in ["new.toml", "new.json"] {
        let _ = fs::remove_file(folder.join(new));
    }
    start.elapsed()
}

/// Interrupted after a part of its time, and how long it then took to end. On a busy
/// machine it can be done before the signal comes: then its time is taken anew.
fn interrupted(folder: &Path, typed: &[&str], part: f64) -> (Output, Duration) {
    for attempt in 0..6 {
        let whole = time_of(folder, typed);
        let child = orgodds(folder, typed).spawn().unwrap();
        sleep(whole.mul_f64(part));
        let sent = Instant::now();
        signal(&child, "INT");
        let output = child.wait_with_output().unwrap();
        if attempt == 5 || !output.status.success() {
            return (output, sent.elapsed());
        }
        for new in ["new.toml", "new.json"] {
            let _ = fs::remove_file(folder.join(new));
        }
    }
    unreachable!("the last attempt answers")
}
