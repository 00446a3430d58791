//! Risks and issues in the database, heaviest first.

use base::{Date, Title, Value};
use store::{
    Cursor, KeyPart, Page, Query, Row, Statement, Tx, WriteTx, clauses, statements, values,
};

use super::{
    Account, Grade, Risk, RiskError, RiskId, State, Step, Weight,
    find::{Due, Filter},
};
use crate::{
    Error,
    goal::{ItemId, Layer},
    index::index_words,
    search_words,
};

statements! {
    LIST = "SELECT r.id, r.kind, r.title, r.details, r.likelihood, r.effect, r.level, r.owner,
        r.response, r.plan, r.review_on, r.state, r.closed_on, r.closed_words, r.since, r.revision
        FROM risks r WHERE r.partnership = $1";
    INSERT = "INSERT INTO risks (partnership, id, revision, since, kind, title, details,
        likelihood, effect, level, owner, response, plan, review_on, state, closed_on,
        closed_words)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    SAVE = "UPDATE risks SET kind = $4, title = $5, details = $6, likelihood = $7, effect = $8,
        level = $9, owner = $10, response = $11, plan = $12, review_on = $13, state = $14,
        closed_on = $15, closed_words = $16, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    ADD_STEP = "INSERT INTO risk_steps (partnership, risk, number, act, at, happened_on, person,
        organization, likelihood, effect, words, about)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
        FROM risk_steps WHERE partnership = $1 AND risk = $2";
    STEPS = "SELECT act, at, happened_on, person, organization, likelihood, effect, words, about
        FROM risk_steps WHERE partnership = $1 AND risk = $2 ORDER BY number DESC LIMIT 200";
    LINK = "INSERT INTO risk_items (partnership, risk, item) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, risk, item) DO NOTHING";
    UNLINK = "DELETE FROM risk_items WHERE partnership = $1 AND risk = $2 AND item = $3";
    THREATENED = "SELECT i.id, i.layer, i.title FROM risk_items r
        JOIN plan_items i ON i.partnership = r.partnership AND i.id = r.item
        WHERE r.partnership = $1 AND r.risk = $2 ORDER BY i.place, i.id LIMIT 200";
    ADD_WORD = "INSERT INTO risk_words (partnership, word, risk) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, risk) DO NOTHING";
    DROP_WORD = "DELETE FROM risk_words WHERE partnership = $1 AND word = $2 AND risk = $3";
    // Risks whose review is due and that an organization answers for which the person acts.
    MINE = "SELECT DISTINCT p.slug, p.name AS partnership_name, r.id, r.title, r.review_on
        FROM grants g JOIN risks r ON r.partnership = g.partnership AND r.owner = g.organization
            AND r.state = 'open' AND r.review_on <= $2
        JOIN partnerships p ON p.id = r.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY r.review_on, r.id LIMIT 20";
}

/// By which words one is found.
const WORDS: (&Statement, &Statement) = (&DROP_WORD, &ADD_WORD);

clauses! {
    IS of LIST = "AND r.id = $?";
    IN_STATE of LIST = "AND r.state = $?";
    OF_KIND of LIST = "AND r.kind = $?";
    OF of LIST = "AND r.owner = $?";
    REVIEW_BY of LIST = "AND r.review_on <= $?";
    THREATENS of LIST = "AND EXISTS (SELECT 1 FROM risk_items l
        WHERE l.partnership = r.partnership AND l.item = $? AND l.risk = r.id)";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM risk_words w WHERE w.partnership = r.partnership
        AND w.word = $? AND w.risk = r.id)";
    LIGHTER of LIST = "AND (r.level, r.id) < ($?, $?)";
    HEAVIEST of LIST = "ORDER BY r.level DESC, r.id DESC LIMIT $?";
    SOONEST of LIST = "ORDER BY r.review_on, r.id LIMIT $?";
}

/// A risk whose review is due from the reader, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: RiskId,
    pub(crate) title: Title,
    pub(crate) review_on: Date,
}

pub(crate) async fn find(tx: &Tx, id: RiskId) -> Result<Option<Risk>, Error> {
    let query = LIST.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(risk).transpose()
}

/// One page of a filtered list, the heaviest first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    today: Date,
    (after, limit): (Option<&str>, usize),
) -> Result<Page<Risk>, Error> {
    let parts = [KeyPart::Whole, KeyPart::Text];
    let after = after.map(|mark| Cursor::decode(mark, &parts)).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter, today)
        .and_if(&LIGHTER, after.map(|cursor| cursor.0))
        .and(&HEAVIEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let risks = rows.iter().map(risk).collect::<Result<Vec<_>, Error>>()?;
    let key = |risk: &Risk| Cursor(values![risk.account.weight.product(), risk.id]);
    Ok(Page::of(risks, limit, key))
}

/// What wants a look by a day, the longest due first.
pub(crate) async fn due(tx: &Tx, by: Date, limit: i64) -> Result<Vec<Risk>, Error> {
    let query = LIST
        .select(Vec::new())
        .and(&IN_STATE, values![State::Open])
        .and(&REVIEW_BY, values![by])
        .and(&SOONEST, values![limit]);
    tx.query_settled(query, Vec::new()).await?.iter().map(risk).collect()
}

