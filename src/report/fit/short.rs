//! A fit in a few words: how many come, how many are won and when, what they bring.

use super::figures::days_to_win;
use crate::figure::{fixed, rate, short as shortened};
use crate::fit::{Figure, Fitted};
use crate::language::{InShort, Language, Ranged};

/// The figures that a reader looks for first, as far as the records tell them.
pub(in crate::report) fn short(fitted: &Fitted, language: Language) -> String {
    let words = language.words();
    let ranged = |figure: &Figure, write: &dyn Fn(f64) -> String| Ranged(figure.ends().map(write));
    let number = |value: f64| match value {
        few if few < 10.0 => fixed(few, 1),
        some if some < 1e5 => fixed(some, 0),
        many => shortened(language, many),
    };
    let share = |value: f64| rate(language, value);
    let won = Some(&fitted.conversion).filter(|won| won.is_measured() && fitted.wins > 0.0);
    let price = Some(&fitted.price).filter(|price| price.is_measured());
    let currency = fitted.currency.as_deref().unwrap_or_default();
    let money = |price: &Figure| {
        let Ranged([low, middle, high]) = ranged(price, &number);
        Ranged([low, (words.units.money)(&middle, currency), high])
    };
    (words.fit.report.short)(&InShort {
        leads: fitted.of_leads,
        arrivals: ranged(&fitted.market.level, &number),
        won: won.map(|won| ranged(won, &share)),
        days: won.and_then(|_| days_to_win(fitted)).map(|days| ranged(&days, &number)),
        qualified: fitted.qualifying.is_some(),
        deal: price.map(money),
    })
}
