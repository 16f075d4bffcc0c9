//! `verify`.

use crate::language::Verify;

pub const VERIFY: Verify = Verify {
    holds: "一致",
    missing: "缺失",
    changed: "不一致：SHA-256 与清单所列的文件不符",
    line: |line, here, again| format!("第 {line} 行起不一致：文件中为{here}，重新模拟为{again}"),
    byte: |byte| format!("从第 {byte} 个字节起不一致"),
    nothing: "空",
    unknown: "未检查",
    all_hold: |files| format!("证据包可以复现：{files} 个文件逐字节一致。"),
};
