"""DuckDB and Polars: the same rows from CSV files, the same questions, one line of JSON per figure.

Usage: peers.py ENGINE FOLDER, with the tables and questions.json in the folder.
"""

import importlib.util
import json
import statistics
import sys
import time

MASK = (1 << 64) - 1
LED = 1 << 31
OBJECTIVE = 1 << 30
PLAN = 1 << 31
LEAD = 2
CHECKED = 24
RUNS = 5
BUDGET = 200_000_000


def mix(number):
    number = (number + 0x9E3779B97F4A7C15) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def plain(answer):
    """What an engine left in columns of its own, as Python's numbers: outside the timed part."""
    return answer() if callable(answer) else answer


def ids(answer):
    return sum(mix(number) for number in plain(answer)) & MASK


def row(numbers):
    total = 4
    for number in numbers:
        total = mix(total ^ number)
    return total


def table(rows):
    return sum(row(one) for one in plain(rows)) & MASK


def checksum(answer):
    kind, *parts = answer
    if kind == "ids":
        return ids(parts[0])
    if kind == "count":
        return mix(parts[0])
    if kind == "table":
        return table(parts[0])
    if kind == "coverage":
        return (table(parts[0]) + mix(ids(parts[1]))) & MASK
    actions, pillars, priorities = parts
    return (ids(actions) + mix(ids(pillars)) + mix(priorities + 7)) & MASK


def resident():
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def first(rows):
    return [one for (one,) in plain(rows)]


def only(columns):
    return lambda: first(columns)


MATCH = """
SELECT a.id FROM role r JOIN action a ON a.id = r.action
WHERE r.partner = $2 AND r.role = 2 AND a.year = $3 AND a.status IN ($4, $5) AND a.approach = $6
  AND EXISTS (SELECT 1 FROM serves s JOIN above ab ON ab.goal = s.goal
    JOIN answers w ON w.goal = ab.above AND w.item = $1 WHERE s.action = a.id)"""

LOST = """
SELECT r.action FROM role r JOIN action a ON a.id = r.action
WHERE r.partner = $1 AND r.role = 2 AND a.status NOT IN (10, 11)
  AND NOT EXISTS (SELECT 1 FROM role o WHERE o.action = r.action AND o.role = 2 AND o.partner <> $1)"""

ROLES = """
WITH u AS (SELECT DISTINCT s.action, ab.above FROM action a JOIN serves s ON s.action = a.id
    JOIN above ab ON ab.goal = s.goal AND ab.kind = 0 {where})
SELECT r.partner, u.above, r.role, count(*) AS n FROM u JOIN role r ON r.action = u.action
GROUP BY r.partner, u.above, r.role"""


