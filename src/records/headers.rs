//! Headers that several kinds of file share, by rank.

/// Where a lead came from.
pub const CHANNEL: &[&str] = &[
    "lead source, original source, original traffic source, origin, channel, lead channel, \
     source channel, marketing channel, 线索来源, 客户来源, 来源渠道, 渠道, 获客渠道",
    "source, utm source, latest source, latest traffic source, 来源",
];
/// What was sold for.
pub const AMOUNT: &[&str] = &[
    "amount, deal amount, opportunity amount, deal value, close value, won amount, contract value, \
     成交金额, 合同金额, 商机金额, 订单金额, 销售金额",
    "value, revenue, price, total amount, total, amount in company currency, expected revenue, 金额, \
     实付金额, 预计金额",
];
/// Its currency.
pub const CURRENCY: &[&str] = &[
    "currency, amount currency, currency iso code, currency code, currency of value, deal currency, \
     deal currency code, order currency, 币种, 货币",
];
/// Open, won or lost.
pub const STATUS: &[&str] = &[
    "status, deal status, opportunity status, lead status, contact status, 商机状态, 线索状态, 跟进状态, 状态",
];
/// The stage.
pub const STAGE: &[&str] = &[
    "stage, deal stage, stage name, opportunity stage, sales stage, 商机阶段, 销售阶段, 阶段",
    "lifecycle stage, pipeline stage",
];
/// Who closes.
pub const OWNER: &[&str] = &[
    "owner, deal owner, lead owner, opportunity owner, contact owner, owner id, sales agent, \
     sales rep, salesperson, sr id, account executive, 负责人, 所有人, 销售, 销售员, 销售代表, 跟进人, 业务员",
    "assigned to, agent, owner name, rep, hubspot owner id, owner full name",
];
/// Who opens.
pub const OPENER: &[&str] = &[
    "sdr id, sdr, bdr, sdr owner, opener, sales development rep, sales development representative, \
     电话销售, 开发人",
];
/// The product or trade.
pub const SEGMENT: &[&str] = &[
    "product, product name, product family, business segment, segment, customer segment, 产品, \
     产品名称, 产品线, 客户细分",
    "industry, trade, 行业, 客户行业",
];
/// The customer.
pub const CUSTOMER: &[&str] = &[
    "customer, customer id, seller id, account, account id, account name, associated company, \
     associated company ids, organization, organisation, company id, converted account id, 客户, 客户编号, \
     客户id, 客户名称",
    "company, company name, client, client id, buyer id, 公司, 公司名称",
];
/// When a case was closed. An expected close is none: it must be named by hand.
pub const CLOSED: &[&str] = &[
    "close date, closed date, closed at, deal closed on, closed on, close time, date closed, \
     closed time, 结单日期, 成交日期, 关闭日期, 关闭时间, 成交时间",
    "closed",
];
/// When it was won.
pub const WON: &[&str] = &[
    "won date, won time, won at, date won, became a customer date, customer date, 赢单日期, 赢单时间, \
     签约日期",
    "won",
];
/// When it was lost.
pub const LOST: &[&str] =
    &["lost date, lost time, lost at, date lost, 输单日期, 输单时间, 丢单日期", "lost"];
/// A tick where it is won.
pub const IS_WON: &[&str] = &["is won, won, is closed won, closed won, 是否赢单, 是否成交"];
/// A tick where it is won or lost.
pub const IS_CLOSED: &[&str] = &["is closed, closed, is deal closed, 是否关闭, 是否结束"];
/// A name or title.
pub const NAME: &[&str] = &[
    "deal name, opportunity name, lead name, full name, contact name, title, 姓名, 线索名称, 商机名称, \
     联系人",
    "name, first name, deal title, subject, 名称",
];
/// A mail address.
pub const EMAIL: &[&str] = &["email, email address, work email, 邮箱, 电子邮箱"];
