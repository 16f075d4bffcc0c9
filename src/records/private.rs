//! What in a text belongs to a person: the keys by which a name is found again in
//! another text, mail addresses, and telephone numbers.
//!
//! Names are compared as hashes of their words in lower case, so none is kept.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::date::is_spaced_date;
use super::ids::hash;

/// Words that stand in the names of channels, roles, stages and teams: as a part of
/// somebody's name they give nobody away.
const COMMON: &str = " \
    account accounts active ad ads adwords admin advertising ae affiliate agency agent ai all am \
    amazon api app apple associate ba baidu bd bdr bing blog business buyer call calls campaign \
    cash chat china closed cold commercial company conference consultant contact content corporate \
    crm csm customer data deal default demo department desk develop developer development digital \
    direct director display dm download ebay email enterprise eu event events executive expo \
    engineer export external facebook fair field form free generalist google group growth head house hr hubspot import \
    in inbound info inside instagram integration internal internet it junior key lead leader leads \
    linkedin list live lost mail manager market marketing marketplace master media mid na new news \
    newsletter no none north office offline online operations organic other others outbound \
    outreach owner page paid partner partners phone pipeline podcast ppc presales press print \
    product program project promotion public purchase queue radio referral referrals region \
    regional rep representative reseller retail retargeting sale sales salesforce sdr search self \
    senior seo service services shop show site small social solution solutions source south specialist store \
    strategic support system team technical test the tiktok to trade traffic trial twitter uk \
    unassigned undefined unknown upsell us user various vendor vip visit walk web webform webinar \
    website wechat west whatsapp word mouth youtube zoom \
    渠道 销售 客户 市场 推荐 介绍 转介绍 展会 官网 电话 网站 搜索 百度 微信 抖音 阿里 直销 代理 经理 \
    管理员 公海 未分配 系统 其他 未知 线上 线下 广告 活动 ";

fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(word)
}

/// Whether a letter is of a script without spaces between its words.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Words in lower case; a change between Han and other letters begins another.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for letter in text.chars() {
        let kind = letter.is_alphanumeric().then(|| is_han(letter));
        if kind.is_some() && kind == before {
            words.last_mut().expect("a letter stood before").extend(letter.to_lowercase());
        } else if kind.is_some() {
            words.push(letter.to_lowercase().collect());
        }
        before = kind;
    }
    words
}

/// The part of a mail address that can hold a name, or the text itself.
fn without_domain(text: &str) -> &str {
    text.split_once('@').map_or(text, |(name, _)| name)
}

/// Two letters at least, and no digit: otherwise it is an id or an initial.
fn is_part(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.contains(|c: char| c.is_ascii_digit())
}

/// What stands for several words one after the other.
fn joined<'a>(words: impl IntoIterator<Item = &'a String>) -> u64 {
    hash(words.into_iter().map(String::as_str).collect::<String>())
}

/// What stands for a text as a whole.
fn alone(word: &str) -> u64 {
    hash(("alone", word))
}

/// The keys under which a text holds the name of one who works for the company: the
/// whole name in either order, and each of its parts that is no common word.
pub fn colleague(text: &str, mut key: impl FnMut(u64)) {
    let words = words(without_domain(text));
    whole(&words, &mut key);
    for word in words.iter().filter(|word| is_part(word) && !is_common(word)) {
        key(joined([word]));
        let letters: Vec<char> = word.chars().collect();
        // A given name of two letters, after a family name of one or two.
        if letters.iter().all(|letter| is_han(*letter)) && (3..=4).contains(&letters.len()) {
            key(joined([&letters[letters.len() - 2..].iter().collect()]));
        }
    }
}

/// The keys under which a text holds the name of somebody else, of whom there can be
/// millions: a word of such a name is as often another word. So only the whole of a
/// name counts, and one of a single word only where the text is nothing else.
pub fn outsider(text: &str, mut key: impl FnMut(u64)) {
    let words = words(without_domain(text));
    whole(&words, &mut key);
    if let [word] = &words[..]
        && is_part(word)
        && !is_common(word)
    {
        key(alone(word));
        if word.chars().all(is_han) && (2..=4).contains(&word.chars().count()) {
            key(joined([word]));
        }
    }
}

/// A name of several words, in either order.
fn whole(words: &[String], key: &mut impl FnMut(u64)) {
    if words.len() < 2
        || words.iter().all(|word| is_common(word))
        || !words.iter().any(|w| is_part(w))
    {
        return;
    }
    key(joined(words));
    let (first, last) = (&words[..1], &words[words.len() - 1..]);
    key(joined(last.iter().chain(&words[..words.len() - 1])));
    key(joined(words[1..].iter().chain(first)));
}

