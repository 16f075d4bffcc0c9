//! How rows of several files become one case.

use super::{leads, oddities, opportunities, text};
use orgodds::records::{
    Case, Day, FileKind, Files, Oddity, Outcome, Qualification, Records, Settings, read,
};

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_civil(year, month, day).unwrap()
}

fn cases(records: &Records) -> Vec<Case> {
    records.cases.iter().collect()
}

fn with_deals(leads: &str, deals: &str) -> Records {
    let (leads, deals) = (text("leads.csv", leads), text("deals.csv", deals));
    let files = Files { leads: Some(&leads), deals: Some(&deals), ..Files::default() };
    read(&files, &Settings { limit: 1.0, ..Settings::default() }).unwrap()
}

#[test]
fn a_deal_gives_its_lead_an_end_an_amount_and_its_people() {
    let records = with_deals(
        "mql_id,first_contact_date,origin\na,2018-01-05,search\nb,2018-01-06,email\n",
        "mql_id,seller_id,sdr_id,sr_id,won_date,amount\nb,s1,p1,p2,2018-02-01 12:00:00,70\n",
    );
    let [first, second] = cases(&records)[..] else { panic!("two leads") };
    assert_eq!(first.outcome, Outcome::Open);
    assert_eq!((first.amount, first.owner, first.opener), (None, None, None));
    assert_eq!(second.outcome, Outcome::Won(Day(day(2018, 2, 1).0 + 0.5)));
    assert_eq!(second.amount, Some(70.0));
    assert_ne!(second.owner, second.opener);
    assert_eq!(second.customer, Some(0));
    assert_eq!((records.owners, records.customers), (2, 1));
    assert_eq!(records.channels, ["search", "email"]);
    assert_eq!((records.first, records.last), (day(2018, 1, 5), Day(day(2018, 2, 1).0 + 0.5)));
}

#[test]
fn one_person_in_both_roles_is_one_number() {
    let records = with_deals(
        "mql_id,created\na,2018-01-05\nb,2018-01-05\n",
        "mql_id,sdr_id,sr_id,won_date\na,p1,p2,2018-02-01\nb,p2,p2,2018-02-01\n",
    );
    let [first, second] = cases(&records)[..] else { panic!("two leads") };
    assert_eq!(first.owner, second.opener);
    assert_eq!(records.owners, 2);
}

#[test]
fn the_earliest_win_is_the_end_whatever_the_order_of_rows() {
    for deals in [
        "lead_id,won_date,amount\na,2018-03-01,30\na,2018-02-01,20\n",
        "lead_id,won_date,amount\na,2018-02-01,20\na,2018-03-01,30\n",
    ] {
        let records = with_deals("lead_id,created\na,2018-01-05\n", deals);
        let case = records.cases.get(0);
        assert_eq!((case.outcome, case.amount), (Outcome::Won(day(2018, 2, 1)), Some(20.0)));
        assert_eq!(oddities(&records).len(), 1);
    }
}

/// The export of contacts tells the day of the win, that of deals its amount.
#[test]
fn the_first_deal_tells_better_what_the_lead_tells_itself() {
    let records = with_deals(
        "lead_id,created,status,won date\na,2018-01-05,won,2018-02-01\n",
        "lead_id,won_date,amount\na,2018-02-01 09:00,20\na,2018-05-01,50\n",
    );
    let case = records.cases.get(0);
    assert_eq!(
        (case.outcome, case.amount),
        (Outcome::Won(Day(day(2018, 2, 1).0 + 0.375)), Some(20.0))
    );
    assert_eq!(records.findings.count(FileKind::Deals, &Oddity::SecondDeal), 1);
}

#[test]
fn a_lost_deal_undoes_no_win_and_is_told() {
    let records = with_deals(
        "lead_id,created,status,won date\na,2018-01-05,won,2018-02-01\nb,2018-01-05,open,\n",
        "lead_id,stage,close date,amount\na,Closed Lost,2018-03-01,20\n\
         b,Closed Lost,2018-03-01,20\nb,Closed Won,2018-04-01,30\nb,Closed Lost,2018-05-01,20\n",
    );
    let [first, second] = cases(&records)[..] else { panic!("two leads") };
    assert_eq!(first.outcome, Outcome::Won(day(2018, 2, 1)));
    assert_eq!((second.outcome, second.amount), (Outcome::Won(day(2018, 4, 1)), Some(30.0)));
    assert_eq!(records.findings.count(FileKind::Deals, &Oddity::LessThanLead), 1);
    assert_eq!(records.findings.count(FileKind::Deals, &Oddity::SecondDeal), 2);
}

#[test]
fn a_list_of_leads_joins_the_first_that_is_known() {
    let records = with_deals(
        "contact id,create date\n11,2018-01-05\n",
        "associated contact ids,close date,amount,deal stage\n7;11;12,2018-02-01,20,closedwon\n",
    );
    assert_eq!(records.cases.get(0).outcome, Outcome::Won(day(2018, 2, 1)));
}

#[test]
fn an_opportunity_is_the_qualification_of_its_lead() {
    let one = text("leads.csv", "lead_id,created\na,2018-01-05\nb,2018-01-05\n");
    let other = text(
        "opportunities.csv",
        "opportunity_id,lead_id,created,stage\nx,a,2018-01-09,Proposal\n",
    );
    let files = Files { leads: Some(&one), opportunities: Some(&other), ..Files::default() };
    let records = read(&files, &Settings::default()).unwrap();
    let [first, second] = cases(&records)[..] else { panic!("two leads") };
    assert_eq!(first.qualification, Qualification::Passed(Some(day(2018, 1, 9))));
    assert_eq!(second.qualification, Qualification::Pending);
    assert_eq!(first.outcome, Outcome::Open);
    assert!(records.tells_qualification() && !records.tells_losses());
}

/// The expected close of an open deal is no event, so neither the end of the
/// records nor a date in the future.
#[test]
fn an_expected_close_is_not_taken_for_an_end() {
    let records = opportunities(
        "id,created,stage,close date,amount\n1,2018-01-05,Proposal,2019-12-31,50\n\
         2,2018-01-06,Closed Lost,2018-03-01,60\n",
    )
    .unwrap();
    let [open, lost] = cases(&records)[..] else { panic!("two opportunities") };
    assert_eq!((open.outcome, open.amount), (Outcome::Open, None));
    assert_eq!((lost.outcome, lost.amount), (Outcome::Lost(Some(day(2018, 3, 1))), None));
    assert_eq!(records.last, day(2018, 3, 1));
}

#[test]
fn looking_back_forgets_what_came_later() {
    let records = leads(
        "lead_id,created,status,won date,lost date,converted date,amount\n\
         a,2018-01-05,won,2018-01-20,,2018-01-10,50\n\
         b,2018-01-06,won,2018-02-20,,2018-02-10,60\n\
         c,2018-01-07,lost,,2018-02-01,,\n\
         d,2018-02-01,open,,,,\n",
    )
    .unwrap();
    let then = records.known_by(day(2018, 2, 1));
    let [first, second, third] = cases(&then)[..] else { panic!("three leads by then") };
    assert_eq!((first.outcome, first.amount), (Outcome::Won(day(2018, 1, 20)), Some(50.0)));
    assert_eq!((second.outcome, second.amount), (Outcome::Open, None));
    assert_eq!(second.qualification, Qualification::Pending);
    assert_eq!(third.outcome, Outcome::Open);
    assert!(then.last < day(2018, 2, 1));
    let later = records.since(day(2018, 1, 7));
    assert_eq!(later.cases.len(), 2);
    assert_eq!((later.first, later.last), (day(2018, 1, 7), records.last));
}
