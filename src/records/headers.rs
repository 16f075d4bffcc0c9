//! Headers that several kinds of file share, by rank.

/// Where a lead came from.
pub const CHANNEL: &[&str] = &[
    "lead source, original source, original traffic source, origin, channel, lead channel, \
     source channel, marketing channel, 线索来源, 客户来源, 来源渠道, 渠道, 获客渠道, original source type, lead source channel, source channel name, 机会来源, 商机来源, 来源渠道名称, 线索渠道, 來源渠道, 線索來源, 客戶來源",
    "source, utm source, latest source, latest traffic source, 来源, campaign source, source origin, 來源",
];
/// What was sold for.
pub const AMOUNT: &[&str] = &[
    "amount, deal amount, opportunity amount, deal value, close value, won amount, contract value, \
     成交金额, 合同金额, 商机金额, 订单金额, 销售金额, opportunity value, potential amount, actual value, actual revenue, 商机成交金额, 实际成交金额, 成交额, 签约金额, 机会金额, 成交金額, 合約金額",
    "value, revenue, price, total amount, total, amount in company currency, expected revenue, 金额, \
     实付金额, 预计金额, est revenue, estimated revenue, estimated value, 预计成交金额, 预计销售金额, 商机预计金额, 总金额, 金額",
];
/// Its currency.
pub const CURRENCY: &[&str] = &[
    "currency, amount currency, currency iso code, currency code, currency of value, deal currency, \
     deal currency code, order currency, 币种, 货币, opportunity currency, lead currency, order currency code, 币别, 交易币种, 结算币种, 幣別, 幣種",
];
/// Open, won or lost.
pub const STATUS: &[&str] = &[
    "status, deal status, opportunity status, lead status, contact status, 商机状态, 线索状态, 跟进状态, 状态, lead state, deal state, opportunity state, state, status reason, 机会状态, 客户状态, 赢单状态, 狀態",
];
/// The stage.
pub const STAGE: &[&str] = &[
    "stage, deal stage, stage name, opportunity stage, sales stage, 商机阶段, 销售阶段, 阶段, potential stage, sales process stage, pipeline stage name, 阶段名称, 当前阶段, 机会阶段, 階段, 銷售階段",
    "lifecycle stage, pipeline stage",
];
/// Who closes.
pub const OWNER: &[&str] = &[
    "owner, deal owner, lead owner, opportunity owner, contact owner, owner id, sales agent, \
     sales rep, salesperson, sr id, account executive, 负责人, 所有人, 销售, 销售员, 销售代表, 跟进人, 业务员, record owner, opportunity owner full name, lead owner full name, deal owner name, potential owner, 线索负责人, 商机负责人, 客户负责人, 销售负责人, 线索所有人, 销售机会所有人, 跟进人员, 负责人姓名, 负责销售, 負責人, 業務員",
    "assigned to, agent, owner name, rep, hubspot owner id, owner full name, assigned user, assignee, user, responsible, responsible person, account manager, sales owner",
];
/// Who opens.
pub const OPENER: &[&str] = &[
    "sdr id, sdr, bdr, sdr owner, opener, sales development rep, sales development representative, \
     电话销售, 开发人",
];
/// The product or trade.
pub const SEGMENT: &[&str] = &[
    "product, product name, product family, business segment, segment, customer segment, 产品, \
     产品名称, 产品线, 客户细分, product interest, product category, 产品类别, 意向产品",
    "industry, trade, 行业, 客户行业",
];
/// The customer.
pub const CUSTOMER: &[&str] = &[
    "customer, customer id, seller id, account, account id, account name, associated company, \
     associated company ids, organization, organisation, company id, converted account id, 客户, 客户编号, \
     客户id, 客户名称, company account, related account, 客户全称, 客户简称, 所属客户, 客戶, 客戶名稱, 客戶編號",
    "company, company name, client, client id, buyer id, 公司, 公司名称",
];
/// When a case was closed. An expected close is none: it must be named by hand.
pub const CLOSED: &[&str] = &[
    "close date, closed date, closed at, deal closed on, closed on, close time, date closed, \
     closed time, 结单日期, 成交日期, 关闭日期, 关闭时间, 成交时间, closing date, actual close date, date of close, close, 实际成交日期, 实际结单日期, 结单时间, 实际关闭日期, 关单日期, 關閉日期, 結單日期",
    "closed",
];
/// When it was won.
pub const WON: &[&str] = &[
    "won date, won time, won at, date won, became a customer date, customer date, 赢单日期, 赢单时间, \
     签约日期, deal won time, closed won date, date of win, signed date, contract date, contract signed date, 签单日期, 签约时间, 成单日期, 成单时间, 赢单关闭时间, 贏單日期, 簽約日期",
    "won",
];
/// When it was lost.
pub const LOST: &[&str] = &[
    "lost date, lost time, lost at, date lost, 输单日期, 输单时间, 丢单日期, closed lost date, deal lost time, 丢单时间, 流失日期, 输单关闭时间, 輸單日期",
    "lost",
];
/// A tick where it is won.
pub const IS_WON: &[&str] =
    &["is won, won, is closed won, closed won, 是否赢单, 是否成交, deal is won, has won, 赢单"];
/// A tick where it is won or lost.
pub const IS_CLOSED: &[&str] = &["is closed, closed, is deal closed, 是否关闭, 是否结束"];
/// A person's name, or the first part of it.
pub const CONTACT: &[&str] = &[
    "full name, contact name, contact full name, person name, contact person, 姓名, 联系人, 联系人姓名, 聯絡人",
    "first name, given name",
];
/// The last part of a person's name.
pub const SURNAME: &[&str] = &["last name, surname, family name, 姓, 姓氏"];
/// A title.
pub const NAME: &[&str] = &[
    "deal name, opportunity name, potential name, title, 线索名称, 商机名称, 销售机会名称, 机会名称",
    "name, deal title, subject, 名称",
];
/// A mail address.
pub const EMAIL: &[&str] =
    &["email, email address, work email, contact email, 邮箱, 电子邮箱, 邮件, 电子郵件"];
