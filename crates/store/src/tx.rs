//! Transactions: the two gates.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use base::{Actor, EventId, JobId, OrganizationId, PartnershipId, PersonId, Role, Value, Zone};

use crate::{
    Cx, Error, Event, Job, Permission, Place, Row, Runnable, Written,
    authorize::{self, authorize},
    jobs,
    permission::Scope,
    postgres::Begin,
    repeat,
    settled::Settled,
    shown,
    statement::{Binding, Query, Statement, storable},
    store::{Dialect, Hold, Session, Store},
    values,
};

crate::installation_statements! {
    FOUND = "INSERT INTO partnerships (id, slug, name, zone, created_at) VALUES ($1, $2, $3, $4, $5)";
    FOUND_HEAD = "INSERT INTO heads (partnership, seq) VALUES ($1, 0)";
    DESCRIBE = "UPDATE partnerships SET name = $2, zone = $3 WHERE id = $1";
    GRANT = "INSERT INTO grants (partnership, person, organization, role, since)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (partnership, person, organization, role) DO NOTHING";
    REVOKE = "DELETE FROM grants WHERE partnership = $1 AND person = $2 AND organization = $3 AND role = $4";
    NEXT = "UPDATE heads SET seq = seq + 1 WHERE partnership = $1 RETURNING seq";
    RECORD = "INSERT INTO events (partnership, seq, id, at, actor, kind, subject_kind, subject, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    PARTY = "INSERT INTO event_parties (partnership, organization, seq) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, organization, seq) DO NOTHING";
}

/// What both kinds of transactions can do: ask.
#[derive(Debug)]
pub struct Tx {
    hold: Arc<Hold>,
    bound: Option<Value>,
    place: Option<Arc<Place>>,
    /// What is kept between looks; not for a change, which sees more than others do.
    settled: Option<Arc<Settled>>,
}

impl Tx {
    pub(crate) fn unbound(session: Session) -> Self {
        Self::sharing(Arc::new(Hold::alone(session)))
    }

    const fn sharing(hold: Arc<Hold>) -> Self {
        Self { hold, bound: None, place: None, settled: None }
    }

    /// Puts what was changed on the disk.
    pub(crate) async fn commit(self) -> Result<(), Error> {
        let hold = Arc::into_inner(self.hold);
        let hold = hold.ok_or_else(|| Error::fault("a look in common was to be committed"))?;
        hold.session.commit().await
    }

    pub(crate) fn hold(&self) -> &Hold {
        &self.hold
    }

    pub(crate) fn settled(&self) -> Option<&Settled> {
        self.settled.as_deref()
    }

    /// The partnership or the person that stands before each statement's values.
    pub(crate) const fn bound_to(&self) -> Option<&Value> {
        self.bound.as_ref()
    }

    /// The partnership in which it looks; none in a person's own scope.
    pub(crate) fn inside(&self) -> Option<&Place> {
        self.place.as_deref()
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.hold.session.dialect()
    }

    /// The partnership and what the actor is in it.
    ///
    /// # Errors
    /// A fault outside the scope of a partnership.
    pub fn place(&self) -> Result<Arc<Place>, Error> {
        self.place.clone().ok_or_else(|| Error::fault("this transaction is in no partnership"))
    }

    /// All rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn query(&self, what: impl Runnable, values: Vec<Value>) -> Result<Vec<Row>, Error> {
        Ok(self.run(what, values).await?.rows)
    }

    /// All rows of what several parts of a page ask alike: where they look [`Cx::together`], it is
    /// asked once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn query_once(
        &self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, Error> {
        let Query { sql, values, .. } = self.ready(what, values)?;
        self.hold.run_once(sql, values).await
    }

    /// The row, when there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn optional(
        &self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<Option<Row>, Error> {
        Ok(self.run(what, values).await?.rows.into_iter().next())
    }

    /// The row that must be there, such as that of a count.
    ///
    /// # Errors
    /// When the database fails; a fault when there is none.
    pub async fn one(&self, what: impl Runnable, values: Vec<Value>) -> Result<Row, Error> {
        self.optional(what, values)
            .await?
            .ok_or_else(|| Error::fault("a row that must be there is not"))
    }

    pub(crate) async fn execute(
        &mut self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<u64, Error> {
        Ok(self.run(what, values).await?.changed)
    }

    /// Runs one statement of the installation for many rows; how many changed.
    pub(crate) async fn execute_each(
        &mut self,
        statement: &'static Statement,
        rows: Vec<Vec<Value>>,
    ) -> Result<u64, Error> {
        rows.iter().try_for_each(|values| storable(values))?;
        self.hold.session.run_many(statement.sql, rows).await
    }

    async fn run(
        &self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<crate::sqlite::Outcome, Error> {
        let Query { sql, values, .. } = self.ready(what, values)?;
        self.hold.session.run(sql, values).await
    }

    /// The query with all its values.
    fn ready(&self, what: impl Runnable, values: Vec<Value>) -> Result<Query, Error> {
        let mut query = what.query(values);
        let bound = self.bound(query.binding, &query.sql)?;
        query.values = bound.into_iter().chain(query.values).collect();
        storable(&query.values)?;
        Ok(query)
    }

    /// What the transaction itself puts before a statement's values.
    fn bound(&self, binding: Binding, sql: &str) -> Result<Option<Value>, Error> {
        match binding {
            Binding::Bound if self.bound.is_none() => {
                Err(Error::fault(format!("nothing is bound for `{sql}`")))
            }
            Binding::Bound => Ok(self.bound.clone()),
            Binding::Installation => Ok(None),
        }
    }
}

/// A look at the data, all of it at one point in time.
#[derive(Debug)]
pub struct ReadTx(Tx);

/// One change. Dropping it changes nothing; committing it needs an event.
#[derive(Debug)]
pub struct WriteTx {
    tx: Tx,
    cx: Cx,
    scope: Scope,
}

impl Deref for ReadTx {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        &self.0
    }
}

