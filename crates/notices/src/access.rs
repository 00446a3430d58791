//! Who may do what. Everybody sees and tunes their own notices, and nobody another's.

use store::{Access, Permission};

/// Seeing one's own notices and choices.
pub(crate) const SEE: Permission = Permission::own("notices.read", Access::Read);

/// Marking one's own notices, choosing how one is told, ending one's own links.
pub(crate) const CHANGE: Permission = Permission::own("notices.change", Access::Write);

/// Following a link from a mail: whoever holds its secret. What it then does needs the rights of
/// the person whom the mail went to.
pub(crate) const ANSWER: Permission = Permission::installation("answers.give", Access::Write);

/// Sending, and noting what was sent: jobs. No route declares it.
pub(crate) const DELIVER: Permission = Permission::installation("notices.deliver", Access::Write);

/// Knowing what time it is in a partnership: jobs. No route declares it, and no role carries it.
pub(crate) const CLOCK: Permission = Permission::partnership("notices.clock", Access::Read, &[]);
