//! What the roadmap of 500 items and the proposals for an agenda beside 10,000 commitments cost the
//! server, on both databases. `cargo xtask bench roadmap`
#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::{
    error::Error,
    io::Write as _,
    time::{Duration, Instant as Moment},
};

use partnership::testing::County;
use store::testing::{Db, Kind};
use web::{PanelPlace, testing::TestApp};

const ITEMS: u32 = 500;
const COMMITMENTS: u32 = 10_000;
const ROUNDS: usize = 60;
/// What the project promises for each.
const LIMIT: Duration = Duration::from_millis(50);

const CONTEXTS: &[web::Context] =
    &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT, plan::CONTEXT];

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let server = std::env::var_os("CONCORD_TEST_POSTGRES").is_some();
    let kinds = if server { vec![Kind::Sqlite, Kind::Postgres] } else { vec![Kind::Sqlite] };
    let mut held = true;
    for kind in kinds {
        held &= store::testing::block_on(measured(kind))?;
    }
    if held { Ok(()) } else { Err("slower than promised".into()) }
}

async fn measured(kind: Kind) -> Done<bool> {
    let app = TestApp::start(Db::new(kind), CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    fill(&app, &county, kind).await?;
    let mut held = true;
    for path in
        ["/p/riverbend/roadmap", "/p/riverbend/roadmap?detail=milestones", "/p/riverbend/goals"]
    {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let start = Moment::now();
            let page = app.get(&county.alicia, path).await.expect(200);
            times.push(start.elapsed());
            if page.text().len() < 20_000 {
                return Err("the page shows too little".into());
            }
        }
        held &= told(kind, path, times)?;
    }
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = Moment::now();
        let cx = app.cx(&county.alicia, &county.p);
        let panels = web::panel_items(&cx, PanelPlace::Agenda);
        let panels = panels.await.map_err(|_failure| "the agenda cannot be read")?;
        times.push(start.elapsed());
        if panels.iter().all(|(_, items)| items.is_empty()) {
            return Err("nothing is proposed".into());
        }
    }
    held &= told(kind, "proposals for an agenda", times)?;
    app.close().await;
    Ok(held)
}

/// Prints the middle and the slowest but few; whether the middle is fast enough.
fn told(kind: Kind, what: &str, mut times: Vec<Duration>) -> Done<bool> {
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    let holds = at(50) < LIMIT;
    let verdict = if holds { "PASS" } else { "FAIL" };
    let (middle, slow) = (at(50), at(95));
    writeln!(
        std::io::stdout(),
        "{kind:?} {what:<34} p50 {middle:>9.1?} p95 {slow:>9.1?} (at most {LIMIT:?}): {verdict}"
    )?;
    Ok(holds)
}

/// How a database writes what the rows are made of.
struct Dialect(Kind);

impl Dialect {
    /// The numbers from 1 on, as `s(n)`.
    fn series(&self, last: u32) -> String {
        match self.0 {
            Kind::Sqlite => format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {last})"
            ),
            Kind::Postgres => format!("WITH s(n) AS (SELECT generate_series(1, {last}))"),
        }
    }

    /// A number as the last part of an identifier.
    fn number(&self, text: &str) -> String {
        match self.0 {
            Kind::Sqlite => format!("printf('%026d', {text})"),
            Kind::Postgres => format!("lpad(CAST({text} AS TEXT), 26, '0')"),
        }
    }

    /// So many days into the year.
    fn day(&self, days: &str) -> String {
        match self.0 {
            Kind::Sqlite => format!("date('2026-01-01', '+' || ({days}) || ' days')"),
            Kind::Postgres => format!("CAST(DATE '2026-01-01' + ({days}) AS TEXT)"),
        }
    }
}

/// 20 goals, 480 strategies and milestones in chains of 24, and the commitments that carry them.
async fn fill(app: &TestApp, county: &County, kind: Kind) -> Done<()> {
    let dialect = Dialect(kind);
    fill_items(app, county, &dialect).await?;
    fill_commitments(app, county, &dialect).await?;
    app.store.batch("ANALYZE").await?;
    Ok(())
}

async fn fill_items(app: &TestApp, county: &County, dialect: &Dialect) -> Done<()> {
    let (p, housing, health) = (county.p.id, county.housing, county.health);
    let (items, n) = (dialect.series(ITEMS), dialect.number("n"));
    let starts = dialect.day("n / 25 * 7 + n % 25 * 14");
    let due = dialect.day("n / 25 * 7 + n % 25 * 14 + 20");
    app.store
        .batch(&format!(
            "INSERT INTO plan_items (partnership, id, layer, title, owner, starts, due, first_starts,
             first_due, place, state, since, revision)
             {items} SELECT '{p}', 'pli_' || {n},
             CASE WHEN n % 25 = 0 THEN 'goal' WHEN n % 3 = 0 THEN 'milestone' ELSE 'strategy' END,
             'Landlords take the first call ' || n,
             CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END, {starts}, {due}, {starts},
             {due}, n, CASE WHEN n % 7 = 3 THEN 'reached' ELSE 'open' END, '2026-01-01', 1 FROM s"
        ))
        .await?;
    let goal = dialect.number("n / 25 * 25 + 25");
    app.store
        .batch(&format!(
            "INSERT INTO plan_links (partnership, lower, upper)
             {items} SELECT '{p}', 'pli_' || {n}, 'pli_' || {goal} FROM s WHERE n % 25 > 0"
        ))
        .await?;
    let before = dialect.number("n - 1");
    app.store
        .batch(&format!(
            "INSERT INTO plan_dependencies (partnership, before_item, after_item, lag_days)
             {items} SELECT '{p}', 'pli_' || {before}, 'pli_' || {n}, 2 FROM s WHERE n % 25 > 1"
        ))
        .await?;
    Ok(())
}

async fn fill_commitments(app: &TestApp, county: &County, dialect: &Dialect) -> Done<()> {
    let (p, housing, health, outreach) =
        (county.p.id, county.housing, county.health, county.outreach);
    let (many, due) = (dialect.series(COMMITMENTS), dialect.day("n % 365"));
    let (n, item) = (dialect.number("n"), dialect.number("1 + n % 500"));
    app.store
        .batch(&format!(
            "INSERT INTO commitments (partnership, id, promiser, receiver, origin, created_at,
             title, due, deadline, state, shelf, day, turn_of, in_charge, moves, nudged_through,
             revision)
             {many} SELECT '{p}', 'cmt_' || {n},
             CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END, '{outreach}', 'own_offer', 0,
             'Promise ' || n, {due}, {due},
             CASE WHEN n % 10 = 1 THEN 'proposed' WHEN n % 3 = 0 THEN 'kept' ELSE 'open' END,
             CASE WHEN n % 10 = 1 THEN 'offered' WHEN n % 3 = 0 THEN 'kept' ELSE 'active' END,
             {due}, CASE WHEN n % 10 = 1 THEN '{outreach}' END, '{}', 0, '2025-01-01', 1 FROM s",
            county.alicia.id
        ))
        .await?;
    app.store
        .batch(&format!(
            "INSERT INTO plan_commitments (partnership, item, commitment)
             {many} SELECT '{p}', 'pli_' || {item}, 'cmt_' || {n} FROM s"
        ))
        .await?;
    Ok(())
}
