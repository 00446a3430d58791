# The list.
commitments-title = Commitments
commitments-short = A commitment is a promise from one partner to the others, with a date.
commitments-short-kept = { $share } were kept on time in the last 12 months.
commitments-short-open = { $overdue ->
    [0] None is overdue
    [one] { $overdue } is overdue
   *[other] { $overdue } are overdue
 } and { $soon ->
    [0] none is due in 30 days.
    [one] { $soon } is due in 30 days.
   *[other] { $soon } are due in 30 days.
 }
commitments-make = Make a commitment
commitments-ask = Ask for a commitment
commitments-mine = Only mine
commitments-all = Everybody's
commitments-stalled-link = What is stuck
commitments-export = Save as a table (CSV)
commitments-follow-through = Who keeps their word
commitments-follow-through-all = All partners and replies
commitments-follow-through-none = Nothing was due yet
commitments-follow-through-none-text = Here you will see who kept their promises, once the first ones are due.
commitments-how = How promises work here
commitments-how-date = Only the partner who makes a promise can change its date.
commitments-how-history = Every change of date stays visible, with the reason.
commitments-how-remind = We remind you 7 days and 1 day before. No blame emails.
commitments-how-confirm = The partner who waits for it says when it is done.
commitments-how-totals = We count by partner, never by person.
commitments-partner = Partner
commitments-partner-all = All partners
commitments-to = Promised to
commitments-goal = Goal
commitments-goal-all = All goals
commitments-state = Status
commitments-state-all = All
commitments-when = When
commitments-when-all = Any time
commitments-words = Words
commitments-board = Board
commitments-table = Table
commitments-as-table = Show as a table
commitments-as-board = Show as a board
commitments-caption = Commitments
commitments-column-empty = Nothing here now.
commitments-column-what = What is promised
commitments-column-who = Who
commitments-column-to = To
commitments-column-due = Due
commitments-column-status = Status
commitments-act = Change date or mark done
commitments-kept-span = in 90 days
commitments-none = No commitments yet
commitments-none-text = Promises between partners show here. Make the first one.
commitments-none-found = No commitments fit
commitments-none-found-text = Try other words or fewer filters.
commitments-see-all = See all { $count }
commitments-more-than = more than { $count }
commitments-you = { $name } (you)
commitments-everybody = All partners
commitments-due = Due { $date }
commitments-due-moved = Due { $date }. New date: { $new }
commitments-due-kept = Due { $date }. Kept { $kept }
commitments-thanks-said = “{ $text }”
commitments-moved-note = { $count ->
    [one] Moved once, from { $from }: “{ $why }”
   *[other] Moved { $count } times, last from { $from }: “{ $why }”
 }
commitments-part-overdue = Overdue
commitments-part-30 = Due in 30 days
commitments-part-later = Later
commitments-part-kept = Kept
commitments-shelf-active = Open
commitments-shelf-broken = Not kept
commitments-shelf-claimed = Done, not confirmed
commitments-shelf-dropped = Declined or taken back
commitments-shelf-kept = Kept
commitments-shelf-offered = Waits for an answer

# How it stands.
commitments-status-proposed = Waits for an answer
commitments-status-today = Due today
commitments-status-on-time = On time
commitments-status-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
commitments-status-claimed = Done, not confirmed
commitments-status-kept = Kept
commitments-status-kept-late = { $days ->
    [one] Kept { $days } day late
   *[other] Kept { $days } days late
 }
commitments-status-broken = Not kept
commitments-status-declined = Declined
commitments-status-withdrawn = Taken back

# One commitment.
commitments-one = Commitment
commitments-undo = Undo my last step
commitments-in-short-offered = { $who } offers this to { $to } by { $date }.
commitments-in-short-asked = { $to } asks { $who } for this by { $date }.
commitments-in-short-dropped = { $who } and { $to } talked about this for { $date }.
commitments-in-short-promised = { $who } promised this to { $to } by { $date }.
commitments-in-short-waits = { $who } answers next.
commitments-in-short-ahead = { $days ->
    [0] It is due today.
    [one] There is { $days } day left.
   *[other] There are { $days } days left.
 }
commitments-in-short-late = { $days ->
    [one] It is { $days } day late.
   *[other] It is { $days } days late.
 }
commitments-in-short-claimed = It is done, says its maker. { $to } says next if it is so.
commitments-in-short-kept = { $days ->
    [0] It was kept on time.
    [one] It was kept, { $days } day late.
   *[other] It was kept, { $days } days late.
 }
commitments-in-short-broken = It was not kept.
commitments-in-short-over = It did not become a promise.
commitments-details = More about it
commitments-evidence = Evidence
commitments-evidence-none = No links or files yet.
commitments-evidence-remove = Remove
commitments-evidence-about = { $kind }, added by { $who }, { $when }
commitments-link = Link
commitments-file = { $kind } file, { $size } KB
commitments-history = What happened
commitments-facts = Facts
commitments-who = Who
commitments-who-promises = Promises
commitments-who-in-charge = In charge
commitments-who-seat = In seat
commitments-who-waits = Waits for it
commitments-dates = Dates
commitments-date-due = Due
commitments-date-old = Date before
commitments-date-missed = Missed date
commitments-date-moved = { $date }: “{ $why }”
commitments-date-done = Done
commitments-why-here = Where it comes from
commitments-origin = Comes from
commitments-origin-read = Read where it comes from
commitments-reference = Which one
commitments-coordinator-of = { $name }, for the partnership
commitments-leads-of = the leads of { $name }
commitments-coordinators = the coordinators
commitments-can-help = Who can help: { $who }.
commitments-in-the-way = What is in the way: “{ $text }”
commitments-stall = This needs help
commitments-stall-overdue = The day has passed and it is not done.
commitments-stall-quiet = The day is near and nobody has said anything for 30 days.
commitments-stall-unanswered = The offer has waited a week or longer for an answer.
commitments-stall-unconfirmed = It was said to be done a week ago or longer, and nobody has confirmed it.
commitments-remind-title = Remind
commitments-remind-text = We send one short email with a link to the people who act next. Once a day at most.
commitments-remind = Send a reminder
commitments-step-when = { $when }, { $organization }
commitments-step-undone-mark = (taken back)
commitments-step-offered = { $who } offered “{ $title }” by { $date }
commitments-step-asked = { $who } asked for “{ $title }” by { $date }
commitments-step-countered = { $who } answered with “{ $title }” by { $date }
commitments-step-accepted = { $who } accepted
commitments-step-declined = { $who } declined
commitments-step-withdrawn = { $who } took it back
commitments-step-claimed-done = { $who } said it is done
commitments-step-confirmed = { $who } said it was kept
commitments-step-not-yet = { $who } said something is missing
commitments-step-moved = { $who } moved the date to { $date }
commitments-step-broken = { $who } said it will not come
commitments-step-handed-over = { $who } put { $person } in charge
commitments-step-explained = { $who } said what is in the way
commitments-step-reminded = { $who } sent a reminder
commitments-step-evidence-added = { $who } added evidence: { $title }
commitments-step-evidence-removed = { $who } removed evidence: { $title }
commitments-step-undone = { $who } took a step back

# What can be done.
commitments-verb-accept = Accept
commitments-verb-decline = Decline
commitments-verb-counter = Offer something else
commitments-verb-withdraw = Take it back
commitments-verb-done = Mark as done
commitments-verb-confirm = Confirm it was kept
commitments-verb-not-yet = Something is missing
commitments-verb-date = Change date
commitments-verb-reason = Say what is in the way
commitments-verb-hand-over = Put someone else in charge
commitments-verb-evidence = Add evidence
commitments-verb-broken = It will not come
commitments-button-accept = Accept
commitments-button-decline = Decline
commitments-button-counter = Send the other offer
commitments-button-withdraw = Take it back
commitments-button-done = It is done
commitments-button-confirm = It was kept
commitments-button-not-yet = Send
commitments-button-date = Change the date
commitments-button-reason = Send the reason
commitments-button-hand-over = Put in charge
commitments-button-evidence = Add
commitments-button-broken = It will not come
commitments-what-accept = It becomes a promise. From now on it counts.
commitments-what-decline = It does not become a promise.
commitments-what-counter = Your terms replace the ones on the table. All earlier ones stay visible.
commitments-what-withdraw = It does not become a promise.
commitments-what-done = The partner who waits is asked if it is so. Today counts as the day it was done.
commitments-what-confirm = The promise counts as kept, on the day it was done.
commitments-what-not-yet = The promise is open again, with its date.
commitments-what-date = The new date counts. If the old day has not passed, the promise is not late. If it has, it stays late.
commitments-what-reason = Your words show on the page of this promise.
commitments-what-hand-over = This person gets the reminders and answers for it.
commitments-what-evidence = The link or file shows on the page of this promise. Files are only ever sent as a download.
commitments-what-broken = The promise counts as not kept.
commitments-knows-accept = All partners see it. The one who proposed it gets an email.
commitments-knows-decline = All partners see it. The one who proposed it gets an email.
commitments-knows-counter = All partners see it. The other side gets an email.
commitments-knows-withdraw = All partners see it.
commitments-knows-done = All partners see it. The one who waits gets an email.
commitments-knows-confirm = All partners see it. The person in charge gets an email.
commitments-knows-not-yet = All partners see it. The person in charge gets an email.
commitments-knows-date = All partners see the new date, the old one and the reason. The one who waits gets an email.
commitments-knows-reason = All partners see it.
commitments-knows-hand-over = All partners see it. The person gets an email.
commitments-knows-evidence = All partners can open it.
commitments-knows-broken = All partners see it, with the reason. The other side gets an email.
commitments-back-accept = Yes, for 10 minutes.
commitments-back-decline = Yes, for 10 minutes.
commitments-back-counter = Yes, for 10 minutes, until the other side answers.
commitments-back-withdraw = Yes, for 10 minutes.
commitments-back-done = Yes, for 10 minutes, until the other side answers.
commitments-back-confirm = Yes, for 10 minutes.
commitments-back-not-yet = Yes, for 10 minutes.
commitments-back-date = Yes, for 10 minutes. The history keeps both.
commitments-back-reason = No. You can add another reason.
commitments-back-hand-over = Yes, for 10 minutes.
commitments-back-evidence = Yes. You can remove what you added.
commitments-back-broken = Yes, for 10 minutes. After that it is final.
commitments-accept-notice = Accepted. It is a promise now.
commitments-decline-notice = Declined.
commitments-counter-notice = Your offer is sent.
commitments-withdraw-notice = Taken back.
commitments-done-notice = Marked as done. The partner who waits will confirm it.
commitments-confirm-notice = Kept. Thank you.
commitments-not-yet-notice = Sent. The promise is open again.
commitments-date-notice = The date is changed.
commitments-reason-notice = Thank you. The reason is on the page.
commitments-hand-over-notice = The person in charge is changed.
commitments-evidence-notice = The evidence is added.
commitments-broken-notice = Noted: it will not come.
commitments-undo-notice = Your last step is taken back.
commitments-remind-notice = The reminder is on its way.
commitments-evidence-removed-notice = The evidence is removed.
commitments-offered-notice = Your offer is sent. It counts once the other side accepts.
commitments-asked-notice = Your request is sent. It counts once the other side accepts.

