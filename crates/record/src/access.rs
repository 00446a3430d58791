//! Who may do what with the record.

use base::Role;
use store::{Access, Permission};

const EVERYBODY: &[Role] =
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward, Role::Guest];
const STAFF: &[Role] = &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward];
const KEEPERS: &[Role] = &[Role::Coordinator, Role::Steward];

/// Looks at a log that its partnership opened to everybody. Whoever uses it asks first whether it
/// is open.
pub(crate) const LOOK: Permission = Permission::installation("log.look", Access::Read);

/// Looks at the log of one's own partnership.
pub(crate) const READ: Permission = Permission::partnership("log.read", Access::Read, EVERYBODY);

/// Takes the proof of an event along, with all that the event says.
pub(crate) const PROVE: Permission = Permission::partnership("log.prove", Access::Read, STAFF);

/// Reads who confirms the log.
pub(crate) const SETTINGS: Permission =
    Permission::partnership("log.settings", Access::Read, KEEPERS);

/// Says who may look at the log and who confirms it.
pub(crate) const SETTLE: Permission = Permission::partnership("log.settle", Access::Write, KEEPERS);

/// Notes what witnesses say: the program's own work.
pub(crate) const ATTEND: Permission = Permission::installation("log.attend", Access::Write);

/// Notes that somebody was shown another past: the program's own work, whoever brought the proof.
pub(crate) const REPORT: Permission = Permission::partnership("log.report", Access::Write, &[]);

/// Reads how long things are kept, and what was destroyed.
pub(crate) const READ_RETENTION: Permission =
    Permission::partnership("retention.read", Access::Read, STAFF);

/// Says how long things are kept.
pub(crate) const RETAIN: Permission =
    Permission::partnership("retention.set", Access::Write, KEEPERS);

/// Destroys what must not be kept: there is no way back.
pub(crate) const DESTROY: Permission =
    Permission::partnership("retention.destroy", Access::Write, &[Role::Steward]).with_step_up();

/// Sees which exports left with a signature.
pub(crate) const EXPORTS: Permission = Permission::partnership("exports.read", Access::Read, STAFF);

/// Takes an export along with a signature.
pub(crate) const SIGN_EXPORT: Permission =
    Permission::partnership("exports.sign", Access::Write, STAFF);
