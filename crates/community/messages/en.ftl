# Errors of what partners do together.
error-community-table = The table could not be written. Try again.
error-community-fields = Some fields need another value

# Discussions.
talk-title = Discussions
talk-block = Talk about this
talk-none-yet = Nobody has said anything here yet. Begin below.
talk-none = Nobody has said anything here yet.
talk-lead = { $count ->
    [one] { $count } discussion. Everybody in the partnership can read it and reply.
   *[other] { $count } discussions. Everybody in the partnership can read them and reply.
 }
talk-lead-read = { $count ->
    [one] { $count } discussion. Guests read here.
   *[other] { $count } discussions. Guests read here.
 }
talk-all-about = See all discussions about this
talk-between = { $count ->
    [one] { $count } earlier reply
   *[other] { $count } earlier replies
 }
talk-by = { $organization }, { $when }
talk-edited = Changed. { $when }
talk-reply = Reply
talk-open = Open the discussion
talk-write = Write a message
talk-write-hint = Do not write client names here. Write @ and a full name, such as @Jo Lindqvist, to tell somebody. **Bold** and lists work.
talk-post = Post message
talk-new = Start a discussion
talk-new-short = About: { $name }
talk-new-title = What it is about
talk-new-title-hint = A few words, as in the subject of a letter
talk-who-reads = Everybody in the partnership can read it. Those you name with @ get an email with a link, never with your words.
talk-for = You speak for
talk-for-first = My main organization
talk-line = Line { $line } of version { $version }
talk-untitled = A discussion about: { $name }
talk-taken-back = The person who wrote this took it back.
talk-hidden = { $who } hid this message. The reason: { $why }
talk-hidden-plain = A coordinator hid this message. Open the discussion to read why.
talk-reaction-agree = Agree
talk-reaction-thanks = Thanks
talk-reaction-help = Need help
talk-act-edit = Change
talk-act-take-back = Take back
talk-act-hide = Hide
talk-act-appeal = Ask for another look
talk-act-review = Look at it again
talk-short = { $who } started this for { $organization } on { $date }. { $answers ->
    [0] Nobody has replied yet.
    [one] { $answers } reply.
   *[other] { $answers } replies.
 }
talk-said = What was said
talk-answer = Reply
talk-side = About this discussion
talk-about = About
talk-all = All discussions
talk-back = Back to the discussion
talk-hear = What you hear of it
talk-hear-save = Save
talk-mode-follow = Every reply
talk-mode-neither = Only when I am named
talk-mode-mute = Nothing
talk-close = It is settled
talk-reopen = Open it again
talk-is-closed = This discussion is settled. Open it again to go on.
talk-guests-read = Guests read here. A coordinator can open this discussion to guests.
talk-status-closed = Settled
talk-status-help-plain = Help is needed
talk-status-help = { $count ->
    [one] { $count } person needs help
   *[other] { $count } people need help
 }
talk-list-short = Everything that is said in this partnership, the latest first.
talk-list-about = Everything that is said about: { $name }
talk-filter-show = Show
talk-filter-all = All
talk-filter-any = Anything
talk-filter-partner = Started by
talk-filter-any-partner = Any partner
talk-filter-words = Words
talk-show-open = Not settled
talk-show-help = Help is needed
talk-show-followed = That I follow
talk-show-closed = Settled
talk-none-found = Nothing fits these filters
talk-none-found-text = Choose fewer filters or other words.
talk-empty = Nothing has been said yet
talk-empty-text = Discussions show here. Each one is also on the page of what it is about.
talk-caption = Discussions, the latest first
talk-column-what = Discussion
talk-column-who = Started by
talk-column-answers = Replies
talk-column-last = Last message
talk-kind-commitment = Commitment
talk-kind-decision = Decision
talk-kind-plan-item = Plan
talk-kind-measure = Measure
talk-kind-agreement = Agreement
talk-kind-organization = Partner
talk-kind-body = Group
talk-kind-partnership = The partnership
talk-kind-draft = Draft
talk-kind-announcement = Announcement
talk-kind-disagreement = Disagreement
talk-kind-meeting = Meeting
talk-kind-other = Something else
talk-edit-title = Change your message
talk-edit-short = Everybody can see that it was changed, and how it read before.
talk-edit-save = Save
talk-history-title = How this message read before
talk-history-short = { $who } wrote and changed it.
talk-history-none = This message cannot be read.
talk-until = Until { $when }
talk-now = Now
talk-take-back-title = Take back your message
talk-take-back-short = Your words go away. Replies of others stay.
talk-take-back-what = Nobody can read your message any more, not even you. A line says that you took it back.
talk-take-back-knows = All partners see that there was a message.
talk-take-back-back = No. Write a new message instead.
talk-why-hint = All partners can read this. Write about the message, not about the person.
talk-hide-title = Hide a message
talk-hide-short = { $who } wrote it. Hide what names a client, insults somebody, or breaks a law. Do not hide what you do not like.
talk-hide-why = Why
talk-hide-what = Others see your reason in place of the message. The writer and coordinators still read it.
talk-hide-knows = The writer gets an email and can ask for another look. The record keeps who hid it and why.
talk-hide-back = Yes. Look at it again and show it.
talk-hide-notice = The message is hidden. The writer was told.
talk-appeal-title = Ask for another look
talk-appeal-short = A coordinator hid this message. Say why others should read it.
talk-appeal-why = Why it should be shown
talk-appeal-what = A coordinator looks at it again and answers with a reason.
talk-appeal-knows = Coordinators get an email. The record keeps your words.
talk-appeal-back = No. But you can take back the message itself.
talk-appeal-notice = We told the coordinators.
talk-review-title = Look at a hidden message again
talk-review-short = { $who } wrote it.
talk-review-why = Why
talk-review-what = It is shown again, or stays hidden.
talk-review-knows = The writer gets an email. The record keeps your reason.
talk-review-back = Yes. You can look at it again.
talk-review-notice = The writer was told.
talk-look = What should happen
talk-look-show = Show it again
talk-look-keep-hidden = Leave it hidden
talk-rulings-title = Hidden messages
talk-rulings-short = Each time a message was hidden, looked at again, or shown, with the reason.
talk-rulings-none = No message was ever hidden
talk-rulings-none-text = When a coordinator hides a message, it shows here with the reason.
talk-rulings-caption = What was done to messages, the latest first
talk-rulings-what = What
talk-rulings-why = Reason
talk-rulings-when = When
talk-rulings-waits = Waits for an answer
talk-ruling-hidden = { $who } hid a message by { $writer }
talk-ruling-appealed = { $writer } asked for another look
talk-ruling-kept-hidden = { $who } left a message by { $writer } hidden
talk-ruling-shown = { $who } showed a message by { $writer } again
talk-settings-title = Where guests may write
talk-settings-short = Guests and community members read discussions. Here you choose where they also write.
talk-settings-everywhere = Everywhere
talk-settings-all = The whole partnership
talk-settings-kinds = By what it is about
talk-settings-single = On one page
talk-settings-as-all = As for the whole partnership.
talk-door = Guests
talk-door-open = Guests may write here.
talk-door-closed = Guests only read here.
talk-door-let = Let guests write
talk-door-close = Let guests only read
talk-opened-notice = Your message is posted.
talk-answered-notice = Your reply is posted.
talk-edited-notice = Your message is changed.
talk-taken-back-notice = You took your message back.
talk-reacted-notice = Done. The writer can see it.
talk-unreacted-notice = You took it back.
talk-follow-notice = You get an email for each reply.
talk-mute-notice = You hear nothing more of this discussion.
talk-neither-notice = You hear of it only when you are named.
talk-closed-notice = The discussion is settled.
talk-reopened-notice = The discussion goes on.
talk-door-open-notice = Guests may write there now.
talk-door-closed-notice = Guests only read there now.
talk-panel-named = Somebody asks you
talk-panel-named-by = { $who } named you: { $name }
talk-panel-named-detail = { $partnership }
talk-panel-answer = Reply
talk-mail-named-subject = Somebody named you in a discussion
talk-mail-named-text = A partner named you or your organization. Open the link to read it and to reply.
talk-mail-answered-subject = There is a new reply
talk-mail-answered-text = There is a new reply in a discussion that you follow. Open the link to read it.
talk-mail-help-subject = Somebody needs help
talk-mail-help-text = A partner cannot go on alone with something that is being discussed. Open the link to see what it is.
talk-mail-hidden-subject = Your message was hidden
talk-mail-hidden-text = A coordinator hid a message of yours. Open the link to read why. You can ask for another look.
talk-mail-kept-hidden-subject = Your message stays hidden
talk-mail-kept-hidden-text = A coordinator looked at your message again. Open the link to read the answer.
talk-mail-shown-subject = Your message is shown again
talk-mail-shown-text = A coordinator looked at your message again. Everybody can read it now.
talk-mail-appealed-subject = Somebody asks for another look
talk-mail-appealed-text = The writer of a hidden message asks you to look at it again. Open the link to answer.
event-talk-opened = { $who } started a discussion about: { $about_name }
event-talk-answered = { $who } replied in a discussion about: { $about_name }
event-talk-edited = { $who } changed a message about: { $about_name }
event-talk-taken-back = { $who } took a message back about: { $about_name }
event-talk-help-wanted = { $who } needs help. The discussion is about: { $about_name }
event-talk-closed = { $who } settled a discussion about: { $about_name }
event-talk-reopened = { $who } opened a discussion again about: { $about_name }
event-talk-hidden = { $who } hid a message about: { $about_name }
event-talk-appealed = { $who } asked for another look at a hidden message about: { $about_name }
event-talk-kept-hidden = { $who } left a message hidden about: { $about_name }
event-talk-shown = { $who } showed a message again about: { $about_name }
event-talk-sealed = Somebody reacted to a message, or chose what to hear
event-talk-door-set = { $who } changed where guests may write
error-talk-missing = There is no such discussion here.
error-talk-changed = Somebody changed this since you opened it. Look at it as it is now, then try again.
error-talk-fields = Some fields need another value.
error-talk-not-yours = Only the person who wrote this, or a coordinator, may do that.
error-talk-guests-read = Guests read here. Ask a coordinator to open this discussion to guests.
error-talk-closed = This discussion is settled. Open it again to go on.
error-talk-not-closed = This discussion is not settled.
error-talk-full = This discussion is full. Start another one.
error-talk-not-shown = { $state ->
    [hidden] This message is hidden, so that cannot be done now.
   *[other] This message was taken back, so that cannot be done any more.
 }