# Fields.
commitments-result = What will be done
commitments-result-hint = One result that both sides can see, such as “Send the list of open units”. Do not write client names here.
commitments-no-names = Do not write client names here.
commitments-by-when = By when
commitments-new-date = New date
commitments-in-charge = Person in charge
commitments-in-charge-hint = Gets the reminders and answers for it. A promise in a seat goes to whoever holds the seat next.
commitments-seat = Whoever holds the seat { $seat } in { $body }
commitments-in-charge-me = Me
commitments-why = Why
commitments-why-hint = All partners can read it. Do not write client names here.
commitments-note = What was done
commitments-proof = What shows it
commitments-label = What it is called
commitments-label-hint = Such as “List of May 8”
commitments-evidence-link = Link
commitments-evidence-file = File
commitments-evidence-file-hint = PDF, picture, text, table or office document, 10 MB at most. No client data.
commitments-thanks = A word of thanks
commitments-thanks-hint = All partners can read it. Do not write client names here.
commitments-missing = What is missing
commitments-obstacle = What is in the way
commitments-obstacle-hint = Say what would help. All partners can read it.
commitments-make-short = You promise a result by a date. It counts once the other side accepts.
commitments-ask-short = You ask a partner for a result by a date. It counts once they accept.
commitments-promise-whom = Who waits for it
commitments-promise-for = You promise for
commitments-ask-whom = Whom do you ask
commitments-ask-for = You ask for
commitments-origin-hint = Everything that binds comes from somewhere.
commitments-reference-hint = Such as “Memo of understanding, clause 4”
commitments-origin-link = Link to it
commitments-make-button = Send the offer
commitments-ask-button = Send the request
commitments-origin-own-offer = Our own offer
commitments-origin-agreement = An agreement
commitments-origin-decision = A decision
commitments-origin-minutes = Minutes of a meeting
commitments-origin-role = A role we accepted
commitments-origin-recommendation = A recommendation
commitments-origin-pledge = A pledge of beds, hours or money
commitments-origin-action = An action to turn a curve

# What is stuck.
commitments-stalled = What is stuck
commitments-stalled-short = { $count ->
    [0] Nothing is stuck.
    [one] { $count } commitment is stuck. Someone on this page can help it move.
   *[other] { $count } commitments are stuck. Someone on this page can help each of them move.
 }
commitments-stalled-none = Nothing is stuck
commitments-stalled-none-text = Promises that are 3 days late, and offers that wait a week, show here with the people who can help.
commitments-stalled-overdue = Overdue
commitments-stalled-quiet = Quiet
commitments-stalled-unanswered = Offers without an answer
commitments-stalled-unconfirmed = Done, but not confirmed
commitments-stalled-line-overdue = { $who } promised it to { $to }. { $days } days late.
commitments-stalled-line-unanswered = Between { $who } and { $to }. No answer for { $days } days.
commitments-stalled-line-unconfirmed = { $who } did it for { $to }, { $days } days ago.
commitments-stalled-line-quiet = { $who } promised it to { $to }. Due in { $days ->
    [one] 1 day
   *[other] { $days } days
}, and nobody has said anything for 30 days.

# My work and the overview.
commitments-panel-owe = Commitments
commitments-panel-owe-detail = Promised to { $to } for { $date }. { $partnership }
calendar-due-commitment = Due: { $title }
calendar-due-milestone = Milestone: { $title }
commitments-panel-waits = Answers to commitments
commitments-panel-offered = Answer: { $title }
commitments-panel-offered-detail = { $who } offers it to { $to } by { $date }
commitments-panel-asked = Answer: { $title }
commitments-panel-asked-detail = { $to } asks { $who } for it by { $date }
commitments-panel-claimed = Is it kept? { $title }
commitments-panel-claimed-detail = { $who } says it is done
commitments-panel-answer = Answer
commitments-panel-stuck = You can help
commitments-panel-stuck-detail = You can help. { $who } promised it to { $to }. { $partnership }
commitments-panel-help = Look
commitments-panel-comes = What comes
commitments-panel-comes-detail = { $who } to { $to }
commitments-panel-kept = Promises kept
commitments-panel-kept-rate = { $kept } of { $due } on time ({ $share })
commitments-panel-kept-few = { $kept } of { $due } on time
commitments-panel-overdue = { $count ->
    [one] { $count } is overdue
   *[other] { $count } are overdue
 }
commitments-panel-soon = { $count ->
    [one] { $count } is due in 30 days
   *[other] { $count } are due in 30 days
 }

commitments-carries = What it carries in the plan
commitments-carries-hint = A goal, objective, strategy or milestone. Its progress moves when this is kept.

# Goals.
goals-title = Goals
goals-panel = Where the goals stand
goals-vision = What we hope for
goals-short-none = No goals yet. A goal is an outcome that the partners share.
goals-short = { $count ->
    [one] 1 goal.
   *[other] { $count } goals.
 } { $on } on track, { $risk } at risk, { $off } off track.
goals-short-review = { $count ->
    [one] 1 goal has had no review for a year.
   *[other] { $count } goals have had no review for a year.
 }
goals-tree = From goals to milestones
goals-as-table = As a table, with what is closed
goals-as-tree = As a tree
goals-export = Save as a table (CSV)
goals-none = No goals yet
goals-none-text = Goals show here with the objectives, strategies and milestones that serve them. A coordinator or an agency lead adds the first one.
goals-none-found = Nothing in the plan fits
goals-loose = Serves no goal yet
goals-loose-text = Link each of these to a goal or an objective, so that its progress counts there.
goals-found = { $count ->
    [one] 1 found
   *[other] { $count } found
 }
goals-caption = Items of the plan with who answers for them and how they stand
goals-column-what = What
goals-column-done = Done
goals-column-why = Why
goals-layer = Kind
goals-layer-all = All kinds
goals-layer-goal = Goal
goals-layer-objective = Objective
goals-layer-strategy = Strategy
goals-layer-milestone = Milestone
goals-under = Goal
goals-under-all = All goals
goals-status = Status
goals-status-all = Any status
goals-status-on-track = On track
goals-status-at-risk = At risk
goals-status-off-track = Off track
goals-status-done = Done
goals-status-not-started = Not started
goals-dropped = Given up
goals-add-goal = Add a goal
goals-add-objective = Add an objective
goals-add-strategy = Add a strategy
goals-add-milestone = Add a milestone
goals-about-goal = A shared outcome: what is different for people when we succeed.
goals-about-objective = Specific, measurable and dated: what we will see by when.
goals-about-strategy = A project that several agencies carry. It may serve several goals and counts once in each.
goals-about-milestone = A dated step of a strategy. It is done or it is not.
goals-add-button = Add to the plan
goals-added-notice = It is in the plan now.
goals-title-field = Title
goals-title-hint = In plain words, such as "Shorten the wait for a home".
goals-term = How far ahead
goals-term-short = Short-term outcome
goals-term-long = Long-term outcome
goals-yardstick = How we will know
goals-yardstick-hint = What is counted, and how many, such as "120 more landlords say yes".
goals-owner = Who answers for it
goals-owner-hint = The organization whose leads keep it up to date.
goals-starts = Starts
goals-due = By when
goals-first-due = First agreed date
goals-no-date = no date
goals-serves = What it serves
goals-serves-hint = It counts once in each, however many ways lead there.
goals-serves-none = It serves nothing yet, so its progress counts nowhere else.
goals-no-strategy = A milestone belongs to a strategy. Add a strategy first.
goals-reviewed = Last review
goals-never-reviewed = Not yet
goals-next-review = Next review by
goals-reached-on = Reached
goals-dropped-on = Given up
goals-goal-of = Goal { $number } of { $count }
goals-short-owner = { $who } answers for it.
goals-short-due = Due { $date }.
goals-leaf-due = by { $date }
goals-done = { $done } of { $of } done
goals-below = { $count ->
    [one] 1 below
   *[other] { $count } below
 }
goals-how = How we get there
goals-how-none = Nothing serves this yet.
goals-promises = Who promised what
goals-promises-none = No commitment carries this yet.
goals-promises-caption = Commitments that carry this, or something that serves it
goals-named = { $count ->
    [one] 1 commitment names this in words and is attached to nothing.
   *[other] { $count } commitments name this in words and are attached to nothing.
 }
