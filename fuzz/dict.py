"""The dictionary of the format for libFuzzer: every key and word of the schemas."""

import json


def gather(schema, known):
    if isinstance(schema, dict):
        for key in schema.get("properties", {}):
            known.add(f'"{key}"')
        if isinstance(schema.get("const"), str) and len(schema["const"]) < 40:
            known.add(schema["const"])
        for value in schema.values():
            gather(value, known)
    elif isinstance(schema, list):
        for value in schema:
            gather(value, known)


def escaped(word):
    letters = (
        "\\" + chr(byte) if chr(byte) in '"\\' else chr(byte) if 32 <= byte < 127 else f"\\x{byte:02X}"
        for byte in word.encode()
    )
    return '"' + "".join(letters) + '"'


known = {"and", "or", "not", "all", "none", "..", "\\u", "1e400", "-0.0"}
for name in ["safety-plan", "changes", "filter"]:
    with open(f"../schema/{name}.schema.json", encoding="utf-8") as file:
        gather(json.load(file), known)
print("# Written by `fuzz/run dict`: every key and word of the schemas.")
for word in sorted(known):
    if word:
        print(escaped(word))
