//! Who may not: every address as nobody and as a stranger.

use base::{Id, Role};
use community::{
    announcement::AnnouncementId,
    disagreement::DisagreementId,
    draft::{AmendmentId, DraftId},
    gathering::GatheringId,
    meeting::{MeetingId, SeriesId, agenda::ItemId},
};
use http::Method;
use partnership::{BodyId, SeatId};
use store::Access;
use web::{
    RouteKind,
    testing::{Visitor, both_databases},
};

use super::*;

struct Ground {
    app: TestApp,
    county: County,
    thread: String,
    post: String,
}

impl Ground {
    fn at(&self, pattern: &str) -> String {
        pattern
            .replace("{partnership}", "riverbend")
            .replace("discussions/{id}", &format!("discussions/{}", self.thread))
            .replace("meetings/series/{id}", &format!("meetings/series/{}", SeriesId::from_bits(1)))
            .replace("meetings/{id}", &format!("meetings/{}", MeetingId::from_bits(1)))
            .replace(
                "announcements/{id}",
                &format!("announcements/{}", AnnouncementId::from_bits(1)),
            )
            .replace(
                "disagreements/{id}",
                &format!("disagreements/{}", DisagreementId::from_bits(1)),
            )
            .replace("events/{id}", &format!("events/{}", GatheringId::from_bits(1)))
            .replace("drafts/{id}", &format!("drafts/{}", DraftId::from_bits(1)))
            .replace("{amendment}", &AmendmentId::from_bits(1).to_string())
            .replace("{item}", &ItemId::from_bits(1).to_string())
            .replace("{body}", &BodyId::from_bits(1).to_string())
            .replace("{subject}", "cmt_00000000000000000000000001")
            .replace("{seat}", &SeatId::from_bits(1).to_string())
            .replace("{number}", "1")
            .replace("{post}", &self.post)
            .replace("{reaction}", "agree")
            .replace("{organization}", &self.county.housing.to_string())
    }

    /// The addresses of this context, with their methods and whether they change something.
    fn routes(&self) -> Vec<(Method, String, RouteKind, bool)> {
        let own = web::routes_of(&[community::CONTEXT]);
        // What every program has, its own description for one, is not this context's.
        own.iter()
            .filter(|route| route.path.contains("{partnership}"))
            .map(|route| {
                let method = route.method.parse().unwrap();
                (method, self.at(&route.path), route.kind, route.writes)
            })
            .collect()
    }

    async fn status(
        &self,
        who: Option<&dyn Visitor>,
        (method, path, kind): (&Method, &str, RouteKind),
    ) -> (u16, String) {
        let answer = match kind {
            RouteKind::Form => match who {
                Some(who) => self.app.post(who, path, &[("body", "Take over"), ("why", "x")]).await,
                None => self.app.post_as_nobody(path, &[("body", "Take over")]).await,
            },
            RouteKind::Page | RouteKind::Download | RouteKind::Api | RouteKind::Stream => {
                self.app.send_json(method.clone(), who, path, &json!({})).await
            }
        };
        (answer.status, answer.text())
    }
}

async fn ground(db: store::testing::Db) -> Ground {
    let (app, county) = start(db).await;
    let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
    let body = json!({"about": about, "body": "Zebra"});
    let made: Value =
        app.post_json(&county.jo, "/api/v1/p/riverbend/discussions", body).await.expect(201).json();
    app.run_jobs().await;
    Ground { thread: id(&made), post: id(&made["first"]), app, county }
}

both_databases! {
    async fn nobody_learns_anything(db) {
        let ground = ground(db).await;
        for (method, path, kind, _) in ground.routes().iter().filter(|route| !route.1.starts_with("/public")) {
            let (status, text) = ground.status(None, (method, path, *kind)).await;
            assert!(matches!(status, 303 | 401), "{method} {path}: {status}");
            assert!(!text.contains("Zebra"), "{path}");
        }
        ground.app.close().await;
    }

    async fn a_stranger_does_not_learn_that_there_is_anything(db) {
        let ground = ground(db).await;
        let stranger: &dyn Visitor = &ground.county.stranger;
        for (method, path, kind, _) in ground.routes().iter().filter(|route| !route.1.starts_with("/public")) {
            let (status, text) = ground.status(Some(stranger), (method, path, *kind)).await;
            assert_eq!(status, 404, "{method} {path}");
            assert!(!text.contains("Zebra"), "{path}");
        }
        ground.app.close().await;
    }

    async fn a_role_that_no_permission_names_is_refused(db) {
        let ground = ground(db).await;
        let people = [
            (Role::Guest, &ground.county.guest), (Role::Member, &ground.county.sam), (Role::Lead, &ground.county.dana),
        ];
        let routes = web::routes_of(&[community::CONTEXT]);
        for route in routes.iter().filter(|route| route.path.contains("{partnership}")) {
            let method: Method = route.method.parse().unwrap();
            for (role, who) in people {
                let carries = |access| route.declared.iter()
                    .any(|one| one.access == access && (one.roles.is_empty() || one.roles.contains(&role)));
                let access = if method == Method::GET { Access::Read } else { Access::Write };
                let wanted = route.declared.iter().any(|one| one.access == access);
                if wanted && !carries(access) {
                    let path = ground.at(&route.path);
                    let (status, _) = ground.status(Some(who), (&method, &path, route.kind)).await;
                    assert_eq!(status, 403, "{method} {path} as {role}");
                }
            }
        }
        ground.app.close().await;
    }
}
