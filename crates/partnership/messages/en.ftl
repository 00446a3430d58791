# The front door.
front-title = Working together, in one record
front-short = Concord is the shared workspace of public agencies, non-profits and communities that serve the same people. It shows what we agreed, what each of us owes, and what changed for people.
front-sign-in = Sign in
front-promise-title = Who does what by when
front-promise-text = Each promise names who made it, who waits for it, and the day. The one who waits says when it is kept.
front-measure-title = Is it getting better?
front-measure-text = Each number says where it comes from, who keeps it, and what it was before.
front-record-title = One record that all partners can trust
front-record-text = Every change is written down: who, when, for which agency, about what.
front-invited = Were you invited? Open the link in your email. It brings you in.

# My work.
me-page = My work
me-hello = Hello, { $name }.
me-late = { $count ->
    [0] Nothing is late.
    [one] 1 thing is late.
   *[other] { $count } things are late.
}
me-soon = { $count ->
    [0] Nothing is due this week.
    [one] 1 is due this week.
   *[other] { $count } are due this week.
}
me-wait = { $count ->
    [0] Nobody waits for your answer.
    [one] 1 thing waits for your answer.
   *[other] { $count } things wait for your answer.
}
me-owe = What I owe
me-owe-empty = You owe nothing now
me-owe-empty-text = Promises that you or your agency made show here, the most urgent first.
me-waits = What waits for me
me-waits-empty = Nothing waits for you
me-waits-empty-text = Offers, questions and roles that need your answer show here.
me-changed = What changed
me-changed-empty = Nothing changed lately
me-changed-empty-text = What your partners do shows here.
me-side = Also for me
me-partnerships = My partnerships
me-partnerships-empty = You are in no partnership yet. A coordinator can invite you by email.
me-edit-profile = Edit my profile
me-answer = Answer
me-role-offer = Take a role: { $role }, { $organization }
me-seat-offer = Take a seat: { $title }, { $body }, for { $organization }
me-asked = Asked by { $who }, { $when }. { $partnership }

# My profile.
profile-page = My profile
profile-short = Partners find you by what you write here. All your partnerships see it. Write nothing about clients.
profile-name-text = Your name and language are part of your account.
profile-name-link = Change your name
profile-title = Your title at { $organization }
profile-contact = How to reach you at work
profile-contact-hint = A phone number or an address for work
profile-about = What you do
profile-about-hint = Two or three sentences
profile-skills = What you can do
profile-languages = Languages you speak
profile-expertise = Fields you know well
profile-list-hint = One on each line, up to 20
profile-save = Save my profile
profile-saved-notice = Your profile is saved.

# Overview.
overview-page = Overview
overview-short = { $organizations ->
    [one] 1 partner
   *[other] { $organizations } partners
} and { $people ->
    [one] 1 person
   *[other] { $people } people
} since { $since }.
overview-organizations = { $count ->
    [one] 1 partner
   *[other] { $count } partners
}
overview-people = { $count ->
    [one] See the 1 person
   *[other] See all { $count } people
}
overview-purpose = Why we are here
overview-purpose-empty = Nobody wrote this down yet
overview-purpose-empty-text = Say in a few words why this partnership exists, so that new partners know.
overview-settings = Write it
overview-all = See all
overview-panel-empty = Nothing here yet.
overview-lately = Lately
overview-all-activity = All activity
overview-charter = Our charter
overview-charter-read = Read the charter
overview-side = Partners and dates
overview-members = Partners
overview-where = Where we work

# Settings.
settings-page = Settings
settings-short = What you write here shows on the overview. Everyone in the partnership is told in the activity.
settings-name = Name of the partnership
settings-vision = Shared vision
settings-vision-hint = One or two sentences: what will be better?
settings-purpose = Why we are here
settings-purpose-hint = What brought the partners together
settings-areas = Where we work
settings-areas-hint = FIPS codes, one on each line: 2 digits for a state, 5 for a county. Wisconsin is 55, Dane County is 55025
settings-charter = Charter
settings-charter-hint = The text that the partners agreed on
settings-zone = Time zone
settings-zone-hint = Deadlines are days in this zone, such as America/Chicago
settings-language = Language
settings-language-hint = Mails go out in it to people who chose none
settings-save = Save the settings
settings-saved-notice = The settings are saved.

