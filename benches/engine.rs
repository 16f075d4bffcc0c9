//! Runs of the shipped scenarios, and what a draw costs.

use std::cell::Cell;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use orgodds::organisation::Scenario;
use orgodds::random::{Luck, Place, Stream};
use orgodds::scenario::load_all;
use orgodds::simulation::draw::{Draw, Inversion};
use orgodds::simulation::{Engine, Plan, Tally};
use rand_distr::{Binomial, Distribution, Poisson};

const SCENARIOS: [&str; 4] =
    ["generalist", "specialised", "olist/olist", "product-lines/one-consultant-for-all"];

fn load(name: &str) -> Scenario {
    let file = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let loaded = load_all(&[file.into()], &[]);
    loaded.unwrap_or_else(|_| panic!("{name} is valid")).remove(0).scenario
}

/// `rand_distr`'s samplers, set up for every draw as straightforward code would.
struct RandDistr;

impl Draw for RandDistr {
    fn poisson(mean: f64, stream: &mut Stream) -> u64 {
        Poisson::new(mean).expect("the mean is positive").sample(stream) as u64
    }

    fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
        Binomial::new(n, p).expect("p is a chance").sample(stream)
    }

    fn coin(p: f64, stream: &mut Stream) -> bool {
        Inversion::coin(p, stream)
    }

    fn normal(stream: &mut Stream) -> f64 {
        Inversion::normal(stream)
    }
}

thread_local! {
    static DRAWS: Cell<u64> = const { Cell::new(0) };
}

/// Counts what it draws.
struct Counting;

fn count<T>(drawn: T) -> T {
    DRAWS.set(DRAWS.get() + 1);
    drawn
}

impl Draw for Counting {
    fn poisson(mean: f64, stream: &mut Stream) -> u64 {
        count(Inversion::poisson(mean, stream))
    }

    fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
        count(Inversion::binomial(n, p, stream))
    }

    fn coin(p: f64, stream: &mut Stream) -> bool {
        count(Inversion::coin(p, stream))
    }

    fn normal(stream: &mut Stream) -> f64 {
        count(Inversion::normal(stream))
    }
}

/// Plays runs in turn, so that a mean over many is measured.
fn play<D: Draw>(plan: &Plan<'_>, runs: u64) -> impl FnMut() {
    let (mut engine, mut tally) = (Engine::<D>::drawing(plan), Tally::new(plan));
    let mut run = 0;
    move || {
        tally.clear();
        engine.play(Luck::new(1, run % runs), &mut tally);
        run += 1;
        black_box(tally.bookings());
    }
}

fn runs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("run");
    group.measurement_time(Duration::from_secs(4));
    for name in SCENARIOS {
        let scenario = load(name);
        let plan = Plan::new(&scenario);
        let mut counted = play::<Counting>(&plan, 200);
        DRAWS.set(0);
        (0..200).for_each(|_| counted());
        println!("{name}: {} draws a run", DRAWS.get() / 200);
        group.bench_function(BenchmarkId::new("inversion", name), |bencher| {
            bencher.iter(play::<Inversion>(&plan, 200));
        });
        group.bench_function(BenchmarkId::new("rand_distr", name), |bencher| {
            bencher.iter(play::<RandDistr>(&plan, 200));
        });
    }
    group.finish();
}

fn samplers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("draw");
    group.measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300));
    let streams = Luck::new(1, 0).at(Place::new("bench"));
    let mut step = 0;
    let mut next = move || {
        step += 1;
        streams.step(step)
    };
    for mean in [0.1, 1.0, 4.0, 50.0, 1e4] {
        group.bench_function(format!("poisson/inversion/{mean}"), |bencher| {
            bencher.iter(|| Inversion::poisson(black_box(mean), &mut next()));
        });
        group.bench_function(format!("poisson/rand_distr/{mean}"), |bencher| {
            bencher.iter(|| RandDistr::poisson(black_box(mean), &mut next()));
        });
    }
    for (n, p) in [(1, 0.4), (4, 0.3), (12, 0.3), (40, 0.1), (1000, 0.4)] {
        group.bench_function(format!("binomial/inversion/{n} of {p}"), |bencher| {
            bencher.iter(|| Inversion::binomial(black_box(n), black_box(p), &mut next()));
        });
        group.bench_function(format!("binomial/rand_distr/{n} of {p}"), |bencher| {
            bencher.iter(|| RandDistr::binomial(black_box(n), black_box(p), &mut next()));
        });
    }
    group.bench_function("coin", |bencher| {
        bencher.iter(|| Inversion::coin(black_box(0.01), &mut next()));
    });
    group.bench_function("normal", |bencher| bencher.iter(|| Inversion::normal(&mut next())));
    group.finish();
}

criterion_group!(benches, runs, samplers);
criterion_main!(benches);
