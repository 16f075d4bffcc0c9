//! Machines that are bare, foreign or stingy.

use std::fs;
use std::path::Path;
use std::process::Command;

use rstest::rstest;

use crate::bench::{
    BINARY, EVERYTHING, WHOLE, ended, files, orgodds, said, shell_with_own_mounts, skipped, starter,
};

#[test]
fn nothing_of_the_environment_is_needed() {
    let folder = starter();
    let output = orgodds(folder.path(), EVERYTHING).env_clear().output().unwrap();
    ended(&output, 0);
    assert_eq!(said(&output), "");
    assert!(files(folder.path()) == *WHOLE);
}

#[rstest]
#[case::c(&[("LANG", "C"), ("LC_ALL", "C")])]
#[case::none_such(&[("LC_ALL", "xx_XX.UTF-8")])]
#[case::chinese(&[("LC_ALL", "zh_CN.GB18030")])]
#[case::decimal_comma(&[("LC_ALL", "de_DE.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8")])]
#[case::no_home(&[("HOME", "/nowhere"), ("XDG_CONFIG_HOME", "/nowhere"), ("TMPDIR", "/nowhere")])]
#[case::odd_terminal(&[("TERM", "dumb"), ("COLUMNS", "3"), ("LINES", "none")])]
fn the_environment_changes_no_byte(#[case] variables: &[(&str, &str)]) {
    let folder = starter();
    let plain = orgodds(starter().path(), EVERYTHING).output().unwrap();
    let mut command = orgodds(folder.path(), EVERYTHING);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    ended(&output, 0);
    assert_eq!(output.stdout, plain.stdout);
    assert_eq!(said(&output), "");
    assert!(files(folder.path()) == *WHOLE);
}

// ---- Fonts

/// Gives the specialists this name.
fn rename(folder: &Path, name: &str) {
    let path = folder.join("specialised.toml");
    let scenario = fs::read_to_string(&path).unwrap();
    let renamed = scenario.replace("name = \"Specialised\"", &format!("name = \"{name}\""));
    assert_ne!(renamed, scenario);
    fs::write(path, renamed).unwrap();
}

/// Takes all fonts away, then draws as pixels.
const WITHOUT_FONTS: &str = "
    for fonts in /usr/share/fonts /usr/local/share/fonts /etc/fonts; do
        [ -d $fonts ] && { mount -t tmpfs tmpfs $fonts || exit 99; }
    done
    export HOME=/nowhere XDG_DATA_HOME=/nowhere XDG_DATA_DIRS=/nowhere
    exec \"$0\" compare generalist.toml specialised.toml --runs 50 --out bare";

#[test]
fn without_any_font_latin_text_is_drawn_as_ever() {
    let folder = starter();
    let Some(output) = shell_with_own_mounts(folder.path(), WITHOUT_FONTS) else { return };
    ended(&output, 0);
    assert_eq!(said(&output).trim_end(), "8 charts and a report in bare; open bare/report.html");
    let typed = ["compare", "generalist.toml", "specialised.toml", "--runs", "50"];
    ended(&orgodds(folder.path(), &typed).args(["--out", "with"]).output().unwrap(), 0);
    let read = |chart: &str| fs::read(folder.path().join(chart)).unwrap();
    for chart in ["distribution", "workload"] {
        let (bare, with) = (read(&format!("bare/{chart}.png")), read(&format!("with/{chart}.png")));
        assert!(bare == with, "{chart}");
    }
}

#[test]
fn without_any_font_chinese_text_is_warned_about_and_the_charts_are_written() {
    let folder = starter();
    rename(folder.path(), "专业分工");
    let Some(output) = shell_with_own_mounts(folder.path(), WITHOUT_FONTS) else { return };
    ended(&output, 0);
    let said = said(&output);
    assert!(said.contains("warning: no font here can draw 专业分工"), "{said}");
    assert!(said.contains("fonts-noto-cjk") && said.contains("--font FILE"), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("专业分工"));
    let mut charts = files(&folder.path().join("bare"));
    charts.retain(|name, _| name.contains(".png"));
    assert_eq!(charts.len(), 8);
    assert!(charts.values().all(|png| png.ends_with(b"IEND\xaeB`\x82")));
}

#[test]
fn a_letter_that_no_font_has_is_warned_about_once() {
    // For private use: no font is expected to hold it.
    let folder = starter();
    rename(folder.path(), "Split \u{10fffd}");
    let typed = ["run", "specialised.toml", "--runs", "50"];
    let output = orgodds(folder.path(), &typed).output().unwrap();
    ended(&output, 0);
    assert_eq!(said(&output).matches("no font here can draw \u{10fffd}").count(), 1);
    assert_eq!(files(&folder.path().join("orgodds-out")).len(), 10);
}

// ---- Threads

/// This user's limit on processes binds; the superuser goes as nobody.
fn few_processes(folder: &Path, limit: u32) -> Option<Command> {
    let run = "ulimit -u \"$1\"; exec \"$0\" compare generalist.toml specialised.toml \
               --runs 50 --threads 1 --out out --quiet";
    let limit = limit.to_string();
    let script = ["bash", "-c", run, BINARY, &limit];
    let id = Command::new("id").arg("-u").output().unwrap();
    if id.stdout != b"0\n" {
        let mut command = Command::new(script[0]);
        command.current_dir(folder).args(&script[1..]);
        return Some(command);
    }
    let nobody = ["--reuid", "65534", "--clear-groups"];
    let reach = Command::new("setpriv").args(nobody).args([BINARY, "--version"]).output();
    if !reach.is_ok_and(|tried| tried.status.success()) {
        skipped("the superuser has no limit here, and nobody else reaches the program");
        return None;
    }
    let mut command = Command::new("setpriv");
    command.current_dir(folder).args(nobody).args(script);
    Some(command)
}

#[test]
fn threads_that_cannot_be_started_are_status_1_and_no_panic() {
    use std::os::unix::fs::PermissionsExt;
    let folder = starter();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    // One beside the first is needed to simulate; charts need none of their own.
    for (limit, status) in [(1, 1), (2, 0)] {
        let Some(mut command) = few_processes(folder.path(), limit) else { return };
        let output = command.output().unwrap();
        if status == 1 {
            assert!(said(&output).starts_with("error: cannot "), "{}", said(&output));
        }
        ended(&output, status);
    }
    assert_eq!(files(&folder.path().join("out")).len(), 14);
}