# People.
people-page = People
people-short = { $people ->
    [one] 1 person
   *[other] { $people } people
} from { $organizations ->
    [one] 1 organization
   *[other] { $organizations } organizations
}. Search by name, skill, language or field.
people-invite = Invite people
people-my-profile = My profile
people-export = Export the list
people-search = Search
people-organization = Organization
people-all-organizations = All organizations
people-role = Role
people-all-roles = All roles
people-caption = People, by last name
people-name = Name
people-roles = Roles
people-knows = Knows
people-empty = No one fits
people-empty-text = Try one word less, or look in all organizations.
person-kicker = Person
person-gone = Left
person-short = { $name } works for { $organization }.
person-short-title = { $title }, { $organization }.
person-short-gone = { $name } left this partnership. The record keeps the name.
person-about = About
person-knows = Knows and can do
person-knows-empty = Nothing written yet.
person-known-skill = Can do
person-known-language = Speaks
person-known-expertise = Knows well
person-roles = Roles
person-roles-empty = No role here now.
person-role = { $role }, { $organization }
person-seats = Seats
person-seats-empty = Holds no seat.
person-side = How to reach
person-reach = How to reach
person-reach-empty = Nothing written yet.
person-activity = What they did
person-offer-role = Offer a role
person-leave-role = Give up this role
person-remove-role = Take this role away

# Organizations.
organizations-page = Organizations
organizations-short = { $count ->
    [one] 1 organization is a partner.
   *[other] { $count } organizations are partners.
}
organizations-add = Add an organization
organizations-caption = Organizations, by name
organizations-name = Name
organizations-part = Part
organizations-kind = Kind
organizations-sector = Field
organizations-all-sectors = All fields
organizations-since = Since
organizations-former = Which ones
organizations-today = Partners of today
organizations-with-former = Also those that left
organizations-until = Left on { $date }
organizations-empty = No organization fits
organizations-empty-text = Look in all fields, or add the first one.
organization-kicker = { $kind }, { $sector }
organization-gone = Left
organization-short = { $part } since { $since }.
organization-short-gone = Was a partner from { $since } to { $until }.
organization-edit = Edit
organization-edit-short = All partnerships of this organization see what you write here.
organization-membership = Change its part
organization-end = End the membership
organization-activity = What happened
organization-about = What it does
organization-about-label = What it does
organization-people = People
organization-people-empty = No one works for it here yet
organization-people-empty-text = Invite its lead by email. The lead can then bring in others.
organization-seats = Seats
organization-seats-empty = It has no seat in a group.
organization-seat = { $body }: { $title } ({ $holder })
organization-side = Facts
organization-facts = Facts
organization-website = Its website
organization-load = How much it carries
organization-load-partnerships = { $count ->
    [one] It sits in 1 partnership.
   *[other] It sits in { $count } partnerships.
}
organization-load-here = Here: { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $bodies ->
    [0] no group
    [one] 1 group
   *[other] { $bodies } groups
}, { $promises ->
    [0] no open promise
    [one] 1 open promise
   *[other] { $promises } open promises
}.
organization-load-note = You see the names only of partnerships that you are in.
organization-new = Add an organization
organization-new-short = Add a partner to this partnership. Then invite its lead by email.
organization-name = Name
organization-name-hint = The full name, as on its letters
organization-known = It is the same organization. Add it
organization-known-hint = An organization with this name is known here. Its own page stays as it is
organization-short-name = Short name
organization-short-name-hint = A few letters, such as RHA
organization-state = State
organization-no-state = No state
organization-tribe = Tribe
organization-tribe-hint = For a tribal government or organization
organization-website-label = Website
organization-website-hint = It begins with https://
organization-since = First day
organization-since-hint = The day it joined the partnership
organization-add = Add
organization-added-notice = The organization is added. Invite its lead next.
organization-save = Save
organization-saved-notice = The organization is saved.
organization-kind-federal = Federal agency
organization-kind-state = State agency
organization-kind-local = Local government
organization-kind-tribal = Tribal government
organization-kind-non-profit = Non-profit
organization-kind-community = Community group
organization-kind-faith = Faith group
organization-kind-school = School or college
organization-kind-health-provider = Health provider
organization-kind-business = Business
organization-kind-funder = Funder
organization-kind-other = Other
sector-housing = Housing
sector-health = Health
sector-behavioral-health = Behavioral health
sector-law-enforcement = Law enforcement
sector-courts = Courts
sector-social-services = Social services
sector-education = Education
sector-workforce = Jobs and training
sector-veterans = Veterans
sector-victim-services = Help for victims
sector-food = Food
sector-transportation = Transportation
sector-aging-disability = Aging and disability
sector-children-families = Children and families
sector-emergency = Emergency services
sector-general-government = General government
sector-community = Community
sector-other = Other
part-lead = Lead partner
part-member = Member
part-observer = Observer
membership-save = Save
membership-saved-notice = The membership is changed.
membership-until = Last day
membership-until-hint = Today or earlier
membership-end-what = { $organization } leaves the partnership. Its people lose their roles for it here, its seats close, and its invitations end.
membership-end-who = Everyone in the partnership sees it in the activity.
membership-end-back = The organization can be added again. Its people must be asked again.
membership-ended-notice = The membership has ended.

