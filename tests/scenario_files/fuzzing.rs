//! The fuzz targets of `tests/fuzz`, a few seconds of each with a fixed seed,
//! and every input that ever was a find. `tests/fuzz/README.md` says how to run
//! them for hours.

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::panic::catch_unwind;

use fuzz::{Target, folder, mutation, seeds};

/// Changes each input in turn, a few generations deep.
fn hold(target: Target, inputs: u64) {
    let mut input = Vec::new();
    for seed in 0..inputs {
        input = if seed % 8 == 0 { Vec::new() } else { input };
        input = mutation::of(target, &input, seed);
        if let Err(panic) = catch_unwind(|| target.try_on(&input)) {
            eprintln!("input {seed} is a find:\n{}", String::from_utf8_lossy(&input));
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn what_the_fuzzers_start_from_holds() {
    for target in [Target::Loader, Target::Notation, Target::Runs] {
        for seed in seeds::of(target) {
            target.try_on(seed);
        }
    }
}

#[test]
fn any_bytes_load_or_are_refused_with_places() {
    hold(Target::Loader, 1500);
}

#[test]
fn any_notation_is_refused_or_has_every_quantile() {
    hold(Target::Notation, 4000);
}

#[test]
fn whatever_loads_runs_to_finite_figures() {
    hold(Target::Runs, 1500);
}

#[test]
fn former_finds_stay_fixed() {
    for target in [Target::Loader, Target::Notation, Target::Runs] {
        let name = format!("tests/fuzz/finds/{target:?}").to_lowercase();
        let finds = folder::files(&folder::repository().join(name));
        assert!(!finds.is_empty(), "there are finds of each target");
        for find in finds {
            target.try_on(&std::fs::read(find).expect("a find can be read"));
        }
    }
}
