//! The command line.

use std::io::ErrorKind;

use crate::language::{CannotMatch, Complaint, Messages, NoPack, Reason, Unfound, Unwritable};

pub const MESSAGES: Messages = Messages {
    error: "error",
    warning: "warning",
    interrupted: "Interrupted; no file was changed.",
    complaint,
    pack: |charts, folder, report| {
        format!("{charts} charts and a report in {folder}; open {report}")
    },
    progress: |columns| format!("{{bar:{columns}}} {{percent:>3}} % of {{len}} runs, {{eta}} left"),
    wrote: |folder, generalist, specialised| {
        format!(
            "Wrote company.toml, generalist.toml and specialised.toml to {folder}.\n\
             Next: orgodds compare {generalist} {specialised}\n"
        )
    },
    missing_letters: |letters| {
        format!(
            "no font here can draw {letters}: install one that can (for Chinese on Debian, the package \
             fonts-noto-cjk), or name one with --font FILE"
        )
    },
    english_charts: "no font here can draw this language, so charts are in English: install one that can, \
                     or name one with --font FILE",
    unequal_cost: |candidate, baseline, share, more| {
        let by = share.map_or(String::new(), |share| format!("{share} "));
        let more = if more { "more" } else { "less" };
        format!(
            "the people of {candidate} cost {by}{more} than those of {baseline}: the comparison is not at \
             equal cost"
        )
    },
    unmatched_cost: |candidate, baseline, share, more| {
        let more = if more { "more" } else { "less" };
        format!(
            "in these proportions whole seats of {candidate} come no nearer to the people cost of {baseline} than {share} {more}"
        )
    },
};

fn complaint(complaint: &Complaint) -> String {
    match complaint {
        Complaint::TooFewScenarios => {
            "compare needs at least two scenario files; for one there is `orgodds run`".into()
        }
        Complaint::NotTwoScenarios(given) => {
            format!("sweep needs two scenario files, a baseline and a candidate; {given} given")
        }
        Complaint::TooManyForDrivers(files) => format!(
            "drivers takes one scenario file, or two to say what decides between them; {files} were given"
        ),
        Complaint::CausesOfOne => {
            "--causes needs two scenario files: it says what makes the gap between them".into()
        }
        Complaint::NoSuchBaseline(wanted, names) => {
            format!("--baseline {wanted} is none of the scenarios; they are {}", names.join(", "))
        }
        Complaint::Memory { runs, scenarios, need, most, fits } => format!(
            "{runs} runs of {scenarios} scenarios need {need} GiB of memory, and at most {most} GiB are used; \
             --runs {fits} would fit"
        ),
        Complaint::TwoResults { one, other, stdout } => {
            let place = if *stdout { "standard output" } else { "the same file" };
            format!("{one} and {other} both name {place}; give one of them another")
        }
        Complaint::OverScenario { option, scenario } => {
            format!("{option} {} would overwrite a scenario; name another file", scenario.display())
        }
        Complaint::MonthsOutside { typed, first, last } => {
            let warm_up = match first {
                1 => "",
                _ => "; 1 is the first counted one, before it is the warm-up",
            };
            format!(
                "--months {typed} leaves the scenario, which has months {first} to {last}{warm_up}"
            )
        }
        Complaint::InTheWay(folder, files) => format!(
            "{} holds {} already, and nothing is overwritten; name another folder",
            folder.display(),
            files.join(", ")
        ),
        Complaint::NoInterrupts(error) => format!("cannot listen for Ctrl-C: {error}"),
        Complaint::UnreadableFont(file, error) => {
            format!("cannot read the font file {}: {error}", file.display())
        }
        Complaint::NoFont(file) => {
            format!("{} holds no font; a .ttf, .otf or .ttc file is needed", file.display())
        }
        Complaint::CannotDraw(error) => format!("cannot draw the picture: {error}"),
        Complaint::Unwritable(place) => unwritable(place),
        Complaint::CannotMatch(name, why) => {
            format!("--match people-cost cannot scale {name}: {}", cannot_match(why))
        }
        Complaint::NoFigure(required, why) => format!("--require '{required}': {}", unfound(why)),
        Complaint::Unmet(required, path, Some(value)) => {
            format!("--require '{required}' does not hold: `{path}` is {value}")
        }
        Complaint::Unmet(required, path, None) => {
            format!("--require '{required}' does not hold: `{path}` has no value in this result")
        }
        Complaint::NoPack(folder, why) => {
            format!("{} is no evidence pack: {}", folder.display(), no_pack(why))
        }
        Complaint::OtherVersion { folder, made, this } => format!(
            "{} was made by orgodds {made}, and this is {this}; take that version to verify it",
            folder.display()
        ),
        Complaint::NeedsFont(folder, false) => {
            format!("{} was drawn with a font file; name it with --font FILE", folder.display())
        }
        Complaint::NeedsFont(folder, true) => {
            format!("{} was drawn with another font file than that of --font", folder.display())
        }
        Complaint::DoesNotHold(wrong, all) => {
            format!("the evidence pack does not hold: {wrong} of {all} files")
        }
        Complaint::OutOverScenario(scenario) => format!(
            "--out would overwrite the scenario {}; name another folder",
            scenario.display()
        ),
        Complaint::TooManyPixels(width, height) => format!(
            "charts of {width} x {height} pixels are too large; take fewer --dpi or a smaller --chart-size"
        ),
        Complaint::OverRecords(..)
        | Complaint::ScenarioInTheWay(_)
        | Complaint::OneSeat
        | Complaint::NoCasesLeft
        | Complaint::NoPeriod { .. }
        | Complaint::UntilOutside { .. }
        | Complaint::TooFewMonths(_)
        | Complaint::TooManyOrigins { .. } => of_records(complaint),
        Complaint::NoResult(error) => format!("cannot write the result: {error}"),
        Complaint::NoThreads(words) | Complaint::Plain(words) => words.clone(),
    }
}

