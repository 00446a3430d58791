# Measures: the list.
measures-title = Measures
measures-define = Add a measure
measures-import = Bring in numbers from a file
measures-export = Download the data (CSV)
measures-words = Words in the name
measures-status = Status
measures-kind = What it tells about
measures-organization = Who answers for it
measures-place = Place
measures-all = All
measures-list = All measures
measures-caption = Measures, with the last number, the target and how each one stands
measures-measure = Measure
measures-trend = Trend
measures-now = Now
measures-target = Target
measures-start = Start (baseline)
measures-start-short = Start
measures-left = Still to go
measures-left-none = Done
measures-done-of = { $done } of { $all } done
measures-by = by { $by }
measures-target-by = { $amount } by { $by }
measures-hidden = Too few to show
measures-no-number = No number yet
measures-under = Fewer than { $limit }
measures-late = The next number was due: { $due }
measures-in-use = Show the measures in use
measures-out-of-use = Show the measures out of use
measures-short-no-measures = We do not measure anything yet.
measures-short-count = { $count ->
    [one] We follow { $count } measure.
   *[other] We follow { $count } measures.
 }
measures-short-good = { $good } of the { $targeted } with a target are on track.
measures-short-off = { $count ->
    [one] { $count } is off track.
   *[other] { $count } are off track.
 }
measures-empty = No measures yet
measures-empty-text = Measures show if things get better. Add the first one, or bring in numbers from a file.
measures-empty-filtered = No measure fits
measures-empty-filtered-text = Try fewer filters.
measures-empty-retired = No measure is out of use
measures-empty-retired-text = Measures that are no longer counted show here. Their numbers stay.
measures-spark = Last numbers: { $title }
measures-spark-text = From { $first } to { $last }.

# What it serves in the plan.
measures-serves = What it serves in the plan
measures-serves-none = It says of nothing in the plan how that stands.
measures-serves-title = Attach to the plan
measures-serves-text = A measure says how a goal, an objective or a strategy stands. Each new number moves it by itself.
measures-serves-now = Attached now
measures-serves-drop = Detach
measures-serves-nothing = There is nothing in the plan that you can attach it to. A coordinator, or a lead of the organization that answers for an item, can.
measures-serves-item = Item of the plan
measures-serves-item-hint = You can attach it to several, one after the other.
measures-serves-what = Progress and status of the item follow this measure, and name it as a reason.
measures-serves-who = All partners. It shows in the activity of the partnership.
measures-serves-back = Yes, detach it at any time.
measures-serves-submit = Attach
measures-serves-notice = It is attached. Its numbers count in the plan now.
measures-serves-not-notice = It is attached there no longer.
measures-serves-goal = Goal
measures-serves-objective = Objective
measures-serves-strategy = Strategy
measures-serves-milestone = Milestone

# How a measure stands.
measures-status-reached = Target reached
measures-status-on-track = On track
measures-status-at-risk = At risk
measures-status-off-track = Off track
measures-status-not-started = Not started
measures-status-no-target = No target

# What a measure is.
measures-kind-population = How people in our area are doing
measures-kind-how-much = How much we did
measures-kind-how-well = How well we did it
measures-kind-better-off = If anyone is better off
measures-direction = Which way is better?
measures-direction-up = Higher is better
measures-direction-down = Lower is better
measures-direction-neither = Neither: it is good to know
measures-often = How often
measures-frequency-year = Every year
measures-frequency-quarter = Every 3 months
measures-frequency-month = Every month
measures-frequency-day = By the day
measures-periods-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
 }
measures-periods-quarter = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
 }
measures-periods-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
 }
measures-periods-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
measures-quarter-1 = Jan to Mar { $year }
measures-quarter-2 = Apr to Jun { $year }
measures-quarter-3 = Jul to Sep { $year }
measures-quarter-4 = Oct to Dec { $year }
measures-quarter-label = Q{ $quarter }
measures-finality = Is it final?
measures-finality-first = First count
measures-finality-final = Final
measures-unit = What the numbers count
measures-unit-number = Number
measures-unit-people = People
measures-unit-households = Households
measures-unit-beds = Beds
measures-unit-hours = Hours
measures-unit-days = Days
measures-unit-percent = Percent
measures-unit-per-1000 = For each 1,000 people
measures-unit-per-100000 = For each 100,000 people
measures-unit-dollars = Dollars
measures-unit-points = Points
measures-amount-number = { $number }
measures-amount-people = { $count ->
    [one] { $number } person
   *[other] { $number } people
 }
