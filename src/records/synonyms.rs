//! Under which headers columns are found. Headers are compared without case,
//! spaces and signs, and without an export's prefix ("Deal - Value").
//!
//! A column has one or more ranks of headers: the first rank that meets a
//! header decides, and two headers of one rank are an ambiguity. Later ranks
//! hold looser words ("date") and weaker evidence.
//!
//! Sources of the export headers: `HubSpot` ("Create Date", "Original Source",
//! now "Original Traffic Source", "Became a … Date", "Close Date", "Deal
//! Stage"), its knowledge base on default properties; Salesforce (labels of
//! reports: "Created Date", "Lead Source", "Stage"; fields: `CreatedDate`,
//! `StageName`, `IsWon`), its help on lead and opportunity fields; Pipedrive
//! ("Deal - Deal created", "Deal - Won time"), exports in public use; columns of
//! the Olist and Maven data sets as published.

use super::field::FileKind::{self, Deals, Leads, Opportunities, Orders, People};
use super::field::Meaning;
use super::field::Meaning::{
    Amount, Channel, Closed, Contact, Cost, Created, Currency, Customer, Day, Email, End, Hours,
    Id, IsClosed, IsWon, Lead, Lost, Name, Opener, Order, Owner, Person, Qualified, Role, Segment,
    Stage, Start, Status, Surname, Won,
};
use super::headers::{
    AMOUNT, CHANNEL, CLOSED, CONTACT, CURRENCY, CUSTOMER, EMAIL, IS_CLOSED, IS_WON, LOST, NAME,
    OPENER, OWNER, SEGMENT, STAGE, STATUS, SURNAME, WON,
};

/// A column of a file.
#[derive(Debug)]
pub struct Wanted {
    /// What it means.
    pub meaning: Meaning,
    /// Whether the file is of no use without it.
    pub needed: bool,
    /// Headers by rank, separated by commas.
    pub ranks: &'static [&'static str],
}

const fn needed(meaning: Meaning, ranks: &'static [&'static str]) -> Wanted {
    Wanted { meaning, needed: true, ranks }
}

const fn useful(meaning: Meaning, ranks: &'static [&'static str]) -> Wanted {
    Wanted { meaning, needed: false, ranks }
}

/// What is looked for in a kind of file.
#[must_use]
pub fn wanted(file: FileKind) -> &'static [Wanted] {
    match file {
        Leads => LEADS,
        Deals => DEALS,
        Opportunities => OPPORTUNITIES,
        People => PEOPLE,
        Orders => ORDERS,
    }
}

const LEADS: &[Wanted] = &[
    useful(
        Id,
        &[
            "lead id, mql id, contact id, record id - contact, lead number, prospect id, 线索id, 线索编号, 线索编码, 線索編號",
            "record id, id, lead, lead no, 编号, 編號, 唯一性id, 主键",
        ],
    ),
    needed(
        Created,
        &[
            "created, create date, created date, created at, created on, creation date, lead created, \
         date created, add time, added on, created time, record created, lead creation date, first contact date, first contact, \
         创建日期, 创建时间, 首次联系日期, 线索创建时间, 线索创建日期, 录入时间, 录入日期, 建立时间, 建立日期, 新建时间, 获取时间, 建立時間, 創建時間, 創建日期",
            "became a lead date, lead date, received, received at, inquiry date, enquiry date",
            "date, timestamp, time, 日期, 时间",
        ],
    ),
    useful(Channel, CHANNEL),
    useful(Segment, SEGMENT),
    useful(
        Qualified,
        &[
            "converted date, converted at, converted time, conversion date, converted date time, qualified date, qualified at, qualification date, \
         qualified on, became an opportunity date, date entered opportunity lifecycle stage pipeline, \
         转化日期, 转化时间, 转换时间, 转换日期, 转商机日期, 转商机时间, 合格日期, 轉換日期, 轉化日期",
            "became a sales qualified lead date, sql date, \
         date entered sales qualified lead lifecycle stage pipeline",
            "became a marketing qualified lead date, mql date, \
         date entered marketing qualified lead lifecycle stage pipeline",
        ],
    ),
    useful(Status, STATUS),
    useful(Stage, STAGE),
    useful(IsWon, IS_WON),
    useful(Closed, CLOSED),
    useful(Won, WON),
    useful(Lost, LOST),
    useful(Amount, AMOUNT),
    useful(Currency, CURRENCY),
    useful(Owner, OWNER),
    useful(Opener, OPENER),
    useful(Customer, CUSTOMER),
    useful(Contact, LEAD_CONTACT),
    useful(Surname, SURNAME),
    useful(Name, LEAD_TITLE),
    useful(Email, EMAIL),
];

