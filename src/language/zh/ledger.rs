//! The ledger of one run.

use super::say;
use crate::language::{Ledger, Step};

pub const LEDGER: Ledger = Ledger {
    title: |run, scenario, seed| say(&[scenario, &format!("：第 {run} 次模拟，随机种子 {seed}")]),
    time: |file, counted, warm_up, steps, currency| {
        let currency = match currency {
            "" => "未写货币".to_owned(),
            code => say(&["货币", code]),
        };
        format!(
            "{file}：预热 {warm_up} 个月后计入 {counted} 个月，每月 {steps} 步，{currency}。第 1 月是计入的首月。"
        )
    },
    reading: [
        "发生量（件数、工时、金额）按月累计；状态量（编制、等待数、投入构成、提升、价格效应、概率）取当月最后一步。\
         既无发生、也无等待的行不列出。",
        "“新增”指到达队列的件所需工时，“需求”指全部等待件所需工时。“预做”是在下一件上已完成的工作。\
         队列旁的概率是客户点头的概率，未计交接；“交接损失”是客户已点头、却因换人跟进而丢失的件数。",
    ],
    factors: "因素",
    drawn: ["本次抽得", "取值"],
    known: ["已知（略去 0 和 1）", "取值"],
    months: "逐月概览",
    month_columns: ["月", "需求指数", "线索", "商机", "赢单", "客户", "订单额", "成本"],
    months_note: "线索：入站渠道按到达计，外拓渠道按跟进计。赢单：这些线索的首单。成本：人员与招聘。",
    period: |month, step, warm_up, demand| {
        let warm_up = if warm_up { "（预热期）" } else { "" };
        format!("第 {month} 月{}{warm_up}：需求指数 {demand}", of_step(step))
    },
    segment: |month, step, key| say(&[&format!("第 {month} 月{}：细分市场", of_step(step)), key]),
    totals: |months, run| format!("第 1 至 {months} 月合计：即 --runs-csv 中第 {run} 次模拟的一行"),
    total_columns: ["指标", "合计"],

    people: ["人员", "编制", "在岗", "入职", "离职", "折合熟练", "工时", "投入", "空闲"],
    ramping: |role, tenures| say(&[role, "：爬坡中，入职以来的步数为", &tenures.join("、"), "。"]),
    removed: |role, left| say(&[role, "：编制减少，离开", left, "人。"]),
    cost: ["成本", "", "人员", "招聘"],

    hours: ["标准工时", "新增", "需求", "投入", "预做", "预做（末）", "提升", "价格"],
    leads_of: |channel| say(&[channel, "线索"]),
    care: "（客户维护）",
    tracking: "（客户跟踪）",
    workers: ["由谁完成", "角色", "投入", "构成", "换手比例", "丢失概率"],
    nobody: "无人",

    leads: "线索",
    queue: [
        "等我方",
        "期初",
        "新到",
        "跟进",
        "通过",
        "未过",
        "交接损失",
        "搁置流失",
        "期末",
        "概率",
    ],
    room: ["等客户", "期初", "进入", "就绪", "期末"],

    won: ["赢单", "单数", "金额", "成为客户", "交接损失"],
    customers: ["客户", "期初", "新增", "流失", "期末", "复购单数", "金额"],
    classes: ["存量", "自拓", "推荐"],
    sent: |leads, opportunities| {
        format!("客户推荐来的线索：{leads}。客户跟踪带来的商机：{opportunities}。")
    },
    booked: ["订单额", "金额"],
    bookings: ["首单，自拓", "首单，推荐", "复购，存量", "复购，自拓", "复购，推荐"],
    in_all: "合计",
};

fn of_step(step: Step) -> String {
    step.map_or(String::new(), |(step, of)| format!("第 {step} 步（共 {of} 步）"))
}
