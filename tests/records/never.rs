//! What must never happen, whatever is in a file.

use std::fmt::Write as _;

use orgodds::records::{BytesSource, Encoding, Files, PathSource, Settings, read};
use proptest::prelude::*;

use super::{chinese, english, text};

/// Every name here is of a person; none is a word of the program's own.
const NAMES: [&str; 8] = [
    "Quirrenbach",
    "Wozniakowa",
    "欧阳锋",
    "Featherstone",
    "Zeppelinski",
    "Ximenes",
    "Habsburgova",
    "Jorgensdottir",
];

#[test]
fn names_of_people_never_leave() {
    let leads = text(
        "leads.csv",
        "lead_id,created,source,name,email,owner,status,won_date,account\n\
         1,2018-01-05,search,Anna Quirrenbach,quirrenbach@firm.com,Ivo Featherstone,won,2018-02-01,Ximenes\n\
         2,Wozniakowa,search,欧阳锋,q@test.com,Featherstone,open,,\n\
         3,2018-02-30,search,test,x,Featherstone,Zeppelinski,,\n\
         3,2018-01-09,search,Habsburgova,x,Featherstone,open,,\n\
         3,2018-01-08,search,Habsburgova,x,欧阳锋,open,,\n\
         4,2018-01-08,search,Featherstone\n\
         5,2018-01-08,search,a,b,c,open,Zeppelinski,\n\
         6,2018-01-08,search,a,b,c,won,Zeppelinski,\n",
    );
    let deals = text(
        "deals.csv",
        "lead_id,won_date,amount,owner,sdr\n3,2018-02-03,Quirrenbach,Jorgensdottir,Featherstone\n\
         Wozniakowa,2018-02-03,5,Jorgensdottir,Featherstone\n",
    );
    let people = text(
        "people.csv",
        "name,role,start,end\nIvo Featherstone,AE,Ximenes,\nJorgensdottir,SDR,2018-02-01,2018-01-01\n欧阳锋,SDR,,\n",
    );
    let orders = text(
        "orders.csv",
        "customer,order,date,amount\nXimenes,7,2018-02-09,Zeppelinski\nHabsburgova,8,2018-02-09,7\n",
    );
    let files = Files {
        leads: Some(&leads),
        deals: Some(&deals),
        people: Some(&people),
        orders: Some(&orders),
        opportunities: None,
    };
    let settings = Settings { limit: 1.0, ..Settings::default() };
    let records = read(&files, &settings).unwrap();
    assert!(records.findings.iter().count() >= 8);
    let mut said = format!("{records:?}");
    for words in [english(), chinese()] {
        records.findings.iter().for_each(|finding| said += &(words.finding)(finding));
        records.taken.iter().for_each(|taken| said += &(words.taken)(taken));
        records.files.iter().for_each(|file| said += &(words.file)(file));
    }
    let strict = read(&files, &Settings::default()).unwrap_err();
    write!(said, "{strict:?}").unwrap();
    for problem in &strict {
        said += &(english().problem)(problem);
    }
    // "Zeppelinski" stands in a column of statuses as well: that name is shown.
    for name in NAMES.iter().filter(|name| **name != "Zeppelinski") {
        assert!(!said.contains(name), "{name} is in {said}");
    }
}

/// Files that are wrong in ways that random bytes hardly hit.
fn rowlike() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        Just("2018-02-01".to_owned()),
        Just("03/04/2018".to_owned()),
        Just("0000-00-00".to_owned()),
        Just("won".to_owned()),
        Just("\"".to_owned()),
        Just("1.234,5".to_owned()),
        Just("$9".to_owned()),
        Just("年月日".to_owned()),
        "[0-9]{1,5}[-/. 年][0-9]{1,4}[-/.:T 月][0-9]{0,4}[ -~日]{0,6}",
        "[-$€(]{0,2}[0-9]{1,4}[.,' ]{0,2}[0-9]{0,4}[.,%)万€]{0,2}",
        "[ -~]{0,8}",
        "\\PC{0,4}",
    ];
    let row = prop::collection::vec(cell, 0..9).prop_map(|cells| cells.join(","));
    prop::collection::vec(row, 0..12).prop_map(|rows| {
        let header = "id,lead id,created,status,won date,amount,customer,owner\n";
        (header.to_owned() + &rows.join("\n")).into_bytes()
    })
}

fn reads_or_says_why(bytes: &[u8], encoding: Option<Encoding>) {
    let source = BytesSource { name: "any.csv".to_owned(), bytes: bytes.to_vec() };
    let files = [
        Files { leads: Some(&source), ..Files::default() },
        Files { opportunities: Some(&source), ..Files::default() },
        Files {
            leads: Some(&source),
            deals: Some(&source),
            opportunities: Some(&source),
            people: Some(&source),
            orders: Some(&source),
        },
    ];
    for files in files {
        match read(&files, &Settings { limit: 1.0, encoding, ..Settings::default() }) {
            Ok(records) => {
                assert!(!records.cases.is_empty() && records.first.0 <= records.last.0);
                assert!(records.cases.iter().all(|case| case.amount.is_none_or(|a| a > 0.0)));
                let read = records
                    .files
                    .iter()
                    .all(|file| file.used <= file.rows && file.bad <= file.rows);
                assert!(read, "{:?}", records.files);
                records
                    .findings
                    .iter()
                    .for_each(|finding| assert!(!(chinese().finding)(finding).is_empty()));
            }
            Err(problems) => {
                assert!(!problems.is_empty());
                for problem in &problems {
                    assert!(!(english().problem)(problem).is_empty());
                }
            }
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_so() {
    let said = |path: &str| {
        let source = PathSource(path.into());
        let files = Files { leads: Some(&source), ..Files::default() };
        let problems = read(&files, &Settings::default()).unwrap_err();
        problems.iter().map(english().problem).collect::<Vec<_>>()
    };
    assert_eq!(said("absent.csv"), ["absent.csv cannot be read: there is no such file"]);
    assert_eq!(said("src"), ["src cannot be read: it is no plain file, and it is read twice"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_are_read_or_said_to_be_wrong(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        reads_or_says_why(&bytes, None);
        reads_or_says_why(&bytes, Some(Encoding::Gb18030));
        reads_or_says_why(&bytes, Some(Encoding::Utf16Le));
    }

    #[test]
    fn any_rows_are_read_or_said_to_be_wrong(bytes in rowlike()) {
        reads_or_says_why(&bytes, None);
    }
}
