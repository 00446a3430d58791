# Notices.
notices-page = Notices
notices-short = { $count ->
    [0] Nothing waits for you here.
    [one] 1 notice needs you or has a day that is near.
   *[other] { $count } notices need you or have a day that is near.
 }
notices-mark-all = Mark all as read
notices-mark = Mark as read
notices-choose = Choose how we tell you
notices-filter-kind = Kind
notices-filter-kind-all = All kinds
notices-kind-needs-you = Needs you
notices-kind-due-soon = Due soon
notices-kind-to-know = To know
notices-partnership = Partnership
notices-partnership-all = All partnerships
notices-filter-read = Which
notices-filter-read-new = New ones
notices-read-all = All of the last 6 months
notices-is-read = read
notices-about = { $partnership }, { $when }
notices-none = No new notices
notices-none-text = When a partner needs your answer, or a day of yours is near, it shows here and by email.
notices-see-read = See those you have read
notices-none-found = Nothing fits
notices-none-found-text = No notice fits what you chose above.
notices-all-read-notice = All are marked as read.
notices-read-notice = Marked as read.
notices-unread-notice = Marked as new again.
notices-reply-kept = We kept what you wrote { $when } by an email link ({ $partnership }). It could not be taken yet.
notices-reply-open = Look at it

# How one is told.
notices-choices-page = How we tell you
notices-choices-short = Everything is on your page of notices. Here you choose what also comes by email. Our emails hold no client facts and no text of a record, only a link.
notices-everywhere = In all partnerships
notices-only-in = Something else in { $partnership }
notices-as-everywhere = As in all partnerships
notices-kind-hint-needs-you = A partner waits for your answer
notices-kind-hint-due-soon = A day of yours is near, 7 days and 1 day before
notices-kind-hint-to-know = What changed and concerns you
notices-way-at-once = By email at once
notices-way-daily = In one email a day
notices-way-page = Only on the page
notices-pause = No email until
notices-pause-hint = The last day without email, such as the end of your leave. What came meanwhile follows in one email.
notices-choices-save = Save
notices-choices-notice = Saved. We tell you as you chose.
notices-links = Links in your emails
notices-links-text = { $count ->
    [0] No email of yours holds a link that can still do something.
    [one] 1 link in your emails can still do something without a sign-in. Each ends after 7 days.
   *[other] { $count } links in your emails can still do something without a sign-in. Each ends after 7 days.
 }
notices-links-end = End all links
notices-links-ended-notice = All links in your emails are ended.

# What can be done from a mail.
answers-no-clients = Write nothing about clients
answers-only-this = This link is yours alone and does only this. It signs nobody in. It ends once used, or 7 days after the email.
answers-done = Done. Thank you. You can close this page.
answers-typed = What you wrote
answers-kept = Nothing is lost. We keep it for you with your notices. Sign in to finish.
answers-kept-why = This is what you wrote by an email link. It could not be taken then: { $why }
answers-to-notices = Go to your notices
answers-discard = Throw it away
answers-taken-notice = Done. Your reply was taken.
answers-discarded-notice = Thrown away.

# Mails.
notices-mail-summary-subject = { $count ->
    [one] Today: 1 notice
   *[other] Today: { $count } notices
 }
notices-mail-summary-text = This is what came since the last summary. Open a link to see more.
notices-summary-line = { $what } ({ $partnership })

# What is wrong, and how to mend it.
error-notice-missing = This notice is not among yours. It may be older than 6 months.
error-reply-missing = This reply is not kept any more. It was taken or thrown away.
error-answer-ended = This link has ended. Sign in to do it on the page.
