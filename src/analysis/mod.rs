//! Analyses: what a plan says when it is read for one question.
