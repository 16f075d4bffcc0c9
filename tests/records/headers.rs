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
