/** A sentence per error code: what is wrong and what to do. Unknown codes fall back to the server's own sentence. */
export const errors = {
  INTRO_KEPT:
    'The introduction is that of version %{number}, whose terms were others. Read it once more, and change it where it no longer holds.',
  ANSWER_AFTER_SOLUTION:
    '“%{kind}” promises the first answer later than the solution, so it says nothing. Check the times.',
  INTRO_OF_PACK:
    'The introduction is that of the pack, whose terms were others. Read it once more, and change it where it no longer holds.',
  TEXTS_UNWORDED: 'Texts without a wording in %{language}: %{count}. The charter shows them there as they were typed.',
  UNREACHABLE: 'The server did not answer. Check the connection and try again.',
  UNAVAILABLE: 'The server is busy or restarting. Try again in a moment.',
  UNREADABLE_ANSWER: 'The server’s answer could not be read. Load the page again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on the server; nothing was changed. Try again in a moment.',
  UNAUTHENTICATED: 'Your session has ended. Please sign in again.',
  FORBIDDEN: 'Your role may not do this. Ask the owner if you need it.',
  NOT_FOUND: 'This no longer exists. Go back to the list.',
  GRAPHQL_VALIDATION_FAILED:
    'The request was written against another version of the API. Reload the page and try again.',
  BAD_USER_INPUT: 'Something entered here cannot be read. Check the fields and try again.',
  BAD_DATE: 'This is not a day that exists. Choose one from the calendar.',
  BAD_ID: 'This entry cannot be found. Load the page again.',
  ALREADY_EXISTS: 'This exists already. Choose another name or number.',
  AMBIGUOUS_WITHIN:
    'Two terms “%{kind}” of this policy are for the same purchases (%{scope}), and neither is more specific. Narrow one of them, or add a term for exactly these purchases.',
  AMBIGUOUS_TERMS:
    '“%{firstPolicy}” and “%{secondPolicy}” each have a term “%{kind}” for the same purchases (%{scope}), and neither is more specific. Narrow one of them, or add a term for exactly these purchases.',
  ACTION_ALREADY_DONE: 'This step is done already.',
  ACTION_NOT_DONE: 'This step is not done yet, so there is nothing to take back.',
  AGREEMENT_OVER:
    'The agreement ran until %{to}, that day not included, and that is past. Set a later “Until” or leave it open.',
  AGREEMENT_STATUS: 'An agreement cannot change this way. An ended agreement stays ended; make a new one.',
  BAD_INSTANT: 'This is not a moment that can be read. Enter a day and a time.',
  CALENDAR_AMOUNT: 'This must be a whole number from 0 to %{most}.',
  CALENDAR_DAY_CLOSED:
    '%{date} is entered as worked but has no hours. Give it hours, or a weekday whose hours it keeps.',
  CALENDAR_DAY_OTHER_YEAR: '%{date} is not a day of %{year}. Enter it with its own year.',
  CALENDAR_DAY_TWICE: '%{date} is entered twice. Keep one of the two.',
  CALENDAR_DAY_YEAR:
    '%{date} is entered, but its year is not among the years known to the calendar. Enter that whole year first.',
  CALENDAR_EMPTY: 'A calendar without working hours can never be over. Give its week at least one span of hours.',
  CALENDAR_IN_USE:
    'This calendar is still used in %{count} places, such as a version of a policy or a service point. Choose another calendar there first.',
  CALENDAR_NAME_TAKEN: 'There is a calendar with this name already. Choose another name.',
  CALENDAR_PACK_UNKNOWN: 'There is no such list of holidays. Choose one from the list.',
  CALENDAR_PAUSED: 'The clock is paused without an end, so nothing is due yet. End the pause first.',
  CALENDAR_PAUSE_ORDER: 'A pause ends before it begins. Exchange the two times.',
  CALENDAR_SHIFTS_OVERLAP:
    'Two spans of hours overlap, so their time would count twice. Let one end before the other begins.',
  CALENDAR_SHIFT_NEXT_DAY:
    'In this calendar each day has its own hours. End these at 24:00 and enter the rest on the next day.',
  CALENDAR_SHIFT_RANGE:
    'Hours begin between 00:00 and 23:59 and end after that, at most 24 hours later. Correct the times.',
  CALENDAR_YEAR_RANGE: 'A calendar’s years go from %{first} to %{last}.',
  CALENDAR_YEARS_AHEAD:
    'What this version promises reaches %{years}, whose holidays the calendar “%{calendar}” does not know yet. Enter them there before each year begins, or no due time can be told in it.',
  CALENDAR_YEAR_UNKNOWN:
    'The holidays of %{year} are not known to the calendar “%{calendar}”. Enter them in it, or state that there are none.',
  POINT_NAME_TAKEN: 'There is a service point with this name already. Choose another name.',
  POINT_NO_CONTACT:
    'A service point needs at least one way to reach it: an address, a phone number, an e-mail or a website.',
  POINT_PROMISED:
    'Version %{number} of “%{policy}” lists “%{point}”, and customers would be served less there. Publish a version that no longer lists it, which a second person has to approve, and change it then.',
  PROBE_CHANNEL_MISSING:
    'This service point has nothing entered for this way of reaching it. Enter it first, or try another way.',
  AS_OF_IN_FUTURE: 'There are no figures of days to come: choose %{today} or an earlier day, or leave it empty.',
  PROBE_IN_FUTURE: 'A try cannot lie after today (%{asOf}). Enter the day on which it was made.',
  COLUMN_MISSING: 'A column that is needed has not been chosen yet.',
  DATE_ORDER_MISSING:
    'The dates of this file can be read day first or month first. Say which: what is promised depends on the day.',
  COLUMN_TWICE: 'One column of the file cannot stand for two things. Choose another for one of them.',
  COLUMN_UNKNOWN: 'The file has no such column. Choose one of its columns.',
  QUOTE_ACCEPTED: 'Quote %{number} was accepted already and is a purchase. Open that, or start another quote.',
  QUOTE_DECLINED: 'Quote %{number} was declined. Start another quote.',
  QUOTE_EMPTY: 'Nothing is offered yet. Add a product before sending it.',
  QUOTE_EXPIRED:
    'Revision %{number} was valid until %{validUntil}, which is past. Choose a later day; if it was sent already, make a new revision for that.',
  QUOTE_HAS_DRAFT: 'Revision %{number} is a draft already. Work on that one or discard it first.',
  QUOTE_NEEDS_REVISION: 'The first revision cannot be discarded. Change it, or decline the quote.',
  REVISION_SENT: 'Revision %{number} was sent and cannot be changed. Make a new revision from it.',
  REVISION_NOT_SENT: 'Revision %{number} is not the newest one sent. Accept that one.',
  FEES_NOT_DISCLOSED:
    'The fee schedule has changed since revision %{number} was sent. Make a new revision, so that the customer sees what may be charged.',
  PROMISE_CHANGED:
    'Less is promised now than was shown with revision %{number} (%{terms}). Make a new revision, so that the customer sees what holds.',
  DISCOUNT_TOO_HIGH: 'The discount is more than the lines come to. Lower it.',
  SALE_TOO_EARLY: 'A sale cannot be of %{soldOn}. Choose %{earliest} or a later day.',
  SALE_IN_THE_FUTURE: 'A sale is written down when it has happened: choose %{asOf} or an earlier day.',
  PRICE_NEGATIVE: 'The price of %{code} must not be negative. Enter 0 or more.',
  PRICE_MISSING: '%{code} has no price. Say what it costs.',
  TOO_MANY_LINES: 'A quote takes at most %{max} lines. Split it into two.',
  TASK_DONE: 'This task is done already. Take its completion back first, on the day it was recorded.',
  TASK_CANCELLED: 'This task was called off. Take that back first, on the day it was called off.',
  TASK_NOT_DONE: 'Only a task that is done, or was called off by somebody, can be taken back.',
  CHECKLIST_INCOMPLETE: '%{left} items are not ticked, the first is “%{first}”. Tick them when they are done.',
  CHECKLIST_NO_ITEM: 'The checklist has no such item. Load the page again.',
  PROOF_MISSING: 'Say what was done, or who signed for it.',
  COMPLETED_IN_FUTURE: 'It cannot be done on a day that has not come. Choose %{latest} or earlier.',
  COMPLETED_BEFORE_SALE: 'It cannot be done before the purchase. Choose %{earliest} or later.',
  SCHEDULED_BEFORE_SALE: 'An appointment cannot be before the purchase. Choose %{earliest} or later.',
  UNDO_TOO_LATE: 'It can only be taken back on the day on which it was recorded.',
  NOT_A_PART: '%{code} is not a spare part. Mark it as one in the products, or choose another.',
  SERIAL_TWICE: 'The serial number %{serial} is entered twice. Each part has its own.',
  CURRENCY_MISMATCH: 'Amounts of two currencies cannot be put together.',
  DATABASE_UNAVAILABLE: 'The database does not answer at the moment. Nothing was changed; try again shortly.',
  CALENDAR_MISSING:
    'This promise counts working hours, but the version names no calendar. Choose one, or count every hour.',
  DUPLICATE_ROW: 'Two rows stand for the same thing (%{key}). Keep one of them.',
  DUPLICATE_TERM_ID: 'Two terms have the same name inside this version. Rename or remove one of them.',
  EMAIL_TAKEN: 'Somebody with this e-mail is on the staff already.',
  EMPTY_TENURE_RANGE: 'The longest time as a customer is not above the shortest. Raise it or leave it open.',
  EMPTY_VALUE_RANGE: 'The highest purchase value is not above the lowest. Raise it or leave it open.',
  FIELD_NOT_GRANTABLE: '“%{field}” can never be shared. Take it out of the agreement.',
  GRANT_INCOMPLETE:
    '“%{field}” is ticked, but nothing under “%{target}”. Tick at least one field there, or take “%{field}” out.',
  KEY_EXPIRY_PAST: 'The key would have run out already. Choose a later day.',
  MINIMUM_COUNT: 'The smallest group is a whole number from 1 to 1,000.',
  NOTHING_GRANTED: 'Grant at least one field before the agreement comes into force.',
  NO_SUCH_PRODUCT: 'No product has this code. Check it in the list of products.',
  OUT_OF_RANGE: 'This number is outside what is allowed here.',
  OVERLAPPING_VERSION:
    'Version %{number} would overlap version %{otherNumber}, which is in force from %{otherFrom}. Choose another first day, or retire that version first.',
  PERIOD_BACKWARDS: 'The last day is not after the first. Choose a later one or leave it open.',
  PERIOD_EMPTY:
    'It would end before it begins: “Until” is not included. Choose a day after the first, or leave it open.',
  PLAN_OVER_BUDGET: 'The steps cost more than the budget. Raise the budget or make a step cheaper.',
  PLAN_WITHOUT_ACTIONS: 'A plan needs at least one step before it can start.',
  PLAN_WITHOUT_OWNER: 'A plan needs an owner before it can start.',
  PLAN_WITHOUT_RESOURCES:
    'A plan needs something behind it (money, a policy, a product, material) before it can start.',
  PLAN_WRONG_STATUS: 'The plan is not at a stage where this can be done. Load the page again.',
  PRODUCT_SCOPE_TWICE:
    'A term is for single products or for categories of products, not for both. Drop one of the two conditions, or write two terms.',
  PURPOSE_MISSING: 'Say what the agreement is for.',
  RATE_LIMITED: 'Too much at once. Wait a moment, then try again.',
  REASON_MISSING: 'Say in a few words why, so that a colleague understands it.',
  REFERENCE_MISSING: 'Something this refers to no longer exists. Load the page again.',
  RETIRED_IN_THE_PAST: 'What was promised stays promised: choose %{earliest} or later.',
  ROLE_SCOPE: 'Choose either one product or a whole category.',
  STILL_REFERENCED: 'Other entries still depend on this, so it cannot be removed.',
  STORAGE_FULL: 'The server has no room left. Nothing was saved; tell whoever runs Perennial for you.',
  TERM_FIELD_MISSING: 'This part of the term is missing.',
  TEXT_UNREADABLE: 'This text holds a character that cannot be kept. Take it out, or type the text anew.',
  AMOUNT_TOO_LARGE:
    'This comes to more than can be counted. Lower the quantity or the price, or sell it in several parts.',
  TERM_OUT_OF_RANGE: 'This value is outside what the term allows.',
  TIMEOUT: 'This took too long and was stopped. Narrow it down, or try again later.',
  TOO_LONG: 'This is too long.',
  TOO_MANY_TERMS: 'A version cannot hold so many terms. Remove some.',
  TRY_AGAIN: 'Somebody changed the same thing at the same moment. Try again.',
  UNKNOWN_TERM_KIND: 'This kind of term does not exist.',
  VALUE_INVALID: 'This cannot be read. Check it and try again.',
  VALUE_MISSING: 'Please fill this in.',
  VERSION_CONFLICT:
    'Somebody else changed this meanwhile, so nothing was saved yet. What you typed is kept; what they changed is shown now. Look through it, then try once more.',
  VERSION_NOT_DRAFT:
    'This version has been published already, perhaps by a colleague just now: what was published was promised. Start a new draft from it.',
  WHAT_IF_NOTHING: 'There is nothing to try: save the draft first, or write at least its terms.',
  VERSION_NOT_PUBLISHED: 'Only a published version can be retired.',
  WARNING_NOT_OPEN: 'This warning has been dealt with already.',
  INTERRUPTED: 'The program was stopped in the middle; nothing of it is left, so it can simply be started again.',
  IMPORT_STATUS: 'This import is no longer at the stage where this can be done. Load the page again.',
  IMPORT_RUNNING: '%{fileName} is being imported at the moment. Start this one when it is done.',
  IMPORT_HELD: 'This import cannot be undone: something was changed or built upon it since. The list is on the page.',
  BAD_BODY: 'What was sent did not arrive whole. Send it again.',
  GZIP_UNREADABLE:
    'The name of this file ends in .gz, but it is not gzip data, or it is cut off. Compress it again, or send the CSV file itself.',
  FILE_NOT_TEXT:
    'This is not a text file but a workbook (such as .xlsx), a picture or the like. Open it in its own program, save it as CSV (UTF-8) and choose that file.',
  FILE_EMPTY: 'The file is empty. Choose one with a header and lines.',
  FILE_WITHOUT_LINES: 'The file holds a header and no line below it. Choose one with lines, or export it again.',
  FILE_UNREADABLE: 'The file is damaged or cannot be read. Save it as CSV and send it again.',
  BODY_TOO_LARGE: 'This is too large to send.',
  UPLOAD_FAILED: 'The file could not be sent. Try again.',
  TIMEZONE_UNKNOWN: 'There is no such time zone. Write it like Europe/London.',
  CURRENCY_FIXED:
    'The currency stays %{currency}: a policy was published, a quote sent or something sold since it was chosen, and their sums would silently become others. Where all of that came from imports, undo those first; otherwise set up a deployment of its own for another currency.',
  CURRENCY_UNKNOWN: 'There is no such currency. Use its three letters, such as GBP.',
  NOT_A_PURCHASE: 'This line is a fee or a return. Choose a line of goods that were bought.',
  COST_LIMIT: 'This asks for too much at once. Narrow it down.',
  PASSWORD_NOT_OWN:
    'Somebody else chose your password, so this could be their word. Choose one of your own (your account, “Change password”), then do it again.',
  PASSWORD_TOO_NEW:
    'Somebody else gave you a new password less than %{days} days ago. Do this after %{until}, or have another owner or policy manager do it.',
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password was wrong. Try again, or ask an owner for a new password.',
  INVALID_PASSWORD: 'This is not your current password. Type it again.',
  PASSWORD_UNCHANGED: 'This is your current password. Choose another one.',
  PASSWORD_TOO_SHORT: 'The password is too short: at least 10 characters.',
  PASSWORD_TOO_LONG: 'The password is too long: at most 200 characters.',
  LAST_OWNER: 'Somebody has to stay the owner. Make another one first.',
  OWN_ACCOUNT: 'You cannot take your own role or sign-in away. Ask another owner.',
  ALREADY_PROMISED: 'Purchases carry version %{number} already and keep it. Choose %{earliest} or later.',
  BAD_FILE: 'This file cannot be read. Save it as CSV and try again.',
  BAD_TERM_ID: 'The short name of a term takes small letters, digits and hyphens, such as returns-30.',
  BODY_TOO_SLOW: 'Sending took too long. Check the connection and try again.',
  CONSENT_EXPIRED: 'The consent would already have ended. Choose a later day or leave it open.',
  CONTACT_EMPTY: 'Give a name, an e-mail address or a phone number.',
  DATABASE_ERROR: 'The database could not do this; nothing was changed. Try again in a moment.',
  HEADER_DIFFERS: 'The columns of this file are not those that were chosen from. Look at its preview again.',
  IDEMPOTENCY_CONFLICT: 'This was sent twice with different contents. Load the page again.',
  IMPORT_CUSTOMER_GONE: 'A customer was removed while the file was read. Start the import again.',
  IMPORT_NOT_RUNNING: 'This import was given up meanwhile. Start it again.',
  INVALID_FIELD: 'This cannot be accepted. Check it and try again.',
  NAME_TAKEN: 'This name is taken. Choose another.',
  NOT_READY: 'The server is still starting. Try again in a moment.',
  NO_TERMS: 'A version promises nothing without terms. Add at least one.',
  NO_WORKING_DAYS: 'There is no working day left to count with. Remove some of the closed days.',
  NUMBER_TAKEN: 'There is a customer with this number already. Open that one, or choose another number.',
  ORIGIN_NOT_ALLOWED: 'This address is not allowed to speak to the server. Open the dashboard at its own address.',
  PAGE_TOO_LARGE: 'This asks for too many rows at once. Narrow the list.',
  PRODUCT_CODE_TAKEN: 'There is a product with this code already. Choose another.',
  RETURN_CLOSED: 'This return is closed already; nothing is left to do.',
  STAFF_UNKNOWN: 'Choose somebody who works here.',
  STAFF_ROLE: '%{name} may not work on this. Choose an owner or an agent.',
  TOUCH_IN_FUTURE: 'The contact lies in the future. Enter when it took place, or plan it as a step.',
  UNKNOWN_TERM_FIELD: '“%{field}” is not part of this kind of term. Remove it.',
  UNKNOWN_TIME_ZONE: 'This is not a time zone. Write it like Europe/London.',
  MOVE_AMBIGUOUS_LATER:
    'Moved to version %{number}, this purchase would have a term “%{kind}” of “%{firstPolicy}” and one of “%{secondPolicy}” for goods that may yet be added to it (%{scope}), and neither is more specific. Choose another version, or move its other promise to one that fits first.',
  MOVE_AMBIGUOUS:
    'Moved to version %{number}, this purchase would have a term of “%{firstPolicy}” and one of “%{secondPolicy}” for %{code}, and neither is more specific. Choose another version, or move its other promise to one that fits first.',
  PROBE_DAYS_PROMISED:
    'Version %{number} of “%{policy}” lists service points that answer within %{days} days. Keep to that, or publish a version that lists none; a second person has to approve it.',
  MOVE_NOTHING: 'This purchase holds version %{number} already, word for word. Choose another version.',
  MOVE_WEIGHED_OTHERWISE:
    'What moving to version %{number} means for this purchase has changed since you looked. Read it again as it is now, and ask the customer about that.',
  PROMISE_DOWNGRADE:
    'Version %{number} promises this purchase less, or what may yet be added to it. Leave it as it is, or record the customer’s consent.',
  SNAPSHOT_ALTERED:
    'What this purchase was promised was changed in the database after the sale. Restore it from a backup before deciding anything.',
  OTHER_POLICY: 'This version belongs to another policy; choose a version of the policy the purchase was promised.',
  CONSENT_TOO_EARLY:
    'A consent cannot be of %{on}: what it is about came up only on %{from}. Enter the day it was given, or ask the customer.',
  CONSENT_IN_FUTURE: 'A consent cannot be of %{on}, which has not come; enter the day it was given.',
  UNKNOWN_PACK: 'There is no such pack. Choose one of those shown.',
  BAD_QUANTITY: 'Enter a whole number of pieces, 1 or more.',
  MORE_THAN_BOUGHT: 'Bought: %{bought}. Came back or being claimed already: %{gone}. Claim at most %{left}.',
  BAD_CHARGE_AMOUNT: 'Enter an amount of 0 or more.',
  BAD_CLAIM_DETAILS: 'What is said does not fit this kind of claim. Choose another kind, or say what it asks for.',
  NOT_THEIR_PURCHASE: 'This is the purchase of another customer. Choose one of this customer’s.',
  NOT_ON_INVOICE: 'This line is not on invoice %{invoice}. Choose one of its lines.',
  DUPLICATE_LINE: 'This line is in the claim twice. Claim all its pieces at once.',
  CLAIM_BEFORE_PURCHASE: 'It was bought on %{boughtOn}. Choose that day or a later one.',
  CLAIM_IN_THE_FUTURE: 'A claim cannot be of a day that has not come. Choose %{today} or an earlier day.',
  CLAIM_MOMENT_DAY: 'The time is of %{day}, the day of the claim %{on}. Let both be of the same day.',
  CLAIM_CLOSED:
    'Claim %{number} was decided against or answered for good, so nothing is waited for and no time runs any more.',
  ALREADY_RESPONDED: 'The first answer to claim %{number} is recorded already. It is recorded once.',
  MOMENT_BEFORE_CLAIM: 'That is before the claim was made. Choose that moment or a later one.',
  MOMENT_IN_THE_FUTURE: 'That moment has not come yet. Choose an earlier one.',
  PAUSE_ORDER: 'The end is not after the beginning. Choose a later end.',
  PAUSE_OVERLAPS: 'We were waiting for the customer at that time already. Choose another time, or end that wait first.',
  PAUSE_AFTER_DUE:
    'A promised time was missed before anybody told of this wait. It can begin when that time was due, not earlier.',
  NOT_PAUSED: 'The time is running, so there is nothing to resume.',
  CLAIM_WRONG_STATUS: 'Claim %{number} is no longer at the stage where this can be done. Load the page again.',
  CLAIM_LOOKING_BACK:
    'You are looking back at %{asOf}, but claim %{number} is on record up to %{last}. Set “As of” to %{last} or a later day first.',
  CLAIM_NOT_ALLOWED: 'Claim %{number} was not allowed, so there is nothing to settle.',
  CONSENT_MISSING:
    'The customer has not agreed to the charge “%{name}” (%{code}) yet. Record the consent or take the charge out.',
  REFUND_TOO_LARGE:
    'This is more than is left of what was paid for these goods. Pay back at most %{most}; refunds of other claims on them count.',
  REFUND_TOO_SMALL: 'This is less than was decided. Pay back at least the refund that the decision names, %{refund}.',
  REVIEW_GIVES_LESS:
    'For %{code} the promise gives more than this. Leave it as promised or choose something better. If the customer would rather have this, withdraw the claim and open one for it.',
  SERIAL_MISSING: '%{code} with serial number %{serial} is replaced. Enter the serial number of the replacement.',
  SERIAL_GONE:
    'The piece with serial number %{serial} was given back or replaced with claim %{claim}. Enter the serial number of the one that failed now.',
  SERIAL_GIVEN:
    'The piece with serial number %{serial} was handed over with claim %{claim} already. Enter the serial number of this replacement.',
  PART_GIVEN:
    'The %{code} with serial number %{serial} was put in with the task due on %{dueOn} already. Enter the serial number of the one that was put in now.',
  PART_GONE:
    'The %{code} with serial number %{serial} was taken out with the task due on %{dueOn} already. Enter the serial number of the one that was taken out now.',
  SERIAL_SAME: '%{serial} is the serial number of the failed part. Enter that of the replacement.',
  HIDDEN_FEE:
    'Line %{line}, “%{code}”: this was not disclosed before acceptance, or not as much of it. It must not be charged; take it out or lower it.',
  CHARGE_PART_REDUCED:
    'Charge %{line}, “%{code}”: parts are %{percent}% off by the promise that decides this claim, so at most that much less than disclosed can be charged. Lower the amount.',
  CHARGE_INCLUDED:
    'Line %{line}, “%{code}”: the promise that decides this claim includes parts. It must not be charged; take it out.',
  CONSENT_NOT_NEEDED: 'The charge %{code} needs no consent any more.',
  BAD_SLUG: 'This cannot be an address. Use small letters, digits and single hyphens, such as service-promise.',
  FLOOR_STANDS:
    'A floor stands there already, set by %{by} (“%{reason}”): look at it above. Setting this one once more takes its place.',
  BELOW_FLOOR:
    '“%{kind}” (%{scope}): %{field} would be %{value}; the floor is %{bound} or better for the customer (%{reason}). No approval goes below it: keep to the floor, or have an owner remove it.',
  CUT_DECIDED: 'This has been decided already. The page shows now what was decided.',
  CUT_VOID:
    'The draft was changed, or this was asked for once more, since you read it, so nothing was decided. Look at what is asked for now; where nothing is, have it asked for again.',
  CUT_OUTDATED: 'What would be promised less has changed since this was asked for. Have it asked for again.',
  FLOOR_ROW_MISSING: 'Name the row of the table that the floor is for.',
  FLOOR_ROW_UNKNOWN: 'No row of this table can be called “%{row}”. Name one as %{names}.',
  FLOOR_WITHOUT_DIRECTION: 'This has no better and no worse, so nothing lies below it. Choose another field.',
  GAP_BETWEEN_VERSIONS:
    'From %{from} until %{to} nothing would be promised, next to version %{number}. Let the versions meet.',
  NOTHING_CUT: 'This version promises nobody less. It can be published without approval.',
  REGIONS_FIXED: '“%{policy}” has been promised; its regions stay. Change its terms in a new version instead.',
  SAME_APPROVER: 'You asked for this yourself. Another owner or policy manager has to decide on it.',
  SERVICE_CUT:
    'From %{on} on customers would be promised less (%{affected} affected, who bought for %{amount} in the last 12 months), in: %{terms}. Give a reason and have a second person approve it.',
  SERVICE_CUT_APPROVED: 'A second person approved that %{affected} customers are promised less.',
  SLUG_TAKEN: 'Another policy has this address. Choose another one.',
  UNKNOWN_TERM: 'The saved draft has no such term. Save the draft first, or comment on the version as a whole.',
  UNREACHABLE_POINT:
    'By the contacts they have now, nobody was reached within the last %{days} days at: %{points}. Try them and record the probe, or take them off the list.',
  VARIANT_OF_VARIANT: '“%{policy}” is a variant itself. Make the new one from its base.',
  VARIANT_OUT_OF_REGION:
    'This reaches beyond “%{policy}” (%{regions}). Narrow the term, or choose a policy that is for there too.',
  VARIANT_REGION_TAKEN: '“%{policy}” is the variant for %{region} already. Leave that region out.',
  VARIANT_WITHOUT_REGION: 'Name at least one region: a variant holds there.',
  CALENDAR_PROMISED:
    'Version %{number} of “%{policy}” promises by these hours, and they would get shorter. Enter a new calendar and publish a version that names it.',
  CALENDAR_YEAR_THIN:
    'Version %{number} of “%{policy}” promises by these hours, and %{when} would have %{shortBy} working days too few to keep that promise. Check the days, or enter them in a new calendar and publish a version that uses it.',
  CUT_IN_THE_PAST:
    'Version %{number} would promise less from %{on} on, though whoever buys today keeps what could be read today. The earliest day is %{earliest}; or promise no less.',
  TIMEZONE_FIXED:
    'The time zone stays %{timezone}: policies were published or goods sold by its clocks. Working hours elsewhere have a zone of their own in their calendar.',
  TERMS_TOO_TANGLED:
    'These terms cross each other in more ways than can be compared. Let fewer of them name regions, segments, products and ranges at once.',
  SEGMENT_BY_NAME:
    '“%{word}” is what a segment is called, and as text it would reach nobody. Choose the segment from the list (its code is %{code}).',
  BAD_PHONE: '“%{phone}” is not a phone number. Write its digits, such as +44 20 7946 0000.',
  BAD_WEBSITE: '“%{website}” is not the address of a website. Write it as https://www.example.com.',
};