goals-adopt = Attach them
goals-detach = Detach
goals-unlink = Unlink
goals-lift = Use the computed status again
goals-facts = Facts
goals-counts = What is counted
goals-counts-none = Nothing yet.
goals-counts-how = Each milestone and each commitment counts once. Nobody types progress in.
goals-count-reached = Milestones done
goals-count-ahead = Milestones to do
goals-count-overdue = Milestones overdue
goals-count-kept = Commitments kept
goals-count-open = Commitments open
goals-count-late = Commitments late
goals-count-broken = Commitments broken
goals-count-proposed = Offers that wait for an answer
goals-order = Order
goals-up = Move up
goals-down = Move down
goals-all = The whole plan
goals-review-due = A review is due.
goals-review-due-text = Nobody has looked at this goal for a year. Ask: is it still right, and does the work below still lead there?
goals-judged = { $who }, { $organization }, says since { $date }: { $status }
goals-computed = Computed: { $status }. { $why }
goals-why-reached = Reached on { $date }.
goals-why-dropped = Given up on { $date }.
goals-why-day-passed = { $days ->
    [one] Its own date passed 1 day ago.
   *[other] Its own date passed { $days } days ago.
 }
goals-why-long-late = { $days ->
    [one] Something below is 1 day late.
   *[other] Something below is { $days } days late.
 }
goals-why-many-late = { $late } of { $of } open steps are late.
goals-why-some-late = { $late ->
    [one] 1 of { $of } open steps is late.
   *[other] { $late } of { $of } open steps are late.
 }
goals-why-broken = { $count ->
    [one] 1 promise was broken and nothing came in its place.
   *[other] { $count } promises were broken and nothing came in their place.
 }
goals-why-judged = A partner worries about "{ $title }".
goals-why-nothing-linked = No milestone and no accepted commitment is linked yet.
goals-why-starts-later = Starts { $date }.
goals-why-nothing-done = Nothing is done or promised yet.
goals-why-all-done = All the work that is linked is done.
goals-why-nothing-late = { $done } of { $of } steps are done and nothing is late.
goals-measures = How we know
goals-measures-attach = Attach a measure: open it and choose "Attach to the plan"
goals-measures-none = No measure says how this stands yet.
goals-measure-now = Now { $value }.
goals-measure-start = It started at { $value }.
goals-measure-target = The target is { $value }.
goals-measure-target-by = The target is { $value } by { $date }.
goals-measure-none = No number yet.
goals-measure-retired = Not counted any more
goals-measure-reached = Target reached
goals-measure-on-track = On track
goals-measure-at-risk = A little behind
goals-measure-off-track = Far behind
goals-measure-not-started = No number yet
goals-measure-no-target = No target
goals-way = Way to the target
goals-way-of = { $way }% of the way
goals-percent = { $way }%
goals-count-measures = Measures with a target
goals-count-met = Targets reached
goals-count-behind = Measures behind
goals-why-measure-off = A measure is far from where it should be: { $title }.
goals-why-measure-behind = A measure is a little behind: { $title }.
goals-why-measure-below = A measure of the work below is behind: { $title }.
goals-why-measures-reached = { $count ->
    [one] Its measure has reached the target.
   *[other] All { $count } measures have reached their targets.
 }
goals-why-measure-on-track = The measure is where it should be: { $title }.
goals-unmeasure-notice = That measure is detached.
goals-panel-reviews = Goals to look at
goals-panel-reviews-detail = Last seen { $date }. { $partnership }
goals-step-pushed = { $who }, { $organization }, moved a date from { $from } to { $to }, because of { $about }
goals-step-measured = { $who }, { $organization }, attached the measure: { $about }
goals-step-unmeasured = { $who }, { $organization }, detached the measure: { $about }
goals-step-waits = { $who }, { $organization }, let it wait for { $about }
goals-step-waits-not = { $who }, { $organization }, let it wait no longer for { $about }
event-plan-pushed = { $who } moved dates that follow from others: { $title }
event-plan-measured = { $who } attached a measure to: { $title }
event-plan-unmeasured = { $who } detached a measure from: { $title }
event-plan-waits = { $who } said what this waits for: { $title }
event-plan-waits-not = { $who } said that this waits no longer: { $title }
goals-in-time = In time
goals-wait = { $title }, { $date }{ $lag ->
    [0] { "" }
    [one] , and 1 day after
   *[other] , and { $lag } days after
 }
goals-waits = Waits for
goals-waits-hint = It begins once the other one ends.
goals-waits-not = Wait no longer
goals-waits-none = It waits for nothing, and nothing waits for it.
goals-waited = Waits for this
goals-lag = Days between
goals-lag-hint = How many days lie between at least. Leave it empty for none.
goals-room-early = { $days ->
    [one] It begins 1 day before what it waits for is done.
   *[other] It begins { $days } days before what it waits for is done.
 }
goals-room-critical = It decides when all the work that hangs together ends.
goals-room-slack = { $days ->
    [0] It has no room to slip.
    [one] It can slip by 1 day.
   *[other] It can slip by { $days } days.
 }
goals-pushes = { $count ->
    [one] 1 other waits for this and would have to move
   *[other] { $count } others wait for this and would have to move
 }
goals-pushes-caption = What this move pushes, with the dates now and then
goals-pushes-from = Due now
goals-pushes-to = Due then
goals-pushes-not-yours = (not yours to move)
goals-ripple = What becomes of them
goals-ripple-push = Move them too
goals-ripple-leave = Leave their dates
goals-verb-waits = Say what it waits for
goals-what-waits = The roadmap shows the order, and a moved date says what it pushes.
goals-back-waits = Yes, at any time.
goals-waits-notice = It waits for that now.
goals-waits-not-notice = It waits for that no longer.
error-plan-no-day = Only objectives, strategies and milestones with a date can wait for each other.
error-plan-waits-for-itself = One of these serves the other, so neither can wait for the other.
error-plan-circle = That would be a circle: the other one waits for this already.
error-plan-lag = Enter a whole number of days from 0 to 3,650.
error-plan-pushes = { $count ->
    [one] 1 other waits for this. Look at the list below, and say whether it moves too.
   *[other] { $count } others wait for this. Look at the list below, and say whether they move too.
 }
error-plan-push-not-yours = "{ $title }" would have to move too, and it is not yours to move. Leave the others' dates, or ask a coordinator.
goals-by-operator = The operator
commitments-panel-agenda = Promises that do not move
commitments-panel-agenda-overdue = { $who } promised it to { $to } by { $date }, and it has not come.
commitments-panel-agenda-unanswered = { $who } and { $to } have not agreed on it yet.
commitments-panel-agenda-unconfirmed = { $who } says it is done, and { $to } has not confirmed it.
decisions-panel-agenda = Questions that are open
decisions-panel-agenda-detail = { $who } brings it. { $answered } of { $roll } have answered.
goals-ending = How it ends
goals-ending-reached = It was reached
goals-ending-dropped = We give it up
goals-ending-hint = Say why when you give it up. Do not write client names here.
goals-words = What you want to say
goals-words-hint = What you looked at and what you found. Do not write client names here.
goals-commitment = Commitment
goals-commitment-hint = Open commitments and offers, the next due first.
goals-verb-review = Reviewed today
goals-verb-status = Say how it stands
goals-verb-dates = Move dates
goals-verb-link = Link
goals-verb-attach = Attach a commitment
goals-verb-edit = Edit
goals-verb-close = Close
goals-verb-reopen = Open again
goals-what-review = Today becomes the day of the last review. The next one is due in a year.
goals-what-status = Your status stands in place of the computed one, with your name and reason. The computed one stays beside it.
goals-what-dates = The new dates count from now on. The first dates and your reason stay in the history.
goals-what-link = Its milestones and commitments count there too, each once.
goals-what-attach = The commitment counts here and in all that this serves.
goals-what-edit = The new words stand on every page. Dates are moved apart, with a reason.
goals-what-close = It leaves the open plan. Its history stays.
goals-what-reopen = It stands in the open plan again.
goals-back-review = No. It stays in the history.
goals-back-status = Yes, at any time.
goals-back-dates = You can move them again. Both moves stay in the history.
goals-back-link = Yes, unlink it at any time.
goals-back-attach = Yes, detach it at any time.
goals-back-edit = Yes, change them again.
goals-back-close = Yes, open it again.
goals-back-reopen = Yes, close it again.
goals-knows = All partners. It shows in the activity of the partnership.
goals-review-notice = Noted: reviewed today.
goals-status-notice = Your status stands now, with your reason.
goals-dates-notice = The dates were moved.
goals-link-notice = It is linked.
goals-attach-notice = It is attached.
goals-edit-notice = It was changed.
goals-close-notice = It is closed.
goals-reopen-notice = It is open again.
goals-lift-notice = The computed status holds again.
goals-unlink-notice = It is linked there no longer.
goals-detach-notice = It is attached no longer.
goals-order-notice = The order was changed.
goals-step-added = { $who }, { $organization }, added it to the plan
goals-step-changed = { $who }, { $organization }, changed what it says
goals-step-moved = { $who }, { $organization }, moved a date from { $from } to { $to }
goals-step-reviewed = { $who }, { $organization }, reviewed it
goals-step-reached = { $who }, { $organization }, said it was reached
goals-step-dropped = { $who }, { $organization }, gave it up
goals-step-reopened = { $who }, { $organization }, opened it again
goals-step-judged = { $who }, { $organization }, said how it stands: { $about }
goals-step-unjudged = { $who }, { $organization }, let the computed status hold again
goals-step-linked = { $who }, { $organization }, linked it to { $about }
goals-step-unlinked = { $who }, { $organization }, unlinked it from { $about }
goals-step-attached = { $who }, { $organization }, attached: { $about }
goals-step-detached = { $who }, { $organization }, detached: { $about }
error-plan-missing = There is no such item in this plan.
error-plan-changed = Somebody changed this since you opened it. Look at it as it is now, then decide again.
error-plan-fields = Some fields need another value.
error-plan-ends-early = Enter { $starts } or a later date.
error-plan-not-yours = Only a coordinator, or a lead of the organization that answers for it, may do this.
error-plan-closed = This is closed. Open it again first.
error-plan-not-closed = This is open already.
error-plan-same = Nothing was changed. Change a field, or cancel.
error-plan-same-dates = These are the dates it has. Choose others.
error-plan-reviewed-today = This was reviewed today already.
error-plan-not-judged = The computed status holds already.
error-plan-wrong-layer = These two do not fit. A strategy serves goals and objectives, an objective serves goals, a milestone serves strategies.
error-plan-same-links = Nothing would change. Look at what is linked and attached now.
error-plan-last-strategy = A milestone belongs to a strategy. Link it to another one first, then unlink this one.
error-plan-no-commitment = There is no such commitment here. Choose another one.
error-plan-at-the-end = It is at the end of its list already.
error-plan-full = A plan has at most 5,000 items. Close or drop what is not worked on.
event-plan-added = { $who } added to the plan: { $title }
event-plan-changed = { $who } changed in the plan: { $title }
event-plan-moved = { $who } moved dates in the plan: { $title }
event-plan-reviewed = { $who } reviewed: { $title }
event-plan-reached = { $who } said it was reached: { $title }
event-plan-dropped = { $who } gave up: { $title }
event-plan-reopened = { $who } opened again: { $title }
event-plan-judged = { $who } said how it stands: { $title }
event-plan-unjudged = { $who } let the computed status hold again: { $title }
event-plan-linked = { $who } linked in the plan: { $title }
event-plan-unlinked = { $who } unlinked in the plan: { $title }
event-plan-attached = { $who } attached a commitment to: { $title }
event-plan-detached = { $who } detached a commitment from: { $title }
event-plan-ordered = { $who } changed the order of the plan: { $title }

