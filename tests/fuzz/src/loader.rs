//! Bytes as a scenario file: a scenario comes out, or problems that each say
//! what and where.

use orgodds::language::Language;
use orgodds::organisation::Scenario;
use orgodds::report::understanding;
use orgodds::scenario::{Loaded, Problem, Problems, Style, load_all};
use orgodds::study::load::Load;

use super::{folder, notation};

/// Loads the bytes as a file and looks at what comes out.
pub fn check(input: &[u8]) {
    match load("loader.toml", input, &[]) {
        Ok(loaded) => {
            loaded.warnings.iter().for_each(said_well);
            understood(&loaded);
        }
        Err(problems) => refused(&problems),
    }
}

/// The only scenario of a command with this file.
pub fn load(name: &str, input: &[u8], overrides: &[String]) -> Result<Loaded, Problems> {
    let file = folder::write(name, input);
    load_all(&[file], overrides).map(|mut all| all.remove(0))
}

/// Problems, each with a text and a place.
pub fn refused(problems: &Problems) {
    assert!(!problems.is_empty(), "refused without a reason");
    problems.iter().for_each(said_well);
    assert!(!problems.render(Style::Plain).is_empty());
}

fn said_well(problem: &Problem) {
    assert!(!problem.text().trim().is_empty(), "a problem without a text");
    let plain = problem.render(Style::Plain);
    assert!(plain.contains("--> "), "a problem without a place: {plain}");
    let whole = plain.len() >= problem.text().len();
    assert!(whole && problem.render(Style::Coloured).len() >= plain.len(), "cut off: {plain}");
}

/// What `orgodds check` does with a scenario.
fn understood(Loaded { scenario, file, .. }: &Loaded) {
    scenario.factors.all.iter().for_each(notation::is_sound);
    let load = Load::of(scenario);
    assert_eq!(load.roles.len(), scenario.roles.len());
    for work in &load.work {
        assert!(work.asked.is_finite(), "{work:?} in {}", brief(scenario));
    }
    assert!(!understanding::scenario(scenario, file, &load, Language::English, 80).is_empty());
}

/// The scenario in a line, for messages.
pub fn brief(scenario: &Scenario) -> String {
    let factor = |factor: &orgodds::organisation::Factor| {
        format!("{:?}: {:?}", factor.path.0, factor.distribution)
    };
    scenario.factors.all.iter().map(factor).collect::<Vec<_>>().join("\n")
}
