//! The recorded column of the Olist scenario's README against the records, where
//! they lie beside the repository (they may not be copied into it).

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

fn records() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/olist_funnel");
    if !folder.exists() {
        eprintln!("skipped: the records are not beside the repository");
    }
    folder.exists().then_some(folder)
}

/// Two columns of a file, row by row.
fn columns(file: &Path, names: [&str; 2]) -> Vec<[String; 2]> {
    let mut reader = csv::Reader::from_path(file).expect("the records can be read");
    let headers = reader.headers().expect("there is a header").clone();
    let place = |name| headers.iter().position(|header| header == name).expect("a known column");
    let places = names.map(place);
    let rows = reader.records().map(|row| row.expect("a whole row"));
    rows.map(|row| places.map(|place| row[place].to_owned())).collect()
}

/// Deals of each month of 2018 won from leads of 2018, January to November.
fn recorded(folder: &Path) -> Vec<usize> {
    let leads: HashSet<String> = columns(&folder.join("mql.csv"), ["mql_id", "first_contact_date"])
        .into_iter()
        .filter(|[_, date]| date.starts_with("2018"))
        .map(|[id, _]| id)
        .collect();
    let won = columns(&folder.join("closed_deals.csv"), ["mql_id", "won_date"]);
    let of_month = |month: usize| {
        let start = format!("2018-{month:02}");
        won.iter().filter(|[id, date]| leads.contains(id) && date.starts_with(&start)).count()
    };
    (1..=11).map(of_month).collect()
}

#[test]
fn the_readme_states_the_recorded_deals_of_each_month() {
    let Some(folder) = records() else { return };
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/olist/README.md");
    let readme = fs::read_to_string(readme).expect("the README is there");
    let months = ["January", "February", "March", "April", "May", "June", "July", "August"];
    let months = months.into_iter().chain(["September", "October", "November"]);
    let stated: Vec<usize> = months
        .map(|month| {
            let row = readme.lines().find(|line| line.starts_with(&format!("| {month}")));
            let cell = row.and_then(|row| row.split('|').nth(2)).expect("a row a month");
            cell.trim().parse().expect("a number of deals")
        })
        .collect();
    assert_eq!(stated, recorded(&folder));
    assert_eq!(stated.iter().sum::<usize>(), 781);
}