# Who carries what of the plan.
responsibilities-title = Who does what
responsibilities-short = { $led } of { $count } open items have a lead. { $alone ->
    [0] Somebody has a part in each.
    [one] Nobody has any part in 1 of them.
   *[other] Nobody has any part in { $alone } of them.
 } { $asked ->
    [0] No answer is waited for.
    [one] 1 answer is waited for.
   *[other] { $asked } answers are waited for.
 }
responsibilities-found = { $count ->
    [one] 1 item
   *[other] { $count } items
 }
responsibilities-caption = Open items of the plan with who leads, supports, gives advice and is kept informed
responsibilities-none = Nothing to carry yet
responsibilities-none-text = Once goals, strategies and milestones are in the plan, you see here who carries each, and where nobody does.
responsibilities-none-found = No item fits
responsibilities-nobody = Nobody leads
responsibilities-asked = (asked)
responsibilities-who = Who
responsibilities-who-hint = An organization, or a seat: a seat keeps its part when its holder changes.
responsibilities-organization = Organization
responsibilities-since = Since
responsibilities-item = In the plan
responsibilities-promise = Promise a result for this
responsibilities-duty = Part
responsibilities-duty-all = All parts
responsibilities-duty-lead = Leads
responsibilities-duty-support = Supports
responsibilities-duty-consulted = Gives advice
responsibilities-duty-informed = Is kept informed
responsibilities-other-duty = Which part instead
responsibilities-want = What is missing
responsibilities-want-all = Everything
responsibilities-want-lead = A lead
responsibilities-want-anybody = Anybody at all
responsibilities-want-answer = An answer
responsibilities-state-proposed = Waits for an answer
responsibilities-state-accepted = Agreed
responsibilities-state-declined = Declined
responsibilities-state-withdrawn = Taken back
responsibilities-state-ended = Laid down
responsibilities-new = Ask somebody to take a part
responsibilities-new-text = You ask, and they answer. A part holds once they agree.
responsibilities-offer = Offer to take a part
responsibilities-offer-text = You offer your own part. It holds once those who keep this item agree.
responsibilities-new-button = Send
responsibilities-proposed-notice = It is sent. It holds once the other side agrees.
responsibilities-short-proposed = { $who } was asked on { $date } to take a part in "{ $item }": { $duty }.
responsibilities-short-offered = { $who } offers since { $date } a part in "{ $item }": { $duty }.
responsibilities-short-accepted = { $who } has a part in "{ $item }" since { $date }: { $duty }.
responsibilities-short-declined = The part of { $who } in "{ $item }" was declined on { $date }.
responsibilities-short-withdrawn = The part of { $who } in "{ $item }" was taken back on { $date }.
responsibilities-short-ended = { $who } had a part in "{ $item }" until { $date }.
responsibilities-verb-accept = Agree
responsibilities-verb-counter = Take another part
responsibilities-verb-decline = Decline
responsibilities-verb-withdraw = Take back
responsibilities-verb-end = Lay down
responsibilities-what-accept = The part holds from today on, and stands in the plan.
responsibilities-what-counter = Your answer goes to the other side. Nothing holds until they agree.
responsibilities-what-decline = The part is not taken. Your reason goes to the other side.
responsibilities-what-withdraw = Nobody is asked any more.
responsibilities-what-end = The part ends today. What was done stays in the history.
responsibilities-back-accept = You can lay it down later, with a reason.
responsibilities-back-counter = Yes, until they answer.
responsibilities-back-decline = No. It can be proposed again.
responsibilities-back-withdraw = No. It can be proposed again.
responsibilities-back-end = No. It can be proposed again.
responsibilities-knows = All partners. It shows in the activity of the partnership, and the other side gets a mail.
responsibilities-accept-notice = Agreed. It stands in the plan now.
responsibilities-counter-notice = Your answer is sent.
responsibilities-decline-notice = Declined.
responsibilities-withdraw-notice = It is taken back.
responsibilities-end-notice = It is laid down.
responsibilities-step-proposed = { $who }, { $organization }, asked for this part: { $duty }
responsibilities-step-offered = { $who }, { $organization }, offered this part: { $duty }
responsibilities-step-taken = { $who }, { $organization }, took this part: { $duty }
responsibilities-step-accepted = { $who }, { $organization }, agreed: { $duty }
responsibilities-step-declined = { $who }, { $organization }, declined
responsibilities-step-countered = { $who }, { $organization }, answered with another part: { $duty }
responsibilities-step-withdrawn = { $who }, { $organization }, took it back
responsibilities-step-ended = { $who }, { $organization }, laid it down
responsibilities-load = How much each partner carries
responsibilities-load-text = What each partner answers for, leads and supports, what it promised, and what waits for its word. The most work comes first.
responsibilities-load-caption = Partners with what each of them carries
responsibilities-load-answers = Answers for
responsibilities-load-leads = Leads
responsibilities-load-supports = Supports
responsibilities-load-advice = Advises or is informed
responsibilities-load-promises = Open promises
responsibilities-load-waits = Waits for its answer
responsibilities-panel = Parts in the plan
responsibilities-panel-asked = { $who } is asked to take a part: { $duty }. { $partnership }
responsibilities-panel-offered = { $who } offers a part: { $duty }. { $partnership }
responsibilities-panel-answer = Answer
responsibilities-mail-proposed-subject = You are asked to take a part
responsibilities-mail-proposed-text = Somebody asks your organization or your seat to take a part in the plan. Open the link to read it and to answer.
responsibilities-mail-offered-subject = Somebody offers to help
responsibilities-mail-offered-text = A partner offers to take a part in something that you keep in the plan. Open the link to answer.
responsibilities-mail-countered-subject = Another part was proposed
responsibilities-mail-countered-text = The other side would take another part in the plan. Open the link to answer.
responsibilities-mail-accepted-subject = A part in the plan was taken
responsibilities-mail-accepted-text = The other side agreed to a part in the plan. Open the link to read it.
responsibilities-mail-declined-subject = A part in the plan was declined
responsibilities-mail-declined-text = The other side declined a part in the plan, with a reason. Open the link to read it.
responsibilities-mail-ended-subject = A part in the plan was laid down
responsibilities-mail-ended-text = The other side laid down a part in the plan, with a reason. Open the link to read it.
error-responsibility-missing = There is no such part in this plan.
error-responsibility-changed = Somebody changed this since you opened it. Look at it as it is now, then answer.
error-responsibility-not-yours = Only those who keep this item, or the one named, may do this.
error-responsibility-other-side = The other side answers now.
error-responsibility-not-waiting = { $state ->
    [accepted] This was agreed already.
    [declined] This was declined already.
    [withdrawn] This was taken back already.
    [ended] This was laid down already.
   *[other] Nothing waits for an answer.
 }
error-responsibility-not-held = Only a part that was agreed can be laid down.
error-responsibility-same-duty = This is the part that was proposed. Choose another one, or agree.
error-responsibility-taken = They have a part in this item already, or were asked for one. Open that one.
error-responsibility-no-bearer = Choose a partner or a seat that is there today.
event-responsibility-proposed = { $who } asked somebody to take a part in: { $title }
event-responsibility-offered = { $who } offered a part in: { $title }
event-responsibility-taken = { $who } took a part in: { $title }
event-responsibility-accepted = { $who } agreed to a part in: { $title }
event-responsibility-declined = { $who } declined a part in: { $title }
event-responsibility-countered = { $who } answered with another part in: { $title }
event-responsibility-withdrawn = { $who } took back a part in: { $title }
event-responsibility-ended = { $who } laid down a part in: { $title }

# The plan in time.
roadmap-title = Roadmap
roadmap-short-none = No work is in the plan yet, or none fits.
roadmap-short = { $count ->
    [one] 1 piece of work
   *[other] { $count } pieces of work
 } through { $month }. { $on } on track, { $risk } at risk, { $off } off track, { $done } done, { $later } not started.
roadmap-short-next = Next start: { $date }.
roadmap-detail = Show
roadmap-detail-all = Work alone
roadmap-detail-work = Work alone
roadmap-detail-milestones = Work and milestones
roadmap-by-quarter = By quarter and month
roadmap-quarter = { $from } to { $to }
roadmap-note = Orange line: today, { $date }. Letters: who leads, and who helps.
roadmap-legend = A thick left edge: this work decides when all that hangs together ends. A dotted line: the dates first agreed.
roadmap-earlier = Six months earlier
roadmap-later = Six months later
roadmap-nothing-then = No work falls into these months.
roadmap-with = { $leads } with { $helps }
roadmap-critical = Decides when it all ends.
roadmap-words = { $count ->
    [one] 1 piece of work, in words
   *[other] All { $count } pieces of work, in words
 }
