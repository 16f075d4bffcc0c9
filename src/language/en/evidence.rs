//! The report.

use crate::language::{Captions, Chapters, Evidence, Holds, Measure};

pub const EVIDENCE: Evidence = Evidence {
    question: |names, measure| {
        let verb = match measure {
            Measure::Bookings => ("book", "books"),
            Measure::Contribution => ("contribute", "contributes"),
        };
        match names {
            [one] => format!("What does {one} {}?", verb.0),
            [one, other] => format!("{one} or {other}: which {} more?", verb.1),
            [first @ .., last] => {
                format!("{} or {last}: which {} most?", first.join(", "), verb.1)
            }
            [] => String::new(),
        }
    },
    made_from: |version, runs, paired, seed, months| {
        let paired = if paired { "paired " } else { "" };
        format!("orgodds {version} · {runs} {paired}runs · seed {seed} · {months} counted months")
    },
    chapters: Chapters {
        answer: "The answer",
        sure: "How sure is that?",
        why: "Why?",
        decides: "What decides, and what to find out first",
        cost: "What does it cost?",
        turns: "When does it turn?",
        unknown: "What we do not know",
        again: "How to check it",
        figures: "All figures",
    },
    captions: Captions {
        distribution: "How likely which bookings are. The further apart the hills, the clearer the case.",
        contribution: "The same after delivery, commission and people. What lies left of zero loses money.",
        difference: "Candidate minus baseline, run by run on the same luck. Left of zero the candidate does worse.",
        chance: "Pick an amount on the axis and read the chance to reach it, for each organisation.",
        monthly: "When the money comes: the median month, and the range of 80 % of runs.",
        bridge: "From the baseline's mean to the candidate's: which factor adds, which takes away.",
        workload: "Outlines are hours asked, bars hours given; below, hours left idle. A long empty outline beside idle hours is work in the wrong place.",
        overtaking: "Bookings added up from the first month, candidate minus baseline, and the share of runs that are ahead by then.",
        causes: "From the baseline to the candidate, difference by difference, with the 95 % interval; hatched where it includes zero.",
        one_more: "What one more seat in a role changes, and one fewer, with the 95 % interval.",
        fit_recorded: "A dot outside its band is a month that the fitted law does not explain; one in five may be.",
        fit_arrivals: "Bars are counts; the shaded interval is the mean to expect, not the range of single months.",
        fit_conversion: "Where the two lines part, the law of waiting misses. The recorded line is broken from where fewer than half of the cases have been observed so long; few cases leave it wide open.",
        fit_cohorts: "A quarter fits where the fitted line ends within the recorded interval. One that does not fit was won at another rate: look what changed, and leave older quarters out with --from.",
        fit_deals: "Sizes stand on a scale on which ten times as much is always as far. The mean is what bookings rest on.",
        tornado: "The wider a bar, the more hangs on this unknown. At its ends stands what the unknown is there. A bar that crosses zero can turn the choice.",
        worth_knowing: "What knowing more would add on average because the choice would be a better one. Nobody should pay more than that to find it out.",
        curve: "From left to right the unknown rises; the line is the mean result, the pale band 80 % of runs, the bar below what is believed.",
    },

    two_doubts: |runs| {
        format!(
            "Two doubts must be told apart. The first is the simulation's own: {runs} runs are a sample, and \
             another seed would give slightly other figures. It stands behind the sign ± (one standard error) \
             and in the 95 % intervals below; more runs make it smaller. The second is what nobody knows about \
             this company and its luck. It is the range from P10 to P90, which 80 % of runs fall into, and no \
             number of runs makes it smaller: only better knowledge does."
        )
    },
    intervals: "What the number of runs leaves open: 95 % intervals",
    interval_columns: ["estimate", "from", "to"],
    interval_rows: |measure| match measure {
        Measure::Bookings => {
            ["books more in", "difference in bookings, mean", "median", "P10", "P90"]
        }
        Measure::Contribution => {
            ["contributes more in", "difference in contribution, mean", "median", "P10", "P90"]
        }
    },
    interval_rows_alone: |measure| match measure {
        Measure::Bookings => ["bookings, mean", "median", "P10", "P90"],
        Measure::Contribution => ["contribution, mean", "median", "P10", "P90"],
    },

    left_out: "The model knows nothing of competitors and their answer, of sellers who differ, of trust between \
               people, or of the turmoil of the change itself. It answers which organisation does better under \
               what is believed here; the level of bookings is much less certain than the difference.",
    beliefs: "What was believed, and how widely",
    belief_columns: ["P10", "P50", "P90"],
    in_all: "in every organisation",
    beliefs_note: |count| {
        format!(
            "{count} numbers that it rests on are not known exactly. Each run draws them anew; in 80 % of runs a \
             number lies between its P10 and its P90. They are listed at the end; whoever knows better may \
             change them in the scenario files and run it again."
        )
    },
    warnings: "Warnings",
    no_warnings: "There were no warnings.",

    run_again: "This folder holds all it takes. In it, this command gives the same result:",
    check: "And this one runs it again and says of every file whether it holds, byte by byte:",
    check_note: |version| {
        format!(
            "It takes orgodds {version}. A single changed digit, in a result or in a scenario, shows. Letters \
             that the built-in font lacks are drawn with the system's, so charts in Chinese are the same only \
             where the same fonts are."
        )
    },
    files: "What this folder holds",
    file_columns: ["file", "holds"],
    holds: Holds {
        report: "this report",
        results: "every figure, for programs",
        runs: "every run, a row each",
        manifest: "how it was made, and the SHA-256 of every file",
        scenario: |name| format!("{name}, complete: base file and overrides merged in"),
        data: "a data column that a scenario draws from",
        charts: "the charts",
    },
};
