#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use orgodds_fuzz::{Target, mutation};

fuzz_target!(|input: &[u8]| Target::Runs.try_on(input));

// Every fourth change is libFuzzer's own, with what it learns from comparisons.
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    if seed.is_multiple_of(4) {
        return fuzzer_mutate(data, size, most);
    }
    let changed = mutation::of(Target::Runs, &data[..size], seed.into());
    let size = changed.len().min(most);
    data[..size].copy_from_slice(&changed[..size]);
    size
});
