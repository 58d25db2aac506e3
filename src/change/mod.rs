//! Changes: a plan made anew from another, by a batch of changes.

mod disclose;