error-talk-not-hidden = This message is not hidden.
error-talk-appealed = You asked already. A coordinator will answer.
error-talk-own-post = This is your own message. Others can react to it.
error-talk-same = Nothing was changed. Write another text, or go back.

# Announcements.
announcements-title = Announcements
announcements-one = Announcement
announcements-list-short = What every partner should know, and who has read it.
announcements-new = Announce something
announcements-new-short = Tell all partners, or some of them. You see for which organization somebody has read it.
announcements-name = In a few words
announcements-name-hint = As in the subject of a letter
announcements-body = What you announce
announcements-body-hint = Do not write client names here. **Bold** and lists work.
announcements-read-by-hint = We remind those who have not read it 2 days before, on the day and 3 days after.
announcements-read-by = Please read it by { $date }.
announcements-audience = For whom
announcements-audience-hint = Choose nobody to tell all partners.
announcements-new-what = It shows on this page and in the work of the leads, until somebody has read it for each organization.
announcements-new-knows = All partners can read it. The leads of those you choose get an email with a link.
announcements-new-back = Yes, with a reason. The words stay on the record.
announcements-publish = Announce it
announcements-edit = Correct it
announcements-edit-short = Everybody can see that it was corrected, and how it read before. Who has read it has read it.
announcements-edit-save = Save the correction
announcements-withdraw = Take it back
announcements-why = Why
announcements-why-hint = All partners can read this.
announcements-withdraw-what = It stays on the page, marked as taken back, with your reason. Nobody is reminded any more.
announcements-withdraw-knows = The leads of those it was for get an email.
announcements-withdraw-back = No. Announce it again instead.
announcements-status-withdrawn = Taken back
announcements-withdrawn = It was taken back on { $when }. The reason: { $why }
announcements-short = { $who } announced this for { $organization } on { $date }.
announcements-before = How it read before
announcements-side = Who has read it
announcements-who-read = Read for
announcements-not-read = Not read yet
announcements-reader = { $who }, { $when }
announcements-confirm = I have read it for { $organization }
announcements-remind = Remind those who have not
announcements-export = Save as a table (CSV)
announcements-all = All announcements
announcements-none = Nothing was announced yet
announcements-none-text = Announcements show here, with who has read them.
announcements-none-found = No announcement fits these filters
announcements-none-found-text = Choose fewer filters.
announcements-caption = Announcements, the latest first
announcements-column-who = Announced by
announcements-column-when = When
announcements-column-by = Read by
announcements-column-read = Read for
announcements-show-unread = I have not read it
announcements-show-awaited = Somebody has not read it
announcements-published-notice = It is announced.
announcements-corrected-notice = The correction is saved.
announcements-withdrawn-notice = It is taken back.
announcements-read-notice = Thank you. Others see that you have read it.
announcements-reminded-notice = We reminded those who have not read it.
announcements-panel-unread = Announcements to read
announcements-panel-read = Read it
announcements-panel-detail = For { $organization }, in { $partnership }
announcements-mail-published-subject = There is an announcement
announcements-mail-published-text = A partner announced something to your organization. Open the link to read it, and say that you have.
announcements-mail-reminded-subject = An announcement waits to be read
announcements-mail-reminded-text = Nobody of your organization has read an announcement yet. Open the link to read it, and say that you have.
announcements-mail-withdrawn-subject = An announcement was taken back
announcements-mail-withdrawn-text = An announcement to your organization was taken back. Open the link to read why.
event-announcement-published = { $who } announced: { $title }
event-announcement-corrected = { $who } corrected an announcement: { $title }
event-announcement-withdrawn = { $who } took an announcement back: { $title }
event-announcement-read = { $who } has read an announcement for { $organization }: { $title }
event-announcement-reminded = Those who had not read it were reminded of an announcement: { $title }
error-announcement-missing = There is no such announcement here.
error-announcement-changed = Somebody changed this announcement since you opened it. Look at it as it is now, then try again.
error-announcement-fields = Some fields need another value.
error-announcement-date-past = Enter { $today } or a later date.
error-announcement-not-yours = Only a coordinator, or a lead of the organization that announced it, may do this.
error-announcement-not-awaited = This announcement is not for an organization that you work for.
error-announcement-withdrawn = This announcement was taken back.
error-announcement-all-read = Everybody has read this.
error-announcement-reminded-today = They were reminded today. Wait until tomorrow.
error-announcement-same = Nothing was changed. Write another text, or go back.

