//! Names of people stand in every column of every file, and in no output.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{orgodds, stderr, stdout};

/// What must never be seen, in lower case: each belongs to a person only.
const PRIVATE: [&str; 13] = [
    "zorblatt",
    "quux",
    "hildegard",
    "fnord",
    "欧阳锋",
    "小明",
    "quirrenbach",
    "xanthippe",
    "wibblestone",
    "featherstonehaugh",
    "firmhaus",
    "1234567",
    "555 0123",
];

const CHANNELS: [&str; 14] = [
    "Web",
    "Trade Show",
    "Web",
    "Referral by Zorblatt Quux",
    "FNORD",
    "欧阳锋介绍",
    "王小明",
    "Anna Quirrenbach",
    "\"Wibblestone, Xanthippe\"",
    "list of anna.quirrenbach@firmhaus.com",
    "+49 170 1234567",
    "(415) 555 0123",
    "Otto Featherstonehaugh",
    "Web",
];
const OWNERS: [&str; 4] =
    ["Zorblatt Quux", "Hildegard Fnord", "欧阳锋", "hildegard.fnord@firmhaus.com"];
const CONTACTS: [&str; 3] = ["Anna,Quirrenbach", "Xanthippe,Wibblestone", "王小明,"];

/// The day after so many, from January 2023 on, in months of 28 days.
fn day(number: usize) -> String {
    let month = number / 28;
    format!("{}-{:02}-{:02}", 2023 + month / 12, month % 12 + 1, number % 28 + 1)
}

fn leads() -> String {
    let mut text = String::from(
        "Lead ID,Created Date,Lead Source,Product,Status,Stage,Owner,SDR,First Name,Last Name,Email,Currency,Zorblatt Quux,Hildegard,Phone,Notes\n",
    );
    for row in 0..420 {
        let (owner, contact) = (OWNERS[row % 4], CONTACTS[row % 3]);
        let (channel, product) =
            (CHANNELS[row % 14], ["Hardware", "Hildegard's accounts"][row / 9 % 2]);
        let status = ["open", "open", "Quux has it"][row / 3 % 3];
        let stage = ["new", "with Zorblatt", "sent to anna.quirrenbach@firmhaus.com"][row / 5 % 3];
        let created = if row % 97 == 0 { "Zorblatt Quux".to_owned() } else { day(row * 23 % 670) };
        writeln!(
            text,
            "fnord{row}@firmhaus.com,{created},{channel},{product},{status},{stage},{owner},{},{contact},anna.quirrenbach@firmhaus.com,EUR,Quux,Fnord,+49 170 1234567,call Hildegard",
            OWNERS[row / 2 % 4]
        )
        .unwrap();
    }
    text + "fnord1@firmhaus.com,2023-02-01,Quux\nGrand total (Zorblatt Quux)\n\
            x,2023-02-01,Web,Fnord,open,new,Test,Test,test,test,quirrenbach@test.com,EUR,,,,\n"
}

fn deals() -> String {
    let mut text =
        String::from("lead id,won date,amount,currency,owner,sdr,segment,customer,name\n");
    for row in (1..420).step_by(4) {
        let won = day(row * 23 % 670 + 5 + row % 40);
        let amount = if row % 101 == 0 { "Zorblatt Quux" } else { "1200.5" };
        let currency = if row % 55 == 0 { "FNO" } else { "EUR" };
        let lead = if row % 133 == 0 {
            "Hildegard Fnord".to_owned()
        } else {
            format!("fnord{row}@firmhaus.com")
        };
        let owner = OWNERS[row % 4];
        writeln!(text, "{lead},{won},{amount},{currency},{owner},{owner},Fnord line,Otto Featherstonehaugh,Deal of Anna Quirrenbach").unwrap();
    }
    text
}

