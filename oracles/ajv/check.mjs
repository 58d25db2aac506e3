// The committed schemas in ajv, strict, against the verdicts of the crate: node check.mjs CORPUS
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const corpus = process.argv[2];
const schemas = new URL("../../schema/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const committed = (name) => read(new URL(name, schemas));
const strict = (options) => addFormats(new Ajv2020({ strict: true, allErrors: true, ...options }));

let passed = 0;
let failed = 0;
function expect(holds, what, detail = () => "") {
  if (holds) {
    passed += 1;
  } else {
    failed += 1;
    console.error(`${what} ${detail()}`.slice(0, 1000));
  }
}

// Every schema compiles: an unknown keyword, a lone keyword or an unknown format is an error.
const validators = {};
for (const name of readdirSync(schemas).filter((name) => name.endsWith(".schema.json"))) {
  const schema = committed(name);
  expect(schema.$schema === "https://json-schema.org/draft/2020-12/schema", `${name}: $schema`);
  validators[name.replace(".schema.json", "")] = strict().compile(schema);
}
const errors = (validate) => () => JSON.stringify(validate.errors);

// Documents: the crate and its schema refuse the same, whether formats are enforced or not.
for (const schema of ["safety-plan", "changes"]) {
  const validate = validators[schema];
  const lenient = strict({ validateFormats: false }).compile(committed(`${schema}.schema.json`));
  for (const [name, fits] of Object.entries(read(join(corpus, schema, "verdicts.json")))) {
    const document = read(join(corpus, schema, name));
    const valid = validate(document);
    expect(valid === fits, `${schema}/${name}: the crate says ${fits}, ajv ${valid}`, errors(validate));
    expect(lenient(document) === fits, `${schema}/${name}: a format says more than its pattern`);
  }
}

// What the crate writes fits its schema.
const outputs = join(corpus, "outputs");
for (const name of readdirSync(outputs)) {
  const validate = validators[name.replace(".json", "")];
  for (const [number, value] of read(join(outputs, name)).entries()) {
    expect(validate(value), `outputs/${name} ${number}`, errors(validate));
  }
}
expect(validators.codes(committed("codes.json")), "codes.json", errors(validators.codes));

// The OpenAPI document: every reference resolves and every component compiles.
const openapi = committed("openapi.json");
expect(/^3\.1\./.test(openapi.openapi), "openapi.json: version");
expect(typeof openapi.info.title === "string" && typeof openapi.info.version === "string", "openapi.json: info");
const components = Object.keys(openapi.components.schemas);
const references = new Set(JSON.stringify(openapi).match(/(?<="\$ref":")[^"]*/g));
for (const reference of references) {
  const name = reference.match(/^#\/components\/schemas\/([A-Za-z0-9]+)$/)?.[1];
  expect(components.includes(name), `openapi.json: ${reference} leads nowhere`);
}
const ajv = strict().addVocabulary(["components"]);
ajv.addSchema({ $id: "openapi", components: openapi.components }, "openapi", false, false);
for (const name of components) {
  const validate = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
  expect(typeof validate === "function", `openapi.json: ${name}`);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
