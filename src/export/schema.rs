//! JSON Schema, draft 2020-12, and an OpenAPI 3.1 document, from the same rules that the reader keeps.

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::catalogue::CatalogueEntry;
use crate::analysis::{
    Agenda, Balance, CarryOver, Consequences, Costs, Coverage, Impact, Matrix, Means, PolicyLogic,
    ProgressReport, Results, SinglePoints, Succession, Unanswered, Workload,
};
use crate::change::{Change, Comparison, ElementEffect};
use crate::choice::choice;
use crate::finding::{Code, Findings, RaisedBy};
use crate::plan::{Readiness, SafetyPlan, States};
use crate::power::PowersTable;
use crate::trace::{Explanation, Filter, Groups, NodeReport, ThreadReport};

choice! {
    /// The schemas that the crate gives.
    SchemaName "schema" {
        /// A safety plan: what `SafetyPlan::from_json` reads and `to_json` writes.
        SafetyPlan = "safety-plan" / "safety plan" / "integraal veiligheidsplan",
        /// A list of findings, as `check --json` prints.
        Findings = "findings" / "findings" / "bevindingen",
        /// What a plan lacks for a step.
        Readiness = "readiness" / "readiness" / "gereedheid",
        /// The states of everything in a plan on a day.
        States = "states" / "states" / "standen",
        /// The threads of an element, as `trace --json` prints.
        Threads = "threads" / "threads" / "rode draden",
        /// Which actions are meant: the JSON form of a filter.
        Filter = "filter" / "filter" / "filter",
        /// The nodes of a set, as `query --json` prints.
        Nodes = "nodes" / "nodes" / "knopen",
        /// The actions of a set by something, as `query --group BY --json` prints.
        Groups = "groups" / "groups" / "groepen",
        /// How a filter was answered, as `query --explain --json` prints.
        Explanation = "explanation" / "explanation" / "uitleg",
        /// A batch of changes: what `read_changes` reads.
        Changes = "changes" / "changes" / "wijzigingen",
        /// What a batch of changes did.
        Effects = "effects" / "effects of changes" / "gevolgen van wijzigingen",
        /// What differs between two versions of a plan.
        Comparison = "comparison" / "comparison" / "vergelijking",
        /// What became of a plan in the one that succeeds it.
        Succession = "succession" / "succession" / "opvolging",
        /// What the actions of a plan, or of a part of it, cost together.
        Costs = "costs" / "costs" / "kosten",
        /// What falls due, as `agenda --json` prints.
        Agenda = "agenda" / "agenda" / "agenda",
        /// The policy logic of a plan.
        PolicyLogic = "policy-logic" / "policy logic" / "beleidslogica",
        /// Which goals have actions that count, as `coverage --json` prints.
        Coverage = "coverage" / "coverage" / "dekking",
        /// What is lost when something falls away, as `impact --json` prints.
        Impact = "impact" / "impact" / "gevolgen van een vertrek",
        /// The partners without which something has no lead.
        SinglePoints = "single-points" / "single points of failure" / "kwetsbare schakels",
        /// Who does what for which goal, as `matrix --json` prints.
        Matrix = "matrix" / "responsibility matrix" / "verantwoordelijkhedenmatrix",
        /// How many actions each partner has.
        Workload = "workload" / "workload" / "werklast",
        /// What the difference between two versions of a plan does.
        Consequences = "consequences" / "consequences" / "gevolgen van wijzigingen",
        /// How far the actions of each goal and execution plan are.
        Progress = "progress" / "progress" / "voortgang",
        /// What the figures say of the targets.
        Results = "results" / "results" / "resultaten",
        /// The money and the people that actions take.
        Means = "means" / "means" / "middelen",
        /// Which actions go on in another execution plan.
        CarryOver = "carry-over" / "carry-over" / "doorgeschoven acties",
        /// Which items of policy frameworks are answered.
        Unanswered = "unanswered" / "answers to policy frameworks" / "antwoord op beleidskaders",
        /// How actions are spread over approaches, pillars and areas.
        Balance = "balance" / "balance" / "balans",
        /// The catalogue of codes.
        Codes = "codes" / "catalogue of codes" / "catalogus van bevindingcodes",
        /// The table of legal powers.
        Powers = "powers" / "table of powers" / "tabel van bevoegdheden",
    }
}

/// Every schema, by name.
pub const SCHEMAS: &[SchemaName] = SchemaName::ALL;

/// Where the schemas are named; nothing is fetched from there.
const BASE: &str = "https://veiligheidsplan.example/schema/1.0/";

impl SchemaName {
    /// The `$id` of the schema.
    #[must_use]
    pub fn uri(self) -> String {
        format!("{BASE}{self}.schema.json")
    }
}