roadmap-caption = Work by goal, with dates, who carries it, what it waits for and how it stands
roadmap-column-work = Work
roadmap-column-when = When
roadmap-when = { $from } to { $to }
roadmap-slip-later = { $days ->
    [one] First planned: { $date }. 1 day later now.
   *[other] First planned: { $date }. { $days } days later now.
 }
roadmap-slip-earlier = { $days ->
    [one] First planned: { $date }. 1 day earlier now.
   *[other] First planned: { $date }. { $days } days earlier now.
 }
roadmap-none = No work in the plan yet
roadmap-none-text = Strategies show here by quarter and month, once a coordinator or an agency lead adds them.
roadmap-none-found = No work fits
roadmap-calendar = Dates for your calendar (iCalendar)
roadmap-month-1 = Jan
roadmap-month-2 = Feb
roadmap-month-3 = Mar
roadmap-month-4 = Apr
roadmap-month-5 = May
roadmap-month-6 = Jun
roadmap-month-7 = Jul
roadmap-month-8 = Aug
roadmap-month-9 = Sep
roadmap-month-10 = Oct
roadmap-month-11 = Nov
roadmap-month-12 = Dec
roadmap-import = Bring in a plan from a file
roadmap-import-text = Send a table. It is taken as a whole or not at all; a second time it changes nothing.
roadmap-import-file = File
roadmap-import-file-hint = A CSV file of up to 4 megabytes. In Excel: File, Save as, CSV UTF-8.
roadmap-import-look = See what would change
roadmap-import-take = Take it
roadmap-import-example = The plan as it is now, as a file to start from (CSV)
roadmap-import-report = What came of it
roadmap-import-refused = Nothing was taken. Mend these rows and send the file again.
roadmap-import-nothing = The file says what the plan says. Nothing was changed.
roadmap-import-would = All of it can be taken. Nothing was changed yet: choose the file again, then take it.
roadmap-import-taken = All of it was taken.
roadmap-import-rows = Rows read
roadmap-import-added = New items
roadmap-import-revised = Changed items
roadmap-import-unchanged = The same as before
roadmap-import-problems = Problems
roadmap-import-refused-caption = Rows that could not be taken
roadmap-import-warnings-caption = Things to know
roadmap-import-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
 }
roadmap-import-row = Row
roadmap-import-column = Column
roadmap-import-value = What it says
roadmap-import-what = What to do
roadmap-import-columns = The columns
roadmap-import-columns-needed = Needed: goal, objective, strategy or milestone, and its name. The same layer and name are the same item.
roadmap-import-columns-id = If you change a name: the item's identifier from the export.
roadmap-import-columns-owner = The name or the short name of the partner that answers for it.
roadmap-import-columns-dates = Dates such as 2026-05-29. Objectives and milestones need due, strategies both.
roadmap-import-columns-serves = Names of what it serves, with semicolons between.
roadmap-import-columns-waits = Names of what it waits for, with semicolons between. "Counsel met +14" waits 14 days more.
roadmap-import-columns-rest = Short or long for a goal, how one will know for an objective, and more about it. An empty cell leaves what is there.
roadmap-found-file-empty = The file is empty. Save it again with its rows, and send it.
roadmap-found-file-too-large = The file is too large. Send at most { $megabytes } megabytes, or split it.
roadmap-found-not-text = This is not a text table. Save it as CSV and send that.
roadmap-found-workbook = This is an Excel workbook. In Excel, choose File, Save as, CSV UTF-8, and send that file.
roadmap-found-too-many-columns = There are more than { $most } columns. Split the table.
roadmap-found-too-many-rows = There are more than { $most } rows. Split the table.
roadmap-found-quote-not-closed = A quotation mark opens in this row and never closes. Close it, or remove it.
roadmap-found-no-rows = There is a header and no row below it. Save the file again with its rows.
roadmap-found-column-missing = There is no column "{ $expected }". The file has: { $have }. Start from the export of the roadmap.
roadmap-found-column-twice = Two columns have this name. Rename one of them.
roadmap-found-row-too-long = The row has { $cells } cells and the header { $columns }. Put text with commas in quotation marks.
roadmap-found-row-short = The row has { $cells } cells and the header { $columns }. The missing ones were read as empty.
roadmap-found-cell-too-long = The text is longer than { $most } characters. Shorten it.
roadmap-found-control-character = There is a character that is not text. Remove it.
roadmap-found-read-as-windows-1252 = The file is not UTF-8. We read it as Windows text. Check the names with accents.
roadmap-found-and-more = There are more than { $most } of these. Mend the first ones and try again.
roadmap-found-columns-left-out = { $count ->
    [one] 1 column was left out: { $columns }
   *[other] { $count } columns were left out: { $columns }
 }
error-plan-row-id = This is not an identifier. Copy it from the export, or leave the cell empty.
error-plan-row-unknown = No item of this plan has this identifier. Leave the cell empty to add a new one.
error-plan-row-layer = Write goal, objective, strategy or milestone.
error-plan-row-incomplete = A row needs a layer and a title, or an identifier.
error-plan-row-unclear = Several items have this name. Say which one by its identifier.
error-plan-row-twice = An earlier row is about the same item. Keep one of them.
error-plan-row-date = This is not a date. Write it such as 2026-05-29.
error-plan-row-no-date = A date is missing. Objectives and milestones need due, strategies starts and due.
error-plan-row-ends-early = It ends before it starts. Check both dates.
error-plan-row-term = A goal needs short or long here.
error-plan-row-yardstick = An objective needs a yardstick: what is counted, and how many.
error-plan-row-text = The text is too long, or holds a character that is not text. Shorten it.
error-plan-row-owner = No partner has this name. Write the name or the short name of a partner of today.
error-plan-row-not-yours = Only a coordinator, or a lead of the organization that answers for it, may change this.
error-plan-row-closed = This item is closed. Open it again first.
error-plan-row-reference = Nothing has this name. Check it, or use the identifier.
error-plan-row-reference-unclear = Several items have this name. Use the identifier.
error-plan-row-does-not-fit = These two do not fit. A strategy serves goals and objectives, an objective goals, a milestone strategies; and neither waits for what it serves.
error-plan-row-no-strategy = A milestone belongs to a strategy. Name it in the column serves.
error-plan-row-circle = That would be a circle: it would wait for itself in the end.
error-plan-row-full = A plan has at most 5,000 items.
event-plan-imported = { $who } brought in the plan from a file: { $file }

# What may go wrong, and what has.
risks-title = Risks and issues
risks-text = A risk may happen, an issue has. Each has somebody who answers for it, and a day on which it is looked at again. The heaviest come first.
risks-list = What we watch
risks-caption = Risks and issues with who answers for them, how much weight they have and when they are looked at again
risks-none = No risks or issues yet
risks-none-text = Write down what could stop the work of several partners, so that it is looked at in time.
risks-none-found = No risk or issue fits
risks-new = Write down a risk or an issue
risks-form-text = Say it so that every partner understands it. Do not write client names here.
risks-form-button = Save
risks-kind = Kind
risks-kind-all = Risks and issues
risks-kind-risk = Risk
risks-kind-issue = Issue
risks-state-all = Open
risks-state-open = Open
risks-state-closed = Closed
risks-due = Due
risks-due-all = Any time
risks-due-review = A look is due
risks-title-field = What may happen, or has
risks-title-hint = Such as "The church hall that we counted on is sold".
risks-likelihood = How likely
risks-likelihood-hint = Of a risk. An issue has happened already.
risks-likelihood-1 = 1: rare
risks-likelihood-2 = 2: unlikely
risks-likelihood-3 = 3: possible
risks-likelihood-4 = 4: likely
risks-likelihood-5 = 5: almost sure
risks-effect = How bad
risks-effect-1 = 1: slight
risks-effect-2 = 2: small
risks-effect-3 = 3: felt
risks-effect-4 = 4: heavy
risks-effect-5 = 5: grave
risks-weight = Likely { $likelihood } of 5, effect { $effect } of 5
risks-weight-issue = It has happened. Effect { $effect } of 5
risks-level = Weight
risks-level-high = High
risks-level-medium = Medium
risks-level-low = Low
risks-level-how = Weight is how likely times how bad: high from 15, medium from 6. What is grave is never low.
risks-response = What we do about it
risks-response-avoid = Avoid: change the work so that it cannot happen
risks-response-reduce = Reduce: make it less likely or less bad
risks-response-share = Share: somebody else carries a part
risks-response-accept = Accept: live with it and watch it
risks-plan = How we do that
risks-plan-hint = Who does what. Promises stand apart, as commitments.
risks-review-on = Next look
risks-review-hint = The day on which the partners look at it again.
risks-since = Known since
risks-closed-on = Closed
risks-threatens = What it threatens
risks-threatens-none = Nothing in the plan is linked yet.
risks-of-item = What may get in the way
risks-short-look = The next look is on { $date }.
risks-short-due = A look was due on { $date }.
risks-short-closed = Closed on { $date }.
risks-verb-review = Reviewed today
risks-verb-happen = It has happened
risks-verb-link = Say what it threatens
risks-verb-edit = Edit
risks-verb-close = Close
risks-verb-reopen = Open again
risks-close-hint = How it ended: it did not come, was solved, or no longer matters. Do not write client names here.
risks-what-review = Its weight and the day of the next look change. What was before stays in the history.
risks-what-happen = The risk becomes an issue, and a look is due today.
risks-what-link = It shows on the page of that item.
risks-what-edit = The new words stand on every page.
risks-what-close = It leaves the list of what we watch. Its history stays.
risks-what-reopen = It is watched again, and a look is due today.
risks-back-review = You can review it again. Both looks stay in the history.
risks-back-happen = No. Close it, and write down a new risk.
risks-back-link = Yes, unlink it at any time.
risks-back-edit = Yes, change it again.
risks-back-close = Yes, open it again.
risks-back-reopen = Yes, close it again.
risks-noted-notice = It is written down.
risks-changed-notice = It was changed.
risks-review-notice = Noted: reviewed today.
risks-happen-notice = It is an issue now.
risks-link-notice = It is linked.
risks-unlink-notice = It is linked there no longer.
risks-close-notice = It is closed.
risks-reopen-notice = It is open again.
risks-step-noted = { $who }, { $organization }, wrote it down. { $weight }
risks-step-changed = { $who }, { $organization }, changed what it says. { $weight }
risks-step-reviewed = { $who }, { $organization }, reviewed it. { $weight }
risks-step-happened = { $who }, { $organization }, said that it has happened
risks-step-closed = { $who }, { $organization }, closed it
risks-step-reopened = { $who }, { $organization }, opened it again
risks-step-linked = { $who }, { $organization }, linked it to { $about }
risks-step-unlinked = { $who }, { $organization }, unlinked it from { $about }
risks-panel = Risks to look at
risks-panel-agenda = Risks to look at
risks-panel-agenda-detail = { $who } answers for it. A look was due on { $date }.
error-risk-missing = There is no such risk or issue here.
error-risk-changed = Somebody changed this since you opened it. Look at it as it is now, then decide again.
error-risk-fields = Some fields need another value.
error-risk-not-yours = Only a coordinator, or somebody who acts for the partner that answers for it, may do this.
error-risk-closed = This is closed. Open it again first.
error-risk-not-closed = This is open already.
error-risk-happened-already = This has happened already: it is an issue.
error-risk-same = Nothing was changed. Change a field, or cancel.
error-risk-same-links = Nothing would change. Look at what is linked now.
error-risk-grade = Choose a number from 1 to 5.
error-risk-review-past = Enter { $today } or a later date.
event-risk-noted = { $who } wrote down a risk or an issue: { $title }
event-risk-changed = { $who } changed a risk or an issue: { $title }
event-risk-reviewed = { $who } reviewed a risk or an issue: { $title }
event-risk-happened = { $who } said that a risk has happened: { $title }
event-risk-closed = { $who } closed a risk or an issue: { $title }
event-risk-reopened = { $who } opened a risk or an issue again: { $title }
event-risk-linked = { $who } said what this threatens: { $title }
event-risk-unlinked = { $who } said that this threatens something no longer: { $title }