measures-amount-households = { $count ->
    [one] { $number } household
   *[other] { $number } households
 }
measures-amount-beds = { $count ->
    [one] { $number } bed
   *[other] { $number } beds
 }
measures-amount-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
 }
measures-amount-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
 }
measures-amount-percent = { $number }%
measures-amount-per-1000 = { $number } per 1,000
measures-amount-per-100000 = { $number } per 100,000
measures-amount-dollars = ${ $number }
measures-amount-points = { $count ->
    [one] { $number } point
   *[other] { $number } points
 }

# What the numbers say.
measures-short-now = The last number is { $amount }, for { $period }.
measures-short-hidden = The last number is too small to show. It stands for fewer than { $limit }, and small numbers can point at people.
measures-short-none = There is no number yet.
measures-short-start = It was { $amount } at the start, in { $period }.
measures-short-target = The target is { $amount } by { $by }.
measures-short-reached = The target is reached.
measures-short-on-plan = We are where the plan wants us to be.
measures-short-ahead = We are ahead of the plan by { $amount }.
measures-short-behind = We are behind the plan by { $amount }.
measures-title-none = No numbers yet
measures-title-one = One number so far: { $period }
measures-title-better = Better in { $times } of the last { $periods }
measures-title-worse = Worse in { $times } of the last { $periods }
measures-title-higher = Higher in { $times } of the last { $periods }
measures-title-lower = Lower in { $times } of the last { $periods }
measures-title-unclear = No clear change in the last { $periods }
measures-title-better-than = Better than in { $period }
measures-title-worse-than = Worse than in { $period }
measures-title-higher-than = Higher than in { $period }
measures-title-lower-than = Lower than in { $period }
measures-title-same-than = The same as in { $period }
measures-picture-falls = The line falls from { $first } in { $from } to { $last } in { $to }.
measures-picture-rises = The line rises from { $first } in { $from } to { $last } in { $to }.
measures-picture-stays = The line begins with { $first } in { $from } and ends with { $last } in { $to }.
measures-picture-one = One number: { $amount } in { $period }.
measures-picture-highest = The highest number is { $amount }, in { $period }.
measures-picture-lowest = The lowest number is { $amount }, in { $period }.
measures-pace = If we keep this pace
measures-pace-how = How we worked this out
measures-pace-outlook = At the speed of the last { $periods } we come to about { $amount } by { $by }.
measures-pace-spare = That is better than the target of { $target } by { $amount }.
measures-pace-short = That misses the target of { $target } by { $amount }.
measures-pace-just = That is just the target of { $target }.
measures-pace-fell = Over the last { $periods } the number fell by { $amount } each time, on average.
measures-pace-rose = Over the last { $periods } the number rose by { $amount } each time, on average.
measures-pace-left = There are { $periods } left: { $left } times { $step } is { $total }.
measures-pace-minus = { $value } minus { $total } is { $reached }.
measures-pace-plus = { $value } plus { $total } is { $reached }.
measures-pace-bounded = It cannot go past { $amount }.

# The page of a measure.
measures-enter = Add the next number
measures-enter-first = Add the first number
measures-change = Change the measure
measures-retired = Out of use since { $when }: { $why }
measures-restore = Use it again
measures-next-late = The next number was due on { $date } ({ $due }).
measures-chart-below = { $unit }. { $frequency }. { $direction }.
measures-legend-observed = What happened
measures-legend-planned = Planned path
measures-no-numbers = No numbers yet
measures-no-numbers-text = The trend shows here once there is a number.
measures-all-numbers = All the numbers
measures-numbers-caption = { $title }, newest first
measures-period = Period
measures-plan = Plan
measures-note = Note
measures-numerator = What is counted
measures-denominator = Out of
measures-ratio = { $numerator }, out of { $denominator }
measures-corrected = { $count ->
    [one] Corrected once
   *[other] Corrected { $count } times
 }
