//! Who asks, for which partnership, when, and in which language: the first argument of every
//! command and query, and the only way to the data.

use std::{
    any::Any,
    sync::{Arc, PoisonError},
};

use base::{Actor, Id, Instant, Language, PartnershipId, PersonId};

use crate::{
    Error, Permission, Standing, Store,
    permission::Scope,
    postgres::Begin,
    repeat::Once,
    store::Hold,
    tx::{self, ReadTx, WriteTx},
};

/// The context of one request, command or job.
#[derive(Clone)]
pub struct Cx {
    store: Store,
    actor: Actor,
    now: Instant,
    language: Language,
    partnership: Option<Named>,
    declared: Option<&'static [Permission]>,
    once: Option<Once>,
    shared: Option<Arc<Hold>>,
    extensions: Vec<Arc<dyn Any + Send + Sync>>,
}

/// How the partnership was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    Slug(String),
    Id(PartnershipId),
}

impl std::fmt::Debug for Cx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cx")
            .field("actor", &self.actor)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}

impl Cx {
    /// The context of somebody's request at an instant, outside any partnership.
    #[must_use]
    pub const fn new(store: Store, actor: Actor, now: Instant) -> Self {
        Self {
            store,
            actor,
            now,
            language: Language::English,
            partnership: None,
            declared: None,
            once: None,
            shared: None,
            extensions: Vec::new(),
        }
    }

    /// The same in the partnership with this short name.
    #[must_use]
    pub fn in_partnership(self, slug: &str) -> Self {
        Self { partnership: Some(Named::Slug(slug.to_owned())), ..self }
    }

    /// The same in this partnership.
    #[must_use]
    pub fn in_partnership_id(self, id: PartnershipId) -> Self {
        Self { partnership: Some(Named::Id(id)), ..self }
    }

    /// The same, allowed to use only the permissions that the route declares.
    #[must_use]
    pub fn declaring(self, permissions: &'static [Permission]) -> Self {
        Self { declared: Some(permissions), ..self }
    }

    /// The same for somebody else.
    #[must_use]
    pub fn acting(self, actor: Actor) -> Self {
        Self { actor, ..self }
    }

    /// The same in a language.
    #[must_use]
    pub fn speaking(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The same for a request that must be carried out at most once.
    #[must_use]
    pub fn once(self, once: Once) -> Self {
        Self { once: Some(once), ..self }
    }

    /// The same with a value that an upper package keeps for the length of the request.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, value: Arc<T>) -> Self {
        self.extensions.push(value);
        self
    }

    /// A value kept with the request, or with the whole installation.
    #[must_use]
    pub fn extension<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let find = |value: &Arc<dyn Any + Send + Sync>| Arc::clone(value).downcast::<T>().ok();
        self.extensions.iter().find_map(find).or_else(|| self.store.extension::<T>())
    }

    /// Who asks.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person who asks.
    ///
    /// # Errors
    /// [`Error::SignIn`] when it is nobody or no person.
    pub fn person(&self) -> Result<PersonId, Error> {
        self.actor.person().map(|person| person.person).ok_or(Error::SignIn)
    }

    /// The instant at which all of the request happens.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// The reader's language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The store, for the binary's commands.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// A new identifier.
    #[must_use]
    pub fn new_id<T: Id>(&self) -> T {
        self.store.ids().lock().unwrap_or_else(PoisonError::into_inner).next(self.now)
    }

    /// 256 bits that nobody can guess.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        self.store.ids().lock().unwrap_or_else(PoisonError::into_inner).secret()
    }

    /// Opens the data for looking: one snapshot for all queries.
    ///
    /// # Errors
    /// What is not granted is denied; what the actor may not know of is missing.
    pub async fn read(&self, permission: Permission) -> Result<ReadTx, Error> {
        self.declares(permission)?;
        tx::read(self, permission, Begin::Read).await
    }

    /// Opens the data for a single question, which needs no transaction around it. Outside
    /// partnerships, where the permission itself is a question.
    ///
    /// # Errors
    /// As [`Cx::read`].
    pub async fn glance(&self, permission: Permission) -> Result<ReadTx, Error> {
        self.declares(permission)?;
        tx::read(self, permission, Begin::Once).await
    }

    /// The same, whose looks are all at one point in time: they share a transaction, and what is
    /// asked at once goes to the server at once. What it changes itself it does not see. One that
    /// looks so already goes on with its own look.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn together(&self) -> Result<Self, Error> {
        if self.shared.is_some() {
            return Ok(self.clone());
        }
        let session = self.store.session(Begin::Read).await?;
        Ok(Self { shared: Some(Arc::new(Hold::shared(session))), ..self.clone() })
    }

    /// Whether the actor holds a permission here, before anything that was sent is looked at.
    ///
    /// # Errors
    /// As [`Cx::read`].
    pub async fn admits(&self, permission: Permission) -> Result<(), Error> {
        self.read(permission).await.map(drop)
    }

    /// Whether what the actor is in a partnership carries a permission: for lists that show records
    /// of several kinds. It opens nothing.
    #[must_use]
    pub fn carries(&self, permission: Permission, standing: &Standing) -> bool {
        self.store.skips(permission.name)
            || permission.admits(&self.actor, self.now).is_ok() && standing.carries(&permission)
    }

    /// Opens the data for one change.
    ///
    /// # Errors
    /// As [`Cx::read`].
    pub async fn write(&self, permission: Permission) -> Result<WriteTx, Error> {
        self.declares(permission)?;
        tx::write(self, permission).await
    }

    /// A route that uses a permission it does not declare is a fault: its declaration is what
    /// the documentation, the matrix test and the operator see.
    fn declares(&self, permission: Permission) -> Result<(), Error> {
        match self.declared {
            Some(declared) if !declared.iter().any(|one| one.name == permission.name) => {
                Err(Error::fault(format!("the route does not declare `{}`", permission.name)))
            }
            Some(_) | None if self.store.skips(permission.name) => Ok(()),
            Some(_) | None => permission.admits(&self.actor, self.now),
        }
    }

    pub(crate) const fn shared(&self) -> Option<&Arc<Hold>> {
        self.shared.as_ref()
    }

    pub(crate) const fn repeat(&self) -> Option<&Once> {
        self.once.as_ref()
    }

    pub(crate) fn partnership_needed(&self, permission: Permission) -> Result<&Named, Error> {
        match permission.scope {
            Scope::Partnership | Scope::Public(_) => self.partnership.as_ref().ok_or_else(|| {
                Error::fault(format!("`{}` was used outside a partnership", permission.name))
            }),
            Scope::Own | Scope::Installation => {
                Err(Error::fault(format!("`{}` is not a partnership's", permission.name)))
            }
        }
    }
}
