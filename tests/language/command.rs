//! The command line in Chinese.

use std::fs;
use std::time::Duration;

use assert_cmd::Command;

use super::{english, here};

const GENERALIST: &str = "scenarios/china/generalist.toml";
const SPECIALISED: &str = "scenarios/china/specialised.toml";

/// The program in Chinese, with no chart unless asked for.
fn orgodds(typed: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orgodds"));
    command.current_dir(here(".")).timeout(Duration::from_mins(2)).env("NO_COLOR", "1");
    command.args(typed).args(["--lang", "zh"]);
    command
}

/// Standard output and standard error.
fn said(command: &mut Command) -> (String, String) {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

/// English words in what a Chinese scenario is answered with, but for its own
/// names: roles by their abbreviations, and paths of factors.
fn left_over(text: &str) -> Vec<String> {
    let names = ["ODR", "SDR", "MDR", "BDR", "CSM", "AM/KA", "CNY", "generalist", "specialised"];
    let words = english(text).into_iter();
    words.filter(|word| !names.contains(&word.as_str())).collect()
}

#[test]
fn a_comparison_is_chinese_from_the_first_line_to_the_last() {
    let (table, _) = said(&mut orgodds(&[
        "compare",
        GENERALIST,
        SPECIALISED,
        "--runs",
        "50",
        "--charts",
        "none",
    ]));
    assert!(table.contains("的模拟中高于"), "{table}");
    assert_eq!(left_over(&table), [""; 0], "{table}");
    let (table, _) = said(&mut orgodds(&["run", SPECIALISED, "--runs", "50", "--charts", "none"]));
    assert!(table.starts_with("专业分工在 24 个月内订单额平均为"), "{table}");
    assert_eq!(left_over(&table), [""; 0], "{table}");
}

#[test]
fn seats_and_precision_are_told_in_chinese() {
    let base =
        ["compare", GENERALIST, SPECIALISED, "--charts", "none", "--set", "roles.SDR.headcount=40"];
    let (table, warnings) =
        said(orgodds(&base).args(["--match", "people-cost", "--precision", "20%"]));
    assert!(table.contains("为使人员成本相当，专业分工调整了编制，预计成本由 "), "{table}");
    assert!(table.contains("95% 置信区间在 ±20.0% 以内：实际为 ±"), "{table}");
    assert_eq!((left_over(&table), warnings.as_str()), (Vec::new(), ""), "{table}");
    let (table, _) =
        said(orgodds(&["run", SPECIALISED, "--runs", "50", "--charts", "none"]).arg("--one-more"));
    assert!(table.contains("\n增加一个编制：平均变化及其 95% 置信区间"), "{table}");
    assert!(table.contains("\n专业分工下一个该招的岗位："), "{table}");
    assert!(table.contains("\n专业分工人员偏多的岗位："), "{table}");
    assert_eq!(left_over(&table), [""; 0], "{table}");
}

#[test]
fn what_was_understood_is_chinese_but_for_the_paths_of_factors() {
    let (text, warnings) = said(&mut orgodds(&["check", GENERALIST, SPECIALISED]));
    assert_eq!(warnings, "");
    let is_path = |line: &&str| {
        ["market.", "economics.", "handoffs.", "segments.", "roles."]
            .iter()
            .any(|at| line.starts_with(at))
    };
    let text: Vec<&str> = text.lines().filter(|line| !is_path(line)).collect();
    assert!(text.contains(&"谁承担什么工作"), "{text:#?}");
    assert_eq!(left_over(&text.join("\n")), [""; 0]);
}

#[test]
fn a_ledger_is_chinese_but_for_paths_and_the_names_of_its_totals() {
    let (text, _) = said(&mut orgodds(&["run", SPECIALISED, "--replay", "7", "--months", "1"]));
    let (head, months) = text.split_once("逐月概览").unwrap();
    let (months, totals) = months.split_once("--runs-csv").unwrap();
    assert!(head.starts_with("专业分工：第 7 次模拟，随机种子 1\n"), "{head}");
    assert!(totals.contains("people_cost"), "{totals}");
    assert_eq!(left_over(months), [""; 0]);
}

#[test]
fn json_and_csv_are_the_same_in_every_language() {
    for option in ["--json", "--csv"] {
        let typed = [
            "compare",
            GENERALIST,
            SPECIALISED,
            "--runs",
            "20",
            "--charts",
            "none",
            "--quiet",
            option,
            "-",
        ];
        let (chinese, _) = said(&mut orgodds(&typed));
        let english =
            Command::new(env!("CARGO_BIN_EXE_orgodds")).current_dir(here(".")).args(typed).output();
        assert_eq!(chinese, String::from_utf8(english.unwrap().stdout).unwrap());
    }
}

#[test]
fn what_cannot_be_done_is_said_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("no/such.json");
    let missing = missing.to_str().unwrap();
    let cases = [
        (
            &["compare", GENERALIST][..],
            "错误: compare 至少需要两个方案文件；只有一个时请用 orgodds run\n",
        ),
        (
            &["compare", GENERALIST, SPECIALISED, "--baseline", "第三种", "--charts", "none"],
            "错误: --baseline 第三种不在各方案之中；现有的方案是全能销售、专业分工\n",
        ),
        (
            &["run", SPECIALISED, "--charts", "none", "--json", "-", "--csv", "-"],
            "错误: --json 与 --csv 都指向标准输出；请将其中一个改到别处\n",
        ),
        (
            &["run", SPECIALISED, "--replay", "1", "--months", "30"],
            "错误: --months 30 超出了方案的月份（-5 至 24）；1 是计入的首月，此前为预热期\n",
        ),
        (
            &["run", SPECIALISED, "--charts", "none", "--json", missing],
            &format!("错误: 无法写入 {missing}：所在的文件夹不存在\n"),
        ),
    ];
    for (typed, expected) in cases {
        let (result, message) = said(&mut orgodds(typed));
        assert_eq!((result.as_str(), message.as_str()), ("", expected));
    }
}