/// Why seats cannot be scaled to a cost, after a colon.
fn cannot_match(why: &CannotMatch) -> String {
    match why {
        CannotMatch::FreeBaseline => "the people of the baseline cost nothing".to_owned(),
        CannotMatch::FreeCandidate => "its people cost nothing, however many they are".to_owned(),
        CannotMatch::TooManySeats(most) => {
            format!("all roles together may have {most} seats at most")
        }
    }
}

/// What is wrong with a fit or a backtest.
fn of_records(complaint: &Complaint) -> String {
    match complaint {
        Complaint::OverRecords(option, file) => {
            format!("{option} {} would overwrite the records; name another file", file.display())
        }
        Complaint::OneSeat => "one person on record does all the selling, so there is nothing to split; leave out --split, or --people".to_owned(),
        Complaint::ScenarioInTheWay(file) => format!(
            "{} is there already and may hold numbers of yours, so it is not overwritten; name another file, or add --force",
            file.display()
        ),
        Complaint::NoCasesLeft => {
            "no case is left: look at --from and --until, and at what --explain shows".into()
        }
        Complaint::NoPeriod { from, until } => {
            format!(
                "--from {from} lies after the end of --until, {until}; choose an earlier --from or a later --until"
            )
        }
        Complaint::UntilOutside { early, typed, first, last } => {
            let why = if *early {
                format!("the records begin in {first}, after {typed}")
            } else {
                format!("after {typed} there is no month that is whole on record")
            };
            let can =
                if first == last { format!("only {first}") } else { format!("{first} to {last}") };
            format!("{why}; the last month known can be {can}")
        }
        Complaint::TooFewMonths(whole) => {
            let whole = if *whole == 1 { "1 month is" } else { "no month is" };
            format!(
                "{whole} whole on record; a backtest needs one to know and one to foretell at least"
            )
        }
        Complaint::TooManyOrigins { typed, until, most } => format!(
            "--origins {typed} goes beyond the months that are whole on record; from {until} on there can be {most}"
        ),
        _ => String::new(),
    }
}

/// Why a folder is no pack, after a colon.
fn no_pack(why: &NoPack) -> String {
    match why {
        NoPack::NoFolder => "there is no such folder".to_owned(),
        NoPack::NoManifest => "it has no manifest.json".to_owned(),
        NoPack::Unreadable(why) => format!("its manifest.json cannot be read: {why}"),
        NoPack::Malformed => "its manifest.json is not that of a pack".to_owned(),
    }
}

/// Why there is no such figure, after a colon.
fn unfound(why: &Unfound) -> String {
    let place = |inside: &str| match inside {
        "" => "the result".to_owned(),
        inside => format!("`{inside}`"),
    };
    let list = |before: &str, known: &[String]| match known {
        [] => String::new(),
        known => format!("; {before} `{}`", known.join("`, `")),
    };
    match why {
        Unfound::NoKey { inside, key, near: Some(near), .. } => {
            format!("there is no `{key}` in {}; did you mean `{near}`?", place(inside))
        }
        Unfound::NoKey { inside, key, near: None, known } => {
            format!("there is no `{key}` in {}{}", place(inside), list("there is", known))
        }
        Unfound::NoNumber { inside, known } => {
            format!("{} is no number{}", place(inside), list("it holds", known))
        }
        Unfound::Several(path) => {
            format!("there are several comparisons; write the path of one, such as `{path}`")
        }
    }
}

fn unwritable(place: &Unwritable) -> String {
    match place {
        Unwritable::File(path, Reason::System(ErrorKind::NotFound, _)) => {
            format!("cannot write {}: its folder does not exist", path.display())
        }
        Unwritable::File(path, why) => format!("cannot write {}: {}", path.display(), reason(why)),
        Unwritable::Stdout(why) => format!("cannot write to standard output: {}", reason(why)),
        Unwritable::Folder(folder, why) => {
            format!("cannot write to the folder {}: {}", folder.display(), reason(why))
        }
        Unwritable::FolderIsFile(folder) => {
            format!("cannot write to the folder {}: there is a file of this name", folder.display())
        }
        Unwritable::BelowFile(folder, file) => {
            format!("cannot make the folder {}: {} is a file", folder.display(), file.display())
        }
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::IsFolder => "there is a folder of this name".into(),
        Reason::WriteProtected => "the file is write-protected".into(),
        Reason::System(_, words) => words.clone(),
    }
}
