//! The usual exports of three systems, and Chinese ones, are understood as they
//! are: each column of a header is taken for what it is.

use orgodds::records::{FileKind, Files, Meaning, Settings, read};

use super::text;
use FileKind::{Leads, Opportunities};

/// Reads a file of a header and one row of dates, which suits every column.
fn takes(file: FileKind, header: &str, expected: &[(Meaning, &str)]) {
    let row = header.replace(|c| c != '|', "").replace('|', ",2018-01-05");
    let table = text("file.csv", &format!("{}\n2018-01-05{row}\n", header.replace('|', ",")));
    let files = match file {
        Leads => Files { leads: Some(&table), ..Files::default() },
        _ => Files { opportunities: Some(&table), ..Files::default() },
    };
    let records = read(&files, &Settings { limit: 1.0, ..Settings::default() }).unwrap();
    let found: Vec<_> =
        records.taken.iter().map(|taken| (taken.meaning, taken.header.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn hubspots_export_of_contacts_is_understood() {
    takes(
        Leads,
        "Record ID|First Name|Last Name|Email|Contact owner|Create Date|Original Source|\
         Lifecycle Stage|Became a Marketing Qualified Lead Date|\
         Became a Sales Qualified Lead Date|Became a Customer Date",
        &[
            (Meaning::Id, "Record ID"),
            (Meaning::Created, "Create Date"),
            (Meaning::Channel, "Original Source"),
            (Meaning::Qualified, "Became a Sales Qualified Lead Date"),
            (Meaning::Stage, "Lifecycle Stage"),
            (Meaning::Won, "Became a Customer Date"),
            (Meaning::Owner, "Contact owner"),
            (Meaning::Contact, "First Name"),
            (Meaning::Surname, "Last Name"),
            (Meaning::Email, "Email"),
        ],
    );
}

#[test]
fn salesforces_reports_and_fields_are_understood() {
    takes(
        Opportunities,
        "Id|Name|StageName|Amount|CloseDate|IsClosed|IsWon|OwnerId|LeadSource|CreatedDate|\
         AccountId|CurrencyIsoCode",
        &[
            (Meaning::Id, "Id"),
            (Meaning::Created, "CreatedDate"),
            (Meaning::Channel, "LeadSource"),
            (Meaning::Stage, "StageName"),
            (Meaning::IsWon, "IsWon"),
            (Meaning::IsClosed, "IsClosed"),
            (Meaning::Closed, "CloseDate"),
            (Meaning::Amount, "Amount"),
            (Meaning::Currency, "CurrencyIsoCode"),
            (Meaning::Owner, "OwnerId"),
            (Meaning::Customer, "AccountId"),
            (Meaning::Name, "Name"),
        ],
    );
}

#[test]
fn pipedrives_export_of_deals_is_understood() {
    takes(
        Opportunities,
        "Deal - ID|Deal - Title|Deal - Value|Deal - Currency of Value|Deal - Stage|\
         Deal - Status|Deal - Deal created|Deal - Won time|Deal - Lost time|Deal - Owner|\
         Deal - Organization|Person - Name",
        &[
            (Meaning::Id, "Deal - ID"),
            (Meaning::Created, "Deal - Deal created"),
            (Meaning::Status, "Deal - Status"),
            (Meaning::Stage, "Deal - Stage"),
            (Meaning::Won, "Deal - Won time"),
            (Meaning::Lost, "Deal - Lost time"),
            (Meaning::Amount, "Deal - Value"),
            (Meaning::Currency, "Deal - Currency of Value"),
            (Meaning::Owner, "Deal - Owner"),
            (Meaning::Customer, "Deal - Organization"),
            (Meaning::Contact, "Person - Name"),
            (Meaning::Name, "Deal - Title"),
        ],
    );
}

#[test]
fn chinese_headers_are_understood() {
    takes(
        Leads,
        "线索编号|创建时间|线索来源|状态|负责人",
        &[
            (Meaning::Id, "线索编号"),
            (Meaning::Created, "创建时间"),
            (Meaning::Channel, "线索来源"),
            (Meaning::Status, "状态"),
            (Meaning::Owner, "负责人"),
        ],
    );
}

#[test]
fn zohos_exports_are_understood() {
    takes(
        Opportunities,
        "Record Id|Deal Owner.id|Deal Owner|Amount|Deal Name|Closing Date|Account Name.id|\
         Account Name|Stage|Type|Lead Source|Contact Name|Created Time|Currency|Exchange Rate",
        &[
            (Meaning::Id, "Record Id"),
            (Meaning::Created, "Created Time"),
            (Meaning::Channel, "Lead Source"),
            (Meaning::Stage, "Stage"),
            (Meaning::Closed, "Closing Date"),
            (Meaning::Amount, "Amount"),
            (Meaning::Currency, "Currency"),
            (Meaning::Owner, "Deal Owner"),
            (Meaning::Customer, "Account Name"),
            (Meaning::Contact, "Contact Name"),
            (Meaning::Name, "Deal Name"),
        ],
    );
}

#[test]
fn chinese_exports_of_opportunities_are_understood() {
    takes(
        Opportunities,
        "商机编号|商机名称|客户名称|销售流程|商机阶段|商机金额（元）|预计成交日期|负责人|线索来源|\
         创建时间|实际成交日期|赢单时间",
        &[
            (Meaning::Id, "商机编号"),
            (Meaning::Created, "创建时间"),
            (Meaning::Channel, "线索来源"),
            (Meaning::Stage, "商机阶段"),
            (Meaning::Closed, "实际成交日期"),
            (Meaning::Won, "赢单时间"),
            (Meaning::Amount, "商机金额（元）"),
            (Meaning::Owner, "负责人"),
            (Meaning::Customer, "客户名称"),
            (Meaning::Name, "商机名称"),
        ],
    );
    takes(
        Opportunities,
        "销售机会名称|客户名称|销售机会所有人|销售金额(万元)|结单日期|销售阶段|赢率(%)|商机来源|创建日期",
        &[
            (Meaning::Created, "创建日期"),
            (Meaning::Channel, "商机来源"),
            (Meaning::Stage, "销售阶段"),
            (Meaning::Closed, "结单日期"),
            (Meaning::Amount, "销售金额(万元)"),
            (Meaning::Owner, "销售机会所有人"),
            (Meaning::Customer, "客户名称"),
            (Meaning::Name, "销售机会名称"),
        ],
    );
}

#[test]
fn a_unit_after_a_header_is_no_part_of_it_but_an_expectation_is() {
    takes(
        Leads,
        "Lead ID|Create Date (UTC)|Lead Source|Stage|Close Date (UTC)|Amount (USD)|Owner|\
         Won date (expected)",
        &[
            (Meaning::Id, "Lead ID"),
            (Meaning::Created, "Create Date (UTC)"),
            (Meaning::Channel, "Lead Source"),
            (Meaning::Stage, "Stage"),
            (Meaning::Closed, "Close Date (UTC)"),
            (Meaning::Amount, "Amount (USD)"),
            (Meaning::Owner, "Owner"),
        ],
    );
}
