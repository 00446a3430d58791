//! Looks at what a crash left.

use std::collections::{BTreeMap, HashSet};

use store::{Clock, Cx, Error, Store, Synchronous, values};

use crate::{
    Done,
    notes::{self, Change},
    write::say,
};

store::statements! {
    CHANGES = "SELECT id, note, revision, lines FROM note_changes WHERE partnership = $1";
    NOTES = "SELECT n.id, n.revision, COUNT(l.line) AS lines FROM notes n
        LEFT JOIN note_lines l ON l.partnership = n.partnership AND l.note = n.id
        WHERE n.partnership = $1 GROUP BY n.id, n.revision";
    STRAY_LINES = "SELECT note FROM note_lines l WHERE partnership = $1 AND NOT EXISTS (
        SELECT 1 FROM notes n WHERE n.partnership = l.partnership AND n.id = l.note)";
    EVENTS = "SELECT kind, body FROM events WHERE partnership = $1 AND kind <> 'notes.founded'";
    PARTIES = "SELECT e.seq FROM events e LEFT JOIN event_parties p
        ON p.partnership = e.partnership AND p.seq = e.seq
        WHERE e.partnership = $1 AND (e.kind = 'note.changed') <> (p.seq IS NOT NULL)";
    JOBS = "SELECT body FROM jobs WHERE partnership = $1";
}

/// Says `ready` when the data answers and takes changes again, then counts what is wrong.
pub(crate) async fn run(place: &str, acknowledged: &str) -> Done<()> {
    let acknowledged = std::fs::read_to_string(acknowledged)?;
    let acknowledged: HashSet<&str> = acknowledged.lines().collect();
    let store = crate::open(place, 0, Synchronous::Full, Clock::System).await?;
    for slug in notes::SLUGS {
        let cx = notes::cx(&store, 0, slug);
        cx.read(notes::READ).await?.place()?;
        // Another seed would do as well: a change's identifier begins with the time.
        notes::change(&cx, Change::Write, 1).await?;
    }
    say("ready\n")?;
    let mut found = Found::default();
    for slug in notes::SLUGS {
        found.look(&notes::cx(&store, 0, slug)).await?;
    }
    let lost: Vec<&&str> =
        acknowledged.iter().filter(|change| !found.changes.contains(**change)).collect();
    for change in lost.iter().take(3) {
        crate::complain(&format!("{change} was acknowledged and is lost"));
    }
    let unsound = unsound(&store).await?;
    say(&format!(
        "acknowledged={} changes={} lost={} half={} unsound={unsound}\n",
        acknowledged.len(),
        found.changes.len(),
        lost.len(),
        found.half
    ))?;
    Ok(())
}

async fn unsound(store: &Store) -> Result<usize, Error> {
    let problems = store.integrity().await?;
    for problem in &problems {
        crate::complain(problem);
    }
    Ok(problems.len())
}

#[derive(Default)]
struct Found {
    changes: HashSet<String>,
    /// Changes without all that belongs to them, or the other way round.
    half: usize,
}

impl Found {
    async fn look(&mut self, cx: &Cx) -> Result<(), Error> {
        let tx = cx.read(notes::READ).await?;
        let mut latest: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        let mut expected: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for row in tx.query(&CHANGES, values![]).await? {
            let (note, id): (String, String) = (row.get("note")?, row.get("id")?);
            let now: (i64, i64) = (row.get("revision")?, row.get("lines")?);
            let before = latest.entry(note).or_insert(now);
            *before = (*before).max(now);
            self.changes.insert(id.clone());
            expected.insert(id, vec!["job", "note.changed", "note.counted"]);
        }
        for row in tx.query(&EVENTS, values![]).await? {
            let kind: String = row.get("kind")?;
            self.expect(&mut expected, &kind, &row.get::<String>("body")?)?;
        }
        for row in tx.query(&JOBS, values![]).await? {
            self.expect(&mut expected, "job", &row.get::<String>("body")?)?;
        }
        for (change, rest) in expected.iter().filter(|(_, rest)| !rest.is_empty()) {
            self.complain(&format!("{change} lacks {}", rest.join(" and ")));
        }
        for row in tx.query(&NOTES, values![]).await? {
            let note: String = row.get("id")?;
            let now: (i64, i64) = (row.get("revision")?, row.get("lines")?);
            if latest.remove(&note) != Some(now) {
                self.complain(&format!("{note} is not as its last change left it"));
            }
        }
        latest.retain(|_, (_, lines)| *lines != notes::GONE);
        for note in latest.keys() {
            self.complain(&format!("{note} is gone though nobody removed it"));
        }
        for statement in [&STRAY_LINES, &PARTIES] {
            for _ in tx.query(statement, values![]).await? {
                self.complain("a line or a party without its owner");
            }
        }
        Ok(())
    }

    /// Crosses off one thing that a change must have left.
    fn expect(
        &mut self,
        expected: &mut BTreeMap<String, Vec<&str>>,
        what: &str,
        body: &str,
    ) -> Result<(), Error> {
        let body: serde_json::Value = serde_json::from_str(body)?;
        let change = body.get("change").and_then(|change| change.as_str()).unwrap_or_default();
        let rest = expected.get_mut(change);
        match rest.and_then(|rest| {
            rest.iter().position(|one| *one == what).map(|at| rest.swap_remove(at))
        }) {
            Some(_) => {}
            None => self.complain(&format!("{what} speaks of {change}, which is not there")),
        }
        Ok(())
    }

    fn complain(&mut self, what: &str) {
        self.half += 1;
        if self.half <= 5 {
            crate::complain(what);
        }
    }
}