# The register of disagreements.
disagreements-title = Disagreements
disagreements-one = Disagreement
disagreements-register = Register
disagreements-list-short = Where partners see a question differently, and how it was settled.
disagreements-cannot-agree = You cannot agree? Put the question on the register of disagreements.
disagreements-new = Register a disagreement
disagreements-new-short = It came up with: { $name }
disagreements-question = Question
disagreements-question-hint = The question on which you are at odds, so that each side can accept its words
disagreements-parties = Who is at odds
disagreements-parties-hint = Two or more
disagreements-party = Party
disagreements-your-view = How your organization sees it
disagreements-your-view-hint = What you want and what stands behind it. Do not write client names here.
disagreements-background = Background
disagreements-open = Put it on the register
disagreements-new-what = It shows on the register and on the page of what it is about. Each party says how it sees it.
disagreements-new-knows = All partners see it. The leads of the parties get an email with a link.
disagreements-new-back = Yes, with a reason. It stays on the register as taken back.
disagreements-state-open = Open
disagreements-state-settled = Settled
disagreements-state-withdrawn = Taken back
disagreements-way-agreed = All see it the same way now
disagreements-way-compromise = Each gave something
disagreements-way-decided = A decision settled it
disagreements-way-stepped-back = One gave its view up
disagreements-way-lives-on = They agree to see it differently
disagreements-any-way = Any way
disagreements-settled = How it was settled
disagreements-views = How each party sees it
disagreements-no-view = It has not said yet.
disagreements-history = History
disagreements-side = About this disagreement
disagreements-thread = The discussion it came from
disagreements-all = All disagreements
disagreements-short = { $parties }. Since { $date }.
disagreements-short-settled = Settled on { $date }: { $way }.
disagreements-since = Since
disagreements-column-state = How it stands
disagreements-caption = Disagreements, the latest first
disagreements-none = There are no disagreements
disagreements-none-text = When partners see a question differently, it shows here until it is settled.
disagreements-none-found = No disagreement fits these filters
disagreements-outcome = What you settled on
disagreements-outcome-hint = All partners can read this. Do not write client names here.
disagreements-on = When it was settled
disagreements-why-reopen = Why it is open again
disagreements-why-withdraw = Why there is no disagreement
disagreements-verb-view = Say how we see it
disagreements-verb-settle = It is settled
disagreements-verb-reopen = Open it again
disagreements-verb-withdraw = Take it back
disagreements-view-what = Your words stand beside those of the other parties.
disagreements-view-knows = All partners see it.
disagreements-view-back = You can say it anew while it is open. The history keeps each text.
disagreements-settle-what = The register says how and when it was settled.
disagreements-settle-knows = All partners see it. The leads of the parties get an email.
disagreements-settle-back = Yes. Any party can open it again with a reason.
disagreements-reopen-what = It is open again. The history keeps how it was settled before.
disagreements-reopen-knows = All partners see it. The leads of the parties get an email.
disagreements-reopen-back = Settle it again.
disagreements-withdraw-what = It stays on the register as taken back, with your reason.
disagreements-withdraw-knows = All partners see it.
disagreements-withdraw-back = Yes. Any party can open it again with a reason.
disagreements-opened-notice = It is on the register.
disagreements-view-notice = Your view is saved.
disagreements-settle-notice = It is settled.
disagreements-reopen-notice = It is open again.
disagreements-withdraw-notice = It is taken back.
disagreements-step-opened = { $who } of { $organization } put it on the register
disagreements-step-viewed = { $who } said how { $organization } sees it
disagreements-step-settled = { $who } of { $organization } said how it was settled
disagreements-step-reopened = { $who } of { $organization } opened it again
disagreements-step-withdrawn = { $who } of { $organization } took it back
disagreements-mail-opened-subject = A disagreement is on the register
disagreements-mail-opened-text = A partner put a question on the register of disagreements that concerns your organization. Open the link to say how you see it.
disagreements-mail-settled-subject = A disagreement was settled
disagreements-mail-settled-text = A disagreement that concerns your organization was settled. Open the link to read how.
disagreements-mail-reopened-subject = A disagreement is open again
disagreements-mail-reopened-text = A disagreement that concerns your organization was opened again. Open the link to read why.
event-disagreement-opened = { $who } put a disagreement on the register: { $question }
event-disagreement-viewed = { $who } said how { $organization } sees a disagreement: { $question }
event-disagreement-settled = { $who } said how a disagreement was settled: { $question }
event-disagreement-reopened = { $who } opened a disagreement again: { $question }
event-disagreement-withdrawn = { $who } took a disagreement back: { $question }
error-disagreement-missing = There is no such disagreement here.
error-disagreement-changed = Somebody changed this disagreement since you opened it. Look at it as it is now, then try again.
error-disagreement-fields = Some fields need another value.
error-disagreement-two-parties = Choose two parties or more.
error-disagreement-day-to-come = Enter today or an earlier date.
error-disagreement-day-before = Enter the day on which it began, or a later one.
error-disagreement-not-yours = Only a coordinator, or somebody of a party, may do this.
error-disagreement-not-party = Your organization is no party of this disagreement.
error-disagreement-over = { $state ->
    [settled] This disagreement is settled. Open it again first.
   *[other] This disagreement was taken back. Open it again first.
 }
error-disagreement-not-over = This disagreement is open.
error-disagreement-same = Nothing was changed. Write another text, or go back.
error-meeting-missing = There is no such meeting in this partnership
error-series-missing = There is no such series of meetings in this partnership
error-meeting-item-missing = There is no such item on this agenda
error-meeting-no-body = Choose a body that still meets
error-meeting-changed = Somebody changed this since you opened it. Look at it as it is now, then change it.
error-meeting-not-yours = Only a coordinator, or whoever holds a seat in this body, can do this.
error-meeting-not-taking-part = Only those whose organization has a seat in this body can do this.
error-meeting-same = Nothing was changed.
error-meeting-not-planned = { $state ->
    [under_way] The meeting is under way.
    [held] The meeting was held already.
    [cancelled] The meeting was cancelled.
   *[other] This can only be done before the meeting.
 }
error-meeting-not-under-way = { $state ->
    [planned] Open the meeting first.
    [held] The meeting has ended already.
    [cancelled] The meeting was cancelled.
   *[other] This can only be done during the meeting.
 }
error-meeting-not-held = { $state ->
    [planned] The meeting has not been held yet.
    [under_way] End the meeting first.
    [cancelled] The meeting was cancelled.
   *[other] This can only be done after the meeting.
 }
error-meeting-not-cancelled = This meeting was not cancelled.
error-meeting-past = The time of this meeting has passed. Plan another one.
error-series-ended = This series has ended. Begin another one.
error-meeting-agenda-closed = { $state ->
    [cancelled] The meeting was cancelled, so its agenda does not change any more.
   *[other] The meeting was held, so its agenda does not change any more.
 }
error-meeting-minutes-out = { $minutes ->
    [approved] The minutes were approved and stay as they are.
   *[other] The minutes wait to be approved. Take them back before you change them.
 }
error-meeting-minutes-not-out = { $minutes ->
    [approved] The minutes were approved already.
   *[other] The minutes have not been given to the members yet.
 }
error-meeting-not-later = Minutes are approved at a later meeting of the same body that is or was held.
error-meeting-agenda-full = An agenda has at most 60 items. Take one away first.
error-meeting-has-notes = Something was noted here already. Mark it as done or as not finished.
error-meeting-on-agenda = This stands on the agenda already.
error-meeting-no-base = We do not know the text that you began from. Copy your words, open the page again and add them.
error-meeting-not-own = Only the person who wrote this can take it back.
error-meeting-stored = The record of this meeting cannot be read.
error-meeting-length = Enter minutes as a whole number, from 1 to 1440
error-meeting-about = Choose a page of this partnership
error-series-rule = We cannot read the rule at “{ $part }”. Write it like FREQ=MONTHLY;BYDAY=2TU
error-series-rule-time = Leave hours and minutes out of the rule, and let it go by days, weeks, months or years
error-series-rule-empty = This rule makes no meeting. Change the rule or the days
error-duties-number = Enter a whole number from 1 to { $most }

