//! A scenario written as one file means the same.

use std::fs;
use std::path::{Path, PathBuf};

use orgodds::scenario::{Columns, Loaded, load_all};
use tempfile::TempDir;

use crate::fixture::{SMALLEST, folder, try_load};

/// The scenarios as complete files in a folder of their own, loaded again.
fn again(loaded: &[Loaded]) -> (TempDir, Vec<Loaded>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let mut columns = Columns::default();
    let texts: Vec<String> = loaded.iter().map(|one| one.complete(&mut columns).unwrap()).collect();
    let place = |number: usize| folder.path().join(format!("{number}.toml"));
    let files: Vec<PathBuf> = (0..texts.len()).map(place).collect();
    for (file, text) in files.iter().zip(&texts) {
        fs::write(file, text).unwrap();
    }
    for (name, text) in columns.files() {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let loaded = load_all(&files, &[]).unwrap_or_else(|problems| panic!("{problems}"));
    (folder, loaded, texts)
}

fn means_the_same(loaded: &[Loaded]) {
    let (_folder, read, texts) = again(loaded);
    for (read, first) in read.iter().zip(loaded) {
        assert_eq!(read.scenario, first.scenario);
    }
    assert_eq!(again(&read).2, texts, "a complete file is written as it stands");
}

fn shipped(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            shipped(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
}

#[test]
fn every_shipped_scenario_means_the_same_as_one_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    shipped(&root.join("scenarios"), &mut files);
    shipped(&root.join("src/cli/starter"), &mut files);
    files.push(root.join("tests/scenario_files/everything.toml"));
    files.push(root.join("tests/scenario_files/example.toml"));
    // What others extend is no scenario by itself.
    let loaded: Vec<_> = files.into_iter().filter_map(|file| load_all(&[file], &[]).ok()).collect();
    assert!(loaded.len() > 15, "{}", loaded.len());
    for one in &loaded {
        means_the_same(one);
    }
}

#[test]
fn what_was_laid_over_stays_in_its_order() {
    let over = r#"
extends = "small.toml"
[roles."care"]
headcount = 1
[roles."第二"]
headcount = [[1, 2], [5, 3]]
hours = 90
title = "A \"second\" one"
[roles."第二".work]
sell = { speed = "0.5 to 2" }
[roles.rep.work.sell]
lift = 1e-3
"#;
    let folder = folder(&[("small.toml", SMALLEST), ("over.toml", over)]);
    let set = ["priorities=[\"sell\"]", "roles.care.start=vacant", "handoffs.loss=0.05 to 0.2"];
    means_the_same(&try_load(&folder, &["over.toml"], &set).unwrap());
}

#[test]
fn of_a_data_file_only_the_columns_in_use_go_along() {
    let data = "customer,\"size, k\",months\nAcme,1.5,3\nBolt,0.1,4\n";
    let over = r#"
extends = "small.toml"
[segments.core.deal]
price = "truncate(data(crm/deals.csv, months), 1, 5)"
spread = "data(crm/deals.csv, months)"
"#;
    let folder = folder(&[("small.toml", SMALLEST), ("over.toml", over), ("crm/deals.csv", data)]);
    let loaded = try_load(&folder, &["over.toml"], &[]).unwrap();
    let mut columns = Columns::default();
    let text = loaded[0].complete(&mut columns).unwrap();
    assert!(text.contains("\"truncate(data(data-1.csv, months), 1, 5)\""), "{text}");
    let files: Vec<_> = columns.files().collect();
    assert_eq!(files, [("data-1.csv", "months\n3.0\n4.0\n")]);
    means_the_same(&loaded);
}
