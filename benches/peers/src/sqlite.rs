//! SQLite in memory: normalised, indexed, analysed, with prepared statements; and a table made for one question only.

use rusqlite::{Connection, Params, Row, params};

use crate::engine::Engine;
use crate::questions::{Answer, Ask, Facets};
use crate::rows::{LEAD, Rows, Task, is_off};

const TABLES: &str = "
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4000000; PRAGMA temp_store = MEMORY;
CREATE TABLE plan (id INTEGER PRIMARY KEY, vision TEXT);
CREATE TABLE goal (id INTEGER PRIMARY KEY, plan INTEGER, kind INTEGER, parent INTEGER, title TEXT);
CREATE TABLE above (goal INTEGER, above INTEGER, kind INTEGER, PRIMARY KEY (goal, above)) WITHOUT ROWID;
CREATE TABLE objective (id INTEGER PRIMARY KEY, plan INTEGER, parent INTEGER, goal INTEGER, text TEXT);
CREATE TABLE supports (objective INTEGER, strategic INTEGER, PRIMARY KEY (objective, strategic)) WITHOUT ROWID;
CREATE TABLE answers (goal INTEGER, item INTEGER, PRIMARY KEY (goal, item)) WITHOUT ROWID;
CREATE TABLE partner (id INTEGER PRIMARY KEY, uuid BLOB, name TEXT);
CREATE TABLE action (id INTEGER PRIMARY KEY, uuid BLOB, plan INTEGER, year INTEGER, status INTEGER, approach INTEGER,
    title TEXT);
CREATE TABLE serves (action INTEGER, goal INTEGER, PRIMARY KEY (action, goal)) WITHOUT ROWID;
CREATE TABLE role (action INTEGER, partner INTEGER, role INTEGER, PRIMARY KEY (action, partner, role)) WITHOUT ROWID;
CREATE TABLE place (action INTEGER, area INTEGER, PRIMARY KEY (action, area)) WITHOUT ROWID;
";

const INDEXES: &str = "
CREATE UNIQUE INDEX action_uuid ON action (uuid);
CREATE INDEX action_plan ON action (plan, year);
CREATE INDEX goal_kind ON goal (kind);
CREATE INDEX above_above ON above (above, goal);
CREATE INDEX objective_goal ON objective (goal);
CREATE INDEX answers_item ON answers (item, goal);
CREATE INDEX serves_goal ON serves (goal, action);
CREATE INDEX role_partner ON role (partner, role, action);
CREATE INDEX place_area ON place (area, action);
ANALYZE;
";

// Where the planner would read a whole table to answer for a few rows, the statement says in which order to go.

const WHY: &str = "
WITH a AS MATERIALIZED (SELECT id, plan FROM action WHERE uuid = ?1),
 g AS MATERIALIZED (SELECT DISTINCT ab.above AS goal FROM a JOIN serves s ON s.action = a.id
    JOIN above ab ON ab.goal = s.goal),
 o AS MATERIALIZED (SELECT o.id AS own, st.id AS sub, st.parent AS main FROM g CROSS JOIN objective o ON o.goal = g.goal
    LEFT JOIN supports u ON u.objective = o.id LEFT JOIN objective st ON st.id = u.strategic)
SELECT goal FROM g UNION SELECT own | 1073741824 FROM o UNION SELECT sub | 1073741824 FROM o WHERE sub IS NOT NULL
UNION SELECT main | 1073741824 FROM o WHERE main IS NOT NULL UNION SELECT plan | 2147483648 FROM a";

const UNDER: &str =
    "SELECT DISTINCT s.action FROM above ab JOIN serves s ON s.goal = ab.goal WHERE ab.above = ?1";
const COUNT: &str =
    "SELECT count(DISTINCT s.action) FROM above ab JOIN serves s ON s.goal = ab.goal WHERE ab.above = ?1";

const PER_PRIORITY: &str = "
SELECT ab.above, count(DISTINCT r.action), 0, 0 FROM role r JOIN serves s ON s.action = r.action
JOIN above ab ON ab.goal = s.goal AND ab.kind = 0 WHERE r.partner = ?1 GROUP BY ab.above";

const OF: &str = "SELECT DISTINCT action FROM role WHERE partner = ?1";

