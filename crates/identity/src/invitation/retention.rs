//! Invitations hold an address and a name: they are not kept for ever once they are answered.

pub(crate) mod store;

/// Invitations that were answered, withdrawn, or ran out.
pub(crate) static INVITATIONS: ::store::Kept = ::store::Kept {
    class: "invitations",
    subject: "invitation",
    due: |tx, before, limit| Box::pin(store::due(tx, before, limit)),
    destroy: |tx, ids| Box::pin(store::destroy(tx, ids)),
};
