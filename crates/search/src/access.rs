//! Who may do what.

use ::store::{Access, Permission};

/// Searching, in all of one's partnerships. What is found needs the permission of its own kind.
pub(crate) const FIND: Permission = Permission::own("search.find", Access::Read);

/// Following the record of each partnership: the server itself. No route declares it.
pub(crate) const FOLLOW: Permission = Permission::partnership("search.follow", Access::Read, &[]);

/// Knowing which partnerships there are: the server itself. No route declares it.
pub(crate) const HEADS: Permission = Permission::installation("search.heads", Access::Read);