# Who keeps their word.
follow-through-title = Who keeps their word
follow-through-short = Of all promises in the last 12 months and this one: { $finding }.
follow-through-short-one = Of its promises in the last 12 months and this one: { $finding }.
follow-through-span = Promises due, kept or given up in this month and the 12 before it. The percent is kept on time.
follow-through-on-time = On time
follow-through-late = Late, but done
follow-through-overdue = Overdue now
follow-through-broken = Not kept
follow-through-moved = Date moved in time
follow-through-rate = Kept on time
follow-through-line = { $name }: { $onTime } on time, { $late } late, { $overdue } overdue, { $broken } not kept.
follow-through-all = All partners
follow-through-nothing = nothing was due
follow-through-too-few = { $kept } of { $due } on time, too few for a percentage
follow-through-likely = { $share } on time, likely between { $low } and { $high }
follow-through-few = too few to say
follow-through-caption = { $good } of { $all } partners keep at least 8 of 10 promises on time
follow-through-caption-few = Too few promises yet to compare partners
follow-through-partners = Each partner
follow-through-replied = Their reply of { $date }:
follow-through-method = How we count
follow-through-method-text = A promise counts on the day it is kept, given up or due, whichever comes first. A date that was moved in time is neither late nor broken: it counts by its new date. Done means done on the day its maker said so, once the partner who waits agrees.
follow-through-method-interval = Below 10 promises we show counts and no percentage. From 10 on we show how sure the percentage is: the likely range covers the true rate in 95 of 100 cases (Wilson 1927; Brown, Cai and DasGupta 2001).
follow-through-commitments = All its commitments
follow-through-overdue-none = Nothing is overdue.
follow-through-replies = What they say
follow-through-replies-none = No reply yet.
follow-through-reply = Your reply
follow-through-reply-hint = It stands beside your figures, with today's date. All partners can read it.
follow-through-reply-button = Publish the reply
follow-through-reply-notice = Your reply stands beside your figures.

# What is wrong.
error-commitment-missing = There is no such commitment here.
error-commitment-changed = Somebody changed this commitment since you opened it. Look at it as it is now, then decide again.
error-commitment-fields = Some fields need another value.
error-commitment-one-party = Choose another partner: nobody promises to themselves.
error-commitment-no-partner = Choose a partner that is a member today.
error-commitment-date-past = Enter { $today } or a later date.
error-commitment-not-waiting = { $state ->
    [open] This was accepted already.
    [claimed] This was accepted already, and is said to be done.
    [declined] This was declined already.
    [withdrawn] This was taken back already.
    [kept] This was kept already.
    [broken] This was given up already.
   *[other] Nothing waits for an answer.
 }
error-commitment-not-open = { $state ->
    [proposed] This is no promise yet: it waits for an answer.
    [claimed] This was marked as done already. The partner who waits answers now.
    [kept] This was kept already.
    [broken] This was given up already.
    [declined] This was declined, so nothing is promised.
    [withdrawn] This was taken back, so nothing is promised.
   *[other] This promise is not open.
 }
error-commitment-not-claimed = { $state ->
    [kept] This was confirmed already.
    [open] Nobody has marked this as done yet.
   *[other] There is nothing to confirm.
 }
error-commitment-over = This commitment is over.
error-commitment-other-side = The other side decides this.
error-commitment-not-yours = You do not speak for the partner who decides this.
error-commitment-lead-only = Only a lead can put another person in charge. Leave the field as it is to be in charge yourself.
error-commitment-not-theirs = Choose a person who works for the partner who promises.
error-commitment-same-person = Another person must answer: you cannot answer yourself.
error-commitment-offered-date-past = The date { $due } has passed. Offer something else with a new date.
error-commitment-same-terms = These are the same terms. Change the result or the date, or accept.
error-commitment-same-date = This is the date it has. Choose another one.
error-commitment-no-carrier = Choose a person or a seat of your organization.
error-commitment-seat-empty = Nobody holds this seat. Choose a person, or ask somebody to take the seat first.
error-commitment-same-in-charge = This person is in charge already.
error-commitment-not-stalled = Nothing is late here, so no reason is asked.
error-commitment-reminded-today = They were reminded today. Wait until tomorrow.
error-commitment-nothing-to-undo = There is nothing to take back.
error-commitment-undo-not-yours = Only the person who did it can take it back.
error-commitment-undo-too-late = The 10 minutes to take it back have passed.
error-commitment-history = The history of this commitment cannot be read. Tell your coordinator.
error-evidence-none = Add a link or choose a file.
error-evidence-both = Add a link or a file, one at a time.
error-evidence-empty = The file is empty. Choose another one.
error-evidence-too-large = The file is larger than { $megabytes } MB. Send a smaller one or a link to it.
error-evidence-kind = This kind of file is not taken. Send a PDF, PNG, JPEG, WebP, text, CSV, Word, Excel or OpenDocument file without macros.
error-evidence-full = A commitment keeps 30 pieces of evidence at most. Remove one first.
error-evidence-not-yours = Only the person who added it can remove it.

# Mail.
commitments-mail-offered-subject = An offer waits for your answer
commitments-mail-offered-text = A partner offers a commitment to your organization. Open the link to accept, decline or answer with another offer.
commitments-mail-asked-subject = A partner asks for a commitment
commitments-mail-asked-text = A partner asks your organization for a commitment. Open the link to accept, decline or answer with another offer.
commitments-mail-countered-subject = There is another offer
commitments-mail-countered-text = The other side answered with other terms. Open the link to see them and to answer.
commitments-mail-accepted-subject = Your terms were accepted
commitments-mail-accepted-text = The other side accepted your terms. It is a promise now.
commitments-mail-declined-subject = Your terms were declined
commitments-mail-declined-text = The other side declined your terms. Open the link to read why.
commitments-mail-claimed-subject = Something you wait for is said to be done
commitments-mail-claimed-text = A partner says that a promise to you is done. Open the link to confirm it, or to say what is missing.
commitments-mail-kept-subject = Your promise was confirmed
commitments-mail-kept-text = The partner who waited says that your promise was kept. Thank you.
commitments-mail-not-yet-subject = Something is missing
commitments-mail-not-yet-text = The partner who waits says that something is missing. Open the link to read what.
commitments-mail-moved-subject = A date was moved
commitments-mail-moved-text = A partner moved the date of a promise to you. Open the link to see the new date and the reason.
commitments-mail-broken-subject = A promise will not come
commitments-mail-broken-text = It was said that a promise will not come. Open the link to read why.
commitments-mail-handed-over-subject = You are in charge of a promise
commitments-mail-handed-over-text = Your organization put you in charge of a promise. Open the link to see it.
commitments-mail-reminded-subject = A reminder from your coordinator
commitments-mail-reminded-text = A commitment waits for your next step. Open the link to see it.
commitments-mail-week-before-subject = A promise of yours is due in a week
commitments-mail-week-before-text = A promise of yours is due within 7 days. If the date can't hold, you can change it now, and it is not late.
commitments-mail-day-before-subject = A promise of yours is due tomorrow
commitments-mail-day-before-text = A promise of yours is due within a day. If the date can't hold, you can change it now, and it is not late.
commitments-mail-stalled-subject = A commitment needs help
commitments-mail-stalled-text = A commitment does not move, and you can help. Open the link to see what is in the way, or to say it.
commitments-mail-escalated-subject = A commitment still needs help
commitments-mail-escalated-text = A commitment has not moved for a week after we asked. Open the link to see who is waiting and what is in the way.