class DuckDb:
    name = "duckdb"

    def __init__(self, folder):
        import duckdb

        self.numpy = importlib.util.find_spec("numpy") is not None
        self.base = duckdb.connect()
        for one in ("goal", "above", "objective", "supports", "answers", "serves", "role", "place"):
            self.base.execute(f"CREATE TABLE {one} AS SELECT * FROM read_csv('{folder}/{one}.csv', header=true)")
        types = "types={'uuid': 'UUID', 'title': 'VARCHAR'}"
        self.base.execute(f"CREATE TABLE action AS SELECT * FROM read_csv('{folder}/action.csv', header=true, {types})")
        self.base.execute("CREATE UNIQUE INDEX action_uuid ON action (uuid)")
        self.next = self.base.execute("SELECT count(*) FROM action").fetchone()[0]

    def rows(self, sql, *parameters):
        return self.base.execute(sql, parameters).fetchall()

    def columns(self, sql, *parameters):
        """For long answers: columns of numpy, where it is there, cost less than rows of Python."""
        self.base.execute(sql, parameters)
        if not self.numpy:
            found = self.base.fetchall()
            return lambda: found
        found = self.base.fetchnumpy()
        return lambda: zip(*(column.tolist() for column in found.values()))

    def match(self, facets, plan):
        parameters = [facets["item"], facets["lead"], facets["year"], *facets["statuses"], facets["approach"]]
        if plan is None:
            return "ids", first(self.rows(MATCH, *parameters))
        return "ids", first(self.rows(MATCH + " AND a.plan = $7", *parameters, plan))

    def answer(self, kind, asked):
        if kind == "Why":
            return "ids", first(self.rows(
                f"""WITH a AS (SELECT id, plan FROM action WHERE uuid = $1::UUID),
                g AS (SELECT DISTINCT ab.above AS goal FROM a JOIN serves s ON s.action = a.id
                    JOIN above ab ON ab.goal = s.goal),
                o AS (SELECT o.id AS own, st.id AS sub, st.parent AS main FROM g JOIN objective o ON o.goal = g.goal
                    LEFT JOIN supports u ON u.objective = o.id LEFT JOIN objective st ON st.id = u.strategic)
                SELECT goal FROM g UNION SELECT own | {OBJECTIVE} FROM o
                UNION SELECT sub | {OBJECTIVE} FROM o WHERE sub IS NOT NULL
                UNION SELECT main | {OBJECTIVE} FROM o WHERE main IS NOT NULL UNION SELECT plan + {PLAN} FROM a""",
                asked))
        if kind in ("Under", "CountUnder"):
            what = "DISTINCT s.action" if kind == "Under" else "count(DISTINCT s.action)"
            found = self.rows(
                f"SELECT {what} FROM above ab JOIN serves s ON s.goal = ab.goal WHERE ab.above = $1", asked)
            return ("ids", first(found)) if kind == "Under" else ("count", found[0][0])
        if kind == "PerPriority":
            return "table", self.columns(
                """SELECT ab.above, count(DISTINCT r.action) AS n, 0 AS a, 0 AS b FROM role r
                JOIN serves s ON s.action = r.action JOIN above ab ON ab.goal = s.goal AND ab.kind = 0
                WHERE r.partner = $1 GROUP BY ab.above""", asked)
        if kind == "Of":
            return "ids", first(self.rows("SELECT DISTINCT action FROM role WHERE partner = $1", asked))
        if kind == "Match":
            return self.match(*asked)
        if kind == "Coverage":
            cells = self.columns(
                f"""WITH c AS (SELECT DISTINCT ab.above AS goal, a.year, a.id FROM above ab JOIN serves s ON s.goal = ab.goal
                    JOIN action a ON a.id = s.action WHERE ab.kind = 1),
                n AS (SELECT goal, year, count(*) AS n FROM c GROUP BY goal, year),
                o AS (SELECT goal, year, partner, bool_or(role = 2) AS led FROM c JOIN role r ON r.action = c.id
                    GROUP BY goal, year, partner),
                p AS (SELECT goal, year, count(*) + CASE WHEN bool_or(led) THEN {LED} ELSE 0 END AS p FROM o
                    GROUP BY goal, year)
                SELECT n.goal, n.year, n.n, coalesce(p.p, 0)
                FROM n LEFT JOIN p ON p.goal = n.goal AND p.year = n.year""")
            none = self.columns(
                """SELECT g.id FROM goal g WHERE g.kind = 1 AND NOT EXISTS (SELECT 1 FROM above ab
                    JOIN serves s ON s.goal = ab.goal JOIN action a ON a.id = s.action
                    WHERE ab.above = g.id AND a.year = $1)""", asked)
            return "coverage", cells, only(none)
        if kind == "Leaves":
            pillars = self.columns(
                f"""SELECT p.goal FROM (SELECT DISTINCT ab.above AS goal FROM ({LOST}) l
                    JOIN serves s ON s.action = l.action JOIN above ab ON ab.goal = s.goal AND ab.kind = 1) p
                WHERE NOT EXISTS (SELECT 1 FROM above ab JOIN serves s ON s.goal = ab.goal
                    JOIN role r ON r.action = s.action AND r.role = 2 AND r.partner <> $1
                    JOIN action a ON a.id = s.action AND a.status NOT IN (10, 11) WHERE ab.above = p.goal)""", asked)
            priorities = self.rows(
                f"""SELECT count(DISTINCT ab.above) FROM ({LOST}) l JOIN serves s ON s.action = l.action
                JOIN above ab ON ab.goal = s.goal AND ab.kind = 0""", asked)
            return "loss", only(self.columns(LOST, asked)), only(pillars), priorities[0][0]
        if kind == "NoLead":
            return "ids", only(self.columns("""SELECT a.id FROM action a
                WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.action = a.id AND r.role = 2)"""))
        if kind == "Roles":
            if asked is None:
                return "table", self.columns(ROLES.format(where=""))
            return "table", self.rows(ROLES.format(where="WHERE a.plan = $1"), asked)
        if kind == "SetStatus":
            action, status, facets, plan = asked
            self.base.execute("UPDATE action SET status = $2 WHERE id = $1", (action, status))
            return self.match(facets, plan)
        task, facets, plan = asked
        action, self.next = self.next, self.next + 1
        self.base.execute("BEGIN")
        values = [action, task["uuid"], task["plan"], task["year"], task["status"], task["approach"], task["title"]]
        self.base.execute("INSERT INTO action VALUES ($1, $2, $3, $4, $5, $6, $7)", values)
        for goal in task["serves"]:
            self.base.execute("INSERT INTO serves VALUES ($1, $2)", (action, goal))
        for partner, role in task["roles"]:
            self.base.execute("INSERT INTO role VALUES ($1, $2, $3)", (action, partner, role))
        for area in task["areas"]:
            self.base.execute("INSERT INTO place VALUES ($1, $2)", (action, area))
        self.base.execute("COMMIT")
        return self.match(facets, plan)


