//! What parts of a page ask at once.

use base::{Actor, PersonId};
use futures_util::{
    FutureExt as _,
    future::{join3, try_join_all},
};
use store::{Access, Permission, both_databases, values};

use crate::fixture::{FEW, Fixture, JOIN, MEMBERS, NOTE, Noted, READ, fixture, signed_in};

store::installation_statements! {
    // Fails when it is run, for the least of all numbers.
    SIZE = "SELECT abs(CAST($1 AS BIGINT)) AS size";
    // Fails before it is run.
    NOWHERE = "SELECT nothing FROM nowhere";
    ONE = "SELECT 1 AS one WHERE 1 = 1";
}

const WIDE: Permission = Permission::installation("notes.wide", Access::Read);

async fn join(f: &Fixture) -> PersonId {
    let cx = f.cx(signed_in(f.alicia));
    let person = cx.new_id();
    let mut tx = cx.write(NOTE).await.unwrap();
    let before = tx.query_once(&MEMBERS, values![]).await.unwrap().len();
    tx.execute(&JOIN, values![person, f.organization]).await.unwrap();
    let after = tx.query_once(&MEMBERS, values![]).await.unwrap().len();
    assert_eq!(after, before + 1, "a change sees its own rows");
    tx.commit(&Noted { text: "joined" }).await.unwrap();
    person
}

both_databases! {
    async fn looks_together_are_all_at_one_point_in_time(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let together = cx.together().await.unwrap();
        let first = together.read(READ).await.unwrap();
        let before = first.query(&MEMBERS, values![]).await.unwrap().len();
        join(&f).await;
        let second = together.read(READ).await.unwrap();
        assert_eq!(second.query(&MEMBERS, values![]).await.unwrap().len(), before);
        assert_eq!(second.query_once(&MEMBERS, values![]).await.unwrap().len(), before);
        assert_eq!(second.place().unwrap().head, first.place().unwrap().head);
        drop((first, second, together));
        let later = cx.read(READ).await.unwrap();
        assert_eq!(later.query_once(&MEMBERS, values![]).await.unwrap().len(), before + 1);
        drop(later);
        db.close().await.unwrap();
    }

    async fn each_question_of_many_asked_at_once_gets_its_own_answer(db) {
        let f = fixture(&db).await;
        for _ in 0..3 {
            join(&f).await;
        }
        let together = f.cx(signed_in(f.alicia)).together().await.unwrap();
        let (one, other, third) = join3(
            async { together.read(READ).await.unwrap().query_once(&MEMBERS, values![]).await },
            async { together.read(READ).await.unwrap().query(&MEMBERS, values![]).await },
            async { together.read(READ).await.unwrap().place() },
        )
        .await;
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!((one.len(), other.len()), (4, 4));
        assert_eq!(third.unwrap().partnership, f.partnership);
        let tx = together.read(READ).await.unwrap();
        let asked = (1..=20_i64).map(|n| {
            tx.query(MEMBERS.select(values![]).and(&FEW, values![n]), values![])
        });
        let answers = try_join_all(asked).await.unwrap();
        let lengths: Vec<usize> = answers.iter().map(Vec::len).collect();
        let expected: Vec<usize> = (1..=20).map(|n: usize| n.min(4)).collect();
        assert_eq!(lengths, expected);
        drop((tx, together));
        db.close().await.unwrap();
    }

    async fn who_may_not_look_may_not_look_together(db) {
        let f = fixture(&db).await;
        let stranger: PersonId = f.cx(base::Actor::Nobody).new_id();
        let alicia = f.cx(signed_in(f.alicia)).together().await.unwrap();
        assert!(alicia.read(READ).await.is_ok());
        let refused = f.cx(signed_in(stranger)).together().await.unwrap().read(READ).await;
        assert!(matches!(refused, Err(store::Error::Missing { .. })));
        drop(alicia);
        db.close().await.unwrap();
    }

    async fn a_look_after_one_that_failed_or_was_given_up_sees_what_there_is(db) {
        let f = fixture(&db).await;
        let (cx, wide) = (f.cx(signed_in(f.alicia)), f.cx(Actor::System("test")));
        for round in 1..4_i64 {
            let failed = wide.read(WIDE).await.unwrap();
            assert!(failed.query(&SIZE, values![i64::MIN]).await.is_err());
            drop(failed);
            // Of a length that no list had before, so that the server has not seen the text.
            let ones = vec![1_i64; 1 << round];
            let first = wide.read(WIDE).await.unwrap();
            assert_eq!(first.query(ONE.of_some("1", &ones), values![]).await.unwrap().len(), 1);
            drop(first);
            let refused = cx.read(READ).await.unwrap();
            assert!(refused.query(&NOWHERE, values![]).await.is_err());
            drop(refused);
            let given_up = cx.read(READ).await.unwrap();
            drop(given_up.query(&SIZE, values![round]).now_or_never());
            drop(given_up.query(&SIZE, values![i64::MIN]).now_or_never());
            drop(given_up);
            let after = cx.read(READ).await.unwrap();
            let size: i64 = after.one(&SIZE, values![-round]).await.unwrap().get("size").unwrap();
            assert_eq!(size, round);
            drop(after);
            let known = cx.read(READ).await.unwrap().query(&MEMBERS, values![]).await.unwrap();
            join(&f).await;
            let later = cx.read(READ).await.unwrap().query(&MEMBERS, values![]).await.unwrap();
            assert_eq!(later.len(), known.len() + 1, "what was changed since the look before");
        }
        db.close().await.unwrap();
    }
}
