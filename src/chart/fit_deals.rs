//! Sizes of deals as recorded, and the law that was fitted to them.

use super::axis::Axis;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Align, Head, Look, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, IDLE, INK, MUTED};
use super::{Options, Picture};
use crate::figure::{Shared, fixed, share, short};
use crate::hindsight::{Deals, Review};

/// Fewer deals show no law.
const FEWEST: u64 = 5;

/// The picture; none where few amounts or none are on record.
pub fn picture(review: &Review, options: &Options) -> Option<Picture> {
    let deals = review.deals.as_ref().filter(|deals| deals.count >= FEWEST)?;
    let (words, language) = (&options.language.words().fit, options.language);
    let shared = Shared::by(language, deals.mean).and_steps([deals.mean[2] - deals.mean[0]]);
    let [low, mean, high] = deals.mean.map(|amount| shared.short(amount));
    let mean = (language.words().units.money)(&mean, &review.currency);
    let head = Head {
        name: "fit-deals".to_owned(),
        title: (words.deals_title)(&mean, &low, &high, &fixed(deals.spread[1], 2)),
        subtitle: deals.misfit.map_or_else(
            || words.deals_subtitle.to_owned(),
            |off| {
                let [recorded, fitted] = [off.recorded, off.fitted].map(|of| share(language, of));
                (words.deals_misfit)(&short(language, off.size), &recorded, &fitted)
            },
        ),
    };
    let caption = (language.words().units.in_currency)(words.deal_size, &review.currency);
    Some(sheet::page(About::review(review, language), options, &head, |sheet| {
        paint(sheet, deals, &caption);
    }))
}

fn paint(sheet: &Sheet, deals: &Deals, caption: &str) {
    let (words, body, style) = (&sheet.language().words().fit, sheet.body, sheet.style);
    let entries = [(Sign::Band(1.0), IDLE, words.recorded), (Sign::Line, FITTED, words.fitted)];
    let signs = signs::write(sheet, &entries, (body.left, body.top), body.width());
    let small = Look::new(0.9 * style.axis, MUTED);
    sheet.text(words.deals, (body.left, body.top + signs + 1.1 * small.size), small);
    let bins: Vec<(f64, f64)> = deals.edges.windows(2).map(|ends| (ends[0], ends[1])).collect();
    let expected: Vec<f64> = bins.iter().map(|&(low, high)| deals.expected(low, high)).collect();
    let top = deals.counts.iter().chain(&expected).copied().fold(1.0, f64::max);
    let y = Axis::amounts(sheet.language(), 0.0, 1.06 * top, 7);
    let measure = sheet.measure(style.axis, false);
    let area = Area {
        left: body.left + y.label_width(&measure) + 14.0 * style.unit,
        top: body.top + signs + 2.2 * style.axis,
        right: body.right,
        bottom: body.bottom - 2.6 * style.axis,
    };
    let x = amounts(sheet, deals, area.width());
    let mut plot = Plot::new(sheet, area, x, y);
    plot.axes();
    plot.caption(caption);
    for (&(low, high), &number) in bins.iter().zip(&deals.counts) {
        plot.bar((low.log10(), 0.0), (high.log10(), number), IDLE);
    }
    let middle = |&(low, high): &(f64, f64)| f64::midpoint(low.log10(), high.log10());
    let curve: Vec<(f64, f64)> = bins.iter().map(middle).zip(expected).collect();
    plot.curve(&curve, FITTED, style.line);
    let mean = deals.mean[1].log10();
    let (foot, tip) = (plot.at(mean, 0.0), plot.at(mean, 1.03 * top));
    sheet.dashes(foot, tip, INK, 0.5 * style.line);
    let text = (words.mean)(&short(sheet.language(), deals.mean[1]));
    let look = Look::new(style.label, INK);
    let right = tip.0 + look.size + measure.width(&text) > area.right;
    let (at, align) = if right {
        (tip.0 - 0.5 * look.size, Align::Right)
    } else {
        (tip.0 + 0.5 * look.size, Align::Left)
    };
    sheet.text(&text, (at, area.top - 0.25 * look.size), look.at(align));
}

/// An axis of logarithms, with round amounts marked.
fn amounts(sheet: &Sheet, deals: &Deals, width: f64) -> Axis {
    let (low, high) = (deals.edges[0].log10(), deals.edges[deals.edges.len() - 1].log10());
    let measure = sheet.measure(sheet.style.axis, false);
    let marks = |leads: &[f64]| -> Vec<(f64, String)> {
        let decades = (low.floor() as i32)..=(high.ceil() as i32);
        let all =
            decades.flat_map(|decade| leads.iter().map(move |lead| lead * 10_f64.powi(decade)));
        let seen = all.filter(|amount| (low..=high).contains(&amount.log10()));
        seen.map(|amount| (amount.log10(), short(sheet.language(), amount))).collect()
    };
    let fits = |marks: &Vec<(f64, String)>| {
        let apart = marks.windows(2).all(|pair| {
            let room = (pair[1].0 - pair[0].0) / (high - low) * width;
            let (left, right) = (measure.width(&pair[0].1), measure.width(&pair[1].1));
            f64::midpoint(left, right) + measure.size < room
        });
        apart && marks.len() > 1
    };
    let ladders: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
    let found = ladders.iter().map(|leads| marks(leads)).find(fits);
    let marks = found.unwrap_or_else(|| marks(&[1.0, 2.0, 5.0]).into_iter().take(1).collect());
    Axis { marks, ..Axis::bare(low, high) }
}