const MATCH: &str = "
SELECT a.id FROM role r JOIN action a ON a.id = r.action
WHERE r.partner = ?2 AND r.role = 2 AND a.year = ?3 AND a.status IN (?4, ?5) AND a.approach = ?6
  AND EXISTS (SELECT 1 FROM serves s JOIN above ab ON ab.goal = s.goal
    JOIN answers w ON w.goal = ab.above AND w.item = ?1 WHERE s.action = a.id)";

const MATCH_IN_PLAN: &str = "
SELECT a.id FROM action a JOIN role r ON r.action = a.id AND r.partner = ?2 AND r.role = 2
WHERE a.plan = ?7 AND a.year = ?3 AND a.status IN (?4, ?5) AND a.approach = ?6
  AND EXISTS (SELECT 1 FROM serves s JOIN above ab ON ab.goal = s.goal
    JOIN answers w ON w.goal = ab.above AND w.item = ?1 WHERE s.action = a.id)";

const COVERAGE: &str = "
SELECT ab.above, a.year, count(DISTINCT a.id),
    count(DISTINCT r.partner) | CASE WHEN max(coalesce(r.role, 9) = 2) THEN 2147483648 ELSE 0 END
FROM above ab JOIN serves s ON s.goal = ab.goal JOIN action a ON a.id = s.action LEFT JOIN role r ON r.action = a.id
WHERE ab.kind = 1 GROUP BY ab.above, a.year";

const NONE: &str = "
SELECT g.id FROM goal g WHERE g.kind = 1
  AND NOT EXISTS (SELECT 1 FROM above ab JOIN serves s ON s.goal = ab.goal JOIN action a ON a.id = s.action
    WHERE ab.above = g.id AND a.year = ?1)";

const LEAVES: &str = "
WITH l AS MATERIALIZED (SELECT r.action FROM role r CROSS JOIN action a ON a.id = r.action
    WHERE r.partner = ?1 AND r.role = 2 AND a.status NOT IN (10, 11)
    AND NOT EXISTS (SELECT 1 FROM role o WHERE o.action = r.action AND o.role = 2 AND o.partner <> ?1)),
 s AS MATERIALIZED (SELECT DISTINCT ab.above AS goal, ab.kind FROM l CROSS JOIN serves s ON s.action = l.action
    CROSS JOIN above ab ON ab.goal = s.goal)
SELECT 0, action FROM l
UNION ALL SELECT 1, p.goal FROM s p WHERE p.kind = 1
    AND NOT EXISTS (SELECT 1 FROM above ab CROSS JOIN serves s ON s.goal = ab.goal
        CROSS JOIN role r ON r.action = s.action AND r.role = 2 AND r.partner <> ?1
        CROSS JOIN action a ON a.id = s.action AND a.status NOT IN (10, 11) WHERE ab.above = p.goal)
UNION ALL SELECT 2, count(*) FROM s WHERE kind = 0";

const NO_LEAD: &str =
    "SELECT a.id FROM action a WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.action = a.id AND r.role = 2)";

const ROLES: &str = "
SELECT r.partner, ab.above, r.role, count(DISTINCT r.action) FROM action a JOIN role r ON r.action = a.id
JOIN serves s ON s.action = a.id JOIN above ab ON ab.goal = s.goal AND ab.kind = 0 WHERE_PLAN
GROUP BY r.partner, ab.above, r.role";

pub struct Sqlite {
    base: Connection,
    next: u32,
    roles: [String; 2],
}

impl Sqlite {
    pub fn load(rows: &Rows) -> rusqlite::Result<Self> {
        assert_eq!(LEAD, 2, "the statements have the number of the role in them");
        assert!(is_off(10) && is_off(11), "and those of the states");
        let base = Connection::open_in_memory()?;
        base.set_prepared_statement_cache_capacity(64);
        base.execute_batch(TABLES)?;
        base.execute_batch("BEGIN")?;
        fill(&base, rows)?;
        base.execute_batch("COMMIT")?;
        base.execute_batch(INDEXES)?;
        Ok(Self {
            base,
            next: rows.tasks.len() as u32,
            roles: ["", "WHERE a.plan = ?1"].map(|filter| ROLES.replace("WHERE_PLAN", filter)),
        })
    }

    fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        self.base.prepare_cached(sql)?.query_map(params, read)?.collect()
    }

    fn ids(&self, sql: &str, params: impl Params) -> rusqlite::Result<Vec<u32>> {
        self.list(sql, params, |row| row.get(0))
    }

    fn table(&self, sql: &str, params: impl Params) -> rusqlite::Result<Vec<[u32; 4]>> {
        self.list(sql, params, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
    }

    fn count(&self, sql: &str, params: impl Params) -> rusqlite::Result<u64> {
        self.base.prepare_cached(sql)?.query_row(params, |row| row.get(0))
    }

    fn matching(&self, facets: &Facets, plan: Option<u32>) -> rusqlite::Result<Vec<u32>> {
        let Facets { item, lead, year, statuses: [one, other], approach } = facets;
        match plan {
            None => self.ids(MATCH, params![item, lead, year, one, other, approach]),
            Some(plan) => self.ids(MATCH_IN_PLAN, params![item, lead, year, one, other, approach, plan]),
        }
    }

    fn change(&mut self, ask: &Ask) -> rusqlite::Result<()> {
        match ask {
            Ask::SetStatus(at, status, ..) => {
                self.base
                    .prepare_cached("UPDATE action SET status = ?2 WHERE id = ?1")?
                    .execute(params![at, status])?;
            }
            Ask::Add(task, ..) => {
                self.base.prepare_cached("BEGIN")?.execute([])?;
                insert(&self.base, self.next, task)?;
                self.next += 1;
                self.base.prepare_cached("COMMIT")?.execute([])?;
            }
            _ => {}
        }
        Ok(())
    }

    fn ask(&mut self, ask: &Ask) -> rusqlite::Result<Answer> {
        self.change(ask)?;
        Ok(match ask {
            Ask::Why(id) => Answer::Ids(self.ids(WHY, params![id.as_bytes()])?),
            Ask::Under(priority) => Answer::Ids(self.ids(UNDER, params![priority])?),
            Ask::CountUnder(priority) => Answer::Count(self.count(COUNT, params![priority])?),
            Ask::PerPriority(partner) => Answer::Table(self.table(PER_PRIORITY, params![partner])?),
            Ask::Of(partner) => Answer::Ids(self.ids(OF, params![partner])?),
            Ask::Match(facets, plan) => Answer::Ids(self.matching(facets, *plan)?),
            Ask::Coverage(year) => {
                Answer::Coverage(self.table(COVERAGE, [])?, self.ids(NONE, params![year])?)
            }
            Ask::Leaves(partner) => {
                let (mut actions, mut pillars, mut priorities) = (Vec::new(), Vec::new(), 0);
                for (part, number) in
                    self.list(LEAVES, params![partner], |row| Ok((row.get(0)?, row.get(1)?)))?
                {
                    match part {
                        0 => actions.push(number),
                        1 => pillars.push(number),
                        _ => priorities = u64::from(number),
                    }
                }
                Answer::Loss(actions, pillars, priorities)
            }
            Ask::NoLead => Answer::Ids(self.ids(NO_LEAD, [])?),
            Ask::Roles(None) => Answer::Table(self.table(&self.roles[0], [])?),
            Ask::Roles(Some(plan)) => Answer::Table(self.table(&self.roles[1], params![plan])?),
            Ask::SetStatus(_, _, facets, plan) | Ask::Add(_, facets, plan) => {
                Answer::Ids(self.matching(facets, Some(*plan))?)
            }
        })
    }
}

impl Engine for Sqlite {
    fn name(&self) -> &'static str {
        "sqlite"
    }

    fn answer(&mut self, ask: &Ask) -> Option<Answer> {
        Some(self.ask(ask).expect("the statements fit the tables"))
    }

    fn bytes(&self) -> Option<u64> {
        bytes_of(&self.base)
    }
}

/// SQLite's pages don't come from Rust's allocator.
fn bytes_of(base: &Connection) -> Option<u64> {
    base.query_row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", [], |row| {
        row.get(0)
    })
    .ok()
}

