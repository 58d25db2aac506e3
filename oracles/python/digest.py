"""The digest of a plan's strategic part, written from its definition: digest.py PLAN..."""

import hashlib
import json
import sys

# Per object the keys that belong to the strategic part; an object that isn't here belongs to it whole.
KEYS = {
    "plan": "title motto mission vision municipalities period scope legalBasis objectives indicators principles priorities themes",
    "legalBasis": "act article paragraph jci",
    "objectives": "id code text purpose by indicators subObjectives",
    "subObjectives": "id code text purpose by indicators",
    "indicators": "id code name unit kind perception direction description targets",
    "principles": "id code title text",
    "priorities": "id code title introduction problem municipalRole contribution reasons objectives pillars",
    "themes": "id code title tier label description objectives pillars",
    "pillars": "id code title label description pillars",
}


def part(key, value):
    """What of the value under a key belongs to it; what is absent or an empty list is left out of its object."""
    if isinstance(value, list):
        return [part(key, item) for item in value]
    if isinstance(value, dict):
        keys = KEYS[key].split() if key in KEYS else value
        kept = {key: part(key, value[key]) for key in keys if key in value}
        return {key: value for key, value in kept.items() if value is not None and value != []}
    return value


def named(holder):
    """The indicators that objectives name."""
    for key in ("priorities", "themes", "objectives", "subObjectives"):
        for held in holder.get(key, []):
            yield from held.get("indicators", [])
            yield from named(held)


def digest(document):
    strategic = part("plan", document)
    of_objectives = set(named(strategic))
    indicators = [indicator for indicator in strategic.pop("indicators", []) if indicator["id"] in of_objectives]
    if indicators:
        strategic["indicators"] = indicators
    # RFC 8785: all keys are ASCII, so the order of code points is that of UTF-16; numbers don't occur.
    canonical = json.dumps(strategic, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


if __name__ == "__main__":
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            print(digest(json.load(file)), path)
