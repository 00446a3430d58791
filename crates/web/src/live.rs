//! News for pages that stay open: server-sent events that carry counts and nothing else. The page
//! then asks for itself again, through the same permission as the first time.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::body::Body;
use base::{Actor, PartnershipId, Role};
use bytes::Bytes;
use http::StatusCode;
use store::{Access, Changes, Cx, Permission};

use crate::{Authenticate, Failure, Request, Response, Routes, request::Credentials};

const FOLLOW: Permission = Permission::partnership(
    "activity.follow",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward, Role::Guest],
);
const FOLLOW_MINE: Permission = Permission::own("me.follow", Access::Read);

/// What a stream needs from the program. Kept with the store.
pub(crate) struct Live {
    pub(crate) changes: Changes,
    pub(crate) authenticate: Authenticate,
    pub(crate) connections: Arc<std::sync::atomic::AtomicUsize>,
}

pub(crate) fn routes(r: &mut Routes) {
    r.stream("/p/{partnership}/live", &[FOLLOW], partnership);
    r.stream("/me/live", &[FOLLOW_MINE], mine);
}

async fn partnership(cx: Cx, request: Request) -> Result<Response, Failure> {
    let place = cx.read(FOLLOW).await?.place()?;
    let since = seen(&request).unwrap_or(place.head);
    stream(cx, request, HashMap::from([(place.partnership, since)]))
}

async fn mine(cx: Cx, request: Request) -> Result<Response, Failure> {
    let heads = cx.read(FOLLOW_MINE).await?.my_heads().await?;
    stream(cx, request, heads.into_iter().collect())
}

fn seen(request: &Request) -> Option<i64> {
    let last = request.header("last-event-id").map(str::to_owned);
    let last: Option<i64> =
        last.or_else(|| request.query().text("since").map(str::to_owned))?.parse().ok();
    last.filter(|last| *last >= 0)
}

struct Following {
    cx: Cx,
    credentials: Credentials,
    live: Arc<Live>,
    changes: Changes,
    seen: HashMap<PartnershipId, i64>,
    greeted: bool,
    _connection: Connection,
}

struct Connection(Arc<std::sync::atomic::AtomicUsize>);

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
    }
}

fn stream(
    cx: Cx,
    request: Request,
    seen: HashMap<PartnershipId, i64>,
) -> Result<Response, Failure> {
    let live = cx
        .extension::<Live>()
        .ok_or_else(|| store::Error::fault("live updates are not started"))?;
    live.connections.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let following = Following {
        changes: live.changes.clone(),
        _connection: Connection(Arc::clone(&live.connections)),
        credentials: request.credentials,
        cx,
        live,
        seen,
        greeted: false,
    };
    let events = futures_util::stream::unfold(following, |following| async move {
        let (event, following) = next(following).await?;
        Some((Ok::<_, std::convert::Infallible>(event), following))
    });
    Ok(Response::new(StatusCode::OK, "text/event-stream", Body::from_stream(events))
        .header("cache-control", "no-store")
        .header("x-accel-buffering", "no"))
}

async fn next(mut following: Following) -> Option<(Bytes, Following)> {
    if !following.greeted {
        following.greeted = true;
        return Some((Bytes::from_static(b"retry: 2000\n\n"), following));
    }
    let wait = following.changes.after(&following.seen);
    let newer = match tokio::time::timeout(Duration::from_secs(20), wait).await {
        Err(_quiet) => return Some((Bytes::from_static(b": still here\n\n"), following)),
        Ok(newer) => newer?,
    };
    let mut news = String::new();
    for (partnership, head) in newer {
        let before = following.seen.insert(partnership, head).unwrap_or(head);
        // Ask again each time: what was allowed a minute ago may not be now.
        if !allowed(&following, partnership).await {
            return None;
        }
        let count = head.saturating_sub(before);
        let event =
            ["id: ", &head.to_string(), "\nevent: changes\ndata: {\"count\":", &count.to_string()];
        news.extend(event);
        news.push_str("}\n\n");
    }
    Some((Bytes::from(news), following))
}

async fn allowed(following: &Following, partnership: PartnershipId) -> bool {
    let store = following.cx.store().clone();
    let now = store.clock().now();
    let credentials = Credentials { now, ..following.credentials.clone() };
    let cx = Cx::new(store, Actor::Nobody, now).in_partnership_id(partnership);
    let Ok(who) = (following.live.authenticate)(cx.clone(), credentials).await else {
        return false;
    };
    if let Some(upkeep) = who.upkeep {
        upkeep.await;
    }
    let cx = cx.acting(who.actor);
    cx.read(FOLLOW).await.is_ok()
}
