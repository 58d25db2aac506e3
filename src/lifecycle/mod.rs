//! The life of a plan: states that follow from facts as of a day.
