//! Places that cannot be written, or not to the end.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rstest::rstest;

use crate::bench::{
    EVERYTHING, STARTER, ended, files, orgodds, said, shell, shell_with_own_mounts, skipped,
    starter,
};

const OLD: &[u8] = b"what was there before";

#[test]
fn a_folder_without_permission_is_status_1_before_the_long_work() {
    let folder = starter();
    let closed = folder.path().join("out");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::File::create(closed.join("probe")).is_ok() {
        fs::remove_file(closed.join("probe")).unwrap();
        return skipped("permissions do not bind this user; a read-only disk is tried instead");
    }
    for further in [["--json", "a.json"], ["--json", "out/a.json"]] {
        let mut command = orgodds(folder.path(), &["compare", STARTER[1], STARTER[2]]);
        let output = command.args(["--runs", "5_000_000", "--out", "out"]).args(further).output();
        let output = output.unwrap();
        ended(&output, 1);
        assert!(said(&output).contains("permission denied"), "{}", said(&output));
    }
    assert_eq!(files(folder.path()).keys().collect::<Vec<_>>(), STARTER);
}

#[test]
fn a_read_only_disk_is_status_1_before_the_long_work() {
    let folder = starter();
    fs::create_dir(folder.path().join("disk")).unwrap();
    for place in ["--out disk/out", "--out disk", "--charts none --json disk/a.json"] {
        let script = format!(
            "mount -t tmpfs -o ro tmpfs disk && \
             exec \"$0\" compare generalist.toml specialised.toml --runs 5_000_000 {place}"
        );
        let Some(output) = shell_with_own_mounts(folder.path(), &script) else { return };
        ended(&output, 1);
        assert!(said(&output).contains("read-only file system"), "{}", said(&output));
    }
    assert_eq!(files(folder.path()).keys().collect::<Vec<_>>(), STARTER);
}

#[test]
fn a_disk_that_fills_up_keeps_what_was_there_and_no_more() {
    let folder = starter();
    fs::create_dir(folder.path().join("disk")).unwrap();
    // From one that is full at once to one that holds all but the last files.
    for kilobytes in [8, 16, 40, 64, 100, 128] {
        let script = format!(
            "mount -t tmpfs -o size={kilobytes}k tmpfs disk && mkdir disk/out || exit 99
             echo old > disk/a.json; echo old > disk/out/bridge.svg
             \"$0\" compare generalist.toml specialised.toml --quiet --runs 200 --charts svg \
                 --out disk/out --json disk/a.json --csv disk/a.csv --runs-csv disk/runs.csv
             status=$?
             find disk -type f -exec grep -c . {{}} + | sort
             exit $status"
        );
        let Some(output) = shell_with_own_mounts(folder.path(), &script) else { return };
        ended(&output, 1);
        let said = said(&output);
        assert!(said.contains("no space left on device"), "{kilobytes} kB: {said}");
        let left = String::from_utf8_lossy(&output.stdout);
        assert_eq!(left, "disk/a.json:1\ndisk/out/bridge.svg:1\n", "{kilobytes} kB");
    }
}

/// The limit is in kilobytes; the files of the comparison have 4 to 70.
#[rstest]
fn a_file_past_the_limit_is_status_1_and_not_the_end_of_the_program(
    #[values(0, 1, 3, 10, 20)] kilobytes: u32,
) {
    let folder = starter();
    fs::create_dir(folder.path().join("out")).unwrap();
    for old in ["a.json", "out/bridge.svg"] {
        fs::write(folder.path().join(old), OLD).unwrap();
    }
    let before = files(folder.path());
    let typed = EVERYTHING.join(" ");
    let output = shell(folder.path(), &format!("ulimit -f {kilobytes}; exec \"$0\" {typed}"));
    ended(&output, 1);
    assert!(said(&output).contains("file too large"), "{}", said(&output));
    assert_eq!(files(folder.path()), before);
}

#[test]
fn init_on_a_full_disk_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let output = shell(folder.path(), "ulimit -f 1; exec \"$0\" init my/team");
    ended(&output, 1);
    assert!(said(&output).contains("file too large"), "{}", said(&output));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[rstest]
#[case::table("compare generalist.toml specialised.toml --runs 50 --charts none")]
#[case::json("run generalist.toml --runs 50 --charts none --json -")]
#[case::csv("run generalist.toml --runs 50 --charts none --csv -")]
#[case::replay("run generalist.toml --replay 5")]
#[case::check("check generalist.toml")]
#[case::schema("schema")]
#[case::init("init again")]
fn standard_output_on_a_full_disk_is_status_1(#[case] typed: &str) {
    let folder = starter();
    let output = shell(folder.path(), &format!("exec \"$0\" {typed} > /dev/full"));
    ended(&output, 1);
    assert!(said(&output).contains("cannot write to standard output: no space left on device"));
}
