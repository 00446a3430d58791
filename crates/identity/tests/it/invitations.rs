//! Invitations to a role in a partnership.

use ::store::{Access, Event, Permission, Subject};
use base::{Language, OrganizationId};
use identity::{InvitationId, Invite, testing::PASSWORD};
use web::testing::{TestPartnership, TestPerson};

use super::*;

const INVITE: Permission =
    Permission::partnership("test.invite", Access::Write, &[Role::Coordinator]);

#[derive(serde::Serialize)]
struct Invited;

impl Event for Invited {
    const KIND: &'static str = "test.invited";

    fn subject(&self) -> Subject {
        Subject::new("test", "")
    }
}

struct Scene {
    app: TestApp,
    partnership: TestPartnership,
    coordinator: TestPerson,
    organization: OrganizationId,
}

async fn scene(db: ::store::testing::Db) -> Scene {
    let app = start(db, CONTEXTS).await;
    let partnership = app.partnership("riverbend").await;
    let organization = app.system().new_id();
    let coordinator = sign_up(&app, "Dana Whitfield", "dana@backbone.example").await;
    app.grant(&coordinator, &partnership, organization, Role::Coordinator).await;
    Scene { app, partnership, coordinator, organization }
}

impl Scene {
    async fn invite(&self, email: &str) -> Result<InvitationId, identity::Error> {
        let cx = self.app.cx(&self.coordinator, &self.partnership);
        let mut tx = cx.write(INVITE).await.unwrap();
        let invite = Invite {
            email: email.parse().unwrap(),
            name: Some("Alicia Moreno".parse().unwrap()),
            organization: self.organization,
            organization_name: "Housing Authority".parse().unwrap(),
            role: Role::Lead,
            note: Some("See you on Tuesday".parse().unwrap()),
            language: Language::English,
        };
        let id = identity::invite(&cx, &mut tx, invite).await?;
        tx.commit(&Invited).await.unwrap();
        self.app.run_jobs().await;
        Ok(id)
    }

    /// The roles that an account has here, seen as a page sees them.
    async fn may_read(&self, person: &TestPerson) -> bool {
        const LOOK: Permission = Permission::partnership("test.look", Access::Read, &[Role::Lead]);
        self.app.cx(person, &self.partnership).read(LOOK).await.is_ok()
    }
}

