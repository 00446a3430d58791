# The log, for everybody.
log-title = Public log
log-open-to-all = Open to everyone. No sign-in.
log-open-to-partners = Only partners see this page.
log-short = What partners do leaves a mark here that nobody can remove: { $entries } entries, sealed { $seals } times. You can check that a receipt is real, and that nobody changed the past. No names are in the log.
log-short-alarm = Something is wrong with this log. Read below what was found, and keep your own copy.
log-stat-entries = Entries
log-stat-entries-text = Some stand for nothing, so that the number tells nothing
log-stat-latest = Latest seal
log-stat-next = The next one comes at { $time }
log-stat-past = Past changed?
log-stat-past-never = Never
log-stat-past-look = Look below
log-stat-since = shown since { $date }
log-stat-witnesses = Outside witnesses
log-no-quorum = No number of witnesses is asked for
log-confirmed = { $by } of { $of } confirmed it; { $quorum } are needed
log-confirmed-earlier = Not confirmed yet. The last confirmed seal has { $entries } entries; { $quorum } witnesses are needed
log-confirmed-never = Not confirmed yet; { $quorum } witnesses are needed
log-split-title = Somebody was shown another past
log-split-text = These seals carry the signature of this log, and the log never had them. Whoever runs it has told two stories, or its key was stolen. Tell the other partners.
log-split-line = A seal over { $entries } entries, found on { $date }
log-halt-behind = No new seal is made: the data is older than the last seal, as after a restore. The operator must bring it up first.
log-halt-record-lost = No new seal is made: the operator's record of the last seal is missing.
log-halt-record-differs = No new seal is made: the operator's record of the last seal does not fit the data.
log-halt-damaged = No new seal is made: the stored log is not what was sealed.
log-halt-no-key = No new seal is made: the key of this log is missing.

log-check-title = Check a receipt
log-number = Receipt number
log-number-hint = It looks like evt_01j9x8m2c0k4q6r8t0v2x4z6a8
log-check-number = Check the number
log-file = Or choose a receipt file
log-file-hint = The file that you got with the receipt. It ends with .tlog-proof
log-text = Or paste what is in it
log-check-file = Check the file
log-check-empty = The answer will stand here.
log-check-known = Yes, there is such a receipt
log-check-holds = Yes, it is real and unchanged
log-check-kept = Yes, the log still contains what you kept
log-check-kept-text = Everything that was in the log then is still in it, unchanged.
log-check-place = It is entry { $place } of the log.
log-check-matches = The receipt matches entry { $place }.
log-check-signed = The log signed it.
log-check-steps = The entry leads to the seal over { $entries } entries in { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}.
log-check-witnesses = Outside witnesses that confirmed the seal: { $names }.
log-check-no-witness = No outside witness has confirmed this seal yet.
log-check-event = What the receipt says
log-check-waits = It has no place in the log yet
log-check-waits-text = This takes a second or two. Check again in a moment.
log-check-unknown = There is no receipt with this number
log-check-unknown-text = Compare each letter and number with your receipt. It may be from another partnership.
log-check-other-code = The number is known, but the code is wrong
log-check-other-code-text = The paper was changed, or the code was not read well. Do not trust it before you have compared the file.
log-check-wrong-form = This is no receipt
log-check-wrong-form-text = The file has another form. Choose the file that ends with .tlog-proof, or a seal that you kept.
log-check-wrong-other-log = This receipt is from another log
log-check-wrong-other-log-text = Look at its first lines for the name of the log, and check it there.
log-check-wrong-not-signed = No, this log did not sign it
log-check-wrong-not-signed-text = The seal in the file was changed or made by somebody else. Do not trust it.
log-check-wrong-no-event = No, its content is missing or unreadable
log-check-wrong-no-event-text = The part that says what happened was removed or damaged. Ask for the file again.
log-check-wrong-altered = No, it was changed
log-check-wrong-altered-text = What it says is not what the log holds at that place. Do not trust it.
log-check-wrong-not-ours = No, and this is serious
log-check-wrong-not-ours-text = The log's key signed this seal, but the log never had it. Somebody was shown another past. All partners are told.