/// The JSON Schema of this name, draft 2020-12, keys sorted.
#[must_use]
pub fn schema(name: SchemaName) -> Value {
    let schema = match name {
        SchemaName::SafetyPlan => root::<SafetyPlan>(name),
        SchemaName::Findings => root::<Findings>(name),
        SchemaName::Readiness => root::<Readiness>(name),
        SchemaName::States => root::<States>(name),
        SchemaName::Threads => root::<ThreadReport>(name),
        SchemaName::Filter => root::<Filter>(name),
        SchemaName::Nodes => root::<Vec<NodeReport>>(name),
        SchemaName::Groups => root::<Groups>(name),
        SchemaName::Explanation => root::<Explanation>(name),
        SchemaName::Changes => root::<Vec<Change>>(name),
        SchemaName::Effects => root::<Vec<ElementEffect>>(name),
        SchemaName::Comparison => root::<Comparison>(name),
        SchemaName::Succession => root::<Succession>(name),
        SchemaName::Costs => root::<Costs>(name),
        SchemaName::Agenda => root::<Agenda>(name),
        SchemaName::PolicyLogic => root::<PolicyLogic>(name),
        SchemaName::Coverage => root::<Coverage>(name),
        SchemaName::Impact => root::<Impact>(name),
        SchemaName::SinglePoints => root::<SinglePoints>(name),
        SchemaName::Matrix => root::<Matrix>(name),
        SchemaName::Workload => root::<Workload>(name),
        SchemaName::Consequences => root::<Consequences>(name),
        SchemaName::Progress => root::<ProgressReport>(name),
        SchemaName::Results => root::<Results>(name),
        SchemaName::Means => root::<Means>(name),
        SchemaName::CarryOver => root::<CarryOver>(name),
        SchemaName::Unanswered => root::<Unanswered>(name),
        SchemaName::Balance => root::<Balance>(name),
        SchemaName::Codes => root::<Vec<CatalogueEntry>>(name),
        SchemaName::Powers => root::<PowersTable>(name),
    };
    sorted(schema.to_value())
}

/// What the crate writes is described as it is written: a key that may be left out is not required. What it reads
/// has one description for both.
fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize().with_transform(RestrictFormats::default())
}

fn root<T: JsonSchema>(name: SchemaName) -> Schema {
    let mut schema = settings().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), name.uri().into());
    if name == SchemaName::SafetyPlan {
        schema.insert("$comment".to_owned(), relations().into());
    }
    schema
}

/// What a schema can't say: the rules between elements, which the reader checks after it.
fn relations() -> String {
    let codes = Code::ALL.iter().filter(|code| code.raised_by() == RaisedBy::Document);
    let codes: Vec<&str> = codes.map(|code| code.as_str()).collect();
    format!(
        "Beyond this schema the reader refuses keys that occur twice, bounds that are passed (256 MiB, 100000 elements \
         per list, nesting deeper than 128) and what contradicts itself between elements: {}.",
        codes.join(", ")
    )
}

/// An OpenAPI 3.1 document without paths: every schema as a component, for use in an API of one's own.
#[must_use]
pub fn openapi() -> Value {
    let mut settings = settings();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut generator = settings.into_generator();
    generator.subschema_for::<SafetyPlan>();
    generator.subschema_for::<Findings>();
    generator.subschema_for::<Readiness>();
    generator.subschema_for::<States>();
    generator.subschema_for::<ThreadReport>();
    generator.subschema_for::<Filter>();
    generator.subschema_for::<Groups>();
    generator.subschema_for::<Explanation>();
    generator.subschema_for::<Change>();
    generator.subschema_for::<ElementEffect>();
    generator.subschema_for::<Comparison>();
    generator.subschema_for::<Succession>();
    generator.subschema_for::<Costs>();
    generator.subschema_for::<Agenda>();
    generator.subschema_for::<PolicyLogic>();
    generator.subschema_for::<Coverage>();
    generator.subschema_for::<Impact>();
    generator.subschema_for::<SinglePoints>();
    generator.subschema_for::<Matrix>();
    generator.subschema_for::<Workload>();
    generator.subschema_for::<Consequences>();
    generator.subschema_for::<ProgressReport>();
    generator.subschema_for::<Results>();
    generator.subschema_for::<Means>();
    generator.subschema_for::<CarryOver>();
    generator.subschema_for::<Unanswered>();
    generator.subschema_for::<Balance>();
    generator.subschema_for::<CatalogueEntry>();
    generator.subschema_for::<PowersTable>();
    let components: Map<String, Value> = generator.take_definitions(true);
    sorted(json!({
        "openapi": "3.1.1",
        "info": {
            "title": "veiligheidsplan",
            "description": "Components of the Dutch municipal integral safety plan (integraal veiligheidsplan).",
            "version": crate::value::FormatVersion::CURRENT,
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": {},
        "components": {"schemas": components},
    }))
}

/// Keys in alphabetical order at every level, also where another crate makes `serde_json` keep theirs.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut entries: Vec<(String, Value)> =
                object.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            entries.into_iter().collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.into_iter().map(sorted).collect::<Vec<_>>().into(),
        other => other,
    }
}
