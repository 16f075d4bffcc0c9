//! Temporary.
use std::path::PathBuf;
use std::sync::Arc;
use orgodds::chart::{self, Fonts, Options};
use orgodds::fit;
use orgodds::hindsight::Review;
use orgodds::language::Language;
use orgodds::records::read::{Files, read};
use orgodds::records::sheet::Settings;
use orgodds::records::source::PathSource;

#[test]
fn draw() {
    let data = "/work/shared/data";
    let src = |p: &str| PathSource(PathBuf::from(format!("{data}/{p}")));
    let (l, d, o, p) = (src("olist_funnel/mql.csv"), src("olist_funnel/closed_deals.csv"), src("olist_funnel/seller_order_items.csv"), src("crm_pipeline/sales_pipeline.csv"));
    let olist = Files { leads: Some(&l), deals: Some(&d), orders: None, ..Files::default() };
    let crm = Files { opportunities: Some(&p), ..Files::default() };
    for (name, files, from) in [("olist", olist, Some((2018, 1))), ("crm", crm, None)] {
        let t = std::time::Instant::now();
        let records = match read(&files, &Settings::default()) { Ok(r) => r, Err(e) => { for p in &e { println!("{}", (orgodds::records::words::EN.problem)(p)); } continue; } };
        for f in records.findings.iter() { println!("{}", (orgodds::records::words::EN.finding)(f)); }
        for f in &records.taken { println!("{}", (orgodds::records::words::EN.taken)(f)); }
        println!("read {:?}", t.elapsed());
        let from = from.map(|(y, m)| orgodds::records::Day::from_civil(y, m, 1).unwrap());
        let fitted = fit::fit(&records, &fit::Options { from, steps_per_month: None }).unwrap();
        println!("fit {:?}", t.elapsed());
        println!("{:?} {:?} {:?} {:?}", fitted.price, fitted.conversion, fitted.closing.law, fitted.warnings);
        for c in &fitted.channels { println!("{c:?}"); }
        for c in &fitted.kinds { println!("{c:?}"); }
        println!("{:?}", fitted.owners);
        let review = Review::new(&records, &fitted);
        println!("review {:?} {:?}", t.elapsed(), review.held());
        for language in [Language::English, Language::Chinese] {
            let fonts = Fonts::load(&chart::texts_of_review(&review, language), None).unwrap();
            let options = Options { width: 1600, height: 1000, fonts: Arc::new(fonts), language, dpi: 200, magnified: 1.0 };
            for picture in chart::review(&review, &options) {
                let png = chart::png(&picture, &options).unwrap();
                std::fs::write(format!("/tmp/fitpics/{name}-{}-{}.png", language.code(), picture.name), png).unwrap();
            }
        }
    }
    let _ = o;
}
