"""The committed schemas in Python, against the verdicts of the crate: check.py CORPUS"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

SCHEMAS = Path(__file__).resolve().parents[2] / "schema"
passed = failed = 0


def expect(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(what[:1000], file=sys.stderr)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def main(corpus):
    # Every schema is one.
    validators = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = read(path)
        Draft202012Validator.check_schema(schema)
        expect(schema["$schema"] == Draft202012Validator.META_SCHEMA["$schema"], f"{path.name}: $schema")
        validators[path.name.removesuffix(".schema.json")] = Draft202012Validator(schema)

    def complaint(name, value):
        error = next(validators[name].iter_errors(value), None)
        return "" if error is None else f"{error.json_path}: {error.message}"

    # Documents: the crate and its schema refuse the same, whether formats are enforced or not.
    for schema in ("safety-plan", "changes"):
        with_formats = validators[schema].evolve(format_checker=FormatChecker())
        for name, fits in read(corpus / schema / "verdicts.json").items():
            document = read(corpus / schema / name)
            valid = validators[schema].is_valid(document)
            expect(valid == fits, f"{schema}/{name}: crate {fits}, Python {valid} {complaint(schema, document)}")
            # What is refused without formats is refused with them.
            if valid:
                expect(with_formats.is_valid(document), f"{schema}/{name}: a format says more than its pattern")

    # What the crate writes fits its schema.
    for path in sorted((corpus / "outputs").glob("*.json")):
        for number, value in enumerate(read(path)):
            expect(validators[path.stem].is_valid(value), f"{path.name} {number} {complaint(path.stem, value)}")
    expect(validators["codes"].is_valid(read(SCHEMAS / "codes.json")), "codes.json")

    # Every component of the OpenAPI document is a schema.
    openapi = read(SCHEMAS / "openapi.json")
    for component in openapi["components"]["schemas"].values():
        Draft202012Validator.check_schema(component)
        expect(True, "")

    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
