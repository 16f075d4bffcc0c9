//! What is wrong with a number that is to be varied.

use crate::language::Ranges;

pub const RANGES: Ranges = Ranges {
    needs_range: "`--vary` 后须写路径和取值范围",
    no_number: |text| format!("`{text}` 不是数字"),
    no_steps: |text| format!("`{text}` 不是取值个数"),
    steps: |most| format!("取值个数须为 2 至 {most}"),
    points: |points, most| format!("共有 {points} 个点，最多 {most} 个"),
    fewer_steps: "请在范围后写较小的个数，`LOW..HIGH:STEPS`",
    must_rise: |low, high| format!("范围须从小到大，而 {low} 并不小于 {high}"),
    cannot_vary: |path| format!("`{path}` 不是数字，不能变动"),
    what_can: "方案中的任何数字都可以：因素、编制、`initial`、占比；或用 `team` 表示公司规模",
    one_whole: |path| format!("`{path}` 须为整数，而此范围内不足两个整数"),
    twice: |path| format!("`{path}` 被变动了两次"),
    at_most_two: "一次最多变动两个数字",
    ratio: |low, high| format!("`team` 须为当前规模的 {low} 至 {high} 倍"),
    seats: |most| format!("在此规模下，所有角色合计超过 {most} 人"),
    customers: |most| format!("在此规模下，某个客群的初始客户超过 {most} 个"),
    leads: |most| format!("在此规模下，某个渠道每月可能带来超过 {most:e} 条线索"),
};