both_databases! {
    async fn an_invited_person_makes_an_account_and_takes_the_role(db) {
        let scene = scene(db).await;
        scene.invite(ALICIA).await.unwrap();
        let mail = scene.app.mails().pop().unwrap().replace("=\r\n", "");
        assert!(mail.contains("Hello Alicia Moreno,") && mail.contains("See you on Tuesday"), "{mail}");
        assert!(mail.contains("Subject: Join The riverbend partnership"), "{mail}");
        let link = link_in(&mail);
        let mut browser = Browser::new(&scene.app);
        let page = browser.get(&link).await.expect(200).text();
        assert!(page.contains("asks you to join as lead for Housing Authority"), "{page}");
        assert!(page.contains("value=\"Alicia Moreno\""));
        let weak = browser.post(&link, &[("name", "Alicia Moreno"), ("password", "password12345678")]).await.expect(422);
        assert!(weak.text().contains("Many people use this password"));
        let there = browser.post(&link, &[("name", "Alicia Moreno"), ("password", PASSWORD)]).await.expect(303);
        assert_eq!(there.location(), "/me?done=identity-accepted-notice");
        let account: serde_json::Value = browser.get("/api/v1/me/account").await.expect(200).json();
        assert_eq!(account["email"], ALICIA);
        let id = account["id"].as_str().unwrap().parse().unwrap();
        assert!(scene.may_read(&TestPerson { id, name: String::new() }).await);
        Browser::new(&scene.app).get(&link).await.expect(404);
        Browser::new(&scene.app).sign_in(ALICIA, PASSWORD).await.expect(303);
        scene.app.run_jobs().await;
        assert_eq!(mails_with(&scene.app, "Somebody accepted your invitation"), 1);
        assert_eq!(
            store::partnership_record(&scene.app, &scene.partnership).await,
            ["test.prepared", "test.prepared", "test.invited", "invitation.sent", "invitation.accepted"]
        );
        scene.app.close().await;
    }

    async fn a_person_with_an_account_takes_the_role_with_it(db) {
        let scene = scene(db).await;
        let alicia = sign_up(&scene.app, "Alicia Moreno", ALICIA).await;
        scene.invite(ALICIA).await.unwrap();
        let link = link_in_last_mail(&scene.app);
        let mut browser = Browser::new(&scene.app);
        let page = browser.get(&link).await.expect(200).text();
        assert!(page.contains("There is an account for") && !page.contains("name=\"password\""));
        let again = [("name", "Alicia"), ("password", PASSWORD)];
        let taken = browser.post(&link, &again).await.expect(409);
        assert!(taken.text().contains("Another account has this address"));
        browser.sign_in(ALICIA, PASSWORD).await.expect(303);
        let page = browser.get(&link).await.expect(200).text();
        assert!(page.contains("You are signed in as Alicia Moreno"));
        assert!(!scene.may_read(&alicia).await);
        browser.post(&link, &[]).await.expect(303);
        assert!(scene.may_read(&alicia).await);
        scene.app.close().await;
    }

    async fn an_invitation_can_be_declined_without_an_account(db) {
        let scene = scene(db).await;
        scene.invite(ALICIA).await.unwrap();
        let link = link_in_last_mail(&scene.app);
        let mut browser = Browser::new(&scene.app);
        browser.post(&format!("{link}/decline"), &[]).await.expect(303);
        browser.get(&link).await.expect(404);
        let record = store::partnership_record(&scene.app, &scene.partnership).await;
        assert_eq!(record.last().map(String::as_str), Some("invitation.declined"));
        scene.app.close().await;
    }

    async fn an_invitation_ends_after_seven_days_and_can_be_sent_again(db) {
        let scene = scene(db).await;
        let id = scene.invite(ALICIA).await.unwrap();
        let first = link_in_last_mail(&scene.app);
        scene.app.advance_days(7);
        Browser::new(&scene.app).get(&first).await.expect(404);
        let cx = scene.app.cx(&scene.coordinator, &scene.partnership);
        let mut tx = cx.write(INVITE).await.unwrap();
        assert_eq!(identity::pending_invitations(&tx).await.unwrap().len(), 1);
        identity::resend_invitation(&cx, &mut tx, id).await.unwrap();
        tx.commit(&Invited).await.unwrap();
        scene.app.run_jobs().await;
        let second = link_in_last_mail(&scene.app);
        assert_ne!(first, second);
        Browser::new(&scene.app).get(&first).await.expect(404);
        Browser::new(&scene.app).get(&second).await.expect(200);
        scene.app.close().await;
    }

    async fn an_invitation_that_was_taken_back_or_replaced_ends(db) {
        let scene = scene(db).await;
        let id = scene.invite(ALICIA).await.unwrap();
        let first = link_in_last_mail(&scene.app);
        let cx = scene.app.cx(&scene.coordinator, &scene.partnership);
        let mut tx = cx.write(INVITE).await.unwrap();
        identity::revoke_invitation(&cx, &mut tx, id).await.unwrap();
        tx.commit(&Invited).await.unwrap();
        Browser::new(&scene.app).get(&first).await.expect(404);
        scene.invite(ALICIA).await.unwrap();
        let second = link_in_last_mail(&scene.app);
        scene.invite(ALICIA).await.unwrap();
        Browser::new(&scene.app).get(&second).await.expect(404);
        let tx = cx.read(INVITE).await.unwrap();
        assert_eq!(identity::pending_invitations(&tx).await.unwrap().len(), 1);
        drop(tx);
        scene.app.close().await;
    }

    async fn a_partnership_sends_no_flood_of_invitations(db) {
        let scene = scene(db).await;
        for number in 0..60 {
            scene.invite(&format!("person{number}@housing.example")).await.unwrap();
        }
        let refused = scene.invite("person60@housing.example").await;
        assert!(matches!(refused, Err(identity::Error::TooManyTries { .. })));
        scene.app.close().await;
    }

    async fn programs_see_and_answer_invitations(db) {
        let scene = scene(db).await;
        scene.invite(ALICIA).await.unwrap();
        let link = format!("/api/v1{}", link_in_last_mail(&scene.app));
        let mut program = Browser::new(&scene.app);
        let seen: serde_json::Value = program.get(&link).await.expect(200).json();
        assert_eq!(seen["organization"], "Housing Authority");
        let body = serde_json::json!({"name": "Alicia Moreno", "password": PASSWORD});
        program.json("POST", &format!("{link}/acceptances"), Some(body)).await.expect(200);
        program.get("/api/v1/me/account").await.expect(200);
        program.json("POST", &format!("{link}/refusals"), None).await.expect(404);
        scene.app.close().await;
    }
}