# Bodies and seats.
bodies-page = Groups
bodies-short = The council, work groups and review teams, and who sits in them.
bodies-form = Form a group
bodies-formed-notice = The group is formed. Open its first seat next.
bodies-edit = Edit
bodies-end = End this group
bodies-ended = Ended
bodies-ended-notice = The group has ended.
bodies-end-what = { $name } ends, and all its seats close. What it did stays in the record.
bodies-end-who = Everyone in the partnership sees it in the activity.
bodies-end-back = No. You can form a new group.
bodies-count = { $seats ->
    [0] No seats
    [one] 1 seat
   *[other] { $seats } seats
}, { $empty ->
    [0] none empty
   *[other] { $empty } empty
}
bodies-empty = No groups yet
bodies-empty-text = A group has seats for organizations. A coordinator forms the first one, such as the council.
bodies-name = Name
bodies-kind = Kind
bodies-purpose = Why it meets
bodies-purpose-label = Why it meets
bodies-purpose-hint = What it decides or works on
bodies-save = Save
bodies-saved-notice = The group is saved.
bodies-seats = Seats
bodies-terms = Who sat here before
body-kind-council = Council
body-kind-work-group = Work group
body-kind-review-team = Review team
body-short = Meets since { $since }.
body-short-ended = Ended on { $date }.
seats-empty = No seats yet
seats-empty-text = A seat belongs to an organization and outlives the person who holds it.
seats-open = Open a seat
seats-open-short = A seat belongs to an organization. After this, ask one of its people to take it.
seats-opened-notice = The seat is open. Ask somebody to take it.
seats-title = Name of the seat
seats-title-hint = Such as Chair, or Housing seat
seats-organization = For which organization
seats-person = Who
seats-person-hint = People who have a role for this organization
seats-note = A word to them
seats-offer = Ask somebody
seats-offer-short = You ask somebody to take the seat “{ $title }” in { $body } for { $organization }. It is theirs when they say yes.
seats-hand-over = Hand over
seats-hand-over-short = You ask somebody to take over the seat “{ $title }” in { $body } for { $organization }. Until they say yes, nothing changes. Then its open promises go with it.
seats-offered-notice = They were asked.
seats-withdraw = Take the question back
seats-withdrawn-notice = The question is taken back.
seats-accept = Take this seat
seats-taken-notice = The seat is yours.
seats-decline = Say no
seats-declined-notice = You said no.
seats-vacate = Clear this seat
seats-vacated-notice = The seat is empty.
seats-vacate-what = Nobody holds the seat “{ $title }” for { $organization } any more. If somebody is ready to follow, hand it over instead.
seats-close = Close this seat
seats-closed-notice = The seat is closed.
seats-close-what = The seat “{ $title }” for { $organization } goes away for good.
seats-closed = A closed seat
seats-end-who = Everyone in the partnership sees it in the activity.
seats-end-back = No. You can ask somebody anew, or open a new seat.
seats-holder = Held by { $who } since { $since }.
seats-vacant = Empty.
seats-nobody = empty
seats-asked = { $who } was asked to take it.
seats-mine = Seats offered to me
seats-term = { $who }: { $title }
seats-ended-handed-over = { $since } to { $until }, then handed over
seats-ended-vacated = { $since } to { $until }, then empty
seats-ended-closed = { $since } to { $until }, then closed

