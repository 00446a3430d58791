# Signing in and out.
identity-sign-in-title = Sign in
identity-sign-in-button = Sign in
identity-email = Email address
identity-password = Password
identity-passkey-instead = Or use a passkey
identity-passkey-what = A passkey is a key in your phone, computer or security key. You open it with your finger, face or PIN. A false website can't ask for it.
identity-passkey-button = Sign in with a passkey
identity-passkey-failed = That did not work. Try again, or use another way to sign in.
identity-passkey-scripts = Passkeys need JavaScript. Turn it on, or use your password.
identity-recover-link = I can't sign in
identity-no-account = No account yet? People join by invitation. Ask the coordinator of your partnership.
identity-signed-out-notice = You are signed out.
identity-by-mail-notice = Many people failed to sign in to this account. If your password was right, we sent you a mail. Open its link to sign in.

# Showing again who one is.
identity-step-up-title = Show again that it is you
identity-step-up-short = This step changes how people sign in. So we ask once more who you are. It holds for 10 minutes.
identity-step-up-passkey = Use your passkey
identity-step-up-button = Go on

# Links in mails.
identity-recover-title = Get back into your account
identity-recover-short = Enter your email address. We send you a link to a new password. It works for 1 hour.
identity-recover-button = Send the link
identity-recover-notice = If there is an account with this address, a mail is on its way. Look in your spam folder too.
identity-link-title = Sign in with this link
identity-link-text = This link signs you in as { $name }.
identity-link-button = Sign in

# Passwords.
identity-new-password-title = Choose a new password
identity-password-rules = Use { $least } characters or more. A few words in a row are good. You may paste it from a password manager.
identity-new-password = New password
identity-new-password-hint = Your other sessions end.
identity-new-password-button = Save the password
identity-password-notice = Your new password is saved. You are signed out everywhere else.
identity-has-password = You have a password.
identity-no-password = You have no password. You sign in with a passkey or a link.
identity-password-change = Change the password
identity-password-set = Set a password

# The account.
identity-account-title = Your account
identity-account-short = Your name and language are the same in all your partnerships.
identity-name = Name
identity-name-hint = As your colleagues know you.
identity-language = Language of mails
identity-language-hint = You can change the language of pages at the top of each page.
identity-language-any = English, until you choose
identity-save = Save
identity-account-notice = Your account is saved.
identity-address-title = Change your email address
identity-address-short = Mails go to { $email } now. We send a link to the new address. Open it, and the new address is yours.
identity-address-link = Change the email address
identity-new-address = New email address
identity-address-send = Send the link
identity-address-sent-notice = We sent a link to the new address. It works for 1 hour.
identity-address-confirm = From now on you sign in with { $email }, and mails go there.
identity-address-button = Use this address
identity-address-notice = Your new email address is saved.

# How the person signs in.
identity-security-title = How you sign in
identity-security-short = Passkeys, password, open sessions and access for programs.
identity-security-link = See how you sign in
identity-security-in-short = You are signed in at { $sessions ->
    [one] 1 place
   *[other] { $sessions } places
 } and have { $passkeys ->
    [0] no passkey
    [one] 1 passkey
   *[other] { $passkeys } passkeys
 }.
identity-change = Change
identity-made = Added { $when }.
identity-used = Last used: { $when }.
identity-ends = Ends { $when }.
identity-only-you = Only you. We send you a mail.
identity-passkeys = Passkeys
identity-passkeys-none = You have no passkey yet
identity-passkey-add = Add a passkey
identity-passkey-new = Add a passkey
identity-passkey-title = Passkey
identity-passkey-name = What do you call it?
identity-passkey-name-hint = Such as "My phone". You can leave this empty and name it later.
identity-passkey-make = Make the passkey
identity-passkey-added-notice = Your passkey is ready. Use it the next time you sign in.
identity-passkey-renamed-notice = The passkey has its new name.
identity-passkey-remove = Remove this passkey
identity-passkey-remove-what = This passkey can't sign you in any more. Delete it in your device too.
identity-passkey-remove-back = No. You can add a new passkey at any time.
identity-passkey-removed-notice = The passkey is removed.
identity-sessions = Where you are signed in
identity-session-this = this one
identity-session-began = Signed in { $when }.
identity-session-seen = Last used: { $when }.
identity-session-strong = With a passkey.
identity-session-end = Sign out there
identity-session-ended-notice = You are signed out there.
identity-sessions-end-others = Sign out everywhere else
identity-others-ended-notice = You are signed out everywhere else.
identity-device = { $browser } on { $system }
identity-device-unknown = Unknown browser

# Access for programs.
identity-tokens = Access for programs
identity-tokens-none = No program has access
identity-token-what = A token lets a program read or change things in your name. Give it as little as it needs.
identity-token-add = Make a token
identity-token-new = Make a token
identity-token-name = Which program is it for?
identity-token-name-hint = Such as "Nightly report".
identity-token-scopes = What may it do?
identity-token-scopes-hint = Changing includes reading. How you sign in stays closed to programs.
identity-token-read = Read: { $area }
identity-token-write = Change: { $area }
identity-token-partnership = For which partnership?
identity-token-all = All of mine
identity-token-last-day = Last day
identity-token-last-day-hint = Leave it empty for a token that does not end.
identity-token-make = Make the token
identity-token-made = Your new token
identity-token-once = Copy it now. We show it only this once.
identity-token-how = The program sends it with each request:
identity-token-revoke = Take this token back
identity-token-revoke-link = Take back
identity-token-revoke-what = The program that uses this token has no access any more.
identity-token-revoke-back = No. You can make a new token at any time.
identity-token-revoked-notice = The token is taken back.
token-area-account = your name and email address

