//! What an error tells the one who meets it, whatever way they came in.

/// The kind of a problem. `web` turns it into a status code; no other package names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Not there, or the caller may not know that it is.
    Missing,
    /// The input is wrong; [`Problem::fields`] says where.
    Invalid,
    /// The request does not fit the state that the record is in.
    Conflict,
    /// The record changed since the caller read it.
    Stale,
    /// The caller is known and may not do this.
    Forbidden,
    /// The caller must sign in first.
    SignIn,
    /// The caller must prove again that it is them.
    StepUp,
    /// Too many requests from one place.
    TooMany,
    /// More bytes than are taken.
    TooLarge,
    /// Not now; the same request may pass a little later.
    Unavailable,
    /// Our fault: logged with its sources, and told without them.
    Fault,
}

/// What is wrong with one field, by the code of a catalog message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name in the form and in the JSON body.
    pub field: String,
    /// The message's code.
    pub code: &'static str,
    /// What the message needs to say how to mend it.
    pub args: Vec<(&'static str, String)>,
}

/// An error that people and programs meet at an edge.
pub trait Problem: std::error::Error + Send + Sync + 'static {
    /// Its kind.
    fn kind(&self) -> Kind;

    /// A stable word in snake case, listed in `docs/errors.md`; the catalogs say
    /// `error-` and the code with dashes.
    fn code(&self) -> &'static str;

    /// What the catalog message needs.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// The fields at fault, for [`Kind::Invalid`].
    fn fields(&self) -> &[FieldProblem] {
        &[]
    }
}