impl DerefMut for ReadTx {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.0
    }
}

impl Deref for WriteTx {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

pub(crate) async fn read(cx: &Cx, permission: Permission, how: Begin) -> Result<ReadTx, Error> {
    open(cx, permission, how).await.map(ReadTx)
}

pub(crate) async fn write(cx: &Cx, permission: Permission) -> Result<WriteTx, Error> {
    let tx = open(cx, permission, Begin::Write).await?;
    Ok(WriteTx { tx, cx: cx.clone(), scope: permission.scope })
}

async fn open(cx: &Cx, permission: Permission, begin: Begin) -> Result<Tx, Error> {
    let shared = cx.shared().filter(|_| begin != Begin::Write);
    let hold = match shared {
        Some(hold) => Arc::clone(hold),
        None => Arc::new(Hold::alone(cx.store().session(begin).await?)),
    };
    let mut tx = Tx::sharing(hold);
    if begin == Begin::Read {
        tx.settled = Some(Arc::clone(cx.store().settled()));
    }
    match permission.scope {
        Scope::Installation => {}
        Scope::Own => tx.bound = Some(Value::Text(cx.person()?.to_string())),
        Scope::Partnership => {
            let place = authorize(cx, &tx, permission).await?;
            tx.bound = Some(Value::Text(place.partnership.to_string()));
            tx.place = Some(place);
        }
        Scope::Public(part) => {
            let place = shown::place(cx, &tx, permission, part).await?;
            tx.bound = Some(Value::Text(place.partnership.to_string()));
            tx.place = Some(Arc::new(place));
        }
    }
    Ok(tx)
}

impl WriteTx {
    /// The instant at which all of the change happens.
    #[must_use]
    pub fn now(&self) -> base::Instant {
        self.cx.now()
    }

    /// A new identifier.
    #[must_use]
    pub fn new_id<T: base::Id>(&self) -> T {
        self.cx.new_id()
    }

    /// Changes rows; how many.
    ///
    /// # Errors
    /// When the database fails; [`Error::Duplicate`] when a unique key is taken.
    pub async fn execute(&mut self, what: impl Runnable, values: Vec<Value>) -> Result<u64, Error> {
        self.tx.execute(what, values).await
    }

    /// Changes one row that the caller saw at a certain revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody changed it in between.
    pub async fn execute_fresh(
        &mut self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<(), Error> {
        if self.tx.execute(what, values).await? == 0 { Err(Error::Stale) } else { Ok(()) }
    }

    /// Runs one statement for many rows; how many changed.
    ///
    /// # Errors
    /// As [`WriteTx::execute`], at the first row that fails.
    pub async fn execute_many(
        &mut self,
        statement: &'static Statement,
        mut rows: Vec<Vec<Value>>,
    ) -> Result<u64, Error> {
        if let Some(bound) = self.tx.bound(statement.binding, statement.sql)? {
            for values in &mut rows {
                values.insert(0, bound.clone());
            }
        }
        rows.iter().try_for_each(|values| storable(values))?;
        self.tx.hold.session.run_many(statement.sql, rows).await
    }

    pub(crate) const fn cx(&self) -> &Cx {
        &self.cx
    }

    /// Enqueues background work, to be done after the commit; it may run twice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enqueue<J: Job>(&mut self, job: &J) -> Result<JobId, Error> {
        self.enqueue_at(job, self.cx.now()).await
    }

    /// Enqueues background work for later.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enqueue_at<J: Job>(&mut self, job: &J, at: base::Instant) -> Result<JobId, Error> {
        let id = self.cx.new_id();
        let body = serde_json::to_string(job)?;
        let stream = self.stream_key();
        jobs::insert(&mut self.tx, &stream, id, J::KIND, &body, at).await?;
        Ok(id)
    }

    /// Founds a partnership and goes on inside it. Only in the scope of the installation.
    ///
    /// # Errors
    /// [`Error::Duplicate`] when the short name is taken.
    pub async fn found(
        &mut self,
        id: PartnershipId,
        slug: &str,
        name: &str,
        zone: &Zone,
    ) -> Result<(), Error> {
        if self.scope != Scope::Installation {
            return Err(Error::fault("a partnership is founded in the installation's scope"));
        }
        let now = self.cx.now();
        self.tx.execute(&FOUND, values![id, slug, name, *zone, now]).await?;
        self.tx.execute(&FOUND_HEAD, values![id]).await?;
        self.enter(id).await
    }