class Polars:
    """Frames, with each action's lead, what stands above it and the framework items above it joined beforehand."""

    name = "polars"

    def __init__(self, folder):
        import polars

        self.pl = polars
        read = lambda name: polars.read_csv(f"{folder}/{name}.csv")
        self.action, self.goal = read("action"), read("goal")
        self.serves, self.role = read("serves"), read("role")
        self.up = self.serves.join(read("above"), on="goal").select("action", "above", "kind").unique()
        answers = read("answers").rename({"goal": "above"})
        self.items = self.up.join(answers, on="above").select("action", "item").unique()
        # No action of the sample has two leads, so the lead fits in a column.
        leads = self.role.filter(polars.col("role") == LEAD)
        leads = leads.select(polars.col("action").alias("id"), polars.col("partner").alias("lead"))
        self.action = self.action.join(leads, on="id", how="left")
        self.priorities = self.up.filter(polars.col("kind") == 0).select("action", "above")
        pillars = self.up.filter(polars.col("kind") == 1)
        self.pillars = pillars.select("action", polars.col("above").alias("goal"))

    def answer(self, kind, asked):
        pl = self.pl
        if kind in ("Under", "CountUnder"):
            found = self.up.lazy().filter(pl.col("above") == asked).select("action")
            if kind == "Under":
                return "ids", found.collect()["action"].to_list
            return "count", found.select(pl.len()).collect().item()
        if kind == "PerPriority":
            mine = self.role.lazy().filter(pl.col("partner") == asked).select("action").unique()
            found = self.priorities.lazy().join(mine, on="action").group_by("above").len().collect()
            return "table", lambda: [(above, count, 0, 0) for above, count in found.rows()]
        if kind == "Of":
            found = self.role.lazy().filter(pl.col("partner") == asked).select("action").unique().collect()
            return "ids", found["action"].to_list
        if kind == "Match":
            facets, plan = asked
            fits = self.action.lazy().filter(
                (pl.col("lead") == facets["lead"])
                & (pl.col("year") == facets["year"])
                & (pl.col("approach") == facets["approach"])
                & pl.col("status").is_in(facets["statuses"])
                & (pl.lit(True) if plan is None else pl.col("plan") == plan)
            )
            items = self.items.lazy().filter(pl.col("item") == facets["item"])
            found = fits.select(pl.col("id").alias("action"))
            found = found.join(items, on="action", how="semi").collect()
            return "ids", found["action"].to_list
        if kind == "Coverage":
            years = self.action.lazy().select(pl.col("id").alias("action"), "year", "lead")
            served = self.pillars.lazy().join(years, on="action")
            led = pl.when(pl.col("lead").is_not_null().any()).then(LED).otherwise(0).alias("led")
            counts = served.group_by("goal", "year").agg(pl.len().alias("actions"), led)
            partners = served.join(self.role.lazy(), on="action").select("goal", "year", "partner").unique()
            partners = partners.group_by("goal", "year").agg(pl.len().alias("partners"))
            cells = (
                counts.join(partners, on=["goal", "year"], how="left")
                .select("goal", "year", "actions", pl.col("partners").fill_null(0).cast(pl.Int64) + pl.col("led"))
                .collect()
            )
            there = cells.lazy().filter(pl.col("year") == asked).select("goal")
            pillars = self.goal.lazy().filter(pl.col("kind") == 1).select(pl.col("id").alias("goal"))
            none = pillars.join(there, on="goal", how="anti").collect()
            return "coverage", cells.rows, none["goal"].to_list
        if kind == "NoLead":
            return "ids", self.action.lazy().filter(pl.col("lead").is_null()).select("id").collect()["id"].to_list
        if kind == "Roles":
            roles = self.role.lazy()
            if asked is not None:
                mine = self.action.lazy().filter(pl.col("plan") == asked).select(pl.col("id").alias("action"))
                roles = roles.join(mine, on="action", how="semi")
            found = roles.join(self.priorities.lazy(), on="action").group_by("partner", "above", "role").len()
            return "table", found.collect().rows
        return None


