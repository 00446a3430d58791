//! Marks in every free text: whose it is and which field, so that one found where it may not be
//! says what leaked.

use std::collections::{BTreeMap, BTreeSet};

use base::{PartnershipId, PersonId, Role, Value};
use store::Row;

use crate::world::{Viewer, World};

/// Whom a mark may reach.
#[derive(Debug, Clone)]
enum Owner {
    Partnership(PartnershipId),
    /// Everybody, with or without an account.
    Anybody,
    /// Everybody in these partnerships.
    Shared(BTreeSet<PartnershipId>),
    Person(PersonId),
    /// Who works for one of these organizations in the partnership.
    Staff(PartnershipId, BTreeSet<String>),
}

/// Every mark that was made.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    owners: BTreeMap<String, (Owner, &'static [Role])>,
    fields: BTreeSet<String>,
}

/// Fields that not everybody in a partnership reads: who does.
const NARROW: &[(&str, &[Role])] = &[("invitations", &[Role::Coordinator, Role::Lead])];
/// What a partnership publishes for everybody, in tables of their own.
const PUBLIC: &[&str] = &["public_documents"];
/// What is about clients reaches only those who work for the organizations in these columns.
const STAFF: &[(&str, &[&str])] = &[
    ("client_references", &["holder"]),
    ("client_records", &["holder"]),
    ("consents", &["holder"]),
    ("data_requests", &["holder", "organization"]),
    ("receipts", &["holder", "organization"]),
    ("duties", &["organization"]),
];
/// Fields of a person that only they read.
const OWN: &[&str] = &[
    "accounts.email",
    "sessions",
    "passkeys",
    "tokens",
    "passwords",
    "links",
    "sign_in_failures",
    "ceremonies",
];

impl Marks {
    /// Marks every free text in the database.
    pub(crate) async fn put(world: &World) -> Self {
        let mut marks = Self::default();
        let members =
            shared(world, "SELECT organization AS id, partnership FROM memberships").await;
        let tables = if world.is_postgres() { POSTGRES } else { SQLITE };
        for row in world.store.ask(tables, vec![]).await.unwrap() {
            let table: String = row.get("name").unwrap();
            let columns: String = row.get("columns").unwrap();
            if SKIPPED.contains(&table.as_str()) {
                continue;
            }
            let columns: Vec<&str> = columns.split(',').collect();
            marks.table(world, &table, &columns, &members).await;
        }
        marks
    }

    /// How many fields were marked.
    pub(crate) fn fields(&self) -> usize {
        self.fields.len()
    }

    async fn table(
        &mut self,
        world: &World,
        table: &str,
        columns: &[&str],
        members: &BTreeMap<String, BTreeSet<PartnershipId>>,
    ) {
        let rows = world.store.ask(&format!("SELECT * FROM {table}"), vec![]).await.unwrap();
        for column in columns {
            if !rows.iter().any(|row| is_free(&text(row, column))) {
                continue;
            }
            self.fields.insert(format!("{table}.{column}"));
            for row in &rows {
                let before = text(row, column);
                if !is_free(&before) {
                    continue;
                }
                let Some((name, owner)) = owner(world, table, column, row, members) else {
                    continue;
                };
                let mark = format!("zq-{name}-{table}-{column}-qz").replace(['_', '.'], "-");
                let roles = NARROW.iter().find(|(narrow, _)| *narrow == table);
                let roles = roles.map_or(Role::ALL, |(_, roles)| *roles);
                self.owners.insert(mark.clone(), (owner, roles));
                let after = marked(&before, &mark);
                let key = format!("UPDATE {table} SET {column} = $1 WHERE {column} = $2");
                let keyed = columns.contains(&"partnership");
                let (sql, values) = if keyed && columns.contains(&"holder") {
                    // A copy says what its origin says, and reaches others.
                    let partnership = Value::Text(text(row, "partnership"));
                    let holder = Value::Text(text(row, "holder"));
                    let values = vec![Value::Text(after), Value::Text(before), partnership, holder];
                    (format!("{key} AND partnership = $3 AND holder = $4"), values)
                } else if keyed {
                    let partnership = Value::Text(text(row, "partnership"));
                    let values = vec![Value::Text(after), Value::Text(before), partnership];
                    (format!("{key} AND partnership = $3"), values)
                } else {
                    (key, vec![Value::Text(after), Value::Text(before)])
                };
                // A text that stands twice was marked with the first.
                drop(world.store.ask(&sql, values).await);
            }
        }
    }

    /// The marks in a text that the viewer may not see.
    pub(crate) fn leaks(&self, viewer: &Viewer, text: &str) -> Vec<String> {
        let mut leaks = BTreeSet::new();
        let sign =
            |sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
        for part in text.split("zq-").skip(1) {
            let end = part.find(sign).unwrap_or(part.len());
            let mark = format!("zq-{}", part.get(..end).unwrap_or_default());
            // A label of a picture may be cut off: then it is one of those that begin so.
            let mut whole = self.owners.keys().filter(|known| known.starts_with(&mark)).peekable();
            let known = whole.peek().is_some();
            if !known || !whole.any(|whole| self.allows(viewer, whole)) {
                leaks.insert(mark);
            }
        }
        leaks.into_iter().collect()
    }

