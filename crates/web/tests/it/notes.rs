//! A context as small as they come: notes that a member writes and a guest reads.

use base::{Role, Title};
use serde::{Deserialize, Serialize};
use store::{Access, Cx, Event, Permission, Subject, values};
use web::{Context, Failure, Input, Request, Response, Routes, Visit};

const READ: Permission =
    Permission::partnership("notes.read", Access::Read, &[Role::Member, Role::Guest]);
const WRITE: Permission = Permission::partnership("notes.write", Access::Write, &[Role::Member]);

const BELL: Permission = Permission::own("bells.count", Access::Read);

mod store_rs {
    store::statements! {
        COUNT = "SELECT COUNT(*) AS n FROM events WHERE partnership = $1 AND kind = 'note.written'";
        WAITING = "SELECT COUNT(*) AS n FROM grants WHERE person = $1";
    }
}

pub(crate) const CONTEXT: Context = Context {
    name: "notes",
    statements: &[store_rs::ALL],
    routes,
    jobs: |_jobs| {},
    catalogs: ["notes-written-notice = Written\n", "notes-written-notice = Escrito\n"],
    bell: Some(|cx| Box::pin(waiting(cx))),
    ..Context::NOTHING
};

fn routes(r: &mut Routes) {
    r.form("/p/{partnership}/notes", &[WRITE], write);
    r.post("/p/{partnership}/notes", &[WRITE], write_json).takes::<NoteBody>();
    r.get("/p/{partnership}/notes", &[READ], count).gives::<NoteCount>(200, "Counts notes");
    r.page("/p/{partnership}/notes/mine", &[READ], mine).together();
    r.post("/p/{partnership}/panics", &[READ], panics);
}

/// As many notices as somebody has roles.
async fn waiting(cx: Cx) -> Result<i64, Failure> {
    let tx = cx.glance(BELL).await?;
    Ok(tx.one(&store_rs::WAITING, values![]).await?.get("n")?)
}

/// What the reader is here, and what the bell on the page says.
async fn mine(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let place = cx.read(READ).await?.place()?;
    let roles: Vec<Role> = place.standing.grants.iter().map(|(_, role)| *role).collect();
    let bell = cx.extension::<Visit>().and_then(|visit| visit.bell);
    web::json(&serde_json::json!({ "roles": roles, "bell": bell }))
}

#[derive(Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NoteBody {
    title: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct NoteCount {
    count: i64,
}

#[derive(Serialize)]
struct Written {
    title: Title,
}

impl Event for Written {
    const KIND: &'static str = "note.written";

    fn subject(&self) -> Subject {
        Subject::new("note", "1")
    }
}

async fn note(cx: &Cx, mut input: Input) -> Result<Title, Failure> {
    let title = input.required("title");
    let Some(title) = title else { return Err(input.invalid().into()) };
    let tx = cx.write(WRITE).await?;
    let written = Written { title };
    tx.commit(&written).await?;
    Ok(written.title)
}

async fn write(cx: Cx, request: Request) -> Result<Response, Failure> {
    note(&cx, request.input()?).await?;
    Ok(web::redirect(&cx, "/p/riverbend/notes#last").notice("notes-written-notice"))
}

async fn write_json(cx: Cx, request: Request) -> Result<Response, Failure> {
    let title = note(&cx, request.json::<NoteBody>()?).await?;
    web::created("/p/riverbend/notes/1", &NoteBody { title: title.to_string() })
}

async fn count(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let tx = cx.read(READ).await?;
    let count: i64 = tx.one(&store_rs::COUNT, values![]).await?.get("n")?;
    Ok(web::json(&NoteCount { count })?.etag(base::Revision(count)))
}

async fn panics(_cx: Cx, _request: Request) -> Result<Response, Failure> {
    panic!("on purpose")
}