# Roles.
roles-page = Roles
roles-short = { $count ->
    [0] No role waits for your answer.
    [one] 1 role waits for your answer.
   *[other] { $count } roles wait for your answer.
} A role is yours when you say yes.
roles-mine = Roles offered to me
roles-empty = No offers now
roles-empty-text = When a coordinator or the lead of your organization offers you a role, it shows here and on My work.
roles-made = Offers that wait for others
roles-made-empty = No offers wait.
roles-to = { $person }: { $role }, { $organization }
roles-by = Offered by { $who }, { $when }
roles-accept = Take this role
roles-accepted-notice = The role is yours.
roles-decline = Say no
roles-decline-why = Say no
roles-declined-notice = You said no.
roles-why = Why
roles-withdraw = Take the offer back
roles-withdrawn-notice = The offer is taken back.
roles-offer = Offer a role
roles-new = Offer a role
roles-new-short = The person decides. To bring in someone new, invite them by email.
roles-person = Who
roles-organization = For which organization
roles-role = Role
roles-note = A word to them
roles-offered-notice = The role is offered. You see here when they answer.
roles-leave-what = You give up the role { $role } for { $organization }. If it is your last one for { $organization }, your seats for it become empty.
roles-remove-what = { $person } loses the role { $role } for { $organization }. If it is their last one for { $organization }, their seats for it become empty.
roles-end-who = Everyone in the partnership sees it in the activity.
roles-end-back = Only by a new offer.
roles-left-notice = You gave up the role.
roles-removed-notice = The role is taken away.
word-role-coordinator = Coordinator
word-role-lead = Lead
word-role-member = Member
word-role-steward = Data steward
word-role-guest = Guest
word-part-lead = lead partner
word-part-member = member
word-part-observer = observer

# Invitations.
invitations-page = Invitations
invitations-short = { $count ->
    [0] No invitation waits for an answer.
    [one] 1 invitation waits for an answer.
   *[other] { $count } invitations wait for an answer.
}
invitations-new = Invite somebody
invitations-email = Email address
invitations-email-hint = An address at work, such as name@agency.gov
invitations-name = Name
invitations-note = A word to them
invitations-note-hint = It goes into the mail. Write nothing about clients
invitations-language = Language of the mail
invitations-send = Send the invitation
invitations-sent-notice = The invitation is on its way.
invitations-pending = Waiting for an answer
invitations-empty = No invitations wait
invitations-empty-text = An invitation stays here until the person says yes or no.
invitations-dates = Sent by { $who }, { $sent }. Ends on { $ends }
invitations-resend = Send again
invitations-resent-notice = The invitation was sent again.
invitations-revoke = Take it back
invitations-revoked-notice = The invitation is taken back. Its link does not work any more.

