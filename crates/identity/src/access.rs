//! What may be done here, and by whom.

use base::Actor;
use store::{Access, Cx, Permission};

use crate::Error;

/// Signing in and out, links in mails, invitations: anybody.
pub(crate) const ENTER: Permission = Permission::installation("entrance.pass", Access::Write);

/// Making and closing accounts: the operator's command line. No route declares it.
pub(crate) const OPERATE: Permission = Permission::installation("accounts.operate", Access::Write);

/// Upkeep of the installation's own tables: jobs. No route declares it.
pub(crate) const KEEP_UP: Permission = Permission::installation("accounts.keep_up", Access::Write);

/// Finding where a person's mail goes: jobs, and holders of mailed secrets. No route declares it.
pub(crate) const MAIL: Permission = Permission::installation("accounts.mail", Access::Read);

/// Seeing one's own account.
pub(crate) const SEE: Permission = Permission::own("account.see", Access::Read);

/// Changing one's own name and language.
pub(crate) const CHANGE: Permission = Permission::own("account.change", Access::Write);

/// Seeing one's own sessions, passkeys and tokens.
pub(crate) const SEE_SECURITY: Permission = Permission::own("security.see", Access::Read);

/// Ending sessions and tokens: never harder than it must be.
pub(crate) const END: Permission = Permission::own("security.end", Access::Write);

/// Changing how one signs in: password, passkeys, tokens, e-mail address.
pub(crate) const SECURE: Permission =
    Permission::own("security.change", Access::Write).with_step_up();

/// Proving again who one is.
pub(crate) const PROVE: Permission = Permission::own("security.prove", Access::Write);

/// Mailing invitations: a job of the partnership. No route declares it, and no role carries it.
pub(crate) const SEND_INVITATIONS: Permission =
    Permission::partnership("accounts.send_invitations", Access::Write, &[]);

/// Lets only the operator's commands and our own jobs pass.
pub(crate) fn operator(cx: &Cx) -> Result<(), Error> {
    match cx.actor() {
        Actor::System(_) => Ok(()),
        Actor::Nobody | Actor::Person(_) => {
            Err(store::Error::Forbidden { permission: OPERATE.name }.into())
        }
    }
}