/// What threatens an item and is open, the heaviest first.
pub(crate) async fn of_item(tx: &Tx, item: ItemId) -> Result<Vec<Risk>, Error> {
    let query = LIST
        .select(Vec::new())
        .and(&IN_STATE, values![State::Open])
        .and(&THREATENS, values![item])
        .and(&HEAVIEST, values![50_i64]);
    tx.query(query, Vec::new()).await?.iter().map(risk).collect()
}

/// What a risk threatens, in the plan's order.
pub(crate) async fn threatened(tx: &Tx, id: RiskId) -> Result<Vec<(ItemId, Layer, Title)>, Error> {
    let rows = tx.query(&THREATENED, values![id]).await?;
    let item = |row: &Row| Ok((row.get("id")?, row.get("layer")?, row.get("title")?));
    rows.iter().map(item).collect()
}

/// What is due from the reader, in every partnership.
pub(crate) async fn mine(tx: &Tx, by: Date) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            review_on: row.get("review_on")?,
        })
    };
    tx.query_settled(&MINE, values![by]).await?.iter().map(mine).collect()
}

/// What was done with it, the latest first.
pub(crate) async fn steps(tx: &Tx, id: RiskId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| -> Result<Step, Error> {
        Ok(Step {
            act: row.get("act")?,
            at: row.get("at")?,
            on: row.get("happened_on")?,
            person: row.get("person")?,
            organization: row.get("organization")?,
            weight: weight(row)?,
            words: row.get("words")?,
            about: row.get("about")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

pub(crate) async fn insert(tx: &mut WriteTx, risk: &Risk) -> Result<(), Error> {
    let mut values = values![risk.id, risk.revision, risk.since];
    values.extend(changing(risk));
    tx.execute(&INSERT, values).await?;
    Ok(index_words(tx, WORDS, risk.id, (&[], &words(risk))).await?)
}

/// Writes what a verb changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, before: &Risk, risk: &mut Risk) -> Result<(), Error> {
    let mut values = values![risk.id, risk.revision];
    values.extend(changing(risk));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Risk(RiskError::Changed)
        } else {
            error.into()
        }
    })?;
    index_words(tx, WORDS, risk.id, (&words(before), &words(risk))).await?;
    risk.revision = risk.revision.next();
    Ok(())
}

/// Adds a step to the history; its number is the next one.
pub(crate) async fn add_step(tx: &mut WriteTx, id: RiskId, step: &Step) -> Result<(), Error> {
    let values = values![
        id,
        step.act,
        step.at,
        step.on,
        step.person,
        step.organization,
        step.weight.likelihood.map(Grade::number),
        step.weight.effect.number(),
        step.words,
        step.about,
    ];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

/// Says that it threatens an item; whether it did not before.
pub(crate) async fn link(tx: &mut WriteTx, id: RiskId, item: ItemId) -> Result<bool, Error> {
    Ok(tx.execute(&LINK, values![id, item]).await? > 0)
}

/// Says that it threatens an item no longer; whether it did.
pub(crate) async fn unlink(tx: &mut WriteTx, id: RiskId, item: ItemId) -> Result<bool, Error> {
    Ok(tx.execute(&UNLINK, values![id, item]).await? > 0)
}

fn filtered(filter: &Filter, today: Date) -> Query {
    let state = filter.state.unwrap_or(State::Open);
    let query = LIST
        .select(Vec::new())
        .and(&IN_STATE, values![state])
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&OF, filter.owner.map(|owner| values![owner]))
        .and_if(&THREATENS, filter.item.map(|item| values![item]))
        .and_if(
            &REVIEW_BY,
            filter.due.map(|due| match due {
                Due::Review => values![today],
            }),
        );
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

/// What lists show of it, in the order of `INSERT` and `SAVE`.
fn changing(risk: &Risk) -> Vec<Value> {
    let Risk { account, .. } = risk;
    values![
        risk.kind,
        account.title,
        account.details,
        account.weight.likelihood.map(Grade::number),
        account.weight.effect.number(),
        account.weight.product(),
        account.owner,
        account.response,
        account.plan,
        account.review_on,
        risk.state,
        risk.closed_on,
        risk.closed_words,
    ]
}

fn words(risk: &Risk) -> Vec<String> {
    let account = &risk.account;
    let details = account.details.as_ref().map(super::Details::as_str);
    let plan = account.plan.as_ref().map(super::ResponsePlan::as_str);
    search_words([Some(account.title.as_str()), details, plan].into_iter().flatten())
}

fn weight(row: &Row) -> Result<Weight, Error> {
    let likelihood: Option<i64> = row.get("likelihood")?;
    let effect = Grade::of(row.get("effect")?).ok_or(Error::History)?;
    Ok(Weight { likelihood: likelihood.and_then(Grade::of), effect })
}

fn risk(row: &Row) -> Result<Risk, Error> {
    Ok(Risk {
        id: row.get("id")?,
        kind: row.get("kind")?,
        account: Account {
            title: row.get("title")?,
            details: row.get("details")?,
            weight: weight(row)?,
            owner: row.get("owner")?,
            response: row.get("response")?,
            plan: row.get("plan")?,
            review_on: row.get("review_on")?,
        },
        state: row.get("state")?,
        closed_on: row.get("closed_on")?,
        closed_words: row.get("closed_words")?,
        since: row.get("since")?,
        revision: row.get("revision")?,
    })
}