# Meetings.
meetings-title = Meetings
meetings-short-coming = These meetings come next.
meetings-short-past = These meetings were held or cancelled. The latest comes first.
meetings-plan = Plan one meeting
meetings-export = Save as a table (CSV)
meetings-list = Show
meetings-list-coming = Meetings that come
meetings-list-past = Meetings that were
meetings-body = Body
meetings-body-all = All bodies
meetings-state = State
meetings-state-all = All
meetings-state-planned = Planned
meetings-state-under-way = Under way
meetings-state-held = Held, minutes are being written
meetings-state-cancelled = Cancelled
meetings-minutes = Minutes
meetings-minutes-all = All
meetings-minutes-none = Not given out yet
meetings-minutes-submitted = Minutes wait to be approved
meetings-minutes-approved = Minutes approved
meetings-column-when = When
meetings-column-what = Meeting
meetings-column-state = State
meetings-online = Online
meetings-none = No meeting is planned
meetings-none-text = Here you see when each body meets. A series makes its meetings by itself for a year ahead.
meetings-none-found = No meeting fits
meetings-none-found-text = Choose other filters, or show all meetings.
meetings-no-bodies = There is no body whose meetings you plan
meetings-no-bodies-text = A coordinator plans the meetings of every body, and whoever holds a seat those of their own. Ask your coordinator.
meetings-named = { $title }, { $date }
meetings-when = { $day }, { $time }
meetings-when-zone = { $day }, { $time } ({ $zone })
meetings-minutes-long = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
meetings-hours-long = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
meetings-hours-minutes = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 } { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
meetings-short-planned = { $when }. { $items ->
    [0] The agenda is empty.
    [one] { $items } item is on the agenda.
   *[other] { $items } items are on the agenda.
 }
meetings-short-under-way = Now: { $when }. { $items ->
    [0] The agenda is empty.
    [one] { $items } item is on the agenda.
   *[other] { $items } items are on the agenda.
 }
meetings-short-cancelled = { $when }. This meeting was cancelled.
meetings-short-held = { $when }. { $outcomes ->
    [0] Nothing was decided or promised.
    [one] { $outcomes } decision or promise came of it.
   *[other] { $outcomes } decisions and promises came of it.
 } The minutes are being written.
meetings-short-submitted = { $when }. { $outcomes ->
    [0] Nothing was decided or promised.
    [one] { $outcomes } decision or promise came of it.
   *[other] { $outcomes } decisions and promises came of it.
 } The minutes wait for the next meeting.
meetings-short-approved = { $when }. { $outcomes ->
    [0] Nothing was decided or promised.
    [one] { $outcomes } decision or promise came of it.
   *[other] { $outcomes } decisions and promises came of it.
 } The minutes were approved.
meetings-before = The meeting before: { $when }
meetings-after = The meeting after: { $when }
meetings-all = All meetings
meetings-more = More meetings
meetings-facts = Facts
meetings-day = When
meetings-clock = Time
meetings-length = How long
meetings-length-minutes = How many minutes
meetings-place = Place
meetings-link = Link to join
meetings-link-hint = A web address that begins with https://
meetings-join = Join online
meetings-zone = Time zone
meetings-zone-hint = Such as America/Chicago. Leave it empty for the partnership's own.
meetings-open = For the public
meetings-open-yes = The public may come
meetings-open-no = Members only
meetings-open-box = The public may come
meetings-open-hint = Open meetings are posted in time, by the rules of the body.
meetings-name = Name of the meeting
meetings-name-hint = Such as “Council meeting”
meetings-save = Save
meetings-edit-one = You change this meeting alone. The series stays as it is.
meetings-posted = Posted
meetings-series = Series
meetings-series-yes = Made by a series
meetings-series-own = Made by a series and changed by itself
meetings-quorum = Quorum
meetings-quorum-one = One seat
meetings-quorum-third = A third of the seats
meetings-quorum-half = More than half of the seats
meetings-quorum-two-thirds = Two thirds of the seats
meetings-quorum-all = All seats
meetings-cancelled-why = Why it was cancelled
meetings-owed = What this meeting owes
meetings-duty-post-ahead = To be posted by { $when }
meetings-duty-post-soon = Post it by { $when }
meetings-duty-post-late = Should have been posted by { $when }
meetings-duty-post-kept = Posted in time, before { $when }
meetings-duty-post-kept-late = Posted after { $when }
meetings-duty-post-again-ahead = It was moved. To be posted again by { $when }
meetings-duty-post-again-soon = It was moved. Post it again by { $when }
meetings-duty-post-again-late = It was moved after { $when } and should be posted again
meetings-duty-post-again-kept = Posted again in time
meetings-duty-post-again-kept-late = Posted again too late
meetings-duty-comment-ahead = The public needs a turn on the agenda by { $when }
meetings-duty-comment-soon = Give the public a turn on the agenda by { $when }
meetings-duty-comment-late = The public has no turn on the agenda, due { $when }
meetings-duty-comment-kept = The public has a turn
meetings-duty-comment-kept-late = The public got its turn late
meetings-duty-minutes-ahead = Minutes to be given out by { $when }
meetings-duty-minutes-soon = Give the minutes out by { $when }
meetings-duty-minutes-late = Minutes should have been given out by { $when }
meetings-duty-minutes-kept = Minutes given out in time
meetings-duty-minutes-kept-late = Minutes given out after { $when }
meetings-duty-act-post = Post it
meetings-duty-act-post-again = Post it again
meetings-duty-act-comment = Open the agenda
meetings-duty-act-minutes = Give the minutes out
meetings-total = { $planned } planned of { $length }
meetings-total-over = { $planned } planned, and the meeting has only { $length }
meetings-why = Why is it cancelled?
meetings-why-hint = Everybody in the body reads this. Name no client.
meetings-close-open = These items are not done. They come back at the next meeting.
meetings-verb-begin = Open the meeting
meetings-verb-close = End the meeting
meetings-verb-submit = Give the minutes out
meetings-verb-post = Post the meeting
meetings-verb-reopen = Note more
meetings-verb-withdraw = Take the minutes back
meetings-verb-restore = Hold it after all
meetings-verb-cancel = Cancel the meeting
meetings-verb-edit = Change time or place
meetings-what-begin = From now on, everybody who takes part can write minutes.
meetings-what-close = The meeting ends. Seats that nobody marked count as absent. You can still write minutes.
meetings-what-submit = The minutes go to the members, and the next meeting approves them. Until then nobody changes them.
meetings-what-post = The agenda is posted. If the public may come and the partnership shows its meetings, it stands on the public page.
meetings-what-reopen = The meeting is under way again, so that you can add items and notes.
meetings-what-withdraw = The minutes can be changed again. The next meeting does not approve them before you give them out anew.
meetings-what-restore = The meeting is planned again for the same time.
meetings-what-cancel = The meeting is not held. What is on its agenda waits for the next meeting.
meetings-knows-begin = Everybody in the partnership can see that the meeting is under way.
meetings-knows-close = Everybody in the partnership can see that the meeting ended.
meetings-knows-submit = Everybody who holds a seat gets an email with a link.
meetings-knows-post = Everybody who holds a seat gets an email with a link.
meetings-knows-reopen = Everybody in the partnership can see it.
meetings-knows-withdraw = Everybody in the partnership can see it.
meetings-knows-restore = Everybody who holds a seat gets an email with a link.
meetings-knows-cancel = Everybody who holds a seat gets an email with a link.
meetings-back-begin = No. You can end it at any time.
meetings-back-close = Yes, with “Note more”, until you give the minutes out.
meetings-back-submit = Yes, until they are approved.
meetings-back-post = No. If you change it later, post it again.
meetings-back-reopen = Yes: end the meeting again.
meetings-back-withdraw = Yes: give them out again.
meetings-back-restore = Yes: cancel it again.
meetings-back-cancel = Yes, until its time has passed.
meetings-planned-notice = The meeting is planned.
meetings-changed-notice = The meeting was changed.
meetings-begin-notice = The meeting is open. Everybody who takes part can write now.
meetings-close-notice = The meeting has ended. What was not done comes back at the next one.
meetings-submit-notice = The minutes were given out.
meetings-post-notice = The meeting was posted.
meetings-reopen-notice = You can note more now.
meetings-withdraw-notice = The minutes can be changed again.
meetings-restore-notice = The meeting is planned again.
meetings-cancel-notice = The meeting was cancelled.
meetings-approve-notice = The minutes were approved.
meetings-item-state-open = Open
meetings-item-state-done = Done
meetings-item-state-unfinished = Not finished
meetings-item-state-aside = Set aside
meetings-item-minutes = Approve the minutes: { $title }
meetings-item-comment = Time for the public
meetings-source-proposed = proposed by the program
meetings-source-returned = back from an earlier meeting
meetings-source-rule = by the rules of the body
meetings-outcome-decision = Decision
meetings-outcome-commitment = Promise
meetings-panel-coming = My next meetings
meetings-panel-coming-detail = { $body }, { $time }, { $partnership }
meetings-panel-owed = What my meetings owe
meetings-panel-owed-detail = { $partnership }
meetings-panel-post = Post “{ $title }”
meetings-panel-post-again = Post “{ $title }” again: it was moved
meetings-panel-comment = Give the public a turn at “{ $title }”
meetings-panel-minutes = Give out the minutes of “{ $title }”
meetings-panel-soon = Due soon
meetings-panel-late = Late
meetings-panel-next = Next meetings
meetings-mail-posted-subject = A meeting of your body was posted
meetings-mail-posted-text = A meeting of your body was posted, with its agenda. Open the link to read what will be talked about.
meetings-mail-moved-subject = A meeting of your body was moved
meetings-mail-moved-text = The time or place of a meeting of your body was changed. Open the link to see it.
meetings-mail-cancelled-subject = A meeting of your body was cancelled
meetings-mail-cancelled-text = A meeting of your body was cancelled. Open the link to read why.
meetings-mail-restored-subject = A meeting of your body will be held after all
meetings-mail-restored-text = A meeting that was cancelled will be held. Open the link to see when and where.
meetings-mail-minutes-subject = Minutes wait for you to read them
meetings-mail-minutes-text = The minutes of a meeting of your body were given out. Open the link to read them, and say what should be corrected.
meetings-mail-duty-post-subject = A meeting is to be posted
meetings-mail-duty-post-text = An open meeting is to be posted soon, with its agenda. Open the link to post it.
meetings-mail-duty-post-again-subject = A meeting is to be posted again
meetings-mail-duty-post-again-text = An open meeting was moved after it was posted. Open the link to post it again.
meetings-mail-duty-comment-subject = The public needs a turn at a meeting
meetings-mail-duty-comment-text = An open meeting has no time for the public on its agenda. Open the link to add it.
meetings-mail-duty-minutes-subject = The minutes of a meeting are due
meetings-mail-duty-minutes-text = The minutes of a meeting are due. Open the link to give them out.

# The agenda.
agenda-title = Agenda
agenda-add = Add an item
agenda-edit = Change the item
agenda-edit-short = Change
agenda-up = Earlier
agenda-down = Later
agenda-remove = Take off
agenda-save = Save
agenda-empty = The agenda is empty
agenda-empty-text = Add what you want to talk about, or take what the program proposes below.
agenda-what = What do you want to talk about?
agenda-no-names = Name no client and nothing that tells who one is.
agenda-length = How many minutes
agenda-presenter = Who brings it
agenda-presenter-none = Nobody in particular
agenda-why = Why now
agenda-why-hint = One sentence
agenda-went-to = It goes on at the next meeting
agenda-proposals = What the program would put on the agenda
agenda-proposals-text = These came up in the partners' own records. Take what this meeting should talk about.
agenda-take = Take it
agenda-aside = Not this time
agenda-aside-list = { $count ->
    [one] { $count } was set aside
   *[other] { $count } were set aside
 }
agenda-aside-back = Propose it again
agenda-look = Look at it
agenda-added-notice = It is on the agenda.
agenda-changed-notice = The item was changed.
agenda-removed-notice = It is off the agenda.
agenda-aside-notice = It was set aside for this meeting.

# Minutes.
minutes-write = Write the minutes
minutes-short = Several people can write at once. What others write stays, also where you write at the same moment.
minutes-notes = Notes
minutes-save = Save notes
minutes-saved = Saved
minutes-saving = Saving…
minutes-failed = Not saved yet. Your words are still here; we try again.
minutes-pause = Pause what others write
minutes-go-on = Show what others write
minutes-others = Others wrote here, too. Their words were added.
minutes-done = Done
minutes-unfinished = Not finished
minutes-back = Back to the meeting
minutes-collided = Two people changed the same words at once. Both are kept, one below the other: please look and make one of them.
minutes-settle = It reads well now
minutes-settled-notice = Thank you for looking.
minutes-saved-notice = The notes were saved.
minutes-merged-notice = The notes were saved, together with what others wrote meanwhile.
minutes-collided-notice = The notes were saved. You and somebody else changed the same words: both are kept, one below the other.
minutes-history = Every text that was sent
minutes-history-text = Nothing that somebody wrote is lost. The latest text comes first.
minutes-history-none = Nothing was noted here
minutes-history-none-text = When somebody writes notes to this item, each text shows here.
minutes-version = { $who } wrote
minutes-version-merged = Brought together with what { $who } wrote
minutes-approve = Approve the minutes
minutes-approve-text = The meeting of { $when } can approve them. After that nothing in them changes.
minutes-corrections = Corrections
minutes-corrections-none = Nobody wants anything changed.
minutes-correction-by = { $who }, { $date }
minutes-correction-back = (taken back)
minutes-correct = What should be changed in these minutes?
minutes-correct-send = Send
minutes-take-back = Take back
minutes-corrected-notice = Your correction was written down.
minutes-uncorrected-notice = Your correction was taken back.

# What came of an item.
outcome-make-commitment = Make a promise
outcome-make-decision = Put a question
outcome-side = Who promises?
outcome-side-promiser = We promise something
outcome-side-receiver = We ask for a promise
outcome-result = What will be there?
outcome-details = More about it
outcome-own = For which organization do you speak?
outcome-partner = The other partner
outcome-due = By when
outcome-commitment-what = It goes out to the other partner to be accepted. It shows that it came of this item.
outcome-question = What is the question?
outcome-proposal = What is proposed?
outcome-method = How is it decided?
outcome-owner = Which organization brings it?
outcome-decision-what = The question is written down for the seats of this body. Put it from its own page when the words are right.
outcome-save = Save
outcome-remove = Take off this item
outcome-decision-notice = The question was written down. Open it to put it.
outcome-commitment-notice = The promise went out to be accepted.
outcome-removed-notice = It was taken off the item. The record itself stays.

# Who was there.
attendance-title = Who was there
attendance-short = Mark each seat. It counts for the quorum whether people are in the room or join from afar.
attendance-mark = Write down who is there
attendance-none = Nobody was marked yet.
attendance-unknown = Not marked
attendance-present = In the room
attendance-remote = From afar
attendance-excused = Excused
attendance-absent = Absent
attendance-save = Save
attendance-no-seats = Nobody holds a seat in this body
attendance-no-seats-text = When people hold seats, you mark here who is there.
attendance-quorum = Quorum: { $there } of { $roll } seats are there, { $needed } are needed
attendance-no-quorum = No quorum: { $there } of { $roll } seats are there, { $needed } are needed
attendance-guests = Guests
attendance-guest = Guest
attendance-guest-of = Guest, { $organization }
attendance-guest-name = Name
attendance-guest-hint = Only people who want to be named. Never a client.
attendance-guest-organization = For whom they come
attendance-guest-add = Add a guest
attendance-guest-remove = Take off
attendance-marked-notice = Saved.
attendance-guest-notice = The guest was added.

# Rules.
duties-title = Rules for meetings
duties-of = Rules for the meetings of { $body }
duties-short = Your law or your charter says these. The program reminds those who plan the meetings in time.
duties-quorum-hint = Of the seats that somebody holds
duties-notice = Post open meetings so many hours before
duties-notice-hint = Such as 72 for three days. Leave it empty if there is no such rule.
duties-comment = Minutes for the public
duties-comment-hint = At each open meeting, at least. It comes onto the agenda when the meeting is posted.
duties-comment-how = How the public sends comments
duties-comment-how-hint = An address or an email, for the public page
duties-minutes = Give the minutes out within so many days
duties-minutes-hint = Leave it empty if there is no such rule.
duties-hours-before = { $hours ->
    [one] { $hours } hour before
   *[other] { $hours } hours before
 }
duties-days-after = { $days ->
    [one] { $days } day after
   *[other] { $days } days after
 }
duties-none = No rule
duties-save = Save the rules
duties-set-notice = The rules were saved.

# Series.
series-title = Series of meetings
series-short = A series makes the meetings of a body by a rule, a year ahead.
series-begin = Begin a series
series-edit = Change the series
series-end = End the series
series-none = No body meets in a series yet
series-none-text = Begin one, and its meetings show in every calendar.
series-goes-on = Goes on
series-ended = Ended { $date }
series-words = { $rule }, from { $first }, at { $time }
series-by-rule = By the rule { $rule }
series-rule = Rule
series-rule-hint = Only if you chose a rule of your own. Such as FREQ=MONTHLY;BYDAY=2TU
series-rhythm = How often
series-repeats-weekly = Each week
series-repeats-fortnightly = Every second week
series-repeats-monthly-weekday = Each month, on the same weekday of the same week
series-repeats-monthly-day = Each month, on the same day
series-repeats-quarterly = Every third month, on the same weekday of the same week
series-repeats-rule = By a rule of your own
series-first = First day
series-first-hint = It says on which weekday or day the body meets.
series-until = Last day
series-until-hint = Leave it empty if the series goes on.
series-made = Meetings made until
series-next = Next meetings
series-next-none = No meeting comes.
series-all = All meetings of this series
series-save = Save
series-change-short = This changes the meetings that come. Those that were held stay as they were. Meetings that you moved or posted by themselves stay, too.
series-why = Why?
series-why-hint = Whoever had a meeting in the calendar that is cancelled reads this.
series-end-what = No more meetings are made. Those that come are taken away, or cancelled when they were posted or have an agenda.
series-end-knows = Everybody in the partnership can see it.
series-end-back = No. You can begin another series.
series-begun-notice = The series began, and its meetings are planned.
series-changed-notice = The series was changed.
series-ended-notice = The series has ended.

# What the record says.
event-meeting-planned = { $who } planned the meeting “{ $title }” on { $on }
event-meeting-changed = { $who } changed the meeting “{ $title }” on { $on }
event-meeting-cancelled = { $who } cancelled the meeting “{ $title }” on { $on }
event-meeting-restored = The meeting “{ $title }” on { $on } will be held after all ({ $who })
event-meeting-posted = { $who } posted the meeting “{ $title }” on { $on }
event-meeting-begun = The meeting “{ $title }” on { $on } began ({ $who })
event-meeting-closed = The meeting “{ $title }” on { $on } ended ({ $who })
event-meeting-reopened = { $who } noted more to the meeting “{ $title }” on { $on }
event-agenda-added = { $who } put “{ $item }” on the agenda of “{ $title }” on { $on }
event-agenda-changed = { $who } changed “{ $item }” on the agenda of “{ $title }” on { $on }
event-agenda-removed = { $who } took “{ $item }” off the agenda of “{ $title }” on { $on }
event-attendance-marked = { $who } wrote down who was at “{ $title }” on { $on }
event-outcome-added = Of “{ $item }” at “{ $title }” on { $on } came a decision or a promise ({ $who })
event-outcome-removed = { $who } took an outcome off “{ $item }” at “{ $title }” on { $on }
event-minutes-submitted = { $who } gave out the minutes of “{ $title }” on { $on }
event-minutes-withdrawn = { $who } took the minutes of “{ $title }” on { $on } back
event-minutes-corrected = { $who } wants something changed in the minutes of “{ $title }” on { $on }
event-minutes-approved = The minutes of “{ $title }” on { $on } were approved ({ $who })
event-notes-sealed = Somebody wrote notes
event-series-begun = { $who } began the series “{ $title }”
event-series-changed = { $who } changed the series “{ $title }”
event-series-ended = { $who } ended the series “{ $title }”
event-series-made = { $count ->
    [one] { $count } more meeting of the series “{ $title }” was planned
   *[other] { $count } more meetings of the series “{ $title }” were planned
 }
event-duties-set = { $who } set the rules for the meetings of { $name }
event-duty-warned = Those who plan “{ $title }” were reminded of what it owes

# Drafts.
drafts-title = Drafts
drafts-one = Draft
drafts-list-short = Charters, plans and other texts that partners write together.
drafts-new = Start a draft
drafts-new-short = Every partner can write on it, comment on its lines and propose other words.
drafts-name = Title
drafts-name-hint = What the text is called
drafts-purpose = What it is for
drafts-purpose-hint = One or two sentences
drafts-text = Text
drafts-text-hint = Put each thought on a line of its own, so that others can comment on it. **Bold**, lists and # headings work. No client names.
drafts-holder = Who holds the pen
drafts-holder-hint = It takes proposals in, and publishes
drafts-who-writes = All partners can read it and write on it. Nothing that somebody saved is lost.
drafts-begin = Start the draft
drafts-kind = Kind
drafts-kind-charter = Charter
drafts-kind-plan = Plan
drafts-kind-memorandum = Memo of understanding
drafts-kind-report = Report
drafts-kind-other = Other text
drafts-column-state = How it stands
drafts-state-writing = Being written
drafts-state-published = Published
drafts-state-withdrawn = Set aside
drafts-day = Last change
drafts-caption = Drafts, the latest first
drafts-none = There are no drafts yet
drafts-none-text = Texts that partners write together show here.
drafts-none-found = No draft fits these filters
drafts-short = { $holder } holds the pen. This is version { $version }. { $open ->
    [0] No proposal waits.
    [one] { $open } proposal waits for an answer.
   *[other] { $open } proposals wait for an answer.
 }
drafts-short-partners = Version { $version } was published to all partners on { $date }.
drafts-short-public = Version { $version } was published to everybody on { $date }.
drafts-withdrawn = Nobody writes this draft any more. The reason: { $why }
drafts-side = About this draft
drafts-facts = Facts
drafts-begun = Started
drafts-version = Version
drafts-words = Words
drafts-files = Save as a file
drafts-file-html = A page to print (HTML)
drafts-file-markdown = The text (Markdown)
drafts-public-page = The page that everybody reads
drafts-all = All drafts
drafts-back = Back to the draft
drafts-verb-edit = Write on it
drafts-verb-lines = Comment on lines
drafts-verb-versions = Versions
drafts-verb-publish = Publish
drafts-verb-withdraw = Set it aside
drafts-unpublish = Take back what is published
drafts-restore = Write it on
drafts-edit-short = You start from version { $version }. If others save before you do, your words and theirs are brought together.
drafts-newer = Others have saved version { $version } since you began. When you save, your words and theirs are brought together.
drafts-note = What you changed
drafts-note-hint = A few words for the list of versions
drafts-save = Save
drafts-begun-notice = The draft is started.
drafts-saved-notice = Your words are saved.
drafts-merged-notice = Your words are saved, together with what others saved meanwhile.
drafts-met-notice = You and others changed the same words. Both stand in the text, one after the other. Choose now what should stay.
drafts-lines-short = The lines of version { $version }. Comment on one, or propose other words for it.
drafts-line = Line { $line }
drafts-comment = Comment
drafts-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
 }
