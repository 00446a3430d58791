//! A context as small as they come, whose things can be found: by members, or by some of them only.

use base::{OrganizationId, PersonId, Role, Value};
use store::{Access, Event, Permission, Subject, values};
use web::{Context, Document, Failure, Find, Readers, testing::TestApp};

const READ: Permission = Permission::partnership("things.read", Access::Read, &[Role::Member]);

mod table {
    store::statements! {
        SOME = "SELECT id, title, text, organization, person FROM things
            WHERE partnership = $1 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
            $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47,
            $48, $49, $50, $51) ORDER BY id";
        AFTER = "SELECT id FROM things WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT 500";
    }
}

pub(crate) const CONTEXT: Context = Context {
    name: "things",
    migrations: &[web::Migration {
        name: "20261129_0000_things",
        sql: "CREATE TABLE things (
            partnership TEXT NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            organization TEXT,
            person TEXT,
            PRIMARY KEY (partnership, id)
        );\n",
    }],
    statements: &[table::ALL],
    catalogs: ["find-thing = Thing\n", "find-thing = Cosa\n"],
    finds: &[&THINGS],
    subjects: &[("thing", "/p/{partnership}/things/{id}")],
    ..Context::NOTHING
};

static THINGS: Find = Find {
    kind: "thing",
    permission: READ,
    load: |cx, ids| {
        Box::pin(async move {
            let tx = cx.read(READ).await?;
            let mut values: Vec<Value> = ids.into_iter().map(Value::Text).collect();
            values.resize(50, Value::Text(String::new()));
            let place = tx.place()?;
            let rows = tx.query(&table::SOME, values).await?;
            let mut found = Vec::new();
            for row in rows {
                let only: (Option<OrganizationId>, Option<PersonId>) =
                    (row.get("organization")?, row.get("person")?);
                let readers = match only {
                    (None, None) => Readers::Permitted,
                    (of, who) => Readers::Only(of.into_iter().collect(), who.into_iter().collect()),
                };
                // The second look decides as the first did.
                let me = cx.actor().person().map(|person| person.person);
                let mine = match only {
                    (None, None) => true,
                    (of, who) => {
                        of.is_some_and(|of| place.standing.organizations().contains(&of))
                            || (who.is_some() && who == me)
                    }
                };
                if mine || place.standing.system {
                    found.push(Document {
                        id: row.get("id")?,
                        title: row.get("title")?,
                        texts: vec![row.get("text")?],
                        organizations: only.0.into_iter().collect(),
                        readers,
                        ..Document::default()
                    });
                }
            }
            Ok::<_, Failure>(found)
        })
    },
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(READ).await?;
            let rows = tx.query(&table::AFTER, values![last]).await?;
            rows.iter().map(|row| Ok(row.get("id")?)).collect()
        })
    },
};

/// A thing; where an organization or a person is named only they find it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Thing<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) person: Option<PersonId>,
}

#[derive(serde::Serialize)]
struct Touched(String);

impl Event for Touched {
    const KIND: &'static str = "thing.touched";

    fn subject(&self) -> Subject {
        Subject::new("thing", &self.0)
    }
}

const TOUCH: Permission = Permission::installation("test.touch", Access::Write);

/// Writes a thing, with its event.
pub(crate) async fn put(app: &TestApp, at: &web::testing::TestPartnership, thing: Thing<'_>) {
    let text =
        |value: Option<String>| value.map_or("NULL".to_owned(), |value| format!("'{value}'"));
    let row = format!(
        "INSERT INTO things (partnership, id, title, text, organization, person)
         VALUES ('{}', '{}', '{}', '{}', {}, {})
         ON CONFLICT (partnership, id) DO UPDATE SET title = excluded.title, text = excluded.text",
        at.id,
        thing.id,
        thing.title,
        thing.text,
        text(thing.organization.map(|id| id.to_string())),
        text(thing.person.map(|id| id.to_string())),
    );
    app.store.batch(&row).await.unwrap();
    touch(app, at, thing.id).await;
}

/// Takes a thing away, with its event.
pub(crate) async fn take(app: &TestApp, at: &web::testing::TestPartnership, id: &str) {
    let row = format!("DELETE FROM things WHERE partnership = '{}' AND id = '{id}'", at.id);
    app.store.batch(&row).await.unwrap();
    touch(app, at, id).await;
}

async fn touch(app: &TestApp, at: &web::testing::TestPartnership, id: &str) {
    let mut tx = app.system().write(TOUCH).await.unwrap();
    tx.enter(at.id).await.unwrap();
    tx.commit(&Touched(id.to_owned())).await.unwrap();
}