measures-about-heading = About this measure
measures-about = What it counts
measures-counted = How it is counted
measures-source = Where it comes from
measures-often-due = { $often }. Due { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after the end.
measures-limits = Known limits
measures-small-count = Small numbers
measures-rule = Counts under { $limit } are not shown, to protect people.
measures-code = Code for files
measures-keeper = Who keeps it
measures-seen = Who can see it
measures-seen-text = Everyone in this partnership. It is not on a public page.
measures-now-in = { $amount } in { $period }.
measures-target-is = The target is { $amount } by { $by }.
measures-back-to-list = Back to the measures

# Forms.
measures-define-short = Say what you want to see get better, and how you will know.
measures-change-short = The numbers stay as they are. Say what has changed about the measure.
measures-define-submit = Add the measure
measures-change-submit = Save the change
measures-defined-notice = The measure is there. Add its first number next.
measures-changed-notice = The change is saved.
measures-who-and-where = Who and where
measures-start-and-targets = Start and targets
measures-exactly = Exactly
measures-nobody = Nobody
measures-field-title = Name
measures-field-title-hint = Short and plain, such as "Days from first contact to move-in".
measures-field-about-hint = One or two sentences that anyone can follow.
measures-field-organization-hint = This partner enters and corrects the numbers.
measures-field-keeper-hint = This person is asked for the next number. They must work for that partner.
measures-field-due-days = Days until the number is due
measures-field-due-days-hint = Counted from the end of the period, such as 15. Leave it empty when nobody waits for it.
measures-field-source-hint = Such as "Intake form and housing records".
measures-field-place = Code of the place
measures-field-place-hint = Such as MO-501 or 29510. Leave it empty for the whole partnership.
measures-field-place-name = Name of the place
measures-field-baseline-period = Start: period
measures-field-baseline-hint = Leave both empty to start from the first number.
measures-field-baseline-value = Start: number
measures-field-target = Target { $number }
measures-field-target-by = By
measures-field-target-value = Number
measures-field-numerator-hint = Such as "Households that moved in".
measures-field-denominator-hint = Such as "Households that asked for help".
measures-field-limits-hint = What is left out, or not sure.
measures-field-small-count-hint = Counts of people below this do not show. 0 turns it off.
measures-field-code-hint = Files know the measure by this. We make it from the name.
measures-retire = Take out of use
measures-retire-what = The measure leaves the list. Nobody is asked for its numbers any more.
measures-retire-who = Everyone who looks at the measure sees why.
measures-retire-back = Yes. All numbers stay, and you can use the measure again.
measures-retire-submit = Take it out of use
measures-retire-why-hint = Such as "The new intake form counts this better".
measures-retired-notice = The measure is out of use.
measures-restored-notice = The measure is in use again.
measures-why = Why
measures-value = Number
measures-value-counts = The numbers count: { $unit }.
measures-field-value-hint = Such as 84 or 1,250.5.
measures-field-period-hint-year = A year, such as 2026.
measures-field-period-hint-quarter = A quarter, such as 2026-Q1.
measures-field-period-hint-month = A month, such as 2026-03.
measures-field-period-hint-day = A day, such as 2026-03-15.
measures-field-people = How many people or households stand behind it
measures-field-people-hint = Numbers that stand for very few people do not show.
measures-field-note-hint = What one should know about this number. It shows below the chart.
measures-enter-submit = Add the number
measures-entered-notice = The number is in.
measures-number = Number
measures-history = What it was and is
measures-by-system = Taken from a file
measures-correct = Correct this number
measures-correct-text = The old number stays in the history, with your reason.
measures-correct-submit = Save the correction
measures-corrected-notice = The correction is saved. The old number stays in the history.
measures-field-why-hint = Such as "Two partners sent their lists late".
measures-back = Back to the measure

# Numbers that were taken back.
measures-withdraw = Take this number back
measures-withdraw-what = The number leaves the chart, the findings and the exports. It stays in the history, marked as taken back.
measures-withdraw-who = Everyone who looks at the measure sees that it was taken back, and why.
measures-withdraw-back = Yes. You can enter it again as it was, or enter the right number.
measures-withdraw-submit = Take it back
measures-withdraw-why-hint = Such as "It counted people twice".
measures-withdrawn = Taken back
measures-withdrawn-why = Taken back on { $when }: { $why }
measures-withdrawn-notice = The number is taken back.
measures-enter-right = Enter the right number
measures-reinstate = Enter it again as it was
measures-reinstated-notice = The number is back as it was.

# The story behind the curve.
measures-story = The story behind the curve
measures-story-short = Say in plain words what moves this number, and what you do about it.
measures-story-helps = What helps
measures-story-slows = What slows us down
measures-story-next = What we do next
measures-story-line-hint = One point on each line.
measures-story-next-hint = One point on each line. Make a commitment of each, so that it gets done.
measures-story-signed = Written by { $who } on { $when }.
measures-story-tell = Write the story
measures-story-submit = Save the story
measures-story-history = What was written before
measures-story-none = Nobody has written yet what is behind these numbers.
measures-story-notice = The story is saved.

# Numbers from files.
measures-import-title = Numbers from a file
measures-import-short = Send a table, look at what we read, then take it in. Nothing changes before you say so.
measures-import-file = File
measures-import-file-hint = A CSV file of up to 20 megabytes. In Excel: File, Save as, CSV UTF-8.
measures-import-send = Send the file
measures-imports = Files that were sent
measures-imports-empty = No files yet
measures-imports-empty-text = Files show here with what came of each.
measures-import-when = Sent
measures-import-result = Result
measures-import-state-draft = Waits for you
measures-import-state-waiting = In line
measures-import-state-done = Taken
measures-import-state-failed = Not taken
measures-import-state-dropped = Dropped
measures-import-draft = Nothing is taken yet. Look at the result, change how we read the file, then take the numbers.
measures-import-waiting = Step 2 of 2: we take the numbers. You can leave; the result will be here.
measures-import-failed = Nothing of this file was taken. The list says why.
measures-import-dropped = This file was dropped.
measures-import-dropped-notice = The file is dropped. Nothing was taken.
measures-import-counted = New: { $added }. Corrected: { $revised }. The same as before: { $unchanged }.
measures-import-check = Check again
measures-import-start = Take these numbers
measures-import-drop = Drop the file
measures-import-how = How to read it
measures-import-look = Look again
measures-import-layout = Layout
measures-import-layout-hint = How the table is built.
measures-layout-hud-pit = HUD Point-in-Time count: a column for each measure and year
measures-layout-wide = One column for each year, quarter or month
measures-layout-long = One row for each number
measures-layout-county-unemployment = Unemployment by county: id and rate
measures-layout-county-population = Census population by county
measures-import-only = Only these places
measures-import-only-hint = Codes with commas between them, such as MO-501. Leave it empty to take all.
measures-import-organization-hint = For measures that are new. A coordinator can leave it empty.
measures-import-period-hint = Only if the file does not say. Such as 2018.
measures-import-columns = Which column is what?
measures-import-no-column = None
measures-import-prefix = Letters before the year in the column names
measures-import-prefix-hint = Such as POPESTIMATE in POPESTIMATE2019.
measures-import-measure = Name of the measure, if no column has it
measures-import-measure-hint = If the file is about one measure and does not name it.
measures-import-rest = Take the rows that are right, and leave out the others
measures-import-rest-hint = Without this, a file with one wrong row is not taken at all.
measures-import-first-rows = The first rows of the file
measures-import-why = Corrected by the file { $file }
measures-part-period = Column with the period
measures-part-month = Column with the month, if the period is only a year
measures-part-quarter = Column with the quarter, if the period is only a year
measures-part-value = Column with the number
measures-part-measure = Column with the code of the measure
measures-part-measure-name = Column with the name of the measure
measures-part-place = Column with the code of the place
measures-part-place-name = Column with the name of the place
measures-part-numerator = Column with what is counted
measures-part-denominator = Column with the total it is out of
measures-part-status = Column that says if it is a first count or final
measures-part-note = Column with the note
measures-part-unit = Column with the unit
measures-report = What came of it
measures-report-would = What would come of it
measures-report-rows = Rows read
measures-report-added = New numbers
measures-report-revised = Corrected numbers
measures-report-unchanged = The same as before
measures-report-refused = Problems
measures-report-refused-heading = What we could not take
measures-report-warnings = { $count ->
    [one] { $count } thing to know
   *[other] { $count } things to know
 }
measures-report-warnings-caption = Things to know
measures-report-more = { $count ->
    [one] And { $count } more. The report as a file has all of them.
   *[other] And { $count } more. The report as a file has all of them.
 }
measures-report-file = The report as a file (JSON)
measures-report-row = Row
measures-report-column = Column
measures-report-value = What it says
measures-report-what = What to do
measures-about-hud-pit = Counted on one night in the last ten days of January, in shelters and outside. Some years, people without shelter are not counted anew.
measures-about-county-unemployment = People without work who look for it, out of all who work or look for work.
measures-about-county-population = Census Bureau estimate for July 1 of each year.

# What a reader found in a file.
measures-found-file-empty = The file is empty. Save it again with its rows, and send it.
measures-found-file-too-large = The file is too large. Send at most { $megabytes } megabytes, or split it.
measures-found-not-text = This is not a text table. Save it as CSV and send that.
measures-found-workbook = This is an Excel workbook. In Excel, choose File, Save as, CSV UTF-8, and send that file.
measures-found-too-many-columns = There are more than { $most } columns. Split the table.
measures-found-too-many-rows = There are more than { $most } rows. Split the table.
measures-found-quote-not-closed = A quotation mark opens in this row and never closes. Close it, or remove it.
measures-found-no-rows = There is a header and no row below it. Save the file again with its rows.
measures-found-column-missing = There is no column "{ $expected }". The file has: { $have }. Choose the right layout, or say which column it is.
measures-found-column-twice = Two columns have this name. Rename one of them.
measures-found-no-period-columns = No column name holds a year or another period, such as { $like }. Choose another layout, or say what stands before the year.
measures-found-only-not-found = No row has this code. Codes in the file are such as { $near }.
measures-found-row-too-long = The row has { $cells } cells and the header { $columns }. Put text with commas in quotation marks.
measures-found-row-short = The row has { $cells } cells and the header { $columns }. The missing ones were read as empty.
measures-found-cell-too-long = The text is longer than { $most } characters. Shorten it.
measures-found-control-character = There is a character that is not text. Remove it.
measures-found-place-missing = The row does not say which place it is about. Fill in the code.
measures-found-place-wrong = This is not a place code. Enter one such as { $like }.
measures-found-measure-missing = It is not said what is measured. Name the measure, or say which column names it.
measures-found-period-missing = The row does not say when. Fill in a year, quarter, month or day.
measures-found-period-wrong = This is not a period. Write it such as 2024, 2024-Q1, 2024-03 or 2024-03-15.
measures-found-period-mixed = { $period } is longer or shorter than the other periods of this measure. Use one length for each measure.
measures-found-number-wrong = This is not a number. Write digits only, or leave the cell empty.
measures-found-number-comma = A comma stands where it does not part thousands. Write 12.5 with a point.
measures-found-number-too-long = The number has too many digits. Check that it is not a code.
measures-found-count-wrong = A count is a whole number from 0 up. Check this one.
measures-found-percent-mixed = Some numbers have a percent sign and others do not, or the unit is not percent. Write all of them in the same way.
measures-found-rate-out-of-range = A rate lies between 0 and 1, such as .097 for 9.7%. Check this one.
measures-found-unit-wrong = We do not know this unit. Use one of: { $units }.
measures-found-status-wrong = Say "first" or "final", or leave the cell empty.
measures-found-number-conflict = Row { $first_row } has another number for the same measure, place and period ({ $period }). Keep one of them.
measures-found-number-twice = Row { $first_row } says the same. It was read once.
measures-found-read-as-windows-1252 = The file is not UTF-8. We read it as Windows text. Check the names with accents.
measures-found-columns-left-out = { $count ->
    [one] { $count } column was left out: { $columns }.
   *[other] { $count } columns were left out, such as { $columns }.
 }
measures-found-rows-left-out = { $count ->
    [one] { $count } row is about another place and was left out, as you asked.
   *[other] { $count } rows are about other places and were left out, as you asked.
 }
measures-found-row-is-note = This row is a total or a note. It was left out.
measures-found-row-flagged = The publisher marks this row as doubtful.
measures-found-cells-blank = { $count ->
    [one] { $count } empty cell was read as "no number".
   *[other] { $count } empty cells were read as "no number". This is the first.
 }
measures-found-not-available = The file says that there is no number here.
measures-found-suppressed = The publisher holds this number back. There is no number here.
measures-found-name-made = We have no words for this column. The measure is called "{ $name }".
measures-found-period-assumed = The file does not say its year. Its publisher says { $period }, and that was taken. Give the period if it is another.
measures-found-and-more = There are more than { $most } of these. Mend the first ones and try again.
measures-found-not-yours = Another partner answers for "{ $measure }", or nobody does. Choose your own organization, or ask a coordinator.
measures-found-frequency-differs = "{ $measure }" has numbers for longer or shorter periods. Check the periods in the file.
measures-found-unit-differs = "{ $measure }" counts something else. Check the unit.
measures-found-out-of-use = "{ $measure }" is out of use. Use it again first.
measures-found-name-too-long = The name or code of "{ $measure }" is too long. Shorten it.
measures-found-withdrawn = "{ $measure }" had this number for { $period }, and it was taken back. It was left out. Enter it by hand if it is right.

# My work and the overview.
measures-owed = Numbers due from you
measures-owed-item = Add the next number: { $title }
measures-news = New numbers
measures-news-item = { $amount } for { $period }. { $partnership }
measures-agenda = Measures in trouble
measures-overview = How our measures stand

# The record.
event-measure-defined = { $who } added the measure "{ $title }"
event-measure-changed = { $who } changed the measure "{ $title }"
event-measure-retired = { $who } took the measure "{ $title }" out of use
event-measure-restored = { $who } put the measure "{ $title }" back in use
event-number-entered = { $who } added a number to "{ $title }"
event-number-corrected = { $who } corrected a number of "{ $title }": { $why }
event-number-withdrawn = { $who } took back a number of "{ $title }": { $why }
event-number-reinstated = { $who } put a number of "{ $title }" back as it was
event-measure-story-told = { $who } wrote what is behind "{ $title }"
event-measures-file-sent = { $who } sent the file { $file }
event-measures-import-started = { $who } said to take the file { $file }
event-measures-imported = Numbers came in from the file { $file }: { $added } new, { $revised } corrected
event-measures-import-refused = Nothing was taken from the file { $file }
event-measures-file-dropped = { $who } dropped a file

# What is wrong.
error-measure-not-yours = Only a coordinator, or the partner who answers for this measure, can do this.
error-measure-missing = There is no such measure here.
error-number-missing = There is no number for this period.
error-period-taken = There is a number for this period. Correct that one instead
error-period-no-year = Enter a year, such as 2026
error-period-no-quarter = Enter a quarter, such as 2026-Q1
error-period-no-month = Enter a month, such as 2026-03
error-period-no-day = Enter a day, such as 2026-03-15
error-period-in-future = Enter a period that has begun
error-period-unknown = Enter a period, such as 2026, 2026-Q1, 2026-03 or 2026-03-15
error-number-comma = Write 12.5 with a point, not with a comma
error-number-too-long = Enter a number with fewer digits
error-number-too-large = Enter at most { $most }
error-number-not-positive = Enter a number above 0
error-number-unchanged = This is the number already. Enter another one
error-number-why-missing = Say why the number changes
error-number-not-withdrawn = This number was not taken back, or it is back already
error-story-empty = Write at least one point
error-story-unchanged = This is written already. Change something, or go back
error-target-twice = There are two targets for { $by }. Change one of the dates
error-target-before-baseline = The target for { $by } lies before the start. Choose a later date
error-too-many-targets = Enter at most { $most } targets
error-target-half = Give each target a date and a number
error-frequency-fixed = There are numbers already, so this cannot change. Add a new measure instead
error-measure-code-taken = A measure has the code { $code } in this place. Choose another
error-measure-organization-missing = Choose a partner from the list
error-measure-keeper-missing = Choose a person who works for the partner that answers for the measure
error-code-empty = Enter a code with letters or digits
error-place-code-missing = Enter the code of the place too
error-measure-retired = This measure is out of use. Use it again first.
error-measure-not-retired = This measure is in use.
error-import-missing = There is no such file here.
error-import-closed = This file was taken or dropped before. Send it again.
error-import-file-missing = Choose a file
error-import-file-empty = This file is empty. Choose another

# What the search finds.
find-measure = Measure

measures-public = Our numbers
