//! What a role's title says of its work: English, Chinese, and what sales teams
//! shorten to letters.

/// What a role does, as far as its title tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Leads: finding and qualifying them.
    Leads,
    /// Opportunities: from the talk to the signature.
    Deals,
    /// Customers: care, renewal.
    Customers,
    /// Opportunities and customers: those who keep an account.
    Accounts,
    /// Leading others: it costs, and sells nothing itself.
    Leading,
    /// No work of a sales team.
    Elsewhere,
    /// Everything: the title names no part of it.
    Everything,
    /// The title is not known.
    Unknown,
}

/// Titles and what they tell, parted by commas, the more special first: the first that
/// is met counts.
const TITLES: [(Duty, &str); 11] = [
    (
        Duty::Elsewhere,
        "executive assistant, personal assistant, sales assistant, office manager, \
         sales operations, sales ops, sales enablement, tech lead, lead engineer, \
         lead developer, it support, 销售助理, 销售运营, 销售支持",
    ),
    (Duty::Leading, "chief, ceo, cfo, coo, cto, cmo, cro, cso, founder, cofounder"),
    (Duty::Leading, "president, vp, svp, evp, head, director, chair, team lead"),
    (Duty::Leading, "总裁, 总经理, 副总, 总监, 首席, 创始人, 董事, 负责人, 部长, 主管"),
    (
        Duty::Customers,
        "csm, cs, success, customer service, client service, support, care, renewal, \
         renewals, onboarding, 客户成功, 客服, 服务, 售后, 续约, 续费, 客户运营",
    ),
    (
        Duty::Leads,
        "sdr, bdr, ldr, mdr, odr, adr, xdr, sales development, business development, \
         market development, lead development, account development, lead, leads, \
         lead generation, prospecting, prospector, outbound, appointment setter, \
         telemarketing, telemarketer, bd, 线索, 拓展, 邀约, 开拓, 业务开发, 客户开发, \
         销售开发, 市场开发, 商务开发",
    ),
    (
        Duty::Accounts,
        "am, kam, ka, account manager, key account, account management, 大客户, 客户维护, \
         老客户",
    ),
    (
        Duty::Deals,
        "ae, account executive, sales engineer, solution engineer, solutions engineer, \
         solution, solutions, presales, pre sales, se, consultant, closer, \
         sales executive, 售前, 解决方案, 方案, 顾问",
    ),
    (
        Duty::Deals,
        "sales, seller, selling, salesperson, salesman, saleswoman, rep, isr, osr, fsr, \
         telesales, account, 销售, 客户经理, 业务员, 业务代表, 业务经理, 商务, 电销, 招商",
    ),
    (
        Duty::Elsewhere,
        "engineer, engineering, developer, programmer, software, devops, architect, it, \
         data, analyst, scientist, product, designer, design, research, qa, hr, \
         human resources, people, talent, recruiter, recruiting, recruitment, payroll, \
         finance, financial, accountant, accounting, bookkeeper, controller, treasurer, tax, \
         audit, auditor, legal, counsel, lawyer, compliance, admin, administrator, \
         administration, administrative, assistant, secretary, receptionist, office, \
         marketing, marketer, content, seo, pr, operations, ops, revops, enablement, \
         procurement, purchasing, buyer, logistics, warehouse, driver, production, \
         manufacturing, quality, facilities, security, intern, 人事, 人力, 招聘, 财务, 会计, \
         出纳, 审计, 法务, 律师, 行政, 前台, 秘书, 助理, 研发, 开发, 工程师, 程序员, 技术, \
         测试, 运维, 架构, 产品, 设计, 数据, 分析, 采购, 物流, 仓库, 仓管, 司机, 生产, 质检, \
         品控, 市场, 推广, 运营, 实习",
    ),
    (Duty::Everything, "generalist, allrounder, all rounder, full cycle, 全流程, 全能, 综合业务"),
];

/// Leaders of a team, where nothing else in the title is known.
const MANAGERS: &str = "manager, executive, supervisor, management, 经理, 组长, 队长";

impl Duty {
    /// What a title tells.
    #[must_use]
    pub fn of(title: &str) -> Self {
        let lower = title.to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let words = format!(" {} ", words.join(" "));
        // Chinese titles have no blanks between words.
        let holds = |known: &str| {
            if known.is_ascii() {
                words.contains(&format!(" {known} "))
            } else {
                lower.contains(known)
            }
        };
        let any = |titles: &str| titles.split(", ").any(holds);
        let told = TITLES.iter().find(|(_, titles)| any(titles));
        match told {
            // Alone the letters are a sales representative's, before a title they are "senior".
            _ if words == " sr " => Self::Deals,
            Some((duty, _)) => *duty,
            None if any(MANAGERS) => Self::Leading,
            None => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_the_work() {
        for (duty, titles) in [
            (
                Duty::Leads,
                &[
                    "SDR",
                    "BDR (partners)",
                    "Sales Development Representative",
                    "Lead Generation Specialist",
                    "Business Development Manager",
                    "Outbound",
                    "线索专员",
                    "渠道拓展",
                    "销售开发代表",
                    "BD经理 / BD",
                ][..],
            ),
            (
                Duty::Deals,
                &[
                    "AE",
                    "SR",
                    "Account Executive",
                    "Sales",
                    "Senior Sales Rep",
                    "Sales Engineer",
                    "Pre-Sales Consultant",
                    "Solutions Architect",
                    "Sales Manager",
                    "Sales Executive",
                    "销售",
                    "销售经理",
                    "客户经理",
                    "售前工程师",
                    "销售顾问",
                ],
            ),
            (
                Duty::Customers,
                &[
                    "CSM",
                    "Customer Success Manager",
                    "Support",
                    "客户成功经理",
                    "客服专员",
                    "售后服务",
                ],
            ),
            (Duty::Accounts, &["AM", "Key Account Manager", "KA", "Account Manager", "大客户经理"]),
            (
                Duty::Leading,
                &[
                    "CEO",
                    "Chief Executive",
                    "Head of Sales",
                    "VP Sales",
                    "Director",
                    "Regional Sales Director",
                    "Team Lead",
                    "Manager",
                    "销售总监",
                    "总经理",
                    "主管",
                ],
            ),
            (
                Duty::Elsewhere,
                &[
                    "Engineer",
                    "HR",
                    "Human Resources",
                    "Finance",
                    "Executive Assistant",
                    "Accountant",
                    "Sr. Accountant",
                    "Software Developer",
                    "Marketing",
                    "研发工程师",
                    "人事专员",
                    "财务",
                    "市场部",
                    "行政",
                ],
            ),
            (Duty::Everything, &["Generalist", "Full-cycle", "全流程业务"]),
            (Duty::Unknown, &["Wizard", "Zauberer", "", "大侠"]),
        ] {
            for title in titles {
                assert_eq!(Duty::of(title), duty, "{title}");
            }
        }
    }
}
