//! 异常记录的中文说明。

use crate::language::records::{grouped, lines};
use crate::records::{DateFault, FileKind, Finding, OddForm, Oddity, Weight};

/// One line: which file, how many rows, what, where, and what was done.
pub fn finding(finding: &Finding) -> String {
    if let Oddity::Alike(one, other) = &finding.oddity {
        return format!(
            "名称可能相同：“{one}”与“{other}”按两个名称处理；如属同一项，请在文件中统一"
        );
    }
    let (what, rule) = said(&finding.oddity, finding.file == FileKind::Orders);
    let column = finding.column.as_ref().map_or(String::new(), |column| format!(" `{column}`"));
    let seen = finding.seen.as_ref().map_or(String::new(), |seen| format!("（如“{seen}”）"));
    let place = if finding.lines.is_empty() {
        String::new()
    } else {
        format!("，第 {} 行", lines(finding))
    };
    let bad = if finding.oddity.weight() == Weight::Bad { "，计为问题行" } else { "" };
    let (file, count) = (file_word(finding.file), grouped(finding.count));
    format!("{file}{column}：{count} 行{what}{seen}{place}：{rule}{bad}")
}

fn file_word(file: FileKind) -> &'static str {
    match file {
        FileKind::Leads => "线索",
        FileKind::Deals => "成交记录",
        FileKind::Opportunities => "商机",
        FileKind::People => "人员",
        FileKind::Orders => "订单",
    }
}

/// What is odd, and the rule that was followed.
fn said(oddity: &Oddity, of_orders: bool) -> (&'static str, &'static str) {
    const OUT: &str = "不采用";
    const NO_AMOUNT: &str = "采用，但不计金额";
    match oddity {
        Oddity::Cells => ("的单元格数与表头不符", OUT),
        Oddity::StrayQuote => ("在引号结束后还有文字", "按一个单元格读取"),
        Oddity::NoLetter => ("含有无法识别的字节", "采用，以 � 代替"),
        Oddity::Blank => ("全为空", OUT),
        Oddity::HeaderAgain => ("重复了表头", OUT),
        Oddity::Test => ("的名称或邮箱属于测试数据", OUT),
        Oddity::Missing => ("为空", OUT),
        Oddity::ClosedUnbegun => ("已关闭却没有开始日期", OUT),
        Oddity::NotBegun => ("尚未开始", "开始跟进之前不采用"),
        Oddity::NeededDate(fault) => (date(*fault), OUT),
        Oddity::Date(fault) => (date(*fault), "采用，但不计该日期"),
        Oddity::Number => ("的数字无法识别", if of_orders { OUT } else { "采用，但不计该数字" }),
        Oddity::Form(OddForm::Serial) => ("的日期是电子表格的天数", "采用"),
        Oddity::Form(OddForm::Unix) => ("的日期是 1970 年以来的秒数", "采用"),
        Oddity::Form(OddForm::Month) => ("只有月份没有日", "按当月第一天采用"),
        Oddity::WonWithoutDay => ("已赢单却没有日期", OUT),
        Oddity::WonElsewhere => {
            ("已赢单却没有日期", "采用成交记录中的日期；没有成交记录的视为进行中")
        }
        Oddity::LostWithoutDay => ("已输单却没有日期", "按日期不明的输单采用"),
        Oddity::ClosedBefore => ("的关闭日期比开始日期早 2 天以上", OUT),
        Oddity::ClosedJustBefore => ("的关闭日期略早于开始日期（不超过 2 天）", "按开始时关闭采用"),
        Oddity::SameDay => ("在开始当天关闭", "采用，用时不足一天"),
        Oddity::QualifiedBefore => ("的合格日期早于开始日期", "按日期不明的合格线索采用"),
        Oddity::WonUnqualified => ("已赢单却没有合格日期", "按日期不明的合格线索采用"),
        Oddity::Twice => ("的编号和内容与前面相同", "只计一次"),
        Oddity::TwiceDifferent => ("的编号与前面相同而内容不同", "采用最先出现的一行"),
        Oddity::NoId => ("没有编号", "采用，但无法与成交记录关联"),
        Oddity::NoLead => ("没有指明线索", OUT),
        Oddity::UnknownLead => ("的线索不在线索文件中", OUT),
        Oddity::SecondDeal => {
            ("的线索另有记录", "采用最早的赢单；没有赢单的采用输单，否则采用第一条")
        }
        Oddity::LessThanLead => ("的进展落后于线索自身的记录", "采用线索文件中的结果"),
        Oddity::NotWon => ("既未赢单也未输单", OUT),
        Oddity::Zero => ("的数额为 0", if of_orders { OUT } else { "采用，但不计该数额" }),
        Oddity::Negative => {
            ("的数额小于 0", if of_orders { "从该订单中扣减" } else { "采用，但不计该数额" })
        }
        Oddity::NoAmount => ("已赢单却没有金额", NO_AMOUNT),
        Oddity::NoCurrency => ("的货币无法识别", "金额按原数采用"),
        Oddity::AmountOfLost => ("是输单的金额", NO_AMOUNT),
        Oddity::AmountOfOpen => ("是进行中商机的金额", NO_AMOUNT),
        Oddity::NoChannel => ("没有渠道", "作为单独的渠道采用，不与“未知”合并"),
        Oddity::LeftBefore => ("的离职日期早于入职日期", OUT),
        Oddity::Alike(..) => unreachable!("a pair of names has its own sentence"),
    }
}

fn date(fault: DateFault) -> &'static str {
    match fault {
        DateFault::Unreadable => "的日期无法识别",
        DateFault::Impossible => "的日期不存在，或不在 1990 至 2100 年之间",
        DateFault::Placeholder => "的日期只是“无”的占位",
        DateFault::Future => "的日期在将来",
    }
}