# Events in words.
event-commitment-offered = { $who } offered a commitment: { $title }
event-commitment-asked = { $who } asked for a commitment: { $title }
event-commitment-countered = { $who } answered with other terms: { $title }
event-commitment-accepted = { $who } accepted a commitment: { $title }
event-commitment-declined = { $who } declined a commitment: { $title }
event-commitment-withdrawn = { $who } took an offer back: { $title }
event-commitment-claimed-done = { $who } marked as done: { $title }
event-commitment-kept = { $who } confirmed a kept promise: { $title }
event-commitment-not-yet = { $who } said something is missing: { $title }
event-commitment-moved = { $who } moved a date: { $title }
event-commitment-broken = { $who } said it will not come: { $title }
event-commitment-handed-over = { $who } changed who is in charge: { $title }
event-commitment-explained = { $who } said what is in the way: { $title }
event-commitment-reminded = { $who } sent a reminder: { $title }
event-commitment-evidence-added = { $who } added evidence: { $title }
event-commitment-evidence-removed = { $who } removed evidence: { $title }
event-commitment-undone = { $who } took a step back: { $title }
event-commitment-nudged = Concord sent a reminder: { $title }
event-follow-through-replied = { $who } replied to the figures of { $organization }

## Decisions

decisions-title = Decisions
decisions-short = { $open ->
    [0] No question is open. The log keeps what was decided, how, and who saw it otherwise.
    [one] 1 question is open. The log keeps what was decided, how, and who saw it otherwise.
   *[other] { $open } questions are open. The log keeps what was decided, how, and who saw it otherwise.
 }
decisions-ask = Ask a question
decisions-ask-short = First choose how the partners decide. Then write the question down. Nobody can answer before you put it.
decisions-choose-method = How shall we decide?
decisions-open = Open questions
decisions-open-caption = Open questions, the first due first
decisions-log = Log
decisions-export = Save as a table (CSV)
decisions-caption = Decisions, the latest first
decisions-column-question = Question
decisions-column-who = Who decides
decisions-column-when = When
decisions-column-answered = Answered
decisions-column-voter = Who
decisions-column-said = Position
decisions-column-why = Why
decisions-answered = { $answered } of { $roll }
decisions-due-by = by { $date }
decisions-none = No decision yet
decisions-none-text = Questions and what came of them show here. Ask the first one.
decisions-none-found = No decision fits
decisions-all = All decisions
decisions-state = State
decisions-state-all = Any state
decisions-state-draft = Draft
decisions-state-open = Open
decisions-state-closed = Closed
decisions-state-withdrawn = Taken back
decisions-mark-due = Open, date passed
decisions-mark-replaced = Replaced
decisions-result = Result
decisions-result-all = Any result
decisions-result-adopted = Adopted
decisions-result-chosen = Chosen
decisions-result-not-adopted = Not adopted
decisions-result-undecided = Nothing decided
decisions-force = In force
decisions-force-all = In force or not
decisions-force-in-force = Still in force
decisions-force-replaced = Replaced by a later one
decisions-method = Method
decisions-method-all = Any method
decisions-method-consent = Consent
decisions-method-majority = Majority vote
decisions-method-two-thirds = Two-thirds vote
decisions-method-ranked = Ranked choice
decisions-method-advice = Advice
decisions-by-consent = Decision by consent
decisions-by-majority = Decision by majority vote
decisions-by-two-thirds = Decision by two-thirds vote
decisions-by-ranked = Decision by ranked choice
decisions-by-advice = Decision on advice
decisions-in-round = { $method }, round { $round }
decisions-about-consent = One proposal. It is adopted when nobody objects. An objection needs a reason. The proposal can be changed until nobody objects.
decisions-about-majority = One proposal. It is adopted when more than half of those for or against are for it.
decisions-about-two-thirds = One proposal. It is adopted when at least two thirds of those for or against are for it.
decisions-about-ranked = Several options. Each voice ranks them. The option with the fewest first places goes, round by round, until one leads more than half.
decisions-about-advice = One partner decides, after hearing everybody it names.
decisions-body = Group
decisions-body-all = Any group
decisions-body-hint = Leave it empty when all partners decide.
decisions-all-partners = All partners
decisions-owner = Brought by
decisions-owner-hint = Its leads put the question and close it. A coordinator can too.
decisions-electorate = Who decides
decisions-of-partners = All partners that are members. Each has one voice.
decisions-of-organizations = The organizations in { $body }. Each has one voice.
decisions-of-seats = The seats of { $body }. Each has one voice.
decisions-franchise = What counts as one voice
decisions-franchise-organization = Each organization
decisions-franchise-seat = Each seat of a group
decisions-quorum = How many must answer
decisions-quorum-hint = With fewer answers nothing is decided.
decisions-quorum-one = At least one
decisions-quorum-third = At least a third
decisions-quorum-half = More than half
decisions-quorum-two-thirds = At least two thirds
decisions-quorum-all = Everybody
decisions-decider = Who decides
decisions-decider-hint = Its lead decides and closes the question.
decisions-advisers = Who is heard first
decisions-advisers-hint = All of them must be heard before anything is decided.
decisions-question = Question
decisions-question-hint = One question that an answer settles, such as "Do we share one intake form?"
decisions-proposal = Proposal
decisions-proposal-hint = What will hold if it is adopted, in full.
decisions-options = Options
decisions-options-hint = One on each line, 2 to 12. Their order is published: it decides between options that are equal in every round.
decisions-options-hint-advice = One on each line, 2 to 12.
decisions-option = Option
decisions-background = Background
decisions-supersedes = This question reopens a closed decision: { $title }. That one stays as it is. If this one decides something, it takes its place.
decisions-save-draft = Save the draft
decisions-what-draft = The question is saved as a draft.
decisions-knows-draft = Everybody in the partnership can read drafts. Nobody is told yet.
decisions-back-draft = Yes. A draft can be changed or taken back.
decisions-proposed-notice = The draft is saved. Put the question when it is ready.
decisions-revised-notice = The draft is changed.
decisions-verb-edit = Change the draft
decisions-verb-reopen = Reopen with a new question
decisions-verb-position = Give a position
decisions-verb-put = Put the question
decisions-verb-amend = Change the proposal
decisions-verb-close = Close the question
decisions-verb-withdraw = Take the question back
decisions-what-position = Your position counts in this round.
decisions-what-put = Those listed here can give a position. The list stays as it is.
decisions-what-amend = A new round begins. Positions of this round stay readable and no longer count.
decisions-what-close = The positions are counted, and what came of it is on record. Everybody can read all positions.
decisions-what-withdraw = The question is over and nothing is decided.
decisions-knows-position = Those who have given their own position. When the question is closed, everybody in the partnership.
decisions-knows-put = Everybody who may answer gets an e-mail with a link.
decisions-knows-amend = Everybody who may answer gets an e-mail with a link.
decisions-knows-close = Everybody who may answer gets an e-mail with a link.
decisions-knows-withdraw = Everybody who may answer gets an e-mail, if the question was put.
decisions-back-position = Yes. You can change it or take it back until the question is closed.
decisions-back-put = You can take the question back, with a reason. The list cannot be changed.
decisions-back-amend = No. You can change the proposal again.
decisions-back-close = No. A closed decision is never changed. A new question can reopen it.
decisions-back-withdraw = No. You can write a new question.
decisions-position-notice = Your position is given.
decisions-put-notice = The question is put. Those who may answer are told.
decisions-amend-notice = A new round has begun. Those who may answer are told.
decisions-close-notice = The question is closed.
decisions-withdraw-notice = The question is taken back.
decisions-take-back = Take it back
decisions-take-back-notice = Your position is taken back.
decisions-change = Change it
decisions-mine = Your position for { $who }
decisions-mine-waits = Your position is waited for.
decisions-voter = For whom
decisions-your-position = Your position
decisions-stance-support = Support
decisions-stance-can-live-with = Can live with it
decisions-stance-object = Object
decisions-stance-abstain = Abstain
decisions-advised = Advice given
decisions-your-advice = Your advice
decisions-words = Why
decisions-words-hint = An objection needs a reason: what would have to change? Do not name people we serve.
decisions-ranking = Your ranking
decisions-ranking-hint = Rank as many as you like. What you leave out you like least.
decisions-place = { $place ->
    [1] First choice
    [2] Second choice
    [3] Third choice
   *[other] Choice { $place }
 }
