# The recipes of the crate. `just` alone lists them.

# Lists the recipes.
default:
    @just --list --unsorted

# Compiles everything, without running it.
check:
    cargo check --all-targets --all-features

# Runs all tests, the programs of the README and the guide included.
test:
    cargo test

# Runs all laws with many more cases than `test` does, each time other ones (minutes; takes the place of many runs).
soak CASES="2000":
    PROPTEST_CASES={{CASES}} cargo test --release --test it

# Checks the layout of the code, and the lints with warnings denied.
lint:
    cargo fmt --all -- --check
    cargo clippy --all-targets --all-features -- -D warnings

# Builds the documentation with warnings denied.
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

# Writes the committed files anew: schemas, catalogue of codes, data in the written form.
schema:
    UPDATE_EXPECT=1 cargo test

# Runs the foreign validators against the reader.
oracles:
    bash oracles/run

# Runs a fuzz target: read, ndjson, filter, apply or schema.
fuzz TARGET SECONDS="60":
    fuzz/run {{TARGET}} {{SECONDS}}

# Changes the code in some 360 places, one at a time, and lets the tests find each (needs cargo-mutants; takes hours).
mutants SHARD="0/5":
    PROPTEST_CASES=24 cargo mutants --shard {{SHARD}} --sharding round-robin --no-shuffle -C=--test=it -- --test it

# Measures which lines the tests of the library reach, without the programs of documentation and examples (needs cargo-tarpaulin).
coverage:
    PROPTEST_CASES=24 cargo tarpaulin --engine llvm --all-features --lib --tests

# Compares what users rely on beside behaviour: surface, licences, Rust version, oldest dependencies.
pins:
    .ci/pins

# Writes the public surface and the licences anew.
surface:
    .ci/pins --write

# Runs the whole gate, as on a clean checkout.
ci:
    .ci/run
