//! What is kept between looks for as long as nothing has happened.

use std::sync::Arc;

use base::{Actor, PartnershipId, PersonId, Role, Zone};
use futures_util::future::join3;
use store::{
    Access, Cx, Error, Options, Permission, ReadTx, Store, WriteTx, both_databases, values,
};

use crate::fixture::{FEW, Fixture, JOIN, MEMBERS, NOON, NOTE, Noted, READ, fixture, signed_in};

mod own {
    store::statements! {
        COLLEAGUES = "SELECT m.partnership, m.person FROM grants g
            JOIN grants m ON m.partnership = g.partnership
            WHERE g.person = $1 ORDER BY m.partnership, m.person";
    }
}
mod wide {
    store::installation_statements! {
        INTRUDE = "INSERT INTO grants (partnership, person, organization, role, since)
            VALUES ($1, $2, $3, 'member', 0)";
    }
}

const MINE: Permission = Permission::own("notes.mine", Access::Read);
const FOUND: Permission = Permission::installation("partnerships.found", Access::Write);

async fn settled(tx: &ReadTx) -> usize {
    tx.query_settled(&MEMBERS, values![]).await.unwrap().len()
}

async fn look(cx: &Cx) -> usize {
    settled(&cx.read(READ).await.unwrap()).await
}

/// How many colleagues somebody has in their partnerships, with themselves in each.
async fn colleagues(f: &Fixture, person: PersonId) -> usize {
    let tx = f.cx(signed_in(person)).read(MINE).await.unwrap();
    tx.query_settled(&own::COLLEAGUES, values![]).await.unwrap().len()
}

async fn join(cx: &Cx, f: &Fixture) {
    let person: PersonId = cx.new_id();
    let mut tx = cx.write(NOTE).await.unwrap();
    tx.execute(&JOIN, values![person, f.organization]).await.unwrap();
    tx.commit(&Noted { text: "joined" }).await.unwrap();
}

/// A change in a second partnership that is seen in the first.
async fn intrude(f: &Fixture, id: PartnershipId) -> WriteTx {
    let cx = Cx::new(f.store.clone(), Actor::System("test"), NOON).in_partnership_id(id);
    let mut tx = cx.write(NOTE).await.unwrap();
    let person: PersonId = cx.new_id();
    tx.execute(&wide::INTRUDE, values![f.partnership, person, f.organization]).await.unwrap();
    tx
}

async fn second_partnership(f: &Fixture) -> PartnershipId {
    let cx = Cx::new(f.store.clone(), Actor::System("test"), NOON);
    let id = cx.new_id();
    let mut tx = cx.write(FOUND).await.unwrap();
    tx.found(id, "lakeside", "Lakeside", &Zone::utc()).await.unwrap();
    tx.commit(&Noted { text: "founded" }).await.unwrap();
    id
}