const PEOPLE: &str = "name,role,start,end,hours,cost,Quux\n\
    Zorblatt Quux,AE,2023-01-01,,100,5000,x\n\
    Hildegard Fnord,Lead of Hildegard,2023-01-01,,100,5000,+49 170 1234567\n\
    欧阳锋,SDR 欧阳锋,Fnord,,100,4000,x\n\
    Otto Featherstonehaugh,SDR,2023-01-01,Quux,100,4000,x\n";

fn orders() -> String {
    let mut text = String::from("customer,order id,order date,amount,Fnord\n");
    for row in 0..60 {
        writeln!(text, "Otto Featherstonehaugh,o{row},{},90,Quux", day(row * 11)).unwrap();
    }
    text + "Anna Quirrenbach,quux,Zorblatt,Fnord,x\n"
}

fn opportunities() -> String {
    leads().replacen("Lead ID", "Opportunity ID", 1).replace(",Quux has it,", ",lost,")
}

/// All that a folder holds, by name.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            let name = path.display().to_string();
            all.push((name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
        }
    }
    all
}

fn is_private(named: &str, text: &str) {
    let lower = text.to_lowercase();
    for name in PRIVATE {
        if let Some(place) = lower.find(name) {
            let start = lower.floor_char_boundary(place.saturating_sub(100));
            let end = lower.floor_char_boundary((place + 100).min(lower.len()));
            panic!("{name} is in {named}: {}", &lower[start..end]);
        }
    }
}

#[test]
fn no_output_of_any_command_holds_what_belongs_to_a_person() {
    let given = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = given.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let (leads, deals) = (file("l.csv", &leads()), file("d.csv", &deals()));
    let (people, orders) = (file("p.csv", PEOPLE), file("o.csv", &orders()));
    let opportunities = file("q.csv", &opportunities());
    let bare = file("b.csv", "Zorblatt,AE\nQuux,SDR\n");
    let bad = file(
        "bad.csv",
        "created,status,source\nQuux,open,Fnord\nQuux,won,Fnord\n2023-01-01,Quux,Fnord\n",
    );
    let of_leads = ["--leads", &leads, "--deals", &deals, "--people", &people, "--orders", &orders];
    let of_opportunities = ["--opportunities", &opportunities, "--people", &people];
    let few = ["--charts", "svg"];
    for (number, language) in ["en", "zh"].into_iter().enumerate() {
        let out = tempfile::tempdir().unwrap();
        let lang = ["--lang", language];
        // One set of records a language, for every run takes its second.
        let records: &[&str] = if number == 0 { &of_leads } else { &of_opportunities };
        let fit =
            [&["fit"], records, &["--out", "c.toml", "--split", "s.toml"], &few, &lang].concat();
        let backtest = [
            &["backtest"],
            records,
            &["--until", "2024-03", "--months", "1", "--runs", "20", "--json", "t.json"],
            &few,
            &lang,
        ]
        .concat();
        let explain = [&["fit"], records, &["--explain"], &lang].concat();
        for (words, code) in [
            (fit, 0),
            (backtest, 0),
            (explain, 0),
            (
                ["fit", "--leads", &leads, "--people", &bare, "--explain", lang[0], lang[1]]
                    .to_vec(),
                2,
            ),
            (["fit", "--leads", &bad, "--explain", lang[0], lang[1]].to_vec(), 2),
        ] {
            let done = orgodds(out.path(), &words);
            let said = format!("{}{}", stdout(&done), stderr(&done));
            is_private(&words.join(" "), &said.replace(&given.path().display().to_string(), ""));
            done.code(code);
        }
        let all = contents(out.path());
        assert!(all.len() > 8, "{}", all.len());
        for (name, text) in &all {
            is_private(name, text);
        }
        let scenario = &all.iter().find(|(name, _)| name.ends_with("c.toml")).unwrap().1;
        for channel in ["channels.Web", "channels.Trade_Show", "channels.channel_4"] {
            assert!(scenario.contains(channel), "{scenario}");
        }
    }
}
