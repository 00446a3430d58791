//! Saying how long things are kept, and destroying them.

use base::{FieldProblem, PersonId};
use store::{Cx, Kept, WriteTx};

use super::{
    AT_ONCE, Certificate, MOST_DAYS, Rule, Why, before,
    events::{Certified, RuleLifted, RuleSet},
    store as rows,
};
use crate::{Error, access};

/// Says how long a class is kept after a record of it ended.
pub(crate) async fn set(cx: &Cx, rule: Rule) -> Result<(), Error> {
    if !(0..=MOST_DAYS).contains(&rule.days) {
        let args = vec![("max", MOST_DAYS.to_string())];
        let problem = FieldProblem { field: "days".to_owned(), code: "retention_days", args };
        return Err(Error::Fields(vec![problem]));
    }
    let mut tx = cx.write(access::RETAIN).await?;
    rows::set(&mut tx, &rule).await?;
    let Rule { class, days, why } = rule;
    Ok(tx.commit(&RuleSet { class, days, why: why.to_string() }).await?)
}

/// Says that a class is kept until further notice.
pub(crate) async fn lift(cx: &Cx, class: &'static str) -> Result<(), Error> {
    let mut tx = cx.write(access::RETAIN).await?;
    if !rows::unset(&mut tx, class).await? {
        return Err(Error::NoRule);
    }
    Ok(tx.commit(&RuleLifted { class }).await?)
}

/// Destroys one record that must not be kept any longer, whatever the rule.
pub(crate) async fn destroy_one(
    cx: &Cx,
    kept: &'static Kept,
    id: String,
    why: Why,
) -> Result<Certificate, Error> {
    let mut tx = cx.write(access::DESTROY).await?;
    // Everything in the class will have ended by then.
    let end = cx.now().plus_seconds(MOST_DAYS * 86_400);
    if !(kept.due)(&tx, end, i64::MAX).await?.contains(&id) {
        return Err(Error::NotKept);
    }
    let person = cx.actor().person().map(|person| person.person);
    let order = Order { days: None, why, person };
    let (certificate, event) = destroy(&mut tx, cx, kept, vec![id], order).await?;
    tx.commit(&event).await?;
    Ok(certificate)
}

/// Destroys all that is due in a partnership by its rules.
pub(crate) async fn destroy_due(cx: Cx) -> Result<(), Error> {
    let classes = cx.store().kept();
    let tx = cx.read(access::READ_RETENTION).await?;
    let rules = rows::rules(&tx, &classes).await?;
    drop(tx);
    for rule in rules {
        let Some(kept) = classes.iter().find(|kept| kept.class == rule.class) else { continue };
        while by_rule(&cx, kept, &rule).await? {}
    }
    Ok(())
}

/// Destroys some of what a rule says; whether there was any.
async fn by_rule(cx: &Cx, kept: &'static Kept, rule: &Rule) -> Result<bool, Error> {
    let mut tx = cx.write(access::DESTROY).await?;
    let due = (kept.due)(&tx, before(cx.now(), rule.days), AT_ONCE).await?;
    if due.is_empty() {
        return Ok(false);
    }
    let order = Order { days: Some(rule.days), why: rule.why.clone(), person: None };
    let (_, event) = destroy(&mut tx, cx, kept, due, order).await?;
    tx.commit(&event).await?;
    Ok(true)
}

/// Destroys again what an older backup brought back. Returns how many records that were.
///
/// # Errors
/// When the database fails.
pub async fn destroy_what_came_back(store: &store::Store) -> Result<usize, Error> {
    let mut count = 0;
    let classes = store.kept();
    for log in store.logs().await? {
        let Ok(partnership) = log.partnership.parse() else { continue };
        let back = store.come_back(partnership).await?;
        for kept in &classes {
            let ids: Vec<String> = back
                .iter()
                .filter(|one| one.class == kept.class)
                .map(|one| one.id.clone())
                .collect();
            if ids.is_empty() {
                continue;
            }
            count += ids.len();
            let now = store.clock().now();
            let cx = Cx::new(store.clone(), base::Actor::System("retention.again"), now)
                .in_partnership_id(partnership);
            let mut tx = cx.write(access::DESTROY).await?;
            let why = "An older backup had brought it back."
                .parse::<Why>()
                .map_err(|error| stored(&error))?;
            let order = Order { days: None, why, person: None };
            let (_, event) = destroy(&mut tx, &cx, kept, ids, order).await?;
            tx.commit(&event).await?;
        }
    }
    Ok(count)
}

fn stored(error: &base::TextError) -> Error {
    Error::Store(store::Error::fault(error.to_string()))
}

/// Why something is destroyed.
struct Order {
    /// The rule.
    days: Option<i64>,
    why: Why,
    /// Who asked for it.
    person: Option<PersonId>,
}

async fn destroy(
    tx: &mut WriteTx,
    cx: &Cx,
    kept: &Kept,
    ids: Vec<String>,
    Order { days, why, person }: Order,
) -> Result<(Certificate, Certified), Error> {
    tx.destroy(kept, &ids).await?;
    let certificate = Certificate {
        id: cx.new_id(),
        class: kept.class.to_owned(),
        at: cx.now(),
        records: i64::try_from(ids.len()).unwrap_or(i64::MAX),
        days,
        why,
        person,
    };
    rows::certify(tx, &certificate).await?;
    let event = Certified {
        certificate: certificate.id,
        class: certificate.class.clone(),
        subject_kind: kept.subject,
        records: ids.len(),
        ids,
        days,
        why: certificate.why.to_string(),
    };
    Ok((certificate, event))
}
