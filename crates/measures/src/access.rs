//! Who may do what. Whose measures a person may change is decided by [`crate::measure::may_keep`].

use ::store::{Access::Read, Access::Write, Permission};
use base::Role::{self, Coordinator, Guest, Lead, Member, Steward};

const EVERYBODY: &[Role] = &[Coordinator, Lead, Member, Steward, Guest];
const STAFF: &[Role] = &[Coordinator, Lead, Member, Steward];

/// Measures, their numbers and their history.
pub(crate) const READ: Permission = Permission::partnership("measures.read", Read, EVERYBODY);
/// The forms of those who keep measures.
pub(crate) const FORM: Permission = Permission::partnership("measures.form", Read, STAFF);
/// Defining and changing measures, taking them out of use and back.
pub(crate) const DEFINE: Permission = Permission::partnership("measures.define", Write, STAFF);
/// Entering and correcting numbers.
pub(crate) const OBSERVE: Permission = Permission::partnership("measures.observe", Write, STAFF);
/// Letting measures say how items of the plan stand; whose items, the plan decides.
pub(crate) const SERVE: Permission =
    Permission::partnership("measures.serve", Write, &[Coordinator, Lead]);
/// Files that were sent, and what came of them.
pub(crate) const IMPORTS: Permission = Permission::partnership("measures.imports", Read, STAFF);
/// Sending files, and taking their numbers.
pub(crate) const IMPORT: Permission = Permission::partnership("measures.import", Write, STAFF);
/// Numbers that are due from me, and what changed, in all my partnerships.
pub(crate) const MINE: Permission = Permission::own("measures.mine", Read);
/// How the measures with targets stand, where the partnership shows it to everybody.
pub(crate) const PUBLIC: Permission = Permission::public("measures.public_measures", "measures");
