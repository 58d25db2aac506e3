//! What others need: JSON Schema of everything that goes in and comes out, OpenAPI components, the catalogue of codes, and
//! diagrams as text.

mod catalogue;
mod diagram;
mod powers;
mod schema;

pub use catalogue::{CatalogueEntry, catalogue, catalogue_json, catalogue_markdown};
pub use diagram::{DiagramFormat, coverage_diagram, neighbourhood_diagram, thread_diagram};
pub use powers::{powers_json, powers_markdown};
pub use schema::{SCHEMAS, SchemaName, openapi, schema};