log-how = How it works
log-how-1 = Each act becomes one short number
log-how-1-text = Change one letter and the number is new. Nobody can read the act from the number.
log-how-2 = Numbers are folded in pairs
log-how-2-text = Two become one, again and again, until one is left: the seal.
log-how-3 = Outsiders sign each new seal
log-how-3-text = If someone changed the past, the seals would not match, and the witnesses would say so.
log-how-quiet = The seals that you see come at fixed times and grow by a fixed count. So nobody can tell from them when somebody worked, or how much.
log-witnesses = Who watches
log-witnesses-caption = Outside witnesses and the last seal each one confirmed
log-witnesses-none = Nobody outside watches yet
log-witnesses-none-text = A partner, an auditor or a library can run a witness. It confirms that the log only ever grew.
log-witness-never = Never
log-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
log-column-witness = Witness
log-column-confirmed = Last confirmed
log-column-seal = Seal
log-column-same = Same as ours
log-column-address = Where it is asked
log-column-act = Change
log-standing-current = Yes
log-standing-waiting = Not yet
log-standing-new = Not yet
log-standing-behind = Behind
log-standing-alarm = No
log-trouble-unreachable = It has not answered since { $since }.
log-trouble-nonsense = Its answers since { $since } cannot be used.
log-trouble-unknown-log = It does not know this log (since { $since }). Give its operator the log's key.
log-trouble-not-believed = It does not believe the log's signature (since { $since }).
log-trouble-ahead = It confirmed more than is here (since { $since }): the log was taken back.
log-trouble-fork = It says that the past is another (since { $since }).
log-seals = Latest seals
log-seals-caption = The latest seals, newest first
log-seals-none = No seal yet
log-seals-none-text = The first one is made when something happens in the partnership.
log-column-when = When
log-column-entries = Entries
log-download = Download the whole log
log-experts = Full numbers for experts
log-experts-text = SHA-256 Merkle tree as in RFC 6962, in the formats of C2SP (tlog-tiles, tlog-checkpoint, tlog-cosignature).
log-origin = Name of the log
log-size = Entries
log-root = Seal
log-key = Key { $number }

# The log, for partners.
log-own-title = Log and proofs
log-own-short = Each event of the partnership has its place in the log: { $events } events, { $entries } entries. Take a proof along, and you can show years from now what happened, without us.
log-events = Events
log-events-caption = Events with their places in the log, the latest first
log-events-about = Only what is about { $about }.
log-events-none = No events
log-events-none-text = Nothing has happened that you may take along. New events show here within a second or two.
log-column-kind = What happened
log-column-about = About
log-column-place = Entry
log-column-proof = Proof
log-proof = Proof
log-event-title = Proof of an event
log-event-short = This page proves what happened and when. Print it or take the file along: anybody can check it, without an account.
log-event-waits = Waits for its place
log-event-sealed = In the log
log-event-shown = In the public log
log-event-destroyed = Destroyed
log-event-says = What it says
log-event-nothing = Nobody can tell any more what this event said, or it has no place yet. The log still holds together.
log-event-facts = Facts
log-event-about = The page of { $about }
log-proof-download = Download the proof
log-proof-text = The path from the entry to the seal, lowest step first.
log-step = Step { $number }
log-when = When
log-place = Entry
log-confirmed-by = Confirmed by
log-code = Check it
log-code-picture = A square code with the address that checks this event
log-code-text = Point a phone's camera at the square, or type the address. It says nothing but the number of the event.
log-settings-title = Log settings
log-settings-short = Who may look at the log, and who outside confirms it.
log-open-title = Who may look
log-open-yes = Anybody may look at the log. It holds no names.
log-open-no = Only partners may look at the log. Witnesses and strangers' tools cannot read it.
log-open-button = Open the log to everybody
log-close-button = Show the log to partners only
log-opened-notice = Anybody may look at the log now.
log-closed-notice = Only partners may look at the log now.
log-witnesses-text = A witness is a program that somebody else runs. It is asked with each new seal and confirms that the log only ever grew.
log-witness-comes = It comes by itself
log-witness-remove = Remove
log-witness-add = Add a witness
log-witness-name = Name
log-witness-name-hint = Who runs it, such as State Auditor
log-witness-key = Public key
log-witness-key-hint = One line: name+number+letters. The witness prints it when it starts
log-witness-address = Address
log-witness-address-hint = Where it is asked, such as https://witness.example.gov/riverbend. Leave it empty when it comes by itself
log-witness-added-notice = The witness was added. It is asked with the next seal.
log-witness-removed-notice = The witness was removed.
log-quorum-title = How many must confirm
log-quorum = Number of witnesses
log-quorum-hint = A seal counts as confirmed when so many have confirmed it. 0: nobody is asked for
log-quorum-save = Save the number
log-quorum-notice = The number was saved.

# What the record says.
event-log-opened = { $who } changed who may look at the log.
event-log-quorum-set = { $who } set how many witnesses must confirm the log: { $quorum }
event-log-split-found = A seal was found that the log signed and never had: somebody was shown another past.
event-witness-added = { $who } added a witness of the log: { $name }
event-witness-removed = { $who } removed a witness of the log: { $name }
event-witness-alarmed = The witness { $name } says that the log was changed: { $says }
word-says-ahead = it confirmed more than is here
word-says-fork = it does not continue what it confirmed