    fn allows(&self, viewer: &Viewer, mark: &str) -> bool {
        let Some((owner, roles)) = self.owners.get(mark) else { return false };
        match owner {
            Owner::Anybody => true,
            Owner::Partnership(id) => viewer
                .roles
                .get(id)
                .is_some_and(|held| held.iter().any(|role| roles.contains(role))),
            Owner::Shared(partnerships) => {
                viewer.roles.keys().any(|partnership| partnerships.contains(partnership))
            }
            Owner::Person(person) => viewer.person == Some(*person),
            Owner::Staff(id, organizations) => {
                viewer.works.iter().any(|(at, of)| at == id && organizations.contains(of))
            }
        }
    }
}

/// What is written by machines: names of jobs, migrations, kept answers.
const SKIPPED: &[&str] = &[
    "schema_migrations",
    "schedules",
    "jobs",
    "repeats",
    "heads",
    "logs",
    "log_batches",
    "log_checkpoints",
    "log_records",
    "cosignatures",
    "splits",
    "signed_exports",
];

/// Words people wrote: with a blank, or an address of mail. JSON bodies hold such words inside.
fn is_free(text: &str) -> bool {
    text.contains(' ') || (text.contains('@') && text.contains('.'))
}

fn marked(text: &str, mark: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(mut json) if json.is_object() => {
            mark_json(&mut json, mark);
            json.to_string()
        }
        Ok(_) | Err(_) if text.contains('@') && !text.contains(' ') => format!("{mark}.{text}"),
        Ok(_) | Err(_) => format!("{text} {mark}"),
    }
}

fn mark_json(value: &mut serde_json::Value, mark: &str) {
    match value {
        serde_json::Value::String(text) if is_free(text) => *text = format!("{text} {mark}"),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| mark_json(item, mark)),
        serde_json::Value::Object(members) => {
            members.values_mut().for_each(|member| mark_json(member, mark));
        }
        serde_json::Value::String(_)
        | serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_) => {}
    }
}

fn text(row: &Row, column: &str) -> String {
    row.get::<Option<String>>(column).ok().flatten().unwrap_or_default()
}

/// Whose row it is, and a name for it.
fn owner(
    world: &World,
    table: &str,
    column: &str,
    row: &Row,
    members: &BTreeMap<String, BTreeSet<PartnershipId>>,
) -> Option<(String, Owner)> {
    let partnership = text(row, "partnership");
    if let Ok(id) = partnership.parse::<PartnershipId>() {
        let at = world.partnerships.iter().position(|one| one.id == id)?;
        if let Some((_, keys)) = STAFF.iter().find(|(narrow, _)| *narrow == table) {
            let of: BTreeSet<String> = keys.iter().map(|key| text(row, key)).collect();
            let names: Vec<&str> = of.iter().map(String::as_str).collect();
            return Some((format!("p{at}-{}", names.join("-")), Owner::Staff(id, of)));
        }
        let public = PUBLIC.contains(&table);
        let owner = if public { Owner::Anybody } else { Owner::Partnership(id) };
        return Some((format!("p{at}"), owner));
    }
    if table == "partnerships" {
        let id = text(row, "id").parse().ok()?;
        let at = world.partnerships.iter().position(|one| one.id == id)?;
        return Some((format!("p{at}"), Owner::Partnership(id)));
    }
    let keys = ["person", "organization", "id"].map(|key| text(row, key));
    let person = keys.iter().find_map(|key| key.parse::<PersonId>().ok());
    if let Some(person) = person {
        let field = format!("{table}.{column}");
        if OWN.iter().any(|own| *own == table || *own == field) {
            return Some((person.to_string(), Owner::Person(person)));
        }
        let places = world.people.get(&person).map(|roles| roles.keys().copied().collect());
        return Some((person.to_string(), Owner::Shared(places.unwrap_or_default())));
    }
    let organization = keys.iter().find(|key| key.starts_with("org_"))?;
    let places = members.get(organization).cloned().unwrap_or_default();
    Some((organization.clone(), Owner::Shared(places)))
}

async fn shared(world: &World, sql: &str) -> BTreeMap<String, BTreeSet<PartnershipId>> {
    let mut all: BTreeMap<String, BTreeSet<PartnershipId>> = BTreeMap::new();
    for row in world.store.ask(sql, vec![]).await.unwrap() {
        all.entry(text(&row, "id")).or_default().insert(row.get("partnership").unwrap());
    }
    all
}

const SQLITE: &str = "SELECT m.name AS name, group_concat(c.name, ',') AS columns
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' GROUP BY m.name ORDER BY 1";
const POSTGRES: &str =
    "SELECT CAST(table_name AS TEXT) AS name, string_agg(CAST(column_name AS TEXT), ',') AS columns
    FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY 1 ORDER BY 1";
