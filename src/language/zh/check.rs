//! `check`.

use super::say;
use crate::language::Check;

pub const CHECK: Check = Check {
    time: |counted, warm_up, steps, currency| {
        let currency = match currency {
            "" => "未写货币".to_owned(),
            code => say(&["货币", code]),
        };
        format!("预热 {warm_up} 个月后计入 {counted} 个月，每月 {steps} 步，{currency}。")
    },
    factors: "因素",
    factor_columns: ["路径", "P10", "P50", "P90"],
    carriers: "谁承担什么工作",
    carrier_columns: ["工作", "承担者", "用于"],
    nobody: "无人承担：这项工作会停摆",
    list: |names| names.join("、"),
    priorities: |kinds| say(&["工时不足时的先后：", &kinds.join("，其次"), "。"]),
    leads_of: |segment, channel| say(&[segment, "：", channel, "线索"]),
    stage_of: |segment, stage| say(&[segment, "：", stage]),
    care_of: |segment| say(&[segment, "：客户维护"]),
    tracking_of: |segment| say(&[segment, "：客户跟踪"]),
    load: "预计工作量：每月标准工时",
    load_note: "不含随机性的估计：各因素取中位数，在岗与爬坡按长期水平，客户数同期初。",
    load_columns: ["工作", "需求", "投入", "满足率"],
    missing: |kind, hours| say(&["缺口最大的是", kind, "：每月约缺", hours, "小时。"]),
    hours: "预计工时：每月有效工时",
    hours_columns: ["角色", "编制", "在岗率", "熟练度", "可用", "投入", "空闲率"],
};
