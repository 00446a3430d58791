//! What is changed: notes with lines. Each change leaves a row of its own in the same transaction,
//! so that a change without its events, or events without their change, would show.

use base::{
    Actor, Id as _, OrganizationId, PartnershipId, PersonId, Private, Role, SignedIn, Value, Zone,
};
use store::{
    Access, Cx, Error, Event, Job, Migration, Permission, Store, Subject, WriteTx, Written, values,
};

base::id! {
    /// A note.
    pub NoteId = "note";
}
base::id! {
    /// A change of a note.
    pub ChangeId = "chg";
}

pub(crate) const TABLES: Migration = Migration {
    name: "99991231_2359_crash",
    sql:
        "CREATE TABLE notes (partnership TEXT NOT NULL, id TEXT NOT NULL, revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id));
CREATE TABLE note_lines (partnership TEXT NOT NULL, note TEXT NOT NULL, line BIGINT NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (partnership, note, line));
CREATE TABLE note_changes (partnership TEXT NOT NULL, id TEXT NOT NULL, note TEXT NOT NULL,
    revision BIGINT NOT NULL, lines BIGINT NOT NULL, PRIMARY KEY (partnership, id));\n",
};

pub(crate) const READ: Permission =
    Permission::partnership("notes.read", Access::Read, &[Role::Member]);
const WRITE: Permission = Permission::partnership("notes.write", Access::Write, &[Role::Member]);
const FOUND: Permission = Permission::installation("notes.found", Access::Write);

store::statements! {
    ADD = "INSERT INTO notes (partnership, id, revision) VALUES ($1, $2, 1)";
    REVISE = "UPDATE notes SET revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    REMOVE = "DELETE FROM notes WHERE partnership = $1 AND id = $2 AND revision = $3";
    ADD_LINE = "INSERT INTO note_lines (partnership, note, line, text) VALUES ($1, $2, $3, $4)";
    REMOVE_LINES = "DELETE FROM note_lines WHERE partnership = $1 AND note = $2";
    CHANGE = "INSERT INTO note_changes (partnership, id, note, revision, lines)
        VALUES ($1, $2, $3, $4, $5)";
}

/// Two partnerships, so that their records grow side by side.
pub(crate) const SLUGS: [&str; 2] = ["north", "south"];
pub(crate) const WRITERS: u128 = 8;
/// The number of lines of a note that was removed.
pub(crate) const GONE: i64 = -1;

/// The same in every run: those of the run before must be found again.
fn organization() -> OrganizationId {
    OrganizationId::from_bits(1)
}

/// Makes the partnerships and lets the writers in, unless an earlier run did.
pub(crate) async fn found(store: &Store) -> Result<(), Error> {
    let now = store.clock().now();
    let zone = Zone::named("America/Chicago").ok_or_else(|| Error::fault("no zone"))?;
    for (number, slug) in (1..).zip(SLUGS) {
        let cx = Cx::new(store.clone(), Actor::System("crash"), now);
        let mut tx = cx.write(FOUND).await?;
        match tx.found(PartnershipId::from_bits(number), slug, slug, &zone).await {
            Err(Error::Duplicate { .. }) => continue,
            founded => founded?,
        }
        for writer in 0..WRITERS {
            tx.grant(PersonId::from_bits(writer), organization(), Role::Member).await?;
        }
        tx.commit(&Founded { slug }).await?;
    }
    Ok(())
}

/// The context of one request of a writer.
pub(crate) fn cx(store: &Store, writer: u128, slug: &str) -> Cx {
    let now = store.clock().now();
    let actor = Actor::Person(SignedIn {
        person: PersonId::from_bits(writer),
        name: Private::new("Writer".to_owned()),
        language: None,
        session: None,
        authenticated_at: now,
        strong: false,
        scopes: None,
        partnership: None,
    });
    Cx::new(store.clone(), actor, now).in_partnership(slug)
}

/// A note as its writer knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Note {
    pub(crate) id: NoteId,
    pub(crate) revision: i64,
}

/// What may happen to a note.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    Write,
    Revise(Note),
    Remove(Note),
    /// Everything but the commit.
    Abandon(Note),
}

/// Carries out a change; the note as it is then, if it is, and the change's own identifier.
pub(crate) async fn change(
    cx: &Cx,
    change: Change,
    lines: i64,
) -> Result<(ChangeId, Option<Note>), Error> {
    let id: ChangeId = cx.new_id();
    let mut tx = cx.write(WRITE).await?;
    let (note, lines) = match change {
        Change::Write => {
            let note = Note { id: cx.new_id(), revision: 1 };
            tx.execute(&ADD, values![note.id]).await?;
            (note, lines)
        }
        Change::Revise(note) | Change::Abandon(note) => {
            tx.execute_fresh(&REVISE, values![note.id, note.revision]).await?;
            (Note { revision: note.revision + 1, ..note }, lines)
        }
        Change::Remove(note) => {
            tx.execute_fresh(&REMOVE, values![note.id, note.revision]).await?;
            (Note { revision: note.revision + 1, ..note }, GONE)
        }
    };
    tx.execute(&REMOVE_LINES, values![note.id]).await?;
    tx.execute_many(&ADD_LINE, texts(note.id, lines)).await?;
    tx.execute(&CHANGE, values![id, note.id, note.revision, lines]).await?;
    if matches!(change, Change::Abandon(_)) {
        drop(tx);
        return Ok((id, None));
    }
    tell(&mut tx, id).await?;
    // Two events, so that one could be missing.
    let events = vec![
        Written::new(&Changed { change: id, note: note.id })?,
        Written::new(&Counted { change: id, lines })?,
    ];
    tx.commit_all(events).await?;
    let kept = !matches!(change, Change::Remove(_));
    Ok((id, kept.then_some(note)))
}

async fn tell(tx: &mut WriteTx, change: ChangeId) -> Result<(), Error> {
    tx.enqueue(&Tell { change: change.to_string() }).await.map(drop)
}

fn texts(note: NoteId, lines: i64) -> Vec<Vec<Value>> {
    let text = "Bring the list of open beds to the call on Tuesday.";
    (0..lines).map(|line| values![note, line, text]).collect()
}

#[derive(serde::Serialize)]
struct Founded {
    slug: &'static str,
}

impl Event for Founded {
    const KIND: &'static str = "notes.founded";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.slug)
    }
}

#[derive(serde::Serialize)]
struct Changed {
    change: ChangeId,
    note: NoteId,
}

impl Event for Changed {
    const KIND: &'static str = "note.changed";

    fn subject(&self) -> Subject {
        Subject::new("note", self.note)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![organization()]
    }
}

#[derive(serde::Serialize)]
struct Counted {
    change: ChangeId,
    lines: i64,
}

impl Event for Counted {
    const KIND: &'static str = "note.counted";

    fn subject(&self) -> Subject {
        Subject::new("change", self.change)
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Tell {
    change: String,
}

impl Job for Tell {
    const KIND: &'static str = "notes.tell";
}