drafts-lost = Comments on lines that have changed since
drafts-amendments = Proposals
drafts-no-amendments = No proposal waits for an answer.
drafts-propose-how = Propose other words for a line
drafts-answered = { $count ->
    [one] { $count } answered proposal
   *[other] { $count } answered proposals
 }
drafts-amend = Propose other words
drafts-amend-short = Say how some lines should read, and why. Those who hold the pen take it in or say why not.
drafts-first-line = From line
drafts-last-line = To line
drafts-last-line-hint = The same number for one line
drafts-before = It reads now
drafts-after = It should read
drafts-after-hint = Leave it empty to propose that the lines go. To add a line, keep the old one and write the new one below.
drafts-why = Why
drafts-why-hint = All partners can read this.
drafts-amend-what = Your proposal stands beside the draft until it is answered.
drafts-amend-knows = All partners see it. The leads of those who hold the pen get an email.
drafts-amend-back = Yes, until it is answered.
drafts-amendment = Proposal
drafts-amendment-line = { $who } of { $organization } proposes other words for { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
} of version { $version }.
drafts-amendment-drop = { $who } of { $organization } proposes to drop { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
} of version { $version }.
drafts-amendment-take-back = Take it back
drafts-standing-open = Waits for an answer
drafts-standing-accepted = Taken in
drafts-standing-declined = Not taken in
drafts-standing-withdrawn = Taken back
drafts-answer = Answer
drafts-answer-accepted = { $who } took it into version { $version }. { $when }
drafts-answer-declined = { $who } did not take it in. { $when }
drafts-answer-withdrawn = { $who } took it back. { $when }
drafts-decide = Answer the proposal
drafts-answer-words = Your answer
drafts-answer-hint = Needed when you do not take it in. All partners can read this.
drafts-accept = Take it in
drafts-decline = Do not take it in
drafts-proposed-notice = Your proposal is on the page. Those who hold the pen were told.
drafts-accepted-notice = It is taken in. The one who proposed it was told.
drafts-declined-notice = The one who proposed it was told why.
drafts-amendment-withdrawn-notice = Your proposal is taken back.
drafts-versions-short = Every save is a version. None is lost.
drafts-versions-caption = Versions, the latest first
drafts-saved-by = Saved by
drafts-when = When
drafts-changes = Changes
drafts-see-changes = See what changed
drafts-version-number = Version { $number }
drafts-version-short = { $who } saved version { $number } on { $when }.
drafts-merged = Brought together: its writer began from version { $base }.
drafts-met = { $count ->
    [one] In { $count } place, two people changed the same words.
   *[other] In { $count } places, two people changed the same words.
 }