decisions-no-place = Nothing
decisions-rank-none = We take part and rank nothing
decisions-due = Positions due
decisions-due-hint = The question can be closed when all have answered, or after this day.
decisions-amend-hint = Change it so that those who object can live with it.
decisions-what-changed = What changed, and why:
decisions-what-changed-hint = Name the objections that the new text meets.
decisions-choice = What is decided
decisions-choice-hint = Without a choice the question is closed and nothing is decided.
decisions-compromise = What was agreed so that others could live with it
decisions-compromise-hint = The compromise, in a few sentences. It stays on record.
decisions-positions = Positions
decisions-positions-caption = Positions in the last round
decisions-said-by = { $who }, { $date }
decisions-hidden-until-given = Positions are hidden until you have given yours.
decisions-hidden-until-closed = Positions are hidden until the question is closed.
decisions-hidden-withdrawn = The question was taken back. Positions stay hidden.
decisions-figures = { $support } support it, { $live } can live with it, { $object } object, { $abstain } abstain.
decisions-turnout = { $took } of { $roll } answered; { $needed } had to.
decisions-rounds = How it was counted
decisions-rounds-caption = How many led each option, round by round
decisions-rounds-how = When several options lead equally few, the one goes that led fewer in the round before, and so on. Of those equal in every round, the last in the published list goes.
decisions-round = Round { $round }
decisions-out = After round { $round } the option with the fewest went: { $option }.
decisions-out-earlier = After round { $round } several led equally few. The one that led fewer in an earlier round went: { $option }.
decisions-out-list = After round { $round } several were equal in every round. The last in the published list went: { $option }.
decisions-earlier = Earlier rounds
decisions-outcome = What came of it
decisions-outcome-adopted = The proposal is adopted.
decisions-outcome-not-adopted = The proposal is not adopted.
decisions-outcome-chosen = Chosen: { $option }.
decisions-gap-no-quorum = Nothing was decided: too few answered.
decisions-gap-all-abstained = Nothing was decided: everybody abstained.
decisions-gap-not-heard = Nothing was decided: not everybody was heard.
decisions-gap-not-chosen = Nothing was decided: no option was chosen.
decisions-dissent = Who saw it otherwise
decisions-dissent-none = Nobody.
decisions-short-draft = { $who } brings this question. It is a draft: nobody can answer yet.
decisions-short-open = { $answered } of { $roll } have answered. Positions are due { $date }.
decisions-short-closed = Closed on { $date }.
decisions-short-withdrawn = Taken back on { $date }: { $why }
decisions-replaced-by = A later decision took its place:
decisions-reopened-by = A new question reopens it:
decisions-was-reopened-by = A question reopened it and left it as it was:
decisions-replaces = It took the place of:
decisions-reopens = It reopens:
decisions-closed-on = Closed
decisions-closed-by = Closed by
decisions-person-for = { $who }, { $organization }
decisions-roll = Who may answer
decisions-roll-nobody = Nobody: no seat is held.
decisions-roll-fixed = Fixed when the question was put.
decisions-roll-would-be = As it would be today. It is fixed when the question is put.
decisions-promises = Who carries it out
decisions-promises-none = Nobody has promised anything for it yet.
decisions-promises-caption = Commitments that carry this decision out
decisions-promise = Promise something
decisions-ask-partner = Ask a partner for it
decisions-carried-out = What it carries out
decisions-panel-waits = Positions on questions
decisions-panel-waits-detail = Your position is waited for. { $partnership }
decisions-step-proposed = { $who } wrote the question down for { $organization }
decisions-step-revised = { $who } changed the draft for { $organization }
decisions-step-put = { $who } put the question for { $organization }
decisions-step-given = { $who } gave a position for { $organization }
decisions-step-taken-back = { $who } took a position back for { $organization }
decisions-step-amended = { $who } changed the proposal for { $organization }; a new round began
decisions-step-closed = { $who } closed the question for { $organization }
decisions-step-withdrawn = { $who } took the question back for { $organization }
decisions-mail-put-subject = A question waits for your position
decisions-mail-put-text = The partners decide something, and your position is waited for. Open the link to read it and to answer.
decisions-mail-amended-subject = A proposal was changed
decisions-mail-amended-text = A proposal was changed and a new round began. Open the link to read it and to give your position again.
decisions-mail-closed-subject = A question is closed
decisions-mail-closed-text = A question on which you may answer is closed. Open the link to read what came of it.
decisions-mail-withdrawn-subject = A question was taken back
decisions-mail-withdrawn-text = A question on which you may answer was taken back. Open the link to read why.
error-decision-missing = There is no such decision here.
error-decision-changed = Somebody changed this decision since you opened it. Look at it as it is now, then answer again.
error-decision-fields = Some fields need another value.
error-decision-two-options = Enter at least 2 options, one on each line.
error-decision-many-options = Enter at most 12 options.
error-decision-option-twice = Two options are the same. Change one of them.
error-decision-adviser-decides = Who decides cannot also be heard. Take it out of the list.
error-decision-seats-of-body = Choose the group whose seats decide.
error-decision-ranked-twice = An option has two places. Give each option one place.
error-decision-not-yours = Only a coordinator, or a lead of the organization that brings the question, may do this.
error-decision-not-on-roll = You speak for nobody who may answer this question.
error-decision-not-draft = The question was put already. It can only be changed before that.
error-decision-not-open = The question is not open.
error-decision-over = This decision is over and is never changed. A new question can reopen it.
error-decision-not-closed = Only a closed decision can be reopened.
error-decision-reopened = Another question reopens this decision already. Take part in that one.
error-decision-nothing-decided = Nothing was decided here, so nothing can be promised from it.
error-decision-too-early = Not everybody has answered. It can be closed after { $due }.
error-decision-no-amendment = Only a proposal that is decided by consent can be changed after it was put.
error-decision-same = Nothing was changed. Change the text, or cancel.
error-decision-empty-roll = Nobody could answer: nobody holds a seat, or nobody is a member.
error-decision-no-position = You have given no position in this round.
error-decision-other-method = This answer does not fit the method of the question.
error-decision-history = The history of this decision cannot be read. Tell your coordinator.
event-decision-proposed = { $who } wrote a question down: { $title }
event-decision-revised = { $who } changed a draft: { $title }
event-decision-put = { $who } put a question: { $title }
event-decision-amended = { $who } changed a proposal: { $title }
event-decision-closed = { $who } closed a question: { $title }. { $outcome }
event-decision-withdrawn = { $who } took a question back: { $title }
event-decision-reopened = { $who } reopened a decision with a new question: { $title }
event-decision-replaced = A later decision took the place of: { $title }
event-position-sealed = Somebody gave a position, changed it or took it back
word-outcome-adopted = Adopted
word-outcome-chosen = An option was chosen
word-outcome-not-adopted = Not adopted
word-outcome-undecided = Nothing decided

# Ideas and recommendations, and what came of each.
ideas-title = Ideas and results
ideas-text = What could be done, what is being tried, and what came of it. What did not work stays here too, so that nobody tries it twice.
ideas-list = From idea to result
ideas-caption = Ideas and recommendations with who answers for them, how far they are and what was learned
ideas-none = No ideas yet
ideas-none-text = Write down what could be tried, or what an audit or a review recommends, so that it is not lost.
ideas-none-found = No idea fits
ideas-new = Write down an idea or a recommendation
ideas-form-text = Say it so that every partner understands it. Do not write client names here.
ideas-kind-all = Ideas and recommendations
ideas-kind-idea = Idea
ideas-kind-recommendation = Recommendation of an audit or a review
ideas-state-all = All
ideas-state-open = Waits to be taken up
ideas-state-pilot = Is being tried
ideas-state-over = Result is missing
ideas-state-kept = It stays
ideas-state-done = Carried out
ideas-state-dropped = Dropped
ideas-said = Question or result
ideas-when = Day
ideas-title-field = What could be done
ideas-title-hint = Such as "One intake form for all shelters".
ideas-source = Who recommends it, and where
ideas-source-hint = Of a recommendation: such as "State auditor, report of 2026, number 4".
ideas-link = Where it can be read
ideas-read = Read it at its source
ideas-pilot = How it is tried
ideas-question = What it is to show
ideas-question-hint = One question, such as "Do families wait fewer days?"
ideas-yardstick = What tells whether it works
ideas-yardstick-hint = What is counted, and what would be enough.
ideas-due = Last day
ideas-due-hint = The day after, those who try it are asked what came of it.
ideas-carrier = Who tries it
ideas-verdict = What becomes of it
ideas-verdict-keep = It stays
ideas-verdict-drop = We drop it
ideas-learned = What was learned
ideas-learned-hint = What it showed, in words that help whoever has the same idea. Do not write client names here.
ideas-why = Why it is opened again
ideas-promises = What was promised for it
ideas-promises-none = Nobody has promised anything for this yet.
ideas-promises-caption = Commitments that carry this out
ideas-cause = Carries out
ideas-short-open = It waits to be taken up.
ideas-short-pilot = { $who } tries it until { $date }.
ideas-short-over = { $who } tried it until { $date }. What came of it is not written down yet.
ideas-short-kept = It stays since { $date }.
ideas-short-dropped = Dropped on { $date }.
ideas-verb-pilot = Try it
ideas-verb-result = Say what came of it
ideas-verb-edit = Edit
ideas-verb-reopen = Open again
ideas-what-pilot = The pilot stands here with its question and its last day.
ideas-what-result = The result stands first on this page, and it can be found by its words.
ideas-what-edit = The new words stand on every page.
ideas-what-reopen = It can be tried again. What was learned stays in the history.
ideas-back-pilot = No. Say what came of it instead, at any time.
ideas-back-result = Yes, open it again.
ideas-back-edit = Yes, change it again.
ideas-back-reopen = Yes, say again what came of it.
ideas-proposed-notice = It is written down.
ideas-changed-notice = It was changed.
ideas-pilot-notice = The pilot stands here now.
ideas-result-notice = The result is written down.
ideas-reopen-notice = It is open again.
ideas-step-proposed = { $who }, { $organization }, wrote it down
ideas-step-changed = { $who }, { $organization }, changed what it says
ideas-step-begun = { $who }, { $organization }, began a pilot
ideas-step-kept = { $who }, { $organization }, said that it stays
ideas-step-dropped = { $who }, { $organization }, dropped it
ideas-step-reopened = { $who }, { $organization }, opened it again
ideas-panel = Pilots that are over
error-idea-missing = There is no such idea here.
error-idea-changed = Somebody changed this since you opened it. Look at it as it is now, then decide again.
error-idea-fields = Some fields need another value.
error-idea-not-yours = Only a coordinator, or somebody who acts for the partner that answers for it, may do this.
error-idea-ended = It is known what came of this. Open it again first.
error-idea-not-ended = This is open already.
error-idea-begun = It is being tried. Say what came of that first.
error-idea-not-tried = Nobody tried this yet. Try it first, or drop it.
error-idea-same = Nothing was changed. Change a field, or cancel.
error-idea-ends-early = The last day is before the first. Check both days.
event-idea-proposed = { $who } wrote down an idea: { $title }
event-idea-changed = { $who } changed an idea: { $title }
event-idea-begun = { $who } began to try an idea: { $title }
event-idea-kept = { $who } said that an idea stays: { $title }
event-idea-dropped = { $who } dropped an idea: { $title }
event-idea-reopened = { $who } opened an idea again: { $title }
# What the search finds.
find-commitment = Commitment
find-decision = Decision
find-plan-item = Plan
find-risk = Risk or issue
find-idea = Idea

# The page for everybody
goals-public = Our goals
commitments-public = Do we keep our word?
decisions-public = What we decided

# What a seat carries
carried-promises = Open promises
carried-questions = Questions that wait for this seat
carried-drafts = Questions written down and not put yet
carried-duties = Parts in the plan
