//! Rows that somebody made to try the system out.
//!
//! A name counts as a test if it has "test" as a word and otherwise only
//! numbers and words that such rows are filled with: "Test", "test lead 2",
//! "测试". "Test Equipment Ltd" and "Contest" are customers. A mail address
//! counts if the part before the @ does, or if its domain is one that is
//! reserved for examples.

const TEST: [&str; 7] = ["test", "tests", "testing", "tester", "asdf", "测试", "測試"];

const FILLERS: [&str; 24] = [
    "lead",
    "leads",
    "deal",
    "deals",
    "contact",
    "account",
    "company",
    "customer",
    "opportunity",
    "user",
    "name",
    "first",
    "last",
    "my",
    "new",
    "do",
    "not",
    "delete",
    "a",
    "the",
    "客户",
    "线索",
    "商机",
    "公司",
];

/// Domains that RFC 2606 reserves, so that nobody is behind them.
const DOMAINS: [&str; 5] = ["example.com", "example.org", "example.net", "test.com", "test.test"];

/// Whether a name or title is a test.
#[must_use]
pub fn is_test_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    // Chinese has no spaces between words.
    let spaced = lower.replace("测试", " 测试 ").replace("測試", " 測試 ");
    let words = || spaced.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let bare = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let is_test = |word: &str| TEST.contains(&bare(word).as_str());
    let fills = |word: &str| bare(word).is_empty() || FILLERS.contains(&bare(word).as_str());
    words().any(is_test) && words().all(|word| is_test(word) || fills(word))
}

/// Whether a mail address is a test.
#[must_use]
pub fn is_test_mail(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    is_test_name(name) || DOMAINS.contains(&domain.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_customers() {
        for test in
            ["Test", "TEST LEAD 1", "test-deal", "测试客户", "test2", "asdf", "Do not delete: test"]
        {
            assert!(is_test_name(test), "{test}");
        }
        for customer in [
            "Test Equipment Ltd",
            "Contest",
            "Testa",
            "",
            "Lead",
            "7",
            "ABC 测试设备",
            "Anna Tester-Jones",
        ] {
            assert!(!is_test_name(customer), "{customer}");
        }
        for test in ["test@firm.com", "anna@example.com", "test+1@firm.com"] {
            assert!(is_test_mail(test), "{test}");
        }
        for customer in ["anna@testfirm.com", "contest@firm.com", "no address"] {
            assert!(!is_test_mail(customer), "{customer}");
        }
    }
}
