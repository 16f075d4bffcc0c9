//! The report.

use super::say;
use super::units::noun;
use crate::language::{Captions, Chapters, Evidence, Holds, Measure};

pub const EVIDENCE: Evidence = Evidence {
    question: |names, measure| {
        let noun = noun(measure);
        match names {
            [one] => say(&[one, "的", noun, "会有多少？"]),
            [one, other] => say(&[one, "还是", other, "：哪种组织的", noun, "更高？"]),
            [first @ .., last] => {
                say(&[&first.join("、"), "还是", last, "：哪种组织的", noun, "最高？"])
            }
            [] => String::new(),
        }
    },
    made_from: |version, runs, paired, seed, months| {
        let paired = if paired { "配对" } else { "" };
        format!("orgodds {version} · {runs} 次{paired}模拟 · 随机种子 {seed} · 计入 {months} 个月")
    },
    chapters: Chapters {
        answer: "结论",
        sure: "有多大把握？",
        why: "原因何在？",
        decides: "什么起决定作用，应当先查明什么？",
        cost: "代价是什么？",
        turns: "何时见分晓？",
        unknown: "哪些还不清楚",
        again: "如何复核",
        figures: "全部数据",
    },
    captions: Captions {
        distribution: "各种订单额出现的可能性。两座山峰相距越远，高下越分明。",
        contribution: "扣除交付成本、提成和人员成本之后的结果。零线左侧为亏损。",
        difference: "同样的运气下，备选方案减去基准方案，逐次模拟相减。零线左侧是备选方案较差的情形。",
        chance: "在横轴上选一个金额，即可读出各方案达到该金额的概率。",
        monthly: "钱什么时候到：各月订单额的中位数，以及 80% 的模拟所在的范围。",
        bridge: "从基准方案的均值到备选方案的均值：哪些因素带来增量，哪些造成减量。",
        workload: "空心框为需求工时，实心条为投入工时，下方为空闲工时。一边是长长的空框，一边有人闲着，说明分工放错了地方。",
        overtaking: "从首月起累计的订单额之差（备选方案减基准方案），以及到该月为止已经领先的模拟占比。",
        causes: "从基准到候选方案，逐项分解差距，附 95% 置信区间；区间包含零的画斜线。",
        one_more: "各岗位增加或减少一个编制带来的变化，附 95% 置信区间。",
        fit_recorded: "落在区间之外的点，是拟合规律未能解释的月份；五个月中有一个属正常。",
        fit_arrivals: "柱为实际数量；阴影是预计均值的区间，不是单月的范围。",
        fit_conversion: "两条线分开之处，即成交规律与记录不符。实际线的虚线部分，是观察时间够长的记录已不足一半；记录少时，实际线本身也很不确定。",
        fit_cohorts: "拟合线的末端落在实际区间之内，即为符合；不符合的季度，成交比例已有不同：请查明变化的原因，可用 --from 略去更早的季度。",
        fit_deals: "横轴按倍数排列：相同的距离代表相同的倍数。订单额取决于均值。",
        tornado: "条形越宽，该因素的影响越大；两端标出该因素在那里的取值。跨过零点的条形足以改变选择。",
        worth_knowing: "事先查明后能作出更好的选择，平均因此多得的金额；为查明所花的钱不应超过它。",
        curve: "从左到右该因素的取值逐渐升高；线为结果的均值，浅色带为八成的模拟，下方横条为有八成把握的取值范围。",
    },

    two_doubts: |runs| {
        format!(
            "这里有两种不确定，需要分开看。第一种来自模拟本身：{runs} 次模拟只是一个样本，换一个随机种子，数字会略有出入。\
             它体现为 ± 后面的数（一倍标准误）和下面的 95% 置信区间，模拟次数越多越小。第二种来自我们对公司情况的未知，\
             以及运气的好坏。它体现为 P10 至 P90 的范围，80% 的模拟落在其中；多跑几次不会让它变小，只有了解得更清楚才会。"
        )
    },
    intervals: "模拟次数带来的误差：95% 置信区间",
    interval_columns: ["估计值", "下限", "上限"],
    interval_rows: |measure| match measure {
        Measure::Bookings => ["订单额更高的概率", "订单额差额，均值", "中位数", "P10", "P90"],
        Measure::Contribution => {
            ["贡献利润更高的概率", "贡献利润差额，均值", "中位数", "P10", "P90"]
        }
    },
    interval_rows_alone: |measure| match measure {
        Measure::Bookings => ["订单额，均值", "中位数", "P10", "P90"],
        Measure::Contribution => ["贡献利润，均值", "中位数", "P10", "P90"],
    },

    left_out: "模型不考虑竞争对手及其反应、销售人员之间的差别、人与人之间的信任，也不考虑变革本身造成的动荡。\
               它回答的是：在这里所列的判断之下，哪种组织更好。订单额的绝对水平远不如两种组织之间的差额可靠。",
    beliefs: "各项判断及其范围",
    belief_columns: ["P10", "P50", "P90"],
    in_all: "各方案相同",
    beliefs_note: |count| {
        format!(
            "计算所依据的数中有 {count} 个无法确知。每次模拟都重新抽取；在 80% 的模拟中，该数落在 P10 与 P90 之间。\
             全部列于文末；如果您掌握更准确的数字，可以改动方案文件后重新模拟。"
        )
    },
    warnings: "提醒",
    no_warnings: "没有提醒。",

    run_again: "复核所需的一切都在本文件夹中。在其中运行以下命令，会得到同样的结果：",
    check: "以下命令会重新模拟一遍，并逐字节说明每个文件是否一致：",
    check_note: |version| {
        format!(
            "需要 orgodds {version}。结果或方案中哪怕只改动一个数字，也会被发现。内置字体没有的文字由系统字体绘制，\
             因此中文图表只有在字体相同的机器上才会逐字节一致。"
        )
    },
    files: "本文件夹的内容",
    file_columns: ["文件", "内容"],
    holds: Holds {
        report: "本报告",
        results: "全部数据，供程序读取",
        runs: "每次模拟一行",
        manifest: "生成方式，以及每个文件的 SHA-256",
        scenario: |name| say(&[name, "的完整方案：已并入所继承的文件和命令行的改动"]),
        data: "方案所引用的一列数据",
        charts: "图表",
    },
};