/// In a file of leads, a name is a person's unless it says otherwise.
const LEAD_CONTACT: &[&str] = &[
    "full name, lead name, contact name, contact full name, person name, contact person, 姓名, 联系人, 联系人姓名, 聯絡人",
    "first name, given name",
    "name",
];
const LEAD_TITLE: &[&str] =
    &["title, lead title, 线索名称, 商机名称", "deal name, deal title, subject, 名称"];

const DEALS: &[Wanted] = &[
    useful(
        Id,
        &["deal id, opportunity id, record id - deal, 商机id, 商机编号, 合同编号", "record id"],
    ),
    needed(
        Lead,
        &[
            "lead id, mql id, contact id, associated contact ids, original lead id, lead, source lead id, 线索id, 线索编号, 来源线索, 線索編號",
            "associated contact, id",
        ],
    ),
    useful(Status, STATUS),
    useful(Stage, STAGE),
    useful(IsWon, IS_WON),
    useful(Closed, CLOSED),
    useful(Won, WON),
    useful(Lost, LOST),
    useful(Amount, AMOUNT),
    useful(Currency, CURRENCY),
    useful(Owner, OWNER),
    useful(Opener, OPENER),
    useful(Segment, SEGMENT),
    useful(Customer, CUSTOMER),
    useful(Contact, CONTACT),
    useful(Surname, SURNAME),
    useful(Email, EMAIL),
    useful(Name, NAME),
];

const OPPORTUNITIES: &[Wanted] = &[
    useful(
        Id,
        &[
            "opportunity id, deal id, record id - deal, potential id, opportunity number, 商机id, 商机编号, 机会编号, 销售机会编号",
            "record id, id, 编号, 編號, 唯一性id",
        ],
    ),
    useful(
        Lead,
        &[
            "lead id, mql id, original lead id, converted lead id, source lead id, 线索id, 线索编号, 来源线索, 線索編號",
        ],
    ),
    needed(
        Created,
        &[
            "created, create date, created date, created at, created on, creation date, deal created, \
         opportunity created, date created, add time, added on, created time, record created, engage date, start date, \
         创建日期, 创建时间, 商机创建时间, 商机创建日期, 机会创建日期, 建立时间, 建立日期, 录入时间, 录入日期, 发现日期, 发现时间, 創建日期, 創建時間, 建立時間",
            "date, opened, open date, opened on, opportunity date, 日期",
        ],
    ),
    useful(Channel, CHANNEL),
    useful(Segment, SEGMENT),
    useful(Status, STATUS),
    useful(Stage, STAGE),
    useful(IsWon, IS_WON),
    useful(IsClosed, IS_CLOSED),
    useful(Closed, CLOSED),
    useful(Won, WON),
    useful(Lost, LOST),
    useful(Amount, AMOUNT),
    useful(Currency, CURRENCY),
    useful(Owner, OWNER),
    useful(Opener, OPENER),
    useful(Customer, CUSTOMER),
    useful(Contact, CONTACT),
    useful(Surname, SURNAME),
    useful(Email, EMAIL),
    useful(Name, NAME),
];

const PEOPLE: &[Wanted] = &[
    needed(
        Person,
        &[
            "person, person id, employee, employee id, user id, user name, sales agent, agent, staff id, \
         员工, 员工编号, 工号, 人员",
            "name, full name, owner, email, id, 姓名",
        ],
    ),
    needed(
        Role,
        &["role, job title, position, function, job, 角色, 岗位, 职位, 职务", "title, team, 部门"],
    ),
    useful(
        Start,
        &[
            "start, start date, hire date, hired, joined, from, date of joining, 入职日期, 入职时间, 开始日期",
        ],
    ),
    useful(
        End,
        &[
            "end, end date, termination date, left, leave date, to, last day, 离职日期, 离职时间, 结束日期",
        ],
    ),
    useful(
        Hours,
        &["hours, hours a month, hours per month, monthly hours, selling hours, 月工时, 工时"],
    ),
    useful(
        Cost,
        &[
            "cost, cost a month, cost per month, monthly cost, 月成本, 人力成本",
            "salary, monthly salary, pay, 月薪, 薪资",
        ],
    ),
    useful(Currency, CURRENCY),
];

const ORDERS: &[Wanted] = &[
    needed(Customer, CUSTOMER),
    useful(
        Order,
        &[
            "order id, order number, order no, invoice, invoice number, 订单号, 订单编号",
            "order, id",
        ],
    ),
    needed(
        Day,
        &[
            "order date, ordered at, purchase date, order purchase timestamp, invoice date, 下单日期, \
         下单时间, 订单日期",
            "date, created at, created date, month, 日期, 月份",
            "shipping limit date",
        ],
    ),
    needed(Amount, AMOUNT),
    useful(Currency, CURRENCY),
];