/// All keys under which a text can hold a name: its words alone and up to four in a
/// row, and two to four letters in a row where no spaces part them.
pub fn keys(text: &str, mut key: impl FnMut(u64)) {
    let words = words(text);
    if let [word] = &words[..] {
        key(alone(word));
    }
    for start in 0..words.len() {
        (start..words.len().min(start + 4)).for_each(|end| key(joined(&words[start..=end])));
        let letters: Vec<char> = words[start].chars().collect();
        if letters.iter().all(|letter| is_han(*letter)) {
            for length in 2..=4 {
                for part in letters.windows(length) {
                    key(joined([&part.iter().collect()]));
                }
            }
        }
    }
}

/// Whether a text holds a mail address or a telephone number.
#[must_use]
pub fn is_contact(text: &str) -> bool {
    let parts = || text.split(|c: char| c.is_whitespace() || "<>()[],;".contains(c));
    let is_mail = |part: &str| {
        part.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
    };
    let dialled = |c: char| c.is_ascii_digit() || " -+()./\u{a0}".contains(c);
    parts().any(is_mail) || text.split(|c: char| !dialled(c)).any(is_phone)
}

/// Whether digits and signs are a telephone number: 7 to 15 digits that are no date,
/// marked by signs, a 0 at the beginning, or the length of a number of a mobile.
fn is_phone(run: &str) -> bool {
    let run = run.trim();
    if run.split(' ').any(is_spaced_date) {
        return false;
    }
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let marked = run.contains([' ', '-', '+', '(', '.', '/']) || run.starts_with('0');
    (7..=15).contains(&digits) && (marked || digits == 10 || digits == 11)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Whether a text holds a name, by their keys.
    fn holds(text: &str, name: fn(&str, &mut dyn FnMut(u64)), of: &str) -> bool {
        let mut all = HashSet::new();
        keys(text, |key| {
            all.insert(key);
        });
        let mut found = false;
        name(of, &mut |key| found |= all.contains(&key));
        found
    }

    #[test]
    fn a_colleague_is_found_by_each_part_of_the_name() {
        let of = |text: &str, name: &str| holds(text, |name, key| colleague(name, key), name);
        for text in [
            "Zorblatt Quux",
            "ZORBLATT",
            "Referral by Zorblatt",
            "Quux, Zorblatt",
            "zorblatt.quux@firm.com",
            "ZorblattQuux",
            "Quux's list",
        ] {
            assert!(of(text, "Zorblatt Quux"), "{text}");
        }
        assert!(of("zorblatt", "Zorblatt.Quux@firm.com"));
        assert!(of("欧阳锋介绍", "欧阳锋") && of("小明转介绍", "王小明"));
        for text in ["Web", "Inbound sales", "Firm", "Quuxville", "Z. call", "17"] {
            assert!(!of(text, "Zorblatt Quux"), "{text}");
            assert!(!of(text, "zorblatt.quux@firm.com"), "{text}");
        }
        assert!(!of("Inbound", "Inbound Sales Team") && !of("转介绍", "销售"));
    }

    #[test]
    fn somebody_else_is_found_by_the_whole_name() {
        let of = |text: &str, name: &str| holds(text, |name, key| outsider(name, key), name);
        assert!(of("Referral: Anna Quirrenbach", "Anna Quirrenbach"));
        assert!(of("Quirrenbach Anna", "Anna Quirrenbach") && of("Quirrenbach", "quirrenbach"));
        assert!(of("王小明介绍", "王小明"));
        assert!(!of("Trade Fair", "Anna Fair") && !of("Trade Fair", "Fair"));
        assert!(!of("Google Ads", "Google Ads") && !of("百度", "百度"));
    }

    #[test]
    fn addresses_and_telephone_numbers_are_told_from_dates_and_codes() {
        for text in [
            "anna@firm.com",
            "mail from <anna@firm.com>",
            "+49 170 1234567",
            "call (030) 123-4567",
            "0301234567",
            "13812345678",
            "415.555.0123",
        ] {
            assert!(is_contact(text), "{text}");
        }
        for text in [
            "Webinar 2018-02-01 10:00",
            "20180201",
            "@home",
            "24/7",
            "Q1 2018",
            "5-10",
            "1234567",
            "A-1",
        ] {
            assert!(!is_contact(text), "{text}");
        }
    }
}