drafts-compare = What changed
drafts-compare-now = Compare with the latest version
drafts-compare-from = From version
drafts-compare-to = To version
drafts-compare-alike = The two versions are the same.
drafts-alike = { $count ->
    [one] { $count } line is the same
   *[other] { $count } lines are the same
 }
drafts-audience = For whom
drafts-audience-partners = All partners
drafts-audience-public = Everybody, without an account
drafts-publish-short = You publish version { $version }. { $open ->
    [0] No proposal waits for an answer.
    [one] { $open } proposal waits for an answer.
   *[other] { $open } proposals wait for an answer.
 }
drafts-publish-what = This version is published as it is now. Writing can go on; what is new is not published until you publish again.
drafts-publish-knows = The leads of all partners get an email. What is for everybody has a page that anybody can read.
drafts-publish-back = Yes. But who has read it has read it.
drafts-published-notice = It is published.
drafts-unpublished-notice = What was published is taken back.
drafts-withdraw-why = Why
drafts-withdraw-what = Nobody writes on it any more. It stays readable with your reason.
drafts-withdraw-knows = All partners see it.
drafts-withdraw-back = Yes. Write it on later.
drafts-withdrawn-notice = The draft is set aside.
drafts-restored-notice = The draft is written on.
drafts-document-below = { $partnership }. Version { $version }, saved on { $date }.
drafts-panel-amendments = Proposals to answer
drafts-panel-title = { $count ->
    [one] { $count } proposal: { $title }
   *[other] { $count } proposals: { $title }
 }
