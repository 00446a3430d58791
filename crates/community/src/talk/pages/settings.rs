//! Where guests and community members may write.

use askama::Template;
use store::Cx;
use web::{Failure, Registry, Request, Response, Section, Shell};

use crate::talk::{Door, commands, parse::Key, queries, words};

/// The page.
#[derive(Template)]
#[template(path = "community/talk_settings.html")]
struct SettingsPage {
    shell: Shell,
    action: String,
    everywhere: bool,
    kinds: Vec<Line>,
    single: Vec<Line>,
}

/// A kind of record, or one record.
struct Line {
    name: String,
    key: String,
    open: bool,
    /// Whether this was said for it alone.
    own: bool,
}

web::page!(SettingsPage);

/// `GET /p/{partnership}/discussions/settings`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let found = queries::doors(&cx).await?;
    let base = format!("/p/{}/discussions", found.place.slug);
    let shell = Shell::new(&cx, Some(&found.place), "talk-settings-title", Section::Meetings);
    let all = shell.t("talk-title").into_owned();
    let shell = shell.crumb(all, &base);
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let doors = &found.doors;
    let of_kind = |kind: &str| {
        let said = |door: &&Door| door.kind.as_deref() == Some(kind) && door.id.is_none();
        doors.iter().find(said).map(|door| door.guests)
    };
    let everywhere = doors.iter().find(|door| door.kind.is_none()).is_some_and(|one| one.guests);
    let kinds = registry.topics().iter().map(|topic| Line {
        name: words::kind(&shell, topic.kind),
        key: topic.kind.to_owned(),
        open: of_kind(topic.kind).unwrap_or(everywhere),
        own: of_kind(topic.kind).is_some(),
    });
    let kinds = kinds.collect();
    let mut single = Vec::new();
    for door in doors {
        let (Some(kind), Some(id)) = (&door.kind, &door.id) else { continue };
        let Some(name) = web::topic_name(&cx, kind, id).await? else { continue };
        single.push(Line { name, key: format!("{kind}:{id}"), open: door.guests, own: true });
    }
    let action = shell.href(&format!("{base}/settings"));
    web::page(&request, &SettingsPage { shell, action, everywhere, kinds, single })
}

/// `POST /p/{partnership}/discussions/settings`
pub(crate) async fn set(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let door = door(&cx, &mut input).await?;
    let open = door.guests;
    commands::open_door(&cx, door).await?;
    let back = format!("/p/{}/discussions/settings", request.param_text("partnership"));
    let key = if open { "talk-door-open-notice" } else { "talk-door-closed-notice" };
    Ok(web::redirect(&cx, &back).notice(key))
}

/// Where guests may write from now on, or may not: everywhere, on a kind of record, on one.
pub(crate) async fn door(cx: &Cx, input: &mut web::Input) -> Result<Door, Failure> {
    let guests = input.flag("guests");
    let place = input.text("where").map(str::to_owned);
    let door = match place.as_deref() {
        None => Door { kind: None, id: None, guests },
        Some(text) if text.contains(':') => {
            let key: Option<Key> = input.required("where");
            let key = key.ok_or_else(|| input.invalid())?;
            let about = crate::talk::about(cx, &key.kind, &key.id).await?;
            let (kind, id) = (about.kind().to_owned(), about.id().to_owned());
            Door { kind: Some(kind), id: Some(id), guests }
        }
        Some(kind) => {
            if !queries::kinds(cx).contains(&kind) {
                input.refuse("where", "choice_unknown", Vec::new());
            }
            Door { kind: Some(kind.to_owned()), id: None, guests }
        }
    };
    input.check()?;
    Ok(door)
}
