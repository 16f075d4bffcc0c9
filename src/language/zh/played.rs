//! The written scenario at work.

use crate::language::Played;

pub const PLAYED: Played = Played {
    heading: "方案的模拟结果与记录对照",
    columns: ["记录", "拟合", "模拟", "90% 的模拟"],
    cases: |leads| if leads { "每月线索" } else { "每月商机" },
    share: "最终赢单比例",
    won: "每月赢单数",
    bookings: "每月首单金额",
    how: |past, runs, months| {
        let recorded = past.map_or_else(String::new, |past| {
            format!("记录：最近 {past} 个完整月；比例为全部记录中至今已赢单的部分。")
        });
        format!(
            "{recorded}拟合：未来一年。模拟：由记录中（或假设）的团队模拟 {runs} 次，取前 {months} 个月；等待时间长时，赢单会滞后。"
        )
    },
    raised: |least, most| {
        let by = if least == most { least.to_owned() } else { format!("{least} 至 {most}") };
        format!(
            "拟合的比例已包含等待跟进时的流失；模拟会再扣除一次，因此写入的通过胜算调为 {by} 倍，使模拟的赢单比例与拟合一致。"
        )
    },
    less_lost: |share| format!("等待跟进时的流失按 {share} 倍写入：记录没有为更多流失留下余地。"),
    customers: |played, recorded| {
        format!(
            "计入期开始时有 {played} 个客户，而记录为 {recorded} 个：预热期间已赢得这么多。使用前请核对客户部分的数字。"
        )
    },
    off: "团队的赢单比例达不到拟合值：工时不足。请核对方案中的人数和工时。",
};
