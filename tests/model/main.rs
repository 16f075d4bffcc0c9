//! What is simulated and worked out, through the library alone.
//!
//! - [`behaviour`]: what the model does
//! - [`golden`]: what the shipped scenarios yield
//! - [`sampling`]: every sampler against the law it claims to follow
//! - [`sensitivity`]: what moves a result

mod behaviour;
mod golden;
mod sampling;
mod sensitivity;
