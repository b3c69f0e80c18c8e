import { sql } from 'drizzle-orm';
import type { Database } from '@perennial/kernel/db/database';

/**
 * A small world, said in plain SQL: of every type one row in which nothing is missing, and one in which all is that may
 * be. Nothing here goes through the product's code, so that what it answers can be held against what was put in.
 *
 * Ids are numbers: 1 and 2 customers, 11 contacts, 21 consents, 31 touchpoints, 41 products, 51 invoices, 61 lines,
 * 71 matches, 81 batches, 91 policies, 101 their versions, 111 entitlements, 121 returns, 131 partners, 141 their roles,
 * 151 agreements, 161 keys, 171 receipts, 181 scores, 191 runs, 201 warnings, 211 plans, 221 actions, 231 resources,
 * 241 staff, 251 audit, 261 settings, 391 wishes to promise less, 401 floors, 411 comments, 441 snapshots, 451 moves, 501 claims, 511 their lines, 521 their charges, 531 their pauses, 541 their receipts, 421 calendars, 431 points, 461 quotes, 471 their revisions, 481 their lines, 491 tasks.
 */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export interface Secrets {
  /** SHA-256 in hex of the usable API key. */
  keyHash: string;
  /** The agreement's key in HMAC's two paddings, in hex. */
  inner: string;
  outer: string;
  /** The agreement's reference of customer 1. */
  reference: string;
  grants: readonly string[];
}