# Activity.
activity-page = Activity
activity-short = Everything that happened here, the latest first.
activity-about = About
activity-all = Everything
activity-person = Done by
activity-everybody = Everybody
activity-about-organization = Organizations
activity-about-person = People and roles
activity-about-body = Groups and seats
activity-about-invitation = Invitations
activity-about-partnership = The partnership
activity-empty = Nothing happened yet
activity-empty-text = Each change in the partnership shows here, with who and when.
activity-json = The same as JSON
activity-somebody = Somebody
activity-somebody-of = Somebody of { $organization }
activity-system = Concord
event-unknown = { $who } did something that this version has no words for
event-partnership-founded = { $who } founded the partnership. { $coordinator } coordinates it for { $organization }
event-partnership-settled = { $who } changed what the partnership says about itself
event-organization-registered = { $who } entered { $organization }
event-organization-joined = { $who } added { $organization } as { $part }
event-organization-described = { $who } changed the page of { $organization }
event-membership-changed = { $who } changed the part of { $organization } to { $part }
event-membership-ended = { $who } ended the membership of { $organization }
event-profile-described = { $who } changed their profile
event-person-joined = { $person } joined the partnership
event-person-invited = { $who } invited somebody for { $organization }. Role: { $role }
event-invitation-resent = { $who } sent an invitation for { $organization } again
event-invitation-revoked = { $who } took back an invitation for { $organization }
event-role-given = { $person } was given a role for { $organization }: { $role }
event-role-offered = { $who } offered { $person } a role for { $organization }: { $role }
event-role-accepted = { $who } took a role for { $organization }: { $role }
event-role-declined = { $who } declined a role for { $organization }: { $role }
event-role-withdrawn = { $who } took back the offer of a role to { $person }: { $role }, { $organization }
event-role-left = { $who } gave up a role for { $organization }: { $role }
event-role-removed = { $person } no longer has a role for { $organization }: { $role }. Done by { $who }
event-body-formed = { $who } formed a group: { $name }
event-body-changed = { $who } changed the group { $name }
event-body-ended = { $who } ended the group { $name }
event-seat-opened = { $who } opened a seat for { $organization }: { $title }
event-seat-offered = { $who } asked { $to } to take the seat “{ $title }” for { $organization }
event-seat-withdrawn = { $who } no longer asks { $to } to take the seat “{ $title }” for { $organization }
event-seat-declined = { $to } said no to the seat “{ $title }” for { $organization }
event-seat-taken = { $to } took the seat “{ $title }” for { $organization }
event-seat-handed-over = { $from } handed the seat “{ $title }” for { $organization } over to { $to }
event-seat-vacated = { $from } left the seat “{ $title }” for { $organization }
event-seat-closed = { $who } closed the seat “{ $title }” for { $organization }

# Mails.
people-mail-role-offered-subject = You are offered a role
people-mail-role-offered-text = Somebody offers you a role in { $partnership }. It is yours when you say yes. Open the link to answer.
people-mail-seat-offered-subject = You are asked to take a seat
people-mail-seat-offered-text = Somebody asks you to take a seat in { $partnership }. It is yours when you say yes. Open the link to answer.

# What went wrong.
error-not-yours = Only a coordinator, or a lead of this organization, can do this.
error-organization-missing = This organization is not in this partnership.
error-entry-kept-elsewhere = Another partnership keeps the page of this organization. Ask its lead to change it there.
error-organization-name-taken = An organization called “{ $name }” is known here. Tick the box if it is the same one, or write another name.
error-member-already = This organization is a partner already.
error-membership-ended = This organization has left the partnership. Add it again first.
error-ends-before-start = Enter a last day on or after { $date }.
error-ends-in-future = Enter a last day on or before { $date }.
error-person-missing = This person is not in this partnership.
error-not-of-organization = This person has no role for this organization here. Offer them one first.
error-last-coordinator = A partnership needs a coordinator. Give the role to somebody else first.
error-role-held = They have this role already.
error-role-not-held = They do not have this role.
error-role-offered = They were offered this role already, and have not answered.
error-role-offer-missing = There is no such offer for you.
error-role-offer-answered = This offer was answered or taken back.
error-body-missing = There is no such group here.
error-body-ended = This group has ended. Form a new one.
error-seat-missing = There is no such seat here.
error-seat-closed = This seat is closed. Open a new one.
error-seat-empty = Nobody holds this seat.
error-seat-held = They hold this seat already. Choose somebody else.
error-seat-asked = Somebody was asked and has not answered. Take that question back first.
error-seat-not-asked = You were not asked to take this seat, or the question was taken back.
error-slug-taken = A partnership is called “{ $slug }” already. Choose another short name.
error-area-unknown = { $code } is no FIPS code. Enter 2 digits for a state or 5 for a county
error-area-not-state = Choose a state
error-too-many-items = List at most { $max }
error-zone-unknown = Enter a time zone such as America/Chicago
error-revision-needed = Send the number of the version that you saw, as If-Match or as revision