# Errors.
error-log-missing = There is no log here yet. Its first seal is made within a second or two.
error-log-event-missing = There is no such event here.
error-log-tile-missing = The log has no such piece.
error-log-event-waits = The event has no place in the log yet. Ask again in a moment.
error-log-event-destroyed = The event was destroyed as the law asks. Nobody can prove any more what it said.
error-witness-missing = There is no such witness.
error-witness-taken = A witness with this key is there already.
error-witness-quorum = Enter a number that is not larger than the number of witnesses.
error-witness-key = Enter the key of a witness: one line of the form name+number+letters.
error-record-fields = Some fields need another value.
error-log-stored = A stored piece of the log makes no sense.

# Keeping and destroying.
retention-title = Keeping and destroying
retention-short = How long the partnership keeps things, and proof that they were destroyed.
retention-rules = How long
retention-rules-caption = Kinds of records and how long each is kept
retention-class = What
retention-days = How long
retention-days-hint = Days after it ended. The program destroys what is due once a day
retention-days-after = { $days ->
    [0] Destroyed when it ended
    [one] 1 day after it ended
   *[other] { $days } days after it ended
}
retention-why = Why
retention-why-hint = The law or the clause of the agreement that says so
retention-due-column = Due now
retention-due = { $count ->
    [0] None
    [one] 1 record
   *[other] { $count } records
}
retention-due-many = { $count } records or more
retention-for-ever = Until further notice
retention-lift = Keep until further notice
retention-look = Go on
retention-classes-none = Nothing here has an end
retention-classes-none-text = Kinds of records that end will show here.
retention-class-consents = Consents
retention-class-consents-text = A consent that ended or was taken back
retention-class-invitations = Invitations
retention-class-invitations-text = An invitation that was answered, withdrawn, or ran out
retention-set-title = Set how long something is kept
retention-set-what = { $class } are destroyed { $days ->
    [0] when they end
    [one] 1 day after they ended
   *[other] { $days } days after they ended
}. Due at once: { $due }.
retention-set-button = Set the rule
retention-set-notice = The rule was set. What is due is destroyed within a day.
retention-lifted-notice = It is kept until further notice.
retention-destroy-title = Destroy one record
retention-destroy-text = When the law or a court asks for it before the rule does.
retention-id = Number of the record
retention-id-hint = As its page or the log shows it
retention-reason = Reason
retention-reason-hint = The law or the order. Name no person: the reason stays in the record
retention-destroy-what = The record { $id } ({ $class }) is destroyed, with what the record of events says of it. The log still holds together, and nobody can tell any more what it held there.
retention-destroy-button = Destroy it
retention-destroyed-notice = It was destroyed. This is the certificate.
retention-who-knows = All partners see that something was destroyed, and why; not what it said.
retention-take-back = No. Not even an older backup brings it back.
retention-certificates = Certificates
retention-certificates-caption = What was destroyed, the latest first
retention-certificates-none = Nothing was destroyed yet
retention-certificates-none-text = Each destruction leaves a certificate here.
retention-certificate = Certificate of destruction
retention-certificate-short = It says that records were destroyed, when and why. It does not say what they were.
retention-number = Number
retention-records = Records
retention-by = By
retention-by-rule = { $days ->
    [0] The rule: when they ended
    [one] The rule: 1 day after they ended
   *[other] The rule: { $days } days after they ended
}
retention-by-request = The request of a person
retention-by-restore = The list of what was destroyed, after an older backup had brought it back
event-retention-rule-set = { $who } set how long something is kept: { $class }, { $days } days
event-retention-rule-lifted = { $who } said that something is kept until further notice: { $class }
event-retention-destroyed = { $records } records were destroyed: { $class }
event-event-destroyed = What stood here was destroyed as the law asks.
word-class-consents = consents
word-class-invitations = invitations
error-retention-days = Enter a number of days from 0 to { $max }.
error-retention-no-rule = There is no rule for this; it is kept until further notice.
error-retention-no-class = There is no such kind of record.
error-retention-not-kept = There is no such record of this kind.
error-certificate-missing = There is no such certificate.

# Signed exports.
exports-title = Signed exports
exports-short = Files that left with a signature. Whoever got one can check that it was not changed, years from now and without us.
exports-caption = Signed exports, the latest first
exports-none = Nothing was signed yet
exports-none-text = Choose Signed copy beside a download. You get the file, its signature, its proof, and how to check them.
exports-file = File
exports-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
exports-who = Who
exports-hash = SHA-256
exports-note = Signature
event-export-signed = { $who } exported a file with a signature: { $name }
error-export-missing = There is no such export, or nothing to export at this address.
error-export-too-large = The file is too large for a signed copy. Narrow the list with filters.
