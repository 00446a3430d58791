//! The list behind *What others share with us*. The columns of the inner list have the names that the
//! condition of the engine uses.

use base::{Instant, OrganizationId, ToValue, Value};
use policy::{ClientId, Column, ConsentId, Identifiability, Predicate, Regime, Set};
use store::{Row, Tx, clauses, statements, values};

use crate::{Error, Name, record::RecordId};

/// All that is the same for records of one kind, as the index has it, of a table's columns.
macro_rules! kind {
    ($of:literal) => {
        concat!(
            "(",
            $of,
            "holder || ' ' || ",
            $of,
            "origin || ' ' || ",
            $of,
            "class || ' ' || CAST(",
            $of,
            "regimes AS TEXT) || ' ' || CAST(",
            $of,
            "identifiability AS TEXT) || ' ' || CASE WHEN ",
            $of,
            "consent IS NULL THEN '-' ELSE '+' END || ' ' || COALESCE(",
            $of,
            "bound_to, ''))"
        )
    };
}

statements! {
    // The kinds of records that there are: each is found from the one before it, by the index.
    KINDS = concat!("WITH RECURSIVE kinds (kind) AS (SELECT (SELECT SUBSTR(holder, 1, 0)
        FROM client_records WHERE partnership = $1 ORDER BY id LIMIT 1) UNION ALL SELECT (SELECT ", kind!("r."),
        " AS next FROM client_records r WHERE r.partnership = $1 AND r.content IS NOT NULL AND ",
        kind!("r."), " > kinds.kind ORDER BY next LIMIT 1) FROM kinds WHERE kind IS NOT NULL)
        SELECT kind FROM kinds WHERE kind <> ''");
    LIST = concat!("SELECT id, client, consent, destroy_by, entered_at FROM (SELECT r.id, r.holder, r.client,
        r.class, r.regimes, r.consent, r.destroy_by, r.entered_at, r.opt_outs, r.custody, r.protected_address, ",
        kind!("r."), " AS kind
        FROM client_records r WHERE r.partnership = $1 AND r.content IS NOT NULL) s WHERE 1 = 1");
}

clauses! {
    OF_KIND of LIST = "AND kind = $?";
    // The same, where few clients are meant: found by them, and not in the order of an index.
    OF_KIND_AMONG of LIST = "AND holder = $? AND class = $? AND kind || '' = $?";
    // Whose client signed something that names us and is for the purpose. The offset has PostgreSQL look it up row
    // by row: it stops after a page, and would otherwise first read every consent there is.
    CONSENTED of LIST = "AND EXISTS (SELECT 1 FROM consent_ways w
        WHERE w.partnership = $1 AND w.client = s.client AND w.giver = s.holder AND w.until > $?
            AND CAST($? AS TEXT) LIKE '% ' || w.recipient || ' %'
            AND ' ' || w.purposes || ' ' LIKE '% ' || CAST($? AS TEXT) || ' %' LIMIT 1 OFFSET 0)";
    BEFORE of LIST = "AND id < $?";
    BEFORE_AMONG of LIST = "AND id || '' < $?";
    LATEST of LIST = "ORDER BY id DESC LIMIT $?";
    LATEST_AMONG of LIST = "ORDER BY id || '' DESC LIMIT $?";
}

/// A kind of records: what is the same for all of them, whomever they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) text: String,
    pub(super) holder: OrganizationId,
    pub(super) origin: OrganizationId,
    pub(super) class: Name,
    pub(super) regimes: Set<Regime>,
    pub(super) form: Identifiability,
    pub(super) is_under_consent: bool,
    pub(super) bound_to: Option<Name>,
}

impl Kind {
    fn read(text: String) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut next = || parts.next();
        let form = |place: usize| Identifiability::ALL.get(place).copied();
        Some(Self {
            holder: next()?.parse().ok()?,
            origin: next()?.parse().ok()?,
            class: next()?.parse().ok()?,
            regimes: Set::from_bits(next()?.parse().ok()?),
            form: form(next()?.parse().ok()?)?,
            is_under_consent: next()? == "+",
            bound_to: match next()? {
                "" => None,
                name => Some(name.parse().ok()?),
            },
            text,
        })
    }

    /// What a column holds in all records of the kind; nothing where they differ.
    pub(super) fn value(&self, column: Column) -> Option<Value> {
        match column {
            Column::Holder => Some(self.holder.to_value()),
            Column::Origin => Some(self.origin.to_value()),
            Column::Class => Some(self.class.to_value()),
            Column::Regimes => Some(self.regimes.bits().to_value()),
            Column::Identifiability => Some((self.form as i64).to_value()),
            Column::BoundTo => Some(self.bound_to.to_value()),
            Column::Consent => (!self.is_under_consent).then_some(Value::Null),
            Column::Client
            | Column::DestroyBy
            | Column::OptOuts
            | Column::Custody
            | Column::ProtectedAddress => None,
        }
    }
}

/// The kinds of records that there are.
pub(super) async fn kinds(tx: &Tx) -> Result<Vec<Kind>, Error> {
    let rows = tx.query(&KINDS, Vec::new()).await?;
    rows.iter().map(|row| Kind::read(row.get("kind")?).ok_or(Error::Stored)).collect()
}

/// A record that may be shared, as far as its kind does not say it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) id: RecordId,
    pub(super) client: ClientId,
    pub(super) consent: Option<ConsentId>,
    pub(super) destroy_by: Option<Instant>,
    pub(super) since: Instant,
}

/// Whose records are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whose<'a> {
    /// Anybody's.
    All,
    /// Those of these few.
    Among(&'a [ClientId]),
    /// Those who signed something that names one of these recipients.
    Consenting { recipients: &'a str, purpose: &'a Name, now: Instant },
}

/// The latest records of a kind that meet a condition.
pub(super) async fn latest(
    tx: &Tx,
    kind: &Kind,
    (condition, whose): (&Predicate, Whose<'_>),
    (before, limit): (Option<&Value>, usize),
) -> Result<Vec<Found>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let all = LIST.select(Vec::new());
    let (earlier, order) = match whose {
        Whose::Among(_) => (&BEFORE_AMONG, &LATEST_AMONG),
        Whose::All | Whose::Consenting { .. } => (&BEFORE, &LATEST),
    };
    let query = match whose {
        Whose::All => all.and(&OF_KIND, values![kind.text]),
        Whose::Among(clients) => all
            .and(&OF_KIND_AMONG, values![kind.holder, kind.class, kind.text])
            .and_one_of("client", clients.iter().map(ToValue::to_value).collect()),
        Whose::Consenting { recipients, purpose, now } => all
            .and(&OF_KIND, values![kind.text])
            .and(&CONSENTED, values![now, recipients, *purpose]),
    };
    let query = query
        .and_made(|first| condition.to_sql(first))
        .and_if(earlier, before.map(|before| vec![before.clone()]))
        .and(order, values![limit]);
    let rows = tx.query(query, Vec::new()).await?;
    let found = |row: &Row| {
        Ok(Found {
            id: row.get("id")?,
            client: row.get("client")?,
            consent: row.get("consent")?,
            destroy_by: row.get("destroy_by")?,
            since: row.get("entered_at")?,
        })
    };
    rows.iter().map(found).collect()
}
