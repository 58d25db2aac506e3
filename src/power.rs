//! Legal powers: reference data about who may do what, by which law.