fn fill(base: &Connection, rows: &Rows) -> rusqlite::Result<()> {
    let mut plan = base.prepare("INSERT INTO plan VALUES (?1, ?2)")?;
    for (at, one) in rows.plans.iter().enumerate() {
        plan.execute(params![at, one.vision])?;
    }
    let mut goal = base.prepare("INSERT INTO goal VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut above = base.prepare("INSERT INTO above VALUES (?1, ?2, ?3)")?;
    let mut answers = base.prepare("INSERT INTO answers VALUES (?1, ?2)")?;
    for (at, one) in rows.goals.iter().enumerate() {
        goal.execute(params![at, one.plan, one.kind, one.parent, one.title])?;
        for upper in rows.above(at as u32) {
            above.execute(params![at, upper, rows.goals[upper as usize].kind])?;
        }
        for item in &one.answers {
            answers.execute(params![at, item])?;
        }
    }
    let mut objective = base.prepare("INSERT INTO objective VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut supports = base.prepare("INSERT INTO supports VALUES (?1, ?2)")?;
    for (at, one) in rows.objectives.iter().enumerate() {
        objective.execute(params![at, one.plan, one.parent, one.goal, one.text])?;
        for strategic in &one.supports {
            supports.execute(params![at, strategic])?;
        }
    }
    let mut partner = base.prepare("INSERT INTO partner VALUES (?1, ?2, ?3)")?;
    for (at, one) in rows.partners.iter().enumerate() {
        partner.execute(params![at, one.uuid.as_bytes(), one.name])?;
    }
    for (at, task) in rows.tasks.iter().enumerate() {
        insert(base, at as u32, task)?;
    }
    Ok(())
}

fn insert(base: &Connection, at: u32, task: &Task) -> rusqlite::Result<()> {
    base.prepare_cached("INSERT INTO action VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
        at,
        task.uuid.as_bytes(),
        task.plan,
        task.year,
        task.status,
        task.approach,
        task.title
    ])?;
    for goal in &task.serves {
        base.prepare_cached("INSERT INTO serves VALUES (?1, ?2)")?.execute(params![at, goal])?;
    }
    for (partner, role) in &task.roles {
        base.prepare_cached("INSERT INTO role VALUES (?1, ?2, ?3)")?.execute(params![at, partner, role])?;
    }
    for area in &task.areas {
        base.prepare_cached("INSERT INTO place VALUES (?1, ?2)")?.execute(params![at, area])?;
    }
    Ok(())
}

/// A table made for the match over everything, and for nothing else.
pub struct Covering(Connection);

impl Covering {
    pub fn load(rows: &Rows) -> rusqlite::Result<Self> {
        let base = Connection::open_in_memory()?;
        base.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA cache_size = -4000000; BEGIN;
             CREATE TABLE facet (item INTEGER, lead INTEGER, year INTEGER, approach INTEGER, status INTEGER,
                action INTEGER, PRIMARY KEY (item, lead, year, approach, status, action)) WITHOUT ROWID;",
        )?;
        for (at, task) in rows.tasks.iter().enumerate() {
            let goals = task.serves.iter().flat_map(|goal| rows.above(*goal));
            let items = goals.flat_map(|goal| &rows.goals[goal as usize].answers);
            for item in items {
                for (lead, _) in task.roles.iter().filter(|(_, role)| *role == LEAD) {
                    base.prepare_cached("INSERT OR IGNORE INTO facet VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                        .execute(params![item, lead, task.year, task.approach, task.status, at])?;
                }
            }
        }
        base.execute_batch("COMMIT; ANALYZE;")?;
        Ok(Self(base))
    }
}

impl Engine for Covering {
    fn name(&self) -> &'static str {
        "sqlite-covering"
    }

    fn answer(&mut self, ask: &Ask) -> Option<Answer> {
        let Ask::Match(Facets { item, lead, year, statuses: [one, other], approach }, None) = ask else {
            return None;
        };
        let sql = "SELECT action FROM facet WHERE item = ?1 AND lead = ?2 AND year = ?3 AND approach = ?4
            AND status IN (?5, ?6)";
        let params = params![item, lead, year, approach, one, other];
        let mut statement = self.0.prepare_cached(sql).ok()?;
        let ids = statement.query_map(params, |row| row.get(0)).ok()?;
        Some(Answer::Ids(ids.collect::<rusqlite::Result<_>>().ok()?))
    }

    fn bytes(&self) -> Option<u64> {
        bytes_of(&self.0)
    }
}