both_databases! {
    async fn what_happens_on_one_server_is_seen_at_once_on_the_other(db) {
        let f = fixture(&db).await;
        let here = f.cx(signed_in(f.alicia));
        let clock = f.store.clock().clone();
        let options = Options { database: db.database(), clock, ids: base::Ids::seeded(2) };
        let there = Cx::new(Store::open(options).unwrap(), signed_in(f.alicia), NOON)
            .in_partnership("riverbend");
        for many in 1..5 {
            assert_eq!((look(&here).await, look(&there).await), (many, many));
            join(if many % 2 == 0 { &here } else { &there }, &f).await;
        }
        drop(there);
        db.close().await.unwrap();
    }

    async fn looks_beside_changes_see_what_they_would_see_without_it(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let change = async {
            for _ in 0..30 {
                join(&cx, &f).await;
            }
        };
        let looks = || async {
            let mut last = 0;
            while last < 31 {
                let tx = cx.read(READ).await.unwrap();
                let plain = tx.query(&MEMBERS, values![]).await.unwrap().len();
                assert_eq!(settled(&tx).await, plain);
                assert!(plain >= last);
                last = plain;
            }
        };
        join3(change, looks(), looks()).await;
        db.close().await.unwrap();
    }

    async fn an_older_look_and_a_change_see_their_own(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let older = cx.read(READ).await.unwrap();
        join(&cx, &f).await;
        assert_eq!(look(&cx).await, 2);
        assert_eq!(settled(&older).await, 1, "it looks at the data as it was");
        drop(older);
        assert_eq!(look(&cx).await, 2);

        let person: PersonId = cx.new_id();
        let mut tx = cx.write(NOTE).await.unwrap();
        tx.execute(&JOIN, values![person, f.organization]).await.unwrap();
        assert_eq!(tx.query_settled(&MEMBERS, values![]).await.unwrap().len(), 3);
        drop(tx);
        assert_eq!(look(&cx).await, 2, "what was not committed was not kept");
        db.close().await.unwrap();
    }

    async fn what_is_made_of_the_rows_is_made_once_until_something_happens(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let count = |rows: &[store::Row]| Ok::<_, Error>(rows.len());
        let made = async || cx.read(READ).await.unwrap().settled_as(&MEMBERS, values![], count).await;
        let (first, again) = (made().await.unwrap(), made().await.unwrap());
        assert_eq!((*first, Arc::ptr_eq(&first, &again)), (1, true));
        join(&cx, &f).await;
        assert_eq!((*made().await.unwrap(), *first), (2, 1));

        let person: PersonId = cx.new_id();
        let mut tx = cx.write(NOTE).await.unwrap();
        tx.execute(&JOIN, values![person, f.organization]).await.unwrap();
        assert_eq!(*tx.settled_as(&MEMBERS, values![], count).await.unwrap(), 3);
        drop(tx);
        assert_eq!(*made().await.unwrap(), 2, "what was not committed was not kept");
        let refused = |_: &[store::Row]| Err::<String, _>(Error::fault("no"));
        let tx = cx.read(READ).await.unwrap();
        assert!(tx.settled_as(&MEMBERS, values![], refused).await.is_err());
        drop(tx);
        assert_eq!(*made().await.unwrap(), 2);
        db.close().await.unwrap();
    }

    async fn a_statement_with_clauses_is_kept_with_its_values(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        join(&cx, &f).await;
        let few = async |limit: i64| {
            let tx = cx.read(READ).await.unwrap();
            let members = MEMBERS.select(values![]).and(&FEW, values![limit]);
            tx.query_settled(members, values![]).await.unwrap()
        };
        let (one, all, again) = (few(1).await, few(9).await, few(1).await);
        assert_eq!((one.len(), all.len()), (1, 2));
        assert!(Arc::ptr_eq(&one, &again), "it was looked up again");
        join(&cx, &f).await;
        assert_eq!((few(1).await.len(), few(9).await.len(), look(&cx).await), (1, 3, 3));
        db.close().await.unwrap();
    }

    async fn a_change_from_another_partnership_says_whom_it_touches(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let other = second_partnership(&f).await;
        assert_eq!(look(&cx).await, 1);
        let mut tx = intrude(&f, other).await;
        tx.touch(&[f.partnership]).await.unwrap();
        tx.commit(&Noted { text: "seen there, too" }).await.unwrap();
        assert_eq!(look(&cx).await, 2);

        // One that does not say so is what a debug build is there to find.
        let tx = intrude(&f, other).await;
        tx.commit(&Noted { text: "not told" }).await.unwrap();
        let kept = cx.read(READ).await.unwrap().query_settled(&MEMBERS, values![]).await;
        assert!(!cfg!(debug_assertions) || matches!(kept, Err(Error::Fault(_))));
        db.close().await.unwrap();
    }

    async fn what_a_person_sees_is_kept_until_something_happens_in_any_of_their_partnerships(db) {
        let f = fixture(&db).await;
        let here = f.cx(signed_in(f.alicia));
        let id = second_partnership(&f).await;
        let there = Cx::new(f.store.clone(), Actor::System("test"), NOON).in_partnership_id(id);
        let bob: PersonId = there.new_id();
        let mut tx = there.write(NOTE).await.unwrap();
        tx.grant(bob, f.organization, Role::Member).await.unwrap();
        tx.commit(&Noted { text: "bob" }).await.unwrap();
        join(&here, &f).await;
        for _again in 0..2 {
            assert_eq!((colleagues(&f, f.alicia).await, colleagues(&f, bob).await), (2, 1));
        }
        join(&here, &f).await;
        assert_eq!((colleagues(&f, f.alicia).await, colleagues(&f, bob).await), (3, 1));

        let mut tx = there.write(NOTE).await.unwrap();
        tx.grant(f.alicia, f.organization, Role::Member).await.unwrap();
        tx.commit(&Noted { text: "alicia comes" }).await.unwrap();
        assert_eq!((colleagues(&f, f.alicia).await, colleagues(&f, bob).await), (5, 2));

        let mut tx = there.write(NOTE).await.unwrap();
        assert!(tx.revoke(f.alicia, f.organization, Role::Member).await.unwrap());
        tx.commit(&Noted { text: "alicia goes" }).await.unwrap();
        assert_eq!((colleagues(&f, f.alicia).await, colleagues(&f, bob).await), (3, 1));
        db.close().await.unwrap();
    }
}
