"""What the crate depends on: licences as a table, and the Rust that they ask for. Arguments: file to write or compare.

Every licence must leave the user a choice that goes with MIT and Apache 2.0; rust-version must be the newest that a
dependency asks for, and the README must say it.
"""

import json
import subprocess
import sys

# Each may stand in a work under MIT or Apache 2.0.
FINE = {"MIT", "Apache-2.0", "BSD-3-Clause", "Zlib", "Unicode-3.0", "Unlicense"}
HEAD = """# Third parties

What a program with this crate contains or is built with: its dependencies with every feature, on every platform. Written
by `.ci/pins --write`, which refuses a licence that doesn't go with MIT and Apache 2.0.

| Crate | Licence |
|---|---|
"""


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], check=True, capture_output=True, text=True).stdout


def fine(licence):
    """Each part joined by AND must leave a fine choice."""
    parts = licence.replace("(", "").replace(")", "").replace("/", " OR ").split(" AND ")
    return all(any(choice.strip() in FINE for choice in part.split(" OR ")) for part in parts)


tree = cargo("tree", "--locked", "--all-features", "--target=all", "--edges=normal,build", "--prefix=none", "--format={p}")
used = {tuple(line.split(" ")[:2]) for line in tree.splitlines()}
packages = json.loads(cargo("metadata", "--locked", "--all-features", "--format-version=1"))["packages"]
packages = [one for one in packages if (one["name"], "v" + one["version"]) in used]
own = [one for one in packages if one["source"] is None]
others = [one for one in packages if one["source"] is not None]
assert len(own) == 1 and len(packages) == len(used), f"{len(packages)} of {len(used)} packages"

faults = [f"{one['name']}: licence {one['license']}" for one in others if not fine(one["license"] or "none")]


def parts(version):
    return tuple(int(part) for part in (version.split(".") + ["0"])[:3])


newest = max((one["rust_version"] for one in others if one["rust_version"]), key=parts)
short = ".".join(newest.split(".")[:2])
if own[0]["rust_version"] != short:
    faults.append(f"rust-version is {own[0]['rust_version']}, but a dependency needs {newest}")
with open("README.md", encoding="utf-8") as file:
    if f"It needs Rust {short}." not in file.read():
        faults.append(f"the README doesn't say that the crate needs Rust {short}")

rows = sorted({(one["name"], one["license"]) for one in others})
text = HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in rows)
path = sys.argv[1]
if "--write" in sys.argv:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
else:
    with open(path, encoding="utf-8") as file:
        if file.read() != text:
            faults.append(f"{path} is out of date")
print(f"{len(rows)} dependencies, Rust {short}")
sys.exit("\n".join(faults) or 0)
