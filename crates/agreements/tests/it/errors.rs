//! What cannot be read lets nothing go: every member of a request missing, null, of another type, too long,
//! doubled or unknown, one at a time and in pairs.

use std::collections::BTreeSet;

use web::testing::both_databases;

use super::{stage::Stage, *};

/// The members of a request.
const MEMBERS: [&str; 8] =
    ["holder", "number", "purpose", "classes", "words", "is_relative", "papers", "order_kind"];

/// What can be wrong with a member.
#[derive(Debug, Clone, Copy)]
enum Wrong {
    Missing,
    Null,
    Number,
    Empty,
    Long,
    Doubled,
    Unknown,
}

const WRONGS: [Wrong; 7] = [
    Wrong::Missing,
    Wrong::Null,
    Wrong::Number,
    Wrong::Empty,
    Wrong::Long,
    Wrong::Doubled,
    Wrong::Unknown,
];

fn clean(stage: &Stage) -> Value {
    json!({
        "holder": stage.county.health.to_string(), "number": "H-100", "purpose": "housing_placement",
        "classes": ["diagnoses", "sud_enrollment"], "words": "A flat is free", "is_relative": false,
    })
}

/// The body with a member that is wrong.
fn with(mut body: Value, member: &str, wrong: Wrong) -> Value {
    let before = body[member].clone();
    let object = body.as_object_mut().unwrap();
    let value = match wrong {
        Wrong::Missing => {
            object.remove(member);
            return body;
        }
        Wrong::Null => Value::Null,
        Wrong::Number => json!(7),
        Wrong::Empty => json!(""),
        Wrong::Long => json!("x".repeat(5_000)),
        Wrong::Doubled if before.is_array() => {
            let items = before.as_array().cloned().unwrap_or_default();
            json!([items.clone(), items].concat())
        }
        Wrong::Doubled => json!([before.clone(), before]),
        Wrong::Unknown => json!("no_such_word"),
    };
    object.insert(member.to_owned(), value);
    body
}

/// What went out for a body; nothing when it was refused.
async fn given(stage: &Stage, body: &Value) -> BTreeSet<String> {
    let answer = stage.post(&stage.county.sam, "/requests", body.clone()).await;
    assert!(answer.status < 500, "{}: {body}", answer.status);
    if answer.status >= 400 {
        return BTreeSet::new();
    }
    let receipt: Value = answer.json();
    let all = receipt["given"].as_array().unwrap().iter();
    all.map(|class| class.as_str().unwrap().to_owned()).collect()
}

both_databases! {
    async fn nothing_wrong_alone_or_in_pairs_lets_more_go(db) {
        let stage = Stage::set(db).await;
        let clean = clean(&stage);
        let allowed = given(&stage, &clean).await;
        assert_eq!(allowed.iter().collect::<Vec<_>>(), ["diagnoses"]);
        let mut tried = 0_u32;
        for (place, one) in MEMBERS.iter().enumerate() {
            for wrong in WRONGS {
                let body = with(clean.clone(), one, wrong);
                let out = given(&stage, &body).await;
                assert!(out.is_subset(&allowed), "{one} {wrong:?}: {out:?}");
                tried += 1;
                for other in &MEMBERS[place + 1..] {
                    for second in WRONGS {
                        let body = with(body.clone(), other, second);
                        let out = given(&stage, &body).await;
                        assert!(out.is_subset(&allowed), "{one} {wrong:?}, {other} {second:?}: {out:?}");
                        tried += 1;
                    }
                }
            }
        }
        assert_eq!(tried, 56 + 28 * 49);
        stage.end().await;
    }
}