drafts-panel-answer = Answer
drafts-mail-proposed-subject = Somebody proposes other words
drafts-mail-proposed-text = A partner proposes other words for a draft of your organization. Open the link to answer.
drafts-mail-accepted-subject = Your proposal was taken in
drafts-mail-accepted-text = Your words are in the draft now. Open the link to see them.
drafts-mail-declined-subject = Your proposal was not taken in
drafts-mail-declined-text = Those who hold the pen answered your proposal. Open the link to read why.
drafts-mail-published-subject = A text is published
drafts-mail-published-text = A text that partners wrote together is published. Open the link to read it.
documents-title = Documents
documents-short = What { $partnership } published for everybody.
documents-below = { $holder }, version { $version }, { $date }
event-draft-begun = { $who } started a draft: { $title }
event-draft-saved = { $who } wrote on a draft: { $title }
event-draft-amended = { $who } proposed other words for a draft: { $title }
event-draft-amendment-accepted = { $who } took a proposal in: { $title }
event-draft-amendment-declined = { $who } did not take a proposal in: { $title }
event-draft-amendment-withdrawn = { $who } took a proposal back: { $title }
event-draft-published = { $who } published a text: { $title }
event-draft-unpublished = { $who } took a published text back: { $title }
event-draft-withdrawn = { $who } set a draft aside: { $title }
event-draft-restored = { $who } took a draft up again: { $title }
error-draft-missing = There is no such draft here.
error-draft-changed = Somebody changed this draft since you opened it. Look at it as it is now, then try again.
error-draft-fields = Some fields need another value.
error-draft-no-line = There are no such lines in this version.
error-draft-many-lines = Propose other words for at most 200 lines at a time.
error-draft-not-yours = Only those who hold the pen, or a coordinator, may do this.
error-draft-guests-read = Guests read here. Ask a coordinator to open drafts to guests.
error-draft-withdrawn = This draft is set aside. Take it up again first.
error-draft-not-withdrawn = This draft is being written.
error-draft-published = This version is published already.
error-draft-not-published = Nothing of this draft is published.
error-draft-still-published = Take back what is published first.
error-draft-lines-changed = These lines were changed since. Bring the two together by hand, or ask for a new proposal.
error-draft-answered = { $standing ->
    [accepted] This proposal was taken in already.
    [declined] This proposal was answered already: it is not taken in.
   *[other] This proposal was taken back.
 }
error-draft-too-long = The text would be empty, or longer than 60,000 characters.
error-draft-full = This draft has too many versions. Start another one with its text.
error-draft-same = Nothing was changed. Write another text, or go back.
# Calendars.
error-calendar-missing = There is no calendar at this address. Make a new one under “Calendar addresses”.
error-calendar-too-many = You have 20 calendar addresses. Take one back first.
calendar-title = Calendar
calendar-short = { $count ->
    [0] Nothing is planned in { $month }.
    [one] { $count } meeting or event in { $month }.
   *[other] { $count } meetings and events in { $month }.
 }
calendar-month = Month
calendar-months = Months
calendar-before = The month before
calendar-now = This month
calendar-after = The month after
calendar-today = Today
calendar-none = Nothing in this month
calendar-none-text = Meetings and events stand here as soon as somebody plans them.
calendars-title = Calendar addresses
calendars-short = With a secret address, the calendar on your phone or computer shows your meetings, events and due dates, and keeps them up to date.
calendars-mine = Your addresses
calendars-none = You have no calendar address
calendars-none-text = Make one below, then add it to your calendar program.
calendar-new = Make an address
calendar-shows = What it shows
calendar-shows-hint = Your own calendar shows the meetings of your bodies, events you registered for, and what you promised. It never names a client.
calendar-mine = My calendar
calendar-closed = A body that you cannot see any more
calendar-make = Make the address
calendar-made = Your calendar address
calendar-made-short = Add this address to your calendar program as a subscription. You see it only now.
calendar-made-secret = Whoever knows this address can read the calendar. Keep it to yourself. You can take it back at any time.
calendar-open = Open in my calendar program
calendar-take-back = Take back
calendar-taken-back-notice = The address was taken back. Nothing can be read there any more.
calendar-used = Last read { $when }
calendar-unused = Not read yet
event-calendar-made = { $who } made a calendar address
event-calendar-taken-back = { $who } took a calendar address back