    /// Goes on inside a partnership, for those whose right to be there was just proved some other
    /// way: an invitation, an accepted role, a job of the system. `store/README.md` lists the uses.
    ///
    /// # Errors
    /// When there is no such partnership.
    pub async fn enter(&mut self, id: PartnershipId) -> Result<(), Error> {
        if self.scope == Scope::Partnership {
            return Err(Error::fault("the transaction is in a partnership already"));
        }
        let place = authorize::entered(&self.cx, &self.tx, id).await?;
        self.tx.bound = Some(Value::Text(id.to_string()));
        self.tx.place = Some(Arc::new(place));
        self.scope = Scope::Partnership;
        Ok(())
    }

    /// Renames the partnership and sets its zone.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn describe(&mut self, name: &str, zone: &Zone) -> Result<(), Error> {
        let id = self.place()?.partnership;
        self.tx.execute(&DESCRIBE, values![id, name, *zone]).await.map(drop)
    }

    /// Grants a person a role for an organization in this partnership.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn grant(
        &mut self,
        person: PersonId,
        organization: OrganizationId,
        role: Role,
    ) -> Result<(), Error> {
        let id = self.place()?.partnership;
        let values = values![id, person, organization, role, self.cx.now()];
        self.tx.execute(&GRANT, values).await.map(drop)
    }

    /// Takes a role back; whether it was there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke(
        &mut self,
        person: PersonId,
        organization: OrganizationId,
        role: Role,
    ) -> Result<bool, Error> {
        let id = self.place()?.partnership;
        Ok(self.tx.execute(&REVOKE, values![id, person, organization, role]).await? > 0)
    }

    /// Ends the change with what happened. Once it returns, the change is on the disk.
    ///
    /// # Errors
    /// When the database fails: nothing was changed then.
    pub async fn commit<E: Event>(self, event: &E) -> Result<(), Error> {
        let written = Written::new(event)?;
        self.commit_all(vec![written]).await
    }

    /// Ends a change in which several things happened.
    ///
    /// # Errors
    /// As [`WriteTx::commit`]; a fault when there is no event.
    pub async fn commit_all(mut self, events: Vec<Written>) -> Result<(), Error> {
        if events.is_empty() {
            return Err(Error::fault("a change without an event"));
        }
        if let Some(once) = self.cx.repeat().cloned() {
            repeat::claim(&mut self.tx, &once, self.cx.now()).await?;
        }
        // Last, since it holds the partnership's head until the commit.
        let stream = self.stream_key();
        for event in events {
            self.record(&stream, event).await?;
        }
        let store: Store = self.cx.store().clone();
        self.tx.commit().await?;
        store.told();
        Ok(())
    }

    /// Ends bookkeeping that changes nobody's data: when a session was last seen, how often a
    /// stranger failed to sign in. Only in the scope of the installation.
    ///
    /// # Errors
    /// As [`WriteTx::commit`].
    pub async fn commit_upkeep(self) -> Result<(), Error> {
        if self.scope != Scope::Installation {
            return Err(Error::fault(
                "upkeep without an event is for the installation's own tables",
            ));
        }
        self.tx.commit().await
    }

    /// Whose record the events go into: the partnership's, or the installation's.
    fn stream_key(&self) -> String {
        match self.scope {
            Scope::Partnership => {
                let place = self.tx.place.as_ref();
                place.map(|place| place.partnership.to_string()).unwrap_or_default()
            }
            Scope::Own | Scope::Public(_) | Scope::Installation => String::new(),
        }
    }

    async fn record(&mut self, stream: &str, event: Written) -> Result<(), Error> {
        let at = self.cx.now();
        let id: EventId = self.cx.new_id();
        let actor = match self.cx.actor() {
            Actor::Nobody => "nobody".to_owned(),
            Actor::Person(person) => person.person.to_string(),
            Actor::System(name) => format!("system:{name}"),
        };
        let subscribers = self.cx.store().jobs().subscribers(event.kind);
        let seq: i64 = self.tx.one(&NEXT, values![stream]).await?.get("seq")?;
        let (subject, body) = (&event.subject, event.body.to_string());
        let values =
            values![stream, seq, id, at, actor, event.kind, subject.kind, subject.id, body];
        self.tx.execute(&RECORD, values).await?;
        let parties = event.parties.iter().map(|party| values![stream, party, seq]);
        self.execute_many(&PARTY, parties.collect()).await?;
        for kind in subscribers {
            let happened = jobs::Happened {
                seq,
                kind: event.kind.to_owned(),
                actor: actor.clone(),
                subject: event.subject.id.clone(),
                body: event.body.clone(),
            };
            let job = self.cx.new_id();
            let text = serde_json::to_string(&happened)?;
            jobs::insert(&mut self.tx, stream, job, kind, &text, at).await?;
        }
        Ok(())
    }
}
