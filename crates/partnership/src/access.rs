//! Who may do what. What stands in no permission is denied.

use base::Role::{self, Coordinator, Guest, Lead, Member, Steward};
use store::{Access::Read, Access::Write, Permission};

const EVERYBODY: &[Role] = &[Coordinator, Lead, Member, Steward, Guest];
const STAFF: &[Role] = &[Coordinator, Lead, Member, Steward];
const LEADERS: &[Role] = &[Coordinator, Lead];
const COORDINATORS: &[Role] = &[Coordinator];

/// The front door, for anybody.
pub(crate) const FRONT: Permission = Permission::installation("front.read", Read);

/// Founding a partnership: commands of the operator only.
pub(crate) const FOUND: Permission = Permission::installation("partnership.found", Write);

/// My work.
pub(crate) const MY_WORK: Permission = Permission::own("me.read", Read);
/// My profile.
pub(crate) const MY_PROFILE: Permission = Permission::own("profile.read", Read);
/// Changing my profile.
pub(crate) const MY_PROFILE_CHANGE: Permission = Permission::own("profile.change", Write);

/// The overview and what the partnership says of itself.
pub(crate) const OVERVIEW: Permission =
    Permission::partnership("partnership.read", Read, EVERYBODY);
/// Changing what the partnership says of itself, its name and its zone.
pub(crate) const SETTLE: Permission =
    Permission::partnership("partnership.settle", Write, COORDINATORS);
/// The form for that.
pub(crate) const SETTINGS: Permission =
    Permission::partnership("partnership.settings", Read, COORDINATORS);

/// The record in words.
pub(crate) const ACTIVITY: Permission = Permission::partnership("activity.read", Read, EVERYBODY);

/// The page for everybody, where the partnership shows one.
pub(crate) const PUBLIC: Permission = Permission::public("public.page", "page");
/// The stories that everybody may read, where the partnership shows some.
pub(crate) const PUBLIC_STORIES: Permission = Permission::public("public.stories", "stories");

/// Organizations and their memberships.
pub(crate) const ORGANIZATIONS: Permission =
    Permission::partnership("organizations.read", Read, EVERYBODY);
/// Which of my partnerships an organization sits in.
pub(crate) const SHARED: Permission = Permission::own("organizations.shared", Read);
/// Adding an organization, changing or ending its membership.
pub(crate) const ADMIT: Permission =
    Permission::partnership("organizations.admit", Write, COORDINATORS);
/// The forms for that.
pub(crate) const ADMIT_FORM: Permission =
    Permission::partnership("organizations.admit_form", Read, COORDINATORS);
/// Changing an organization's entry.
pub(crate) const DESCRIBE_ORGANIZATION: Permission =
    Permission::partnership("organizations.describe", Write, LEADERS);
/// The form for that.
pub(crate) const DESCRIBE_FORM: Permission =
    Permission::partnership("organizations.describe_form", Read, LEADERS);

/// People and what they know.
pub(crate) const PEOPLE: Permission = Permission::partnership("people.read", Read, EVERYBODY);
/// The list of members as a file.
pub(crate) const PEOPLE_EXPORT: Permission =
    Permission::partnership("people.export", Read, LEADERS);
/// Pending invitations, and the form for a new one.
pub(crate) const INVITATIONS: Permission =
    Permission::partnership("invitations.read", Read, LEADERS);
/// Inviting, sending again, taking back.
pub(crate) const INVITE: Permission = Permission::partnership("invitations.send", Write, LEADERS);

/// Offers of roles, one's own and those that one may take back.
pub(crate) const ROLES: Permission = Permission::partnership("roles.read", Read, EVERYBODY);
/// Offering a role, taking an offer back.
pub(crate) const OFFER_ROLE: Permission = Permission::partnership("roles.offer", Write, LEADERS);
/// The form for that.
pub(crate) const OFFER_FORM: Permission =
    Permission::partnership("roles.offer_form", Read, LEADERS);
/// Answering an offer of a role, leaving a role.
pub(crate) const ANSWER_ROLE: Permission =
    Permission::partnership("roles.answer", Write, EVERYBODY);
/// Taking a role from somebody.
pub(crate) const REMOVE_ROLE: Permission = Permission::partnership("roles.remove", Write, LEADERS);

/// Bodies and seats.
pub(crate) const BODIES: Permission = Permission::partnership("bodies.read", Read, EVERYBODY);
/// Forming, changing and ending bodies, opening and closing seats.
pub(crate) const KEEP_BODIES: Permission =
    Permission::partnership("bodies.keep", Write, COORDINATORS);
/// The forms for that.
pub(crate) const BODIES_FORM: Permission =
    Permission::partnership("bodies.keep_form", Read, COORDINATORS);
/// Asking somebody to take a seat, clearing it.
pub(crate) const OFFER_SEAT: Permission = Permission::partnership("seats.offer", Write, STAFF);
/// The form for that.
pub(crate) const SEAT_FORM: Permission = Permission::partnership("seats.offer_form", Read, STAFF);
/// Answering a question about a seat.
pub(crate) const ANSWER_SEAT: Permission =
    Permission::partnership("seats.answer", Write, EVERYBODY);

/// What a job of this context does in a partnership.
pub(crate) const KEEP_ROSTER: Permission = Permission::partnership("people.keep", Write, &[]);
/// Following a person's account: its name, its end. Jobs only.
pub(crate) const FOLLOW_ACCOUNT: Permission =
    Permission::installation("people.follow_account", Write);
/// Giving roles without an offer: commands of the operator only.
pub(crate) const APPOINT: Permission = Permission::partnership("roles.appoint", Write, &[]);
