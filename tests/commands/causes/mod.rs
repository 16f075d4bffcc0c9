//! What makes a gap: the causes held against worlds that are typed by hand.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod by_hand;
mod command;
mod company;
mod counterparts;
mod edges;
mod real;
