//! Consents are not kept for ever: when one ended, and for how long after, the partnership says.

pub(crate) mod store;

/// Consents that ended or were taken back.
pub(crate) static CONSENTS: ::store::Kept = ::store::Kept {
    class: "consents",
    subject: "consent",
    due: |tx, before, limit| Box::pin(store::due(tx, before, limit)),
    destroy: |tx, ids| Box::pin(store::destroy(tx, ids)),
};