# Invitations.
identity-invitation-title = You are invited
identity-invitation-text = { $partnership } asks you to join as { $role } for { $organization }.
identity-invitation-as = You are signed in as { $name }. This account gets the role.
identity-invitation-known = There is an account for { $email }. Sign in, and you come back here.
identity-invitation-new = Make your account for { $email }.
identity-invitation-other = I have an account with another address
identity-invitation-accept = Accept
identity-invitation-decline = No, thank you
identity-accepted-notice = Welcome. Your new role is ready.
identity-declined-notice = You said no. We told the partnership.
identity-role-coordinator = coordinator
identity-role-lead = lead
identity-role-member = member
identity-role-steward = data steward
identity-role-guest = guest
event-invitation-sent = { $who } sent an invitation
event-invitation-accepted = { $who } joined for { $organization }
event-invitation-declined = An invitation for { $organization } was declined

# Mails.
identity-mail-greeting = Hello { $name },
identity-mail-greeting-plain = Hello,
identity-mail-open = Open the page
identity-mail-footer = Concord sent this mail by itself. It never asks for your password by mail.
identity-mail-choices = Choose which mails you get
identity-mail-recover-subject = A link to your new password
identity-mail-recover-text =
    Somebody asked for a link to a new password for your account. If it was you, open the link and choose one. It works for 1 hour.

    If it was not you, do nothing. Your password stays as it is.
identity-mail-sign-in-subject = Your link to sign in
identity-mail-sign-in-text =
    Somebody signed in to your account with the right password, from a new place, while others were guessing. If it was you, open the link to go on. It works for 15 minutes.

    If it was not you, somebody knows your password. Do not open the link. Choose a new password now.
identity-mail-new-address-subject = Is this your address?
identity-mail-new-address-text =
    Somebody wants to use this address for their account. If it was you, open the link. It works for 1 hour.

    If it was not you, do nothing.
identity-mail-address-changed-subject = Your account has a new email address
identity-mail-address-changed-text =
    Your account now has another email address. From now on, mails go there.

    If it was not you, tell the coordinator of your partnership at once.
identity-mail-password-set-subject = Your password was changed
identity-mail-password-set-text =
    Your account has a new password.

    If it was not you, open "I can't sign in" on the sign-in page, and choose another one.
identity-mail-passkey-added-subject = A passkey was added
identity-mail-passkey-added-text =
    A new passkey can sign in to your account.

    If it was not you, remove it and change your password.
identity-mail-passkey-removed-subject = A passkey was removed
identity-mail-passkey-removed-text =
    One of your passkeys can't sign in any more.

    If it was not you, change your password.
identity-mail-token-made-subject = A program got access
identity-mail-token-made-text =
    A new token lets a program act in your name.

    If it was not you, take the token back and change your password.
identity-mail-invited-subject = Join { $partnership }
identity-mail-invited-text =
    { $partnership } invites you to work together there, for { $organization }.

    Open the link to see what you are asked to do, and to say yes or no. It works for 7 days.
identity-mail-invited-note-subject = Join { $partnership }
identity-mail-invited-note-text =
    { $partnership } invites you to work together there, for { $organization }. They wrote:

    { $note }

    Open the link to see what you are asked to do, and to say yes or no. It works for 7 days.
identity-mail-invitation-accepted-subject = Your invitation was accepted
identity-mail-invitation-accepted-text =
    Somebody accepted your invitation to { $partnership }.

# What is wrong, and how to mend it.
error-sign-in-wrong = The email address or the password is not right. Check both.
error-password-wrong = That is not your password. Try again.
error-password-short = Use { $least } characters or more
error-password-long = Use at most { $most } characters
error-password-common = Many people use this password. Choose one that is yours, such as a few words in a row
error-password-personal = This is made of your name or address. Choose something that nobody can guess
error-password-pattern = This repeats itself or follows the keyboard. Choose a few words in a row
error-email-taken = There is an account with this address already
error-scope-unknown = There is no access called { $scope }
error-scope-required = Choose what the program may do
error-last-day-past = Enter { $today } or a later day
error-scope-form = Write an access as area and right, such as commitments:read
error-too-many-tries = Too many tries failed. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
 }, or use a passkey or "I can't sign in".
error-link-ended = This link was used, or its time is over. Ask for a new one.
error-token-unknown = This token is unknown or ended. Make a new one.
error-address-taken = Another account has this address. Sign in to it, or use another address.
error-ceremony-ended = The passkey was not used in time. Try again.
error-passkey-refused = The passkey's answer was not right. Try again, or use another one.
error-passkeys-unavailable = Passkeys need an address with a name. Open this site by its name.
error-full = You have { $most } already. Remove one first.
error-mail-unavailable = The mail could not be sent. We try again.
