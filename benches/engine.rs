//! Runs of the shipped scenarios, and what a draw costs.

use std::cell::Cell;
use std::hint::black_box;
use std::marker::PhantomData;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use orgodds::organisation::Scenario;
use orgodds::random::{Luck, Place, Stream};
use orgodds::scenario::load_all;
use orgodds::simulation::chance::Chance;
use orgodds::simulation::draw::{Draw, Inversion};
use orgodds::simulation::rate::Rate;
use orgodds::simulation::{Engine, Events, Moment, Numbers, Plan, State, Tally, Values};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::{Bernoulli, Binomial, Distribution, Poisson, StandardNormal};

const SCENARIOS: [&str; 4] =
    ["generalist", "specialised", "olist/olist", "product-lines/one-consultant-for-all"];

fn load(name: &str) -> Scenario {
    let file = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let loaded = load_all(&[file.into()], &[]);
    loaded.unwrap_or_else(|_| panic!("{name} is valid")).remove(0).scenario
}

/// `rand_distr`'s samplers, set up for every draw as straightforward code would;
/// the numbers they use up come from `Source`.
struct RandDistr<S>(PhantomData<S>);

/// Where samplers take their random numbers from.
trait Source {
    type Rng: Rng;
    fn of(stream: &mut Stream) -> Self::Rng;
}

/// The engine's own streams.
struct Ours;

impl Source for Ours {
    type Rng = Stream;

    fn of(stream: &mut Stream) -> Stream {
        let next = stream.clone();
        let _ = stream.next_u64();
        next
    }
}

/// rand's standard generator, seeded for every place and step: what one would
/// write first to make a draw depend on nothing but its place.
struct Seeded;

impl Source for Seeded {
    type Rng = StdRng;

    fn of(stream: &mut Stream) -> StdRng {
        StdRng::seed_from_u64(stream.next_u64())
    }
}

impl<S: Source> Draw for RandDistr<S> {
    fn poisson(rate: &mut Rate, stream: &mut Stream) -> u64 {
        Poisson::new(rate.mean()).expect("the mean is positive").sample(&mut S::of(stream)) as u64
    }

    fn binomial(n: u64, chance: &mut Chance, stream: &mut Stream) -> u64 {
        Binomial::new(n, chance.p()).expect("p is a chance").sample(&mut S::of(stream))
    }

    fn tails(coins: usize, p: f64, _none: f64, stream: &mut Stream) -> usize {
        let (coin, mut rng) = (Bernoulli::new(p).expect("p is a chance"), S::of(stream));
        (0..coins).find(|_| coin.sample(&mut rng)).unwrap_or(coins)
    }

    fn normal(stream: &mut Stream) -> f64 {
        StandardNormal.sample(&mut S::of(stream))
    }
}

thread_local! {
    static DRAWS: Cell<u64> = const { Cell::new(0) };
}

/// Counts what it draws.
struct Counting;

fn count<T>(draws: u64, outcome: T) -> T {
    DRAWS.set(DRAWS.get() + draws);
    outcome
}

impl Draw for Counting {
    fn poisson(rate: &mut Rate, stream: &mut Stream) -> u64 {
        count(1, Inversion::poisson(rate, stream))
    }

    fn binomial(n: u64, chance: &mut Chance, stream: &mut Stream) -> u64 {
        count(1, Inversion::binomial(n, chance, stream))
    }

    /// A coin a seat, although one number may settle them all.
    fn tails(coins: usize, p: f64, none: f64, stream: &mut Stream) -> usize {
        let tails = Inversion::tails(coins, p, none, stream);
        count(coins.min(tails + 1) as u64, tails)
    }

    fn normal(stream: &mut Stream) -> f64 {
        count(1, Inversion::normal(stream))
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
            bencher.iter(play::<RandDistr<Ours>>(&plan, 200));
        });
        group.bench_function(BenchmarkId::new("straightforward", name), |bencher| {
            bencher.iter(play::<RandDistr<Seeded>>(&plan, 200));
        });
    }
    group.finish();
}

/// A step of the specialised organisation, part by part.
fn parts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("step");
    group.measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    let scenario = load("specialised");
    let (plan, luck) = (Plan::new(&scenario), Luck::new(1, 0));
    let (mut numbers, mut values, mut tally) =
        (Numbers::default(), Values::default(), Tally::new(&plan));
    values.draw(&plan, luck);
    numbers.set(&plan, &values);
    let now = |step| Moment::<Inversion>::new(&plan, &numbers, luck, step, 1.0);
    let mut state = State::default();
    state.start(&plan, &numbers, luck);
    tally.month(12, 1.0);
    (0..60).for_each(|step| state.step(&now(step), &mut tally));
    let now = now(60);
    // Each part in its turn, from the state that the ones before it left.
    let mut part = |name: &str, act: &dyn Fn(&mut State, &mut Tally<'_>)| {
        group.bench_function(name, |bencher| {
            let act = |state: &mut State| act(state, &mut tally);
            bencher.iter_batched_ref(|| state.clone(), act, BatchSize::SmallInput);
        });
        act(&mut state, &mut tally);
    };
    part("people", &|state, tally| state.staff(&now, tally));
    part("arrivals", &|state, tally| state.arrive(&now, tally));
    part("allocation", &|state, tally| state.allocate(&now, tally));
    part("stages and leads", &|state, tally| state.work(&now, tally));
    part("customers", &|state, tally| state.live(&now, tally));
    part("departures", &|state, tally| state.depart(&now, tally));
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
            bencher.iter(|| Inversion::poisson(&mut Rate::new(black_box(mean)), &mut next()));
        });
        group.bench_function(format!("poisson/rand_distr/{mean}"), |bencher| {
            let mut rate = Rate::new(mean);
            bencher.iter(|| RandDistr::<Ours>::poisson(black_box(&mut rate), &mut next()));
        });
    }
    for (n, p) in [(1, 0.4), (4, 0.3), (12, 0.3), (40, 0.1), (1000, 0.4)] {
        let mut chance = Chance::new(p);
        group.bench_function(format!("binomial/inversion/{n} of {p}"), |bencher| {
            bencher.iter(|| Inversion::binomial(black_box(n), &mut chance, &mut next()));
        });
        group.bench_function(format!("binomial/rand_distr/{n} of {p}"), |bencher| {
            bencher.iter(|| RandDistr::<Ours>::binomial(black_box(n), &mut chance, &mut next()));
        });
    }
    group.bench_function("ten coins", |bencher| {
        bencher.iter(|| Inversion::tails(10, black_box(0.01), 0.99_f64.powi(10), &mut next()));
    });
    group.bench_function("normal", |bencher| bencher.iter(|| Inversion::normal(&mut next())));
    group.finish();
}

criterion_group!(benches, runs, parts, samplers);
criterion_main!(benches);