# What the search finds.
find-organization = Organization
find-person = Person
find-body = Group

# Stories
stories-title = Story
stories-link = Read the whole story
stories-link-text = From the idea to the result, with what led to it and what came of it.
stories-stands = Now: { $status }.
stories-record = Open the record
stories-led = What led to it
stories-told = What happened
stories-more = And { $count } more like it
stories-came = What came of it
stories-nothing = Nothing has happened yet.
stories-is-public = Everybody may read this story, without an account.
stories-public-page = See the page for everybody
stories-publish = Let everybody read it
stories-publish-what = Everybody may read this story: what it is called, what happened to it, what led to it and what came of it, with the words that partners wrote.
stories-publish-who = Names of people do not show. Names of organizations do. Read the story once more before you let it out.
stories-publish-back = You can take it back at any time. What somebody has copied by then stays copied.
stories-hide = For partners only again
stories-hide-what = Only partners may read this story.
stories-hide-who = It leaves the page for everybody.
stories-hide-back = You can let everybody read it again at any time.
stories-published-notice = Everybody may read the story now.
stories-hidden-notice = Only partners may read the story now.
event-public-story-published = { $who } let everybody read the story of “{ $title }”.
event-public-story-hidden = { $who } let only partners read the story of “{ $title }”.
event-public-parts-shown =
    { $count ->
        [0] { $who } took back everything that the partnership showed to everybody.
        [one] { $who } decided what everybody may see of the partnership: one part.
       *[other] { $who } decided what everybody may see of the partnership: { $count } parts.
    }
error-story-missing = There is no story here. The address may be wrong, or it is not for everybody.

# The page for everybody
public-title = Our promises and progress
public-short = This page shows what the partners promise and how far they are. Nobody has to sign in.
public-nothing = Nothing yet.
public-stories = Stories
public-who = Who we are
public-not = What this page never shows
public-not-text = Names of people, anything about a client, and numbers so small that they could point to one person.
public-part-page = A page for everybody, with the name, the vision and the members
public-part-stories = Stories that a coordinator let out
public-settings = What everybody may see
public-settings-short = Choose what people without an account may read about this partnership.
public-settings-see = See the page for everybody
public-settings-parts = Show to everybody
public-settings-note = Without the first box there is no page at all. Names of people never show.
public-settings-save = Save
public-saved-notice = What everybody may see is saved.

# What a seat carries
seats-handover = What it carries
seats-handover-short = All that goes with this seat: open promises, questions, duties, agreements and threads. Whoever holds the seat next takes it over.
seats-handover-holder = { $who } holds it.
seats-handover-before = Before: { $who }.
seats-handover-nothing = Nothing.
seats-charge = What it is
seats-charge-short = Say what the seat “{ $title }” is to { $body }.
seats-charge-label = Whoever holds this seat
seats-charge-hint = A group should have somebody who leads it, and somebody who stands in.
seats-charge-save = Save
seats-charge-notice = Saved what the seat is.
word-charge-lead = Leads the group
word-charge-deputy = Stands in for the lead
word-charge-member = Member
event-seat-entrusted = { $who } said what the seat “{ $title }” of { $organization } is: { $charge }.
bodies-gaps = Groups that lack somebody
bodies-gap-empty =
    { $count ->
        [one] 1 seat is empty.
       *[other] { $count } seats are empty.
    }
bodies-gap-lead = Nobody leads it.
bodies-gap-deputy = Nobody stands in for the lead.
people-mail-seat-handed-over-subject = What you took over with your seat
people-mail-seat-handed-over-text = You took over a seat in { $partnership }. Open the link to see what goes with it.
people-mail-seat-empty-subject = A seat is empty
people-mail-seat-empty-text = Nobody holds a seat in { $partnership } any more. Open the link to ask somebody.