def told(query, engine, unit, value, sums=()):
    print(json.dumps({"query": query, "engine": engine, "unit": unit, "value": value, "sums": list(sums)}), flush=True)


def parts(ask):
    return (ask, None) if isinstance(ask, str) else next(iter(ask.items()))


def timed(engine, asks):
    start = time.perf_counter_ns()
    for kind, asked in asks:
        engine.answer(kind, asked)
    return (time.perf_counter_ns() - start) / max(len(asks), 1)


def main(name, folder):
    make = {"duckdb": DuckDb, "polars": Polars}[name]
    __import__(name)
    before, start = resident(), time.perf_counter_ns()
    engine = make(folder)
    loaded = time.perf_counter_ns() - start
    told("memory", name, "bytes", resident() - before)
    with open(f"{folder}/questions.json", encoding="utf-8") as file:
        questions = [(one["name"], one["changes"], [parts(ask) for ask in one["asks"]]) for one in json.load(file)]
    count = sum(1 for _ in open(f"{folder}/action.csv", encoding="utf-8")) - 1
    bare = engine.answer("NoLead", None)
    told("Q10-structs", name, "median_ns", loaded / count, [checksum(bare)])
    compared = {}
    for query, changes, asks in sorted(questions, key=lambda one: one[1]):
        if query == "Q1-cold":
            continue
        answers = [engine.answer(*ask) for ask in asks[:CHECKED]]
        if answers[0] is None:
            continue
        compared[query] = [checksum(answer) for answer in answers]
        if not changes:
            one = timed(engine, asks[:1])
            some = asks[: max(1, int(BUDGET / one))]
            value = statistics.median(timed(engine, some) for _ in range(RUNS))
            told(query, name, "median_ns", value, compared[query])
    for query, changes, asks in questions:
        if changes and query in compared:
            size = len(asks) // (RUNS + 1)
            one = timed(engine, asks[CHECKED : CHECKED + 1])
            some = max(1, min(size, int(BUDGET / one)))
            runs = [asks[run * size :][:some] for run in range(1, RUNS + 1)]
            value = statistics.median(timed(engine, run) for run in runs)
            told(query, name, "median_ns", value, compared[query])


if __name__ == "__main__":
    main(*sys.argv[1:])
