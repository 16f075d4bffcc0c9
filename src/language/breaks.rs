//! Where a line may end, in any language.

/// What a number never leaves behind at the end of a line.
const UNITS: [&str; 6] = ["±", "%", "k", "M", "B", "T"];

/// Terms that read badly when torn.
const TERMS: [&str; 23] = [
    "订单额",
    "贡献利润",
    "转化率",
    "成交单价",
    "复购系数",
    "推荐系数",
    "存量客户",
    "新客户",
    "中位数",
    "流量",
    "商机",
    "线索",
    "工时",
    "模拟",
    "概率",
    "更高",
    "更低",
    "平均",
    "领先",
    "落后",
    "运气",
    "市场",
    "结果",
];

/// Text in pieces between which a line may end: after a space that does not
/// stand within a figure, and around Chinese characters, but not within the
/// names that are `kept` whole. A piece keeps the space behind it.
#[must_use]
pub fn pieces(text: &str, kept: &[&str]) -> Vec<String> {
    let inside = |word: &&str| {
        let inner = |(start, word): (usize, &str)| start + 1..start + word.len();
        text.match_indices(*word).map(inner).collect::<Vec<_>>()
    };
    let whole: Vec<_> = TERMS.iter().chain(kept).flat_map(inside).collect();
    let mut pieces = vec![String::new()];
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let piece = pieces.last_mut().expect("there is a piece from the start");
        piece.push(letter);
        let Some(&(next, after)) = rest.peek() else { break };
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let ends = match letter {
            ' ' => after != ' ' && !goes_on(before, &text[next..]),
            _ => parts(letter, after) && !whole.iter().any(|word| word.contains(&next)),
        };
        if ends {
            pieces.push(String::new());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a figure goes on after a space: with its error, its unit or what it
/// counts.
fn goes_on(before: char, rest: &str) -> bool {
    let word = rest.split(' ').next().unwrap_or_default();
    let bare = word.trim_end_matches(['.', ',', ';', ':', ')']);
    let counts = before.is_ascii_digit() && rest.chars().next().is_some_and(is_wide);
    before == '±' || UNITS.contains(&bare) || counts
}

/// Whether a line may end between two characters without a space.
fn parts(before: char, after: char) -> bool {
    let wide = is_wide(before) || is_wide(after);
    let amount = matches!(before, '万' | '亿') && is_wide(after);
    wide && after != ' ' && !closes(after) && !opens(before) && !amount
}

/// Chinese, Japanese and Korean characters and their punctuation.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
        || matches!(letter, '“' | '”')
}

/// Punctuation that no line begins with.
fn closes(letter: char) -> bool {
    ",.:;)%，。、：；）”》！？…".contains(letter)
}

/// Punctuation that no line ends with.
fn opens(letter: char) -> bool {
    "(（“《".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stays_with_its_error_and_its_unit() {
        assert_eq!(pieces("more than 2.2 M now", &[]), ["more ", "than ", "2.2 M ", "now"]);
        assert_eq!(pieces("4.2 ± 0.1 M, less", &[]), ["4.2 ± 0.1 M, ", "less"]);
        assert_eq!(pieces("多 12.3 ± 0.1 万元", &[]), ["多 ", "12.3 ± 0.1 万元"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(pieces("销售：团队。", &[]), ["销", "售：", "团", "队。"]);
        assert_eq!(pieces("在 77% 的（大）", &[]), ["在 ", "77% ", "的", "（大）"]);
    }

    #[test]
    fn terms_and_names_stay_whole() {
        let text = "专业分工的订单额多";
        assert_eq!(pieces(text, &["专业分工"]), ["专业分工", "的", "订单额", "多"]);
        assert_eq!(pieces(text, &[])[..3], ["专", "业", "分"]);
    }
}
