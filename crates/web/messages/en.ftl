# What stands around every page.
shell-home = Home
shell-skip = Skip to main content
shell-error-title = Error:
shell-menu = Menu
shell-close = Close
shell-main-nav = Main
shell-breadcrumbs = Breadcrumbs
shell-section-my-work = My work
shell-section-overview = Overview
shell-section-plan = Plan
shell-section-agreements = Agreements
shell-section-people = People
shell-section-meetings = Meetings
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-search = Search
shell-bell = { $count ->
    [0] Notices, nothing new
    [one] Notices, 1 waits for you
   *[other] Notices, { $count } wait for you
 }
shell-account = Your account: { $name }
shell-help = Help and keyboard keys
shell-footer-nav = All pages
shell-demo = This is a demonstration. Its people, organizations and numbers are made up.
shell-official-label = Official website
shell-official = An official website of { $government }
shell-official-how = Here's how you know
shell-official-gov = Official websites use .gov
shell-official-gov-text = A .gov website belongs to an official government office in the United States.
shell-official-https = Secure .gov websites use HTTPS
shell-official-https-text = A lock or https:// means you have safely connected. Share private information only on official, secure websites.

# Dates and numbers.
shell-percent = { $number }%
shell-share = { $part } of { $whole }
shell-share-percent = { $part } of { $whole } ({ $percent })
shell-due-today = today
shell-due-tomorrow = tomorrow
shell-due-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
 }
shell-due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
shell-ago-now = Just now
shell-ago-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
 }
shell-ago-today = Today at { $time }
shell-ago-yesterday = Yesterday at { $time }
shell-ago-date = { $date } at { $time }

# Pieces of pages.
ui-errors-title = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
 }
ui-errors-text = Nothing is lost. Change what is marked and send it again.
ui-error = Error:
ui-optional = optional
ui-choose = Choose one
ui-show = Show
ui-clear = Clear all
ui-undo = Undo
ui-cancel = Cancel
ui-working = Working…
ui-copy = Copy
ui-copied = Copied
ui-next = Next page
ui-first = First page
ui-pages = Pages
ui-table = See this as a table
ui-live = Updates as it happens
ui-live-paused = Updates are paused
ui-live-pause = Pause
ui-live-resume = Start again
ui-live-new = { $count ->
    [one] { $count } new change
   *[other] { $count } new changes
 }
ui-live-show = Show them
ui-what-happens = What happens
ui-who-knows = Who will know
ui-take-back = Can it be taken back?

# Keyboard keys.
keys-search = Go to the search or filter box
keys-home = Go to My work
keys-overview = Go to the overview
keys-plan = Go to the plan
keys-people = Go to people
keys-help = Show this list
keys-off = Turn keyboard keys off
keys-on = Turn keyboard keys on
keys-then = then

# Pages that say what went wrong.
failure-missing = We can't find that page
failure-missing-text = It may have moved, or it may be open only to others. Check the address, or go back to the start.
failure-invalid = We can't read that request
failure-invalid-text = Something in it is not as it should be. Go back, check what you entered and send it again.
failure-conflict = That does not fit any more
failure-conflict-text = Somebody was faster, or it is already done. Go back and look at how it stands now.
failure-stale = This changed while you were working
failure-stale-text = Somebody else saved a change first. Go back, look at the new version and make your change again.
failure-forbidden = You can't do that here
failure-forbidden-text = Your role does not allow it. The coordinator of your partnership can change that.
failure-sign-in = Please sign in
failure-sign-in-text = This page is for people who are signed in. After that you come back here.
failure-step-up = Please show again that it is you
failure-step-up-text = This needs a fresh sign-in. After that you come back here.
failure-too-many = Too many tries
failure-too-many-text = Wait a few minutes, then try again.
failure-too-large = That file is too large
failure-too-large-text = Send a smaller one, or split it into parts.
failure-unavailable = This does not work right now
failure-unavailable-text = Nothing you sent was saved. Try again in a minute.
failure-fault = Something went wrong on our side
failure-fault-text = Nothing you sent was saved. We wrote down what happened. Try again, or tell your coordinator the number below.
failure-reference = Number for help: { $reference }
failure-home = Go to the start

# What is wrong with a field.
error-required = Fill this in
error-too-long = Use at most { $max } characters. This has { $found }
error-control-character = Remove the signs that can't be seen. They often come with copied text
error-slug-unknown = Use small letters, digits and dashes, such as river-bend
error-email-unknown = Enter an email address, such as name@agency.gov
error-link-unknown = Enter a web address that begins with https://
error-choice-unknown = Choose one from the list
error-date-unknown = Enter a date that is in the calendar, such as 2026-05-12
error-whole-number = Enter a whole number, such as 12
error-number = Enter a number, such as 12.5
error-json = This JSON can't be read, line { $line }, column { $column }: { $problem }
error-json-object = Send a JSON object
error-revision = Send the number of the version that you saw
error-media-type = Send this as a form or as JSON
error-given-twice = Give this once. It came twice, with two values
error-media-type-json = Send this as JSON
error-body-packed = Send this without packing it (no Content-Encoding)
error-text-not-utf8 = Send this text as UTF-8
error-text-with-nul = Remove the signs that can't be seen. They often come with copied text
error-idempotency-key = Send a key of 1 to 200 plain letters, digits and signs, such as a UUID

# What is wrong with a request.
error-invalid = Some of the fields need a change
error-no-page = There is nothing at this address.
error-no-method = This address does not take what was sent.
error-not-found = There is nothing here that you can see.
error-sign-in-needed = Sign in to go on.
error-step-up-needed = Sign in again to go on.
error-forbidden = Your role does not allow this.
error-token-scope = This token lacks the scope { $scope }.
error-duplicate = One like this is there already.
error-stale = Somebody changed this after you opened it.
error-repeated = This was already done.
error-cursor-unknown = The list has moved on. Start from its first page.
error-unavailable = The service is busy.
error-fault = Something went wrong on our side.
error-request-too-large = Send at most { $megabytes } MB.
error-body-unreadable = What was sent could not be read.
error-cross-site = This came from another website. Open the page here and send it again.
error-key-reused = This key was used for another request. Use a new one.
error-answer-lost = This was done, but its answer is gone. Look at how it stands now.

# The description of the API.
api-title = For programs
api-short = Everything that a page can do, a program can do too. Make a token on the page of your account, and send it with each request.
api-file = The description as a file (OpenAPI 3.1)
api-areas = Areas
api-body = What the body holds
api-member = Member
api-type = Type
api-about = What it means
api-required = needed
api-answers = Answers with: { $statuses }
ui-signed-copy = Signed copy
