//! What stands around the simulation: loading, summarising, charts.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use orgodds::chart::{DPI, Fonts, Options, pictures, png, texts};
use orgodds::language::Language;
use orgodds::monte_carlo::{Request, Runs, Unwatched, simulate};
use orgodds::scenario::{Loaded, load_all};
use orgodds::study::{Case, LeadMetric, Study};

fn files() -> [PathBuf; 2] {
    ["generalist", "specialised"]
        .map(|name| format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR")).into())
}

fn load() -> Vec<Loaded> {
    load_all(&files(), &[]).unwrap_or_else(|_| panic!("the shipped scenarios are valid"))
}

fn study(loaded: &[Loaded], runs: &[Runs]) -> Study {
    let case = |(one, runs)| {
        let one: &Loaded = one;
        Case { scenario: &one.scenario, file: &one.file, warnings: &[], runs }
    };
    let cases: Vec<Case<'_>> = loaded.iter().zip(runs).map(case).collect();
    Study::new(&cases, 0, 1, LeadMetric::Bookings)
}

fn around(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("around");
    group.measurement_time(Duration::from_secs(4)).sample_size(20);
    group.bench_function("load two scenarios", |bencher| bencher.iter(|| black_box(load())));
    let loaded = load();
    let request = Request { seed: 1, runs: 0..10_000 };
    let runs: Vec<Runs> = loaded
        .iter()
        .map(|one| simulate(&one.scenario, &request, &Unwatched).expect("nobody interrupts"))
        .collect();
    group.bench_function("summarise 10,000 runs of two", |bencher| {
        bencher.iter(|| black_box(study(&loaded, &runs)));
    });
    let study = study(&loaded, &runs);
    let language = Language::English;
    group.bench_function("fonts", |bencher| {
        bencher.iter(|| Fonts::load(&texts(&study, language), None));
    });
    let fonts =
        Arc::new(Fonts::load(&texts(&study, language), None).expect("the face is embedded"));
    let options = Options { width: 1600, height: 1000, fonts, language, dpi: DPI, magnified: 1.0 };
    group.bench_function("seven charts as SVG", |bencher| {
        bencher.iter(|| black_box(pictures(&study, &options)));
    });
    let drawn = pictures(&study, &options);
    group.bench_function("seven charts as pixels", |bencher| {
        bencher.iter(|| {
            for picture in &drawn {
                black_box(png(picture, &options).expect("the picture is drawn"));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, around);
criterion_main!(benches);