const statements = (secrets: Secrets): string => `
insert into staff_members (id, name, email, email_verified, role, active, created_at, updated_at) values
  (#241, 'Olive Owner', 'olive@example.test', true, 'OWNER', true, '2011-01-02T03:04:05Z', '2011-01-02T03:04:05Z');

insert into partners (id, name, website, contact_email, note, version, created_at, updated_at) values
  (#131, 'Parcel Ltd', 'https://parcel.example', 'desk@parcel.example', 'Fast.', 3, '2011-02-01T08:00:00Z', '2011-02-02T08:00:00Z'),
  (#132, 'Quiet Ltd', null, null, null, 1, '2011-02-03T08:00:00Z', '2011-02-03T08:00:00Z');

insert into import_batches (id, file_name, file_bytes, status, mapping, preview, counts, progress, failure, created_at, started_at, finished_at, started_by) values
  (#81, 'shop.csv', 1234, 'FAILED', '{"invoice": "InvoiceNo"}', '{"lines": 9}', '{"lines": 9, "sale": 8}', '{"done": 4, "of": 9}', 'The disk is full.',
    '2011-12-01T10:00:00Z', '2011-12-01T10:00:01.500Z', '2011-12-01T10:00:09Z', 'olive@example.test'),
  (#82, 'none.csv', 0, 'PREVIEW', null, null, null, null, null, '2011-12-02T10:00:00Z', null, null, null),
  (#83, 'whole.csv', 9, 'COMPLETE', null, null, null, null, null, '2011-12-03T10:00:00Z', null, null, null);
insert into import_rejects (batch_id, line, reason, fault, field, currency, raw) values
  (#83, 7, 'NO_CUSTOMER', null, null, null, '536414,22139,,56,12/1/2010 11:52,0,,United Kingdom'),
  (#83, 9, 'UNREADABLE', 'NOT_A_DATE', 'at', null, 'x,y'),
  (#83, 11, 'OTHER_CURRENCY', null, 'invoice', 'EUR', '536415,22139,,56,12/1/2010 11:52,0,17850,United Kingdom');

insert into customers (customer_id, number, kind, name, country, region, segment, segment_source, stage, internal_note,
  since, currency, value, orders, last_purchase_at, last_touch_at, health, health_change, version, created_at, updated_at, batch_id) values
  (#1, '17850', 'PERSON', 'Ada "Countess" L.', 'United Kingdom', 'Scotland', 'KEY', 'MANUAL', 'COOLING', 'Likes tea.',
    '2010-12-01', 'GBP', 538812, 34, '2011-12-09T12:50:00.123Z', '2011-12-10T09:00:00Z', 41, -9, 5, '2011-11-01T00:00:00Z', '2011-12-10T09:00:00Z', #81),
  (#2, 'P-2', 'UNKNOWN', null, '日本', 'Asia', 'PROSPECT', 'AUTOMATIC', 'PROSPECT', null,
    '2011-12-05', 'JPY', 0, 0, null, null, -1, 0, 1, '2011-12-05T00:00:00Z', '2011-12-05T00:00:00Z', null);

insert into contacts (customer_id, id, role, name, email, phone, created_at) values
  (#1, #11, 'BUYER', 'Bo', 'bo@ada.example', '+44 1', '2011-11-02T00:00:00Z'),
  (#1, #12, 'OTHER', null, null, null, '2011-11-03T00:00:00Z');
insert into consents (customer_id, id, partner_id, purpose, status, given_at, expires_at, withdrawn_at, source) values
  (#1, #21, #131, 'SERVICE', 'WITHDRAWN', '2011-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '2011-06-01T00:00:00Z', 'form'),
  (#1, #22, null, 'DELIVERY', 'GRANTED', '2011-01-02T00:00:00Z', null, null, 'phone');
insert into touchpoints (customer_id, id, at, channel, direction, tag, subject, note, created_at) values
  (#1, #31, '2011-12-10T09:00:00Z', 'REPAIR_VISIT', 'OUT', 'CARE', 'Lamp repaired', 'Second visit.', '2011-12-10T09:05:00Z'),
  (#1, #32, '2011-12-01T09:00:00Z', 'CALL', 'IN', 'INFORM', 'Where is it?', null, '2011-12-01T09:05:00Z');

insert into products (id, code, name, category, complexity, price, currency, partner_id, extras, is_part, version, created_at, updated_at, batch_id) values
  (#41, '85123A', 'WHITE HANGING HEART', 'Decoration', 'HIGH', 25500, 'GBP', #131, '{"A ribbon","A hook"}', false, 2, '2010-12-01T08:26:00Z', '2011-01-01T00:00:00Z', #81),
  (#42, '22139', 'TEA SET', null, 'LOW', null, 'GBP', null, '{}', true, 1, '2010-12-02T08:26:00Z', '2010-12-02T08:26:00Z', null);

insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines, delivered_on, delivered, batch_id) values
  (#1, #51, '536365', '2010-12-01T08:26:00Z', 'SALE', 'United Kingdom', 'GBP', 15300, 2, '2010-12-04', '{"85123A": "2010-12-03"}', #81),
  (#1, #52, 'C536379', '2011-12-09T12:50:00.123Z', 'RETURN', 'United Kingdom', 'GBP', -5100, 1, null, null, null);
insert into invoice_lines (customer_id, id, invoice_id, code, product_id, ordinal, description, quantity, unit_price, amount, currency, kind, repeated, batch_id) values
  (#1, #61, #51, '85123A', #41, 1, 'WHITE HANGING HEART', 6, 25500, 15300, 'GBP', 'SALE', true, #81),
  (#1, #62, #52, '85123A', #41, 1, 'WHITE HANGING HEART', -2, 25500, -5100, 'GBP', 'RETURN', false, null),
  (#1, #63, #51, 'POST', null, 2, 'POSTAGE', 1, 1, 0, 'GBP', 'FEE', false, null);
insert into return_matches (customer_id, id, return_line_id, sale_line_id, quantity) values (#1, #71, #62, #61, 2);

insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at) values
  (#301, 'Office hours', 'Asia/Taipei', '{"1": [{"from": 540, "to": 1020}], "5": [{"from": 1320, "to": 1800}]}', 'EACH', '[2025, 2026]', 3,
    '2011-01-05T00:00:00Z', '2011-01-06T00:00:00Z');
insert into calendar_days (id, calendar_id, date, kind, name, shifts, like_weekday) values
  (#311, #301, '2026-10-10', 'WORKING', 'Made up', null, 5),
  (#312, #301, '2026-02-17', 'HOLIDAY', 'Half a day', '[{"from": 540, "to": 720}]', null);
insert into service_points (id, name, address, phone, email, website, region, calendar_id, note, words, active, version, created_at, updated_at) values
  (#321, 'Counter', '1 Long Street', '+44 2', 'counter@example.test', 'https://counter.example', 'Scotland', #301, 'Ring twice.', '{"zh-Hant": {"name": "櫃檯"}}', true, 2,
    '2011-01-07T00:00:00Z', '2011-01-08T00:00:00Z'),
  (#322, 'Hotline', null, '+44 3', null, null, null, null, null, '{}', false, 1, '2011-01-07T00:00:00Z', '2011-01-07T00:00:00Z'),
  (#323, 'Site', null, null, null, 'https://only.example', null, null, null, '{}', true, 1, '2011-01-07T00:00:00Z', '2011-01-07T00:00:00Z');
insert into service_point_probes (id, point_id, on_day, channel, contact, answered, note, by_name, created_at) values
  (#331, #321, '2011-12-02', 'PHONE', '+44 2', true, 'At once.', 'Olive Owner', '2011-12-02T10:00:00Z'),
  (#332, #321, '2011-12-03', 'VISIT', '1 Long Street', false, null, 'Olive Owner', '2011-12-03T10:00:00Z');

insert into policies (id, name, description, stage, slug, base_id, regions, words, probe_days, version, created_at, updated_at) values
  (#91, 'Thirty days', 'Bring it back.', 'AFTER_SALE', 'thirty-days', null, '{}', '{"zh-Hant": {"name": "三十天", "description": ""}}', 21, 4, '2010-11-01T00:00:00Z', '2010-11-02T00:00:00Z'),
  (#92, 'Thirty days in France', '', 'AFTER_SALE', 'thirty-days-france', #91, '{France}', '{}', 30, 1, '2010-11-03T00:00:00Z', '2010-11-03T00:00:00Z');
insert into policy_versions (id, policy_id, number, status, effective_from, effective_to, terms, intro, phrases, calendar_id, point_ids, published_at, published_by, updated_by, version, created_at, updated_at) values
  (#101, #91, 1, 'PUBLISHED', '2010-12-01', '2012-12-01', '[{"id": "t1", "kind": "returns", "days": 30}]',
    'Bring it back.', '{"Boxed": {"zh-Hant": "盒裝"}}', null, '{}', '2010-11-30T00:00:00Z', 'olive@example.test', null, 2,
    '2010-11-01T00:00:00Z', '2010-11-30T00:00:00Z'),
  (#102, #91, 2, 'DRAFT', '2012-12-01', null, '[]', null, '{}', #301, array[#322, #321]::uuid[], null, null, 'pat@example.test', 1, '2011-11-01T00:00:00Z', '2011-11-01T00:00:00Z');
insert into policy_cuts (id, policy_version_id, retiring, terms_hash, effective_from, reason, cuts, affected, value_at_risk, currency, status, proposer_id,
    proposed_by, proposed_at, decided_by, decided_at, note) values
  (#391, #102, false, 'abc', '2012-12-01', 'Too dear.', '[{"kind": "returns"}]', 7, 12300, 'GBP', 'REJECTED', 's2', 'pat@example.test', '2011-11-02T00:00:00Z',
    'olive@example.test', '2011-11-03T00:00:00Z', 'We can afford it.'),
  (#392, #102, true, 'def', '2012-12-02', 'No longer kept.', '[]', 0, 0, 'GBP', 'PENDING', 's2', 'pat@example.test', '2011-11-04T00:00:00Z', null, null, null);
insert into policy_floors (id, kind, field, row, cell, bound, reason, set_by, created_at) values
  (#401, 'fees', 'fees', 'DIAGNOSIS', 'cap', '2500', 'Nobody pays more to be told.', 'olive@example.test', '2011-10-01T00:00:00Z'),
  (#402, 'returns', 'days', null, null, '14', 'The law.', 'olive@example.test', '2011-10-02T00:00:00Z');
insert into policy_comments (id, policy_version_id, term_id, text, author, at, resolved_at, resolved_by) values
  (#411, #102, 't1', 'Why so few days?', 'olive@example.test', '2011-11-02T01:00:00Z', '2011-11-02T02:00:00Z', 'pat@example.test'),
  (#412, #102, null, 'Ready.', 'pat@example.test', '2011-11-02T03:00:00Z', null, null);
insert into what_if_runs (id, policy_id, policy_version_id, terms_hash, terms, status, total, done, result, failure, started_by, started_at, finished_at) values
  (#601, #91, #102, 'abad', '[]', 'DONE', 5, 4, '{"currency": "GBP"}', null, 'pat@example.test', '2011-11-05T00:00:00Z', '2011-11-05T00:00:01Z'),
  (#602, #91, null, 'dead', '[]', 'FAILED', 5, 0, null, 'INTERRUPTED', 'pat@example.test', '2011-11-04T00:00:00Z', null);
insert into what_if_effects (customer_id, id, run_id, won, won_value, lost, lost_value, purchases_less, purchases_more, currency) values
  (#1, #611, #601, 2, 1234, 3, 5678, 4, 6, 'GBP'),
  (#1, #612, #602, 1, 70, 0, 0, 0, 0, 'EUR');
insert into promise_snapshots (id, hash, policy_id, policy_version_id, body, created_at) values
  (#441, 'feed', #91, #101, '{"format": 1, "number": 1}', '2010-12-01T09:00:00Z'),
  (#442, 'beef', #91, #102, '{"format": 1, "number": 2}', '2011-01-01T09:00:00Z');
insert into entitlements (customer_id, id, invoice_id, policy_id, policy_version_id, granted_on, snapshot_id, facts, hash) values
  (#1, #111, #51, #91, #101, '2010-12-01', #441, '{"region": "Scotland"}', 'cafe'),
  (#1, #112, #52, #92, #102, '2010-11-30', null, null, null);
insert into promise_moves (customer_id, id, entitlement_id, from_snapshot_id, to_snapshot_id, at, by, cuts, consent_by, consent_on, consent_note) values
  (#1, #451, #111, #442, #441, '2011-02-02T02:02:02Z', 'pat@example.test', '[{"termId": "t1"}]', 'Mr Buyer', '2011-02-01', 'By letter.'),
  (#1, #452, #111, #441, #442, '2011-01-02T02:02:02Z', 'pat@example.test', '[]', null, null, null);
insert into returns (customer_id, id, return_line_id, sale_line_id, invoice_id, code, quantity, at, outcome, status, closed_at,
  policy_version_id, policy_id, term_id, counted_from, deadline, trace) values
  (#1, #121, #62, #61, #52, '85123A', 2, '2011-12-09T12:50:00.123Z', 'REFUSED', 'CLOSED', '2011-12-10T10:00:00Z',
    #101, #91, 't1', '2010-12-01', '2010-12-31', '[{"step": "late", "days": 373}]'),
  (#1, #122, #62, null, #52, '22139', 1, '2011-12-08T00:00:00Z', 'NO_PURCHASE', 'OPEN', null, null, null, null, null, null, '[]');

insert into claims (customer_id, id, number, kind, invoice_id, claimed_on, claimed_at, responded_at, closed_at, status, outcome, language, note, reason, decided_by, settled_on, refund,
  refund_paid, currency, receipt_hash, version, created_at, updated_at) values
  (#1, #501, '536365-1', 'REPLACEMENT', #51, '2010-12-08', '2010-12-08T08:30:00Z', '2010-12-08T08:45:00Z', '2010-12-09T09:00:00Z', 'SETTLED', 'PARTLY', 'zh_Hant', 'Broke at once.', 'Seen by a person.', 'olive@example.test',
    '2010-12-09', 5100, 5200, 'GBP', 'abcd', 3, '2010-12-08T09:00:00Z', '2010-12-09T09:00:00Z'),
  (#1, #502, '536365-2', 'SERVICE', #51, '2010-12-07', null, null, null, 'OPEN', 'NOT_COVERED', 'en', '', null, null, null, 0, null, 'GBP', 'dcba', 1,
    '2010-12-07T09:00:00Z', '2010-12-07T09:00:00Z');
insert into claim_lines (customer_id, id, claim_id, sale_line_id, code, quantity, outcome, remedy, review, term_kind, term_id, policy_id, policy_version_id,
  snapshot_hash, counted_from, deadline, refund, currency, serial_failed, serial_replacement, details, result, trace, extras) values
  (#1, #511, #501, #61, '85123A', 2, 'ALLOWED', 'REPLACE', true, 'remedy', 't1', #91, #101, 'feed', '2010-12-01', '2010-12-16', 5100, 'GBP', 'SN-1', 'SN-2',
    '{"remedy": {"wish": "REPLACE"}}', '{"open": ["REPLACE"]}', '[{"code": "LATE", "params": {"days": 3}}]', '[{"code": "EXTRA", "params": {}}]'),
  (#1, #512, #502, #61, '85123A', 1, 'NOT_COVERED', null, false, null, null, null, null, null, null, null, null, 'GBP', null, null, '{}', '{}', '[]', '[]');
insert into claim_pauses (customer_id, id, claim_id, paused_at, resumed_at, reason) values
  (#1, #531, #501, '2010-12-08T09:00:00Z', '2010-12-08T10:00:00Z', 'Which of the two?'),
  (#1, #532, #501, '2010-12-08T11:00:00Z', null, 'The other one');
insert into claim_receipts (customer_id, id, claim_id, hash, body, created_at) values
  (#1, #541, #501, 'bcde', '{}', '2010-12-08T09:00:00Z'),
  (#1, #542, #501, 'abcd', '{}', '2010-12-09T09:00:00Z');
insert into claim_charges (customer_id, id, claim_id, position, code, description, kind, amount, currency, verdict, consent_by, consent_on, trace, version) values
  (#1, #521, #501, 1, 'VISIT', 'Visit', 'PART', 2000, 'GBP', 'ACCEPT', 'Mr Buyer', '2010-12-08', '[{"code": "CHARGE_AGREED", "params": {}}]', 2),
  (#1, #522, #501, 2, 'WASH', '', 'FEE', 0, 'GBP', 'NEEDS_CONSENT', null, null, '[]', 1);

insert into quotes (customer_id, id, number, serial, title, status, currency, owner_id, accepted_revision_id, invoice_id, closed_on, declined_reason,
  version, created_at, updated_at) values
  (#1, #461, 'Q-0001', 1, 'Hearts for the hall', 'ACCEPTED', 'GBP', #241, #471, #51, '2010-12-01', 'Changed her mind back.', 4, '2010-11-20T00:00:00Z', '2010-12-01T00:00:00Z'),
  (#1, #462, 'Q-0002', 2, 'Later', 'OPEN', 'GBP', null, null, null, null, null, 1, '2011-12-05T00:00:00Z', '2011-12-06T00:00:00Z');
insert into quote_revisions (customer_id, id, quote_id, number, status, valid_until, solution, note, currency, discount, total, sent_at, disclosed, fees_hash,
  version, created_at) values
  (#1, #471, #461, 2, 'ACCEPTED', '2010-12-31', 'Six hearts.', 'She likes red.', 'GBP', 500, 14800, '2010-11-25T00:00:00Z', '[{"termId": "t1"}]', 'f33',
    3, '2010-11-24T00:00:00Z'),
  (#1, #473, #461, 1, 'SUPERSEDED', '2010-11-30', 'Five hearts.', '', 'GBP', 0, 12750, '2010-11-21T00:00:00Z', '[]', 'f00', 2, '2010-11-20T00:00:00Z'),
  (#1, #472, #462, 1, 'DRAFT', '2012-01-05', '', '', 'GBP', 0, 0, null, null, null, 1, '2011-12-05T00:00:00Z');
insert into quote_lines (customer_id, id, revision_id, position, product_id, code, description, quantity, unit_price, amount, currency, extras) values
  (#1, #481, #471, 1, #41, '85123A', 'WHITE HANGING HEART', 6, 25500, 15300, 'GBP', '{"A ribbon"}');
insert into fulfilment_tasks (customer_id, id, invoice_id, kind, status, policy_version_id, term_id, ordinal, codes, pieces, words, due_on, scheduled_for, owner_id,
  checklist, conduct, parts, proof, completed_on, completed_by, recorded_on, cancelled_reason, version, created_at, updated_at) values
  (#1, #491, #51, 'DELIVERY', 'DONE', #101, 'deliver', 1, '{85123A}', '{"85123A": 6}', '{"code": "DELIVERY_PROMISE", "params": {}}', '2010-12-04', '2010-12-03T09:00:00Z', #241,
    '[{"text": "Unpack", "done": true, "by": "Olive Owner", "at": "2010-12-03T09:30:00Z"}]', '{"Shoe covers"}', '[{"code": "22139"}]',
    '{"note": "Left with the porter", "signedBy": "Mr Porter"}', '2010-12-03', 'Olive Owner', '2010-12-03', 'None.', 5, '2010-12-01T08:26:00Z', '2010-12-03T10:00:00Z'),
  (#1, #492, #51, 'MAINTENANCE', 'OPEN', #101, 'maintain', 2, '{85123A}', null, '{}', '2011-12-01', null, null, '[]', '{}', '[]', null, null, null, null, null, 1,
    '2010-12-01T08:26:00Z', '2010-12-01T08:26:00Z');

insert into partner_product_roles (id, partner_id, product_id, category, role, reason, created_at) values
  (#141, #131, #41, null, 'BOTH', 'Sells hearts too.', '2011-02-01T08:00:00Z'),
  (#142, #131, null, 'Decoration', 'COMPETITOR', null, '2011-02-01T08:00:00Z');
insert into agreements (id, partner_id, purpose, fields, regions, segments, valid_from, valid_to, starts_at, ends_at, status, minimum_count,
  grants_version, ref_inner, ref_outer, version, created_at, updated_at) values
  (#151, #131, 'DELIVERY', '{${secrets.grants.join(',')}}', '{Scotland,"Wales, south"}', '{KEY}', '2011-01-01', '2998-12-31', '2011-01-01T00:00:00Z', '2999-01-01T00:00:00Z',
    'ACTIVE', 1, 7, '${secrets.inner}', '${secrets.outer}', 6, '2011-01-01T00:00:00Z', '2011-03-01T00:00:00Z'),
  (#152, #132, 'ANALYTICS', '{}', '{}', '{}', '2011-01-01', null, '2011-01-01T00:00:00Z', null,
    'DRAFT', 5, 1, '', '', 1, '2011-01-02T00:00:00Z', '2011-01-02T00:00:00Z');
insert into shared_customers (customer_id, agreement_id, ref, expires_at, number, region, segment, value) values
  (#1, #151, '${secrets.reference}', '2999-01-01T00:00:00Z', '17850', 'Scotland', 'KEY', 538812);
insert into api_keys (id, agreement_id, label, prefix, hash, created_at, expires_at, revoked_at) values
  (#161, #151, 'warehouse', 'abcdefghij', '${secrets.keyHash}', '2011-03-01T00:00:00Z', '2998-01-01T00:00:00Z', null),
  (#162, #151, 'lost', 'klmnopqrst', 'no hash', '2011-03-02T00:00:00Z', null, '2011-03-03T00:00:00Z');
insert into access_receipts (id, agreement_id, key_id, at, outcome, preview, preview_by, operation, document_hash, fields, refusal, customers, customer_ids) values
  (#171, #151, #161, '2011-12-01T00:00:00.001Z', 'OK', false, null, 'Daily', 'abc123', '{Customer.number,Customer.region}', null, 1, '{${uuid(1)}}'),
  (#172, #151, null, '2011-12-02T00:00:00Z', 'FAILED', true, 'olive@example.test', null, 'def456', '{}', 'BAD_CURSOR', 0, '{}');

insert into health_scores (customer_id, id, as_of, week, score, previous, reasons) values
  (#1, #181, '2011-12-10', '2011-12-05', 41, 50, '[{"signal": "overdue", "points": -59}]');
insert into health_runs (id, as_of, status, started_at, finished_at, customers, unknown, raised, recovered) values
  (#191, '2011-12-10', 'COMPLETE', '2011-12-10T01:00:00Z', '2011-12-10T01:00:02Z', 2, 1, 3, 4),
  (#192, '2011-12-09', 'ABANDONED', '2011-12-09T01:00:00Z', null, 0, 0, 0, 0);
insert into retention_settings (id, warn_below, margin, per_agent_per_day, due_in_working_days, closed_days, version, updated_at) values
  (#261, 55, 6, 12, 4, '{2011-12-26,2011-12-27}', 3, '2011-12-01T00:00:00Z');
insert into warnings (customer_id, id, raised_on, severity, status, score, change, currency, value_at_risk, reasons, owner_id, due_on,
  dismissed_reason, recovered_on, version, updated_at) values
  (#1, #201, '2011-12-10', 'HIGH', 'DISMISSED', 41, -9, 'GBP', 215525, '[{"signal": "falling"}]', #241, '2011-12-13', 'Moved away.', '2011-12-12', 3, '2011-12-11T00:00:00Z'),
  (#1, #202, '2011-12-09', 'LOW', 'OPEN', 44, -1, 'GBP', 0, '[]', null, '2011-12-12', null, null, 1, '2011-12-09T00:00:00Z');
insert into retention_plans (customer_id, id, name, status, goal, owner_id, starts_on, currency, budget, warning_id, outcome, outcome_note,
  stop_reason, ended_on, version, created_at, updated_at) values
  (#1, #211, 'Win Ada back', 'DONE', 'One order', #241, '2011-12-11', 'GBP', 10000, #201, 'KEPT', 'She ordered.', 'Enough.', '2011-12-20', 9,
    '2011-12-11T00:00:00Z', '2011-12-20T00:00:00Z'),
  (#1, #212, 'Later', 'DRAFT', 'None yet', null, '2012-01-01', 'GBP', 0, null, null, null, null, null, 1, '2011-12-12T00:00:00Z', '2011-12-12T00:00:00Z');
insert into plan_actions (customer_id, id, plan_id, kind, description, why, due_on, owner_id, currency, cost, done_on, result, version) values
  (#1, #221, #211, 'CARE', 'Call her', 'She likes it.', '2011-12-12', #241, 'GBP', 250, '2011-12-12', 'Pleased', 2),
  (#1, #222, #211, 'SERVICE', 'Send a lamp', null, '2011-12-19', null, 'GBP', 1500, null, null, 1),
  (#1, #223, #211, 'INCENTIVE', 'A voucher', null, '2011-12-15', null, 'GBP', 500, null, null, 1),
  (#1, #224, #212, 'CARE', 'Write to her', null, '2011-12-16', null, 'GBP', 0, null, null, 1);
insert into plan_resources (customer_id, id, plan_id, kind, description, currency, amount, created_at) values
  (#1, #231, #211, 'BUDGET', 'Postage', 'GBP', 400, '2011-12-11T00:00:00Z'),
  (#1, #232, #211, 'MATERIAL', 'A lamp', 'GBP', 1200, '2011-12-11T00:00:01Z');

insert into audit_events (seq, id, at, actor_kind, actor_id, actor_name, operation, subject, before, after, prev_hash, hash) values
  (1, #251, '2011-12-11T00:00:00.250Z', 'staff', '${uuid(241)}', 'olive@example.test', 'warningDismiss', 'Warning_1', '{"status": "OPEN"}', '{"status": "DISMISSED"}', 'p', 'h1'),
  (2, #252, '2011-12-11T01:00:00Z', 'system', null, 'Perennial', 'healthRun', '', null, null, 'h1', 'h2');
`;

/** Puts the world into an empty, migrated database. */
export async function createWorld(db: Database, secrets: Secrets): Promise<void> {
  const script = statements(secrets).replace(/#(\d+)/g, (_, n: string) => `'${uuid(Number(n))}'`);
  await db.transaction(async (tx) => {
    for (const statement of script.split(/;\n/)) if (statement.trim()) await tx.execute(sql.raw(statement));
  });
}