#[test]
fn a_requirement_that_does_not_hold_or_has_no_figure_is_told_in_chinese() {
    let typed = |requirement| {
        let paths =
            ["compare", GENERALIST, SPECIALISED, "--runs", "20", "--charts", "none", "--quiet"];
        let (_, message) = said(orgodds(&paths).args(["--require", requirement]));
        message
    };
    let unmet = typed("evpi < -1");
    assert!(
        unmet.starts_with("错误: --require 'evpi < -1' 不成立：`decision.evpi` 为 "),
        "{unmet}"
    );
    assert_eq!(
        typed("probability_beter > 0.5"),
        "错误: --require 'probability_beter > 0.5'：结果中没有 `probability_beter`；您是否想写 `probability_better`？\n"
    );
    assert_eq!(
        typed("comparisons.0.warnings > 0"),
        "错误: --require 'comparisons.0.warnings > 0'：`comparisons.0.warnings` 不是数值\n"
    );
}

#[test]
fn a_target_is_held_against_one_scenario_in_chinese() {
    let typed = ["run", SPECIALISED, "--runs", "50", "--charts", "none", "--target", "45_000_000"];
    let (table, _) = said(&mut orgodds(&typed));
    let told = table.lines().find(|line| line.contains("目标"));
    let told = told.unwrap_or_else(|| panic!("{table}"));
    assert!(told.starts_with("专业分工在"), "{told}");
    assert!(told.ends_with("达到订单额目标 4,500 万元。"), "{told}");
    assert_eq!(left_over(&table), [""; 0], "{table}");
}

#[test]
fn unequal_cost_is_warned_of_in_chinese_on_the_page_and_in_english_in_json() {
    let (json, message) = said(&mut orgodds(&[
        "compare",
        GENERALIST,
        SPECIALISED,
        "--runs",
        "20",
        "--charts",
        "none",
        "--json",
        "-",
        "--set",
        "roles.SDR.headcount=40",
    ]));
    assert!(message.starts_with("警告: 专业分工的人员成本比全能销售高 "), "{message}");
    assert!(message.ends_with("%：这不是同等成本下的比较\n"), "{message}");
    assert!(json.contains("the comparison is not at equal cost"), "{json}");
}

/// Where no font has Chinese characters, charts say in English what boxes would
/// not, and the command line says why.
#[cfg(target_os = "linux")]
#[test]
fn without_a_chinese_font_charts_are_english_and_a_warning_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (fonts, settings) = (folder.path().join("fonts"), folder.path().join("fonts.conf"));
    fs::create_dir(&fonts).unwrap();
    let text =
        format!("<?xml version=\"1.0\"?><fontconfig><dir>{}</dir></fontconfig>", fonts.display());
    fs::write(&settings, text).unwrap();
    let out = folder.path().join("out");
    let out = out.to_str().unwrap();
    let typed =
        ["run", "scenarios/generalist.toml", "--runs", "20", "--charts", "svg", "--out", out];
    let (_, message) = said(orgodds(&typed).env("FONTCONFIG_FILE", &settings));
    assert!(message.starts_with("警告: 本机没有中文字体，图表改用英文："), "{message}");
    let chart = fs::read_to_string(folder.path().join("out/workload.svg")).unwrap();
    assert!(chart.contains("is stuck at"), "{chart}");
}

#[test]
fn the_starter_says_in_chinese_what_to_type_next() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("我的团队");
    let (text, _) = said(&mut orgodds(&["init", place.to_str().unwrap()]));
    let next = text.lines().find_map(|line| line.strip_prefix("下一步：orgodds compare "));
    assert!(next.unwrap().ends_with("我的团队/specialised.toml"), "{text}");
}