# Events that partners hold.
error-gathering-missing = There is no such event in this partnership.
error-gathering-no-guest = Nobody is registered with this number.
error-gathering-changed = This event changed since you opened it. Look at it again, then change it.
error-gathering-not-host = Only those who act for the host, or a coordinator, may do this.
error-gathering-not-yours = Only the person, or the host, may see or change this.
error-gathering-same = Nothing was changed.
error-gathering-cancelled = This event was cancelled.
error-gathering-not-cancelled = This event was not cancelled.
error-gathering-over = This event is over.
error-gathering-closed = Registration has ended. Ask the host whether you can still come.
error-gathering-not-today = People are checked in on the day of the event, and for a week after.
error-gathering-registered = You are registered already.
error-gathering-too-many = 2,000 people have registered. Plan another event.
error-gathering-was-there = This person was checked in. Take that back first.
error-gathering-was-not-there = This person was not checked in. The host checks people in.
error-gathering-capacity = Enter a whole number from 1 to { $most }
error-gathering-register-by = Choose the day of the event or an earlier one
gatherings-title = Events
gatherings-list-short-coming = These events come next. Register on their pages.
gatherings-list-short-past = These events are over. The latest comes first.
gatherings-list = Show
gatherings-list-coming = Events that come
gatherings-list-past = Events that were
gatherings-event = Event
gatherings-kind = What it is for
gatherings-kind-all = All kinds
gatherings-kind-networking = Networking
gatherings-kind-listening-session = Listening session
gatherings-kind-cross-training = Cross-training
gatherings-host = Host
gatherings-host-hint = The organization that holds the event and keeps the list of guests
gatherings-guests = Who comes
gatherings-coming = { $count ->
    [0] Nobody has registered yet
    [one] { $count } person comes
   *[other] { $count } people come
 }
gatherings-coming-of = { $count } of { $most } places taken
gatherings-wait-list = Wait list
gatherings-wait = { $count ->
    [one] { $count } person waits for a place
   *[other] { $count } people wait for a place
 }
gatherings-full = Full
gatherings-cancelled = Cancelled
gatherings-none = No events yet
gatherings-none-text = Events let partners get to know each other, hear people, and learn each other’s work.
gatherings-none-found = No event fits
gatherings-none-found-text = Choose other filters to see more.
gatherings-plan = Plan an event
gatherings-planned-notice = The event was planned. Partners can register now.
gatherings-edit = Change the event
gatherings-changed-notice = The event was changed.
gatherings-save = Save
gatherings-name = Name of the event
gatherings-name-hint = Such as “Meet the navigators”
gatherings-about = What it is about
gatherings-about-hint = What people will do and learn. Name no client.
gatherings-link-hint = A web address that begins with https://. Only those with a place see it.
gatherings-capacity = How many people can come
gatherings-capacity-hint = Who registers later waits for a place. Leave it empty if everybody can come.
gatherings-register-by = Register by
gatherings-register-by-hint = Leave it empty to let people register until it begins.
gatherings-open-box = The public may come
gatherings-open-hint = Write guests from outside the partnership on the list of guests.
gatherings-why-hint = Everybody who registered reads this. Name no client.
gatherings-short = { $when }. { $coming }.
gatherings-mine = Your place
gatherings-register = Register
gatherings-register-text = A place is free.
gatherings-would-wait = All places are taken. You can wait for one: when somebody gives a place back, the first in line gets it and an email.
gatherings-join-line = Wait for a place
gatherings-register-notice = You are on the list.
gatherings-withdraw = Give my place back
gatherings-withdraw-text = If you cannot come, give your place back. The first in line gets it.
gatherings-withdraw-notice = You gave your place back.
gatherings-registered = Registered
gatherings-waiting = Number { $place } in line
gatherings-withdrawn = Not coming
gatherings-was-there = Was there
gatherings-somebody = Somebody who left
gatherings-all = All events
gatherings-verb-cancel = Cancel the event
gatherings-verb-restore = Hold it after all
gatherings-what-cancel = The event will not be held. Nobody can register any more.
gatherings-what-restore = The event will be held, with everybody who registered.
gatherings-knows-cancel = Everybody who registered gets an email with a link.
gatherings-knows-restore = Everybody who registered gets an email with a link.
gatherings-back-cancel = Yes, until the time of the event has passed.
gatherings-back-restore = Yes, you can cancel it again.
gatherings-cancel-notice = The event was cancelled.
gatherings-restore-notice = The event will be held.
gatherings-panel-mine = Events I registered for
gatherings-panel-next = Next events
gatherings-panel-detail = { $kind }, { $time }
gatherings-mail-place-subject = You have a place
gatherings-mail-place-text = Somebody gave a place back, and you were next in line. Open the link to see the event, or to give your place back.
gatherings-mail-changed-subject = An event was moved
gatherings-mail-changed-text = The time or place of an event that you registered for was changed. Open the link to see it.
gatherings-mail-cancelled-subject = An event was cancelled
gatherings-mail-cancelled-text = An event that you registered for was cancelled. Open the link to read why.
gatherings-mail-restored-subject = An event will be held after all
gatherings-mail-restored-text = An event that was cancelled will be held. You are still on the list. Open the link to see it.
guests-title = Guests and check-in
guests-list = Who registered
guests-export = Save as a table (CSV)
guests-none = Nobody has registered yet
guests-none-text = People register on the page of the event. You can also add guests by name.
guests-number = Number
guests-name = Name
guests-organization = Comes for
guests-state = State
guests-do = Do
guests-check-in = Check in
guests-check-in-notice = Checked in.
guests-uncheck = Take check-in back
guests-uncheck-notice = The check-in was taken back.
guests-withdraw = Take off the list
guests-withdraw-notice = Taken off the list. The first in line has the place now.
guests-add = Add a guest
guests-added-notice = The guest was added.
guests-door-text = You can check people in on the day of the event, and for a week after.
guests-back = Back to the event
certificate-title = Certificate of attendance
certificate-text = This is to say that
certificate-at = took part in
certificate-signed = { $partnership }. Number { $number }
certificate-print = Print this page, or save it as a PDF, with your browser.
event-gathering-planned = { $who } planned the event “{ $title }” on { $on }
event-gathering-changed = { $who } changed the event “{ $title }” on { $on }
event-gathering-cancelled = { $who } cancelled the event “{ $title }” on { $on }
event-gathering-restored = { $who } said that the event “{ $title }” on { $on } will be held after all
event-guests-sealed = The list of guests of an event changed

# Open meetings in public.
public-meetings = Open meetings
public-meetings-short = The public may come to these meetings. Agendas stand here once they are posted, minutes once they are approved.
public-feed = Follow with a feed reader (Atom)
public-none = No open meeting
public-none-text = Meetings stand here as soon as they are posted.
public-all = All open meetings
public-comment = How you can speak
public-minutes = Minutes
public-agenda-none = Nothing stands on the agenda yet.
public-meetings-settings = Open meetings in public
public-meetings-link = Public page
public-is-shown = Everybody can see the open meetings of this partnership.
public-is-hidden = Only the partnership sees its meetings.
public-look = Look at the public page
public-what-all = The public page shows meetings to which the public may come, once they are posted: time, place and the titles on the agenda; and minutes, once they are approved, with the seats that were there. It names no person and no guest. What you talk about with each other, and meetings that are not open, stay here.
public-what-show = A page without an account shows your open meetings, and a feed that others can follow.
public-what-hide = The public page and its feed answer that there is nothing here.
public-knows = Whoever looks at the page. Nobody gets an email.
public-back = Yes, at any time. What somebody has read or copied stays known.
public-show = Show open meetings to everybody
public-hide = Show them no more
public-shown-notice = Everybody can see your open meetings now.
public-hidden-notice = Only the partnership sees its meetings now.
event-meetings-shown = { $who } showed the open meetings to everybody
event-meetings-hidden = { $who } showed the open meetings to the partnership alone again
talk-carried = Discussions that you follow
talk-carried-by = Begun by { $who }, { $organization }.
