import { checkDetails, decideClaim, type ClaimDecision } from '@perennial/domain/claims/decide-claim';
import type { ClaimKind } from '@perennial/domain/claims/claim';
import { withRecord, type LineOnRecord } from '@perennial/domain/claims/on-record';
import { piecesNotFor } from '@perennial/domain/claims/pieces';
import { checkFailed } from '@perennial/domain/claims/serials';
import { moreThanBought } from '@perennial/domain/claims/shares';
import { promisedTimes, type PromisedTime } from '@perennial/domain/claims/clock';
import { DomainError } from '@perennial/domain/shared/errors';
import { dayNumber } from '@perennial/domain/shared/period';
import { checkTwice } from '@perennial/domain/shared/serial';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { taskPieces, wasServed } from '../fulfilment/index.ts';
import { promisesOf } from '../policies/index.ts';
import { claimedPurchase, creditedPieces, type ClaimedPurchase, type PurchaseLine } from '../sales/index.ts';
import { returnsOf } from './brought-back.ts';
import { earlierLines, givenBackFrom, refundFor, type Earlier } from './given-back.ts';
import { claimDay, claimMoment } from './moment.ts';
import { notFound } from './rows.ts';
import { serialsOf } from './serials.ts';

/** A row of a customer, as an input names it. */
export interface OwnedRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

/** A claim as somebody states it. */
export interface Stated {
  customerId: string;
  invoiceId: OwnedRef;
  kind: ClaimKind;
  /** Day of the claim; else that of `claimedAt`, else the business's as-of date. */
  claimedOn?: string | undefined;
  /** Moment of the claim; see `claimMoment`. */
  claimedAt?: Date | undefined;
  lines: readonly StatedLine[];
}

export interface StatedLine {
  lineId: OwnedRef;
  quantity: number;
  /** By kind of term what that kind wants to know. */
  details?: Record<string, unknown> | undefined;
  serialFailed?: string | undefined;
}

export interface DecidedLine {
  line: PurchaseLine;
  quantity: number;
  details: Record<string, unknown>;
  serialFailed: string | null;
  decision: ClaimDecision;
  /** Minor units; null where nothing is given back, or not before a person looked at it. */
  refund: number | null;
  /** Pieces that can still be claimed, these among them. */
  left: number;
}

export interface DecidedClaim {
  invoiceId: string;
  purchase: ClaimedPurchase;
  on: string;
  at: Date;
  promisedTimes: PromisedTime[];
  lines: DecidedLine[];
  /** Hashes of all promises that the purchase carries. */
  snapshots: string[];
}

/**
 * Decides a claim from what its purchase was promised (S1), writing nothing. With `lock` the purchase is held, so that
 * of two claims for the last piece exactly one succeeds.
 *
 * Errors, each naming its field: `NOT_THEIR_PURCHASE`, `NOT_FOUND`, `NOT_A_PURCHASE`, `NOT_ON_INVOICE`,
 * `DUPLICATE_LINE`, `BAD_QUANTITY`, `MORE_THAN_BOUGHT`, `CURRENCY_MISMATCH`, `CLAIM_BEFORE_PURCHASE`,
 * `CLAIM_IN_THE_FUTURE`, `CLAIM_MOMENT_DAY`, `SERIAL_GONE`, `SERIAL_TWICE`, `BAD_CLAIM_DETAILS`, those of the kinds' claim forms, `SNAPSHOT_ALTERED`.
 */
export async function decideStated(
  orm: Orm,
  frame: Pick<BusinessFrame, 'asOf' | 'timezone'> & { now: Date },
  stated: Stated,
  lock = false,
): Promise<DecidedClaim> {
  const { customerId } = stated;
  if (stated.invoiceId.customerId !== customerId) throw notTheirs(['invoiceId']);
  const ref = { customerId, invoiceId: stated.invoiceId.id ?? '' };
  const purchase = await claimedPurchase(orm, ref, frame.timezone, lock);
  if (!purchase) throw notFound('Invoice', 'invoiceId');
  if (purchase.kind !== 'SALE') throw notAPurchase(['invoiceId'], purchase.kind);
  const on = claimDay(stated, frame);
  checkDay(on, purchase.on, frame.asOf);
  const at = claimMoment(on, stated.claimedAt, purchase, frame);
  const wanted = chosenLines(stated, purchase);

  const promises = await promisesOf(orm, ref);
  const earlier = await earlierLines(orm, ref);
  checkFailedSerials(wanted, earlier);
  const given = givenBackFrom(purchase, earlier, await creditedPieces(orm, ref, frame.timezone));
  const history = await returnsOf(orm, customerId, on, { ...frame, currency: purchase.currency });
  const done = (await taskPieces(orm, ref)).filter(wasServed);
  const lines = wanted.map(({ line, said }, index): DecidedLine => {
    const { kind } = stated;
    const details = withRecord(
      { kind, details: said.details ?? {}, quantity: said.quantity, bought: line.quantity },
      onRecord(earlier, line.id),
      done.filter(({ lineId }) => lineId === line.id),
    );
    const decision = placed(['lines', String(index)], () => {
      const decided = decideClaim(
        promises,
        { code: line.code, at: purchase.at, deliveredOn: line.deliveredOn },
        { kind, on, at: at.toISOString(), details },
        history,
      );
      checkDetails(said.details ?? {});
      return decided;
    });
    const taken = given(line.id);
    const notFor = piecesNotFor({ kind, remedy: decision.remedy }, taken);
    const left = line.quantity - notFor;
    if (said.quantity > left) {
      throw moreThanBought(line.quantity, notFor, said.quantity, ['lines', String(index), 'quantity']);
    }
    const { refund, steps } = refundFor(kind, decision, taken, said.quantity);
    return {
      line,
      quantity: said.quantity,
      details,
      serialFailed: said.serialFailed ?? null,
      decision: steps.length === 0 ? decision : { ...decision, trace: [...decision.trace, ...steps] },
      refund,
      left,
    };
  });
  const promised = promisedTimes(
    promises,
    lines.map(({ line, details }) => ({
      line: { code: line.code, at: purchase.at, deliveredOn: line.deliveredOn },
      details,
    })),
    on,
  );
  const snapshots = promises.map((each) => each.snapshotHash);
  return { invoiceId: ref.invoiceId, purchase, on, at, lines, promisedTimes: promised, snapshots };
}

/** `SERIAL_GONE`, `SERIAL_TWICE`. */
function checkFailedSerials(wanted: readonly { line: PurchaseLine; said: StatedLine }[], earlier: Earlier): void {
  const failed = wanted.map(({ line, said }, index) => ({
    code: line.code,
    serial: said.serialFailed || null,
    path: ['lines', String(index), 'serialFailed'],
  }));
  checkTwice(failed);
  for (const { code, serial, path } of failed) if (serial !== null) checkFailed(code, serial, serialsOf(earlier), path);
}

/** What is on record of the claims on a line. */
const onRecord = (earlier: Earlier, saleLineId: string): LineOnRecord[] =>
  earlier
    .filter(({ line }) => line.saleLineId === saleLineId)
    .map(({ line: { outcome, remedy, termKind, quantity }, claim: { id, claimedOn, status } }) => ({
      claimId: id,
      on: claimedOn,
      status,
      outcome,
      remedy,
      termKind,
      quantity,
    }));

function chosenLines(stated: Stated, purchase: ClaimedPurchase): { line: PurchaseLine; said: StatedLine }[] {
  const seen = new Set<string>();
  return stated.lines.map((said, index) => {
    const path = (field: string) => ['lines', String(index), field];
    if (said.lineId.customerId !== stated.customerId) throw notTheirs(path('lineId'));
    const line = purchase.lines.find(({ id }) => id === said.lineId.id);
    if (!line) {
      throw new DomainError(
        'NOT_ON_INVOICE',
        `This line is not on invoice ${purchase.number}; choose one of its lines.`,
        {
          path: path('lineId'),
          params: { invoice: purchase.number },
        },
      );
    }
    if (line.kind !== 'SALE' || line.quantity < 1) throw notAPurchase(path('lineId'), line.kind);
    if (seen.has(line.id)) {
      throw new DomainError('DUPLICATE_LINE', 'This line is in the claim twice; claim all its pieces at once.', {
        path: path('lineId'),
      });
    }
    seen.add(line.id);
    if (said.quantity < 1) {
      throw new DomainError(
        'BAD_QUANTITY',
        `quantity is ${said.quantity}; it takes a whole number of pieces, 1 or more.`,
        {
          path: path('quantity'),
          params: { quantity: said.quantity },
        },
      );
    }
    if (line.currency !== purchase.currency) {
      throw new DomainError(
        'CURRENCY_MISMATCH',
        `This line is in ${line.currency} and its invoice in ${purchase.currency}; correct the invoice first.`,
        { path: path('lineId'), params: { left: line.currency, right: purchase.currency } },
      );
    }
    return { line, said };
  });
}

function checkDay(on: string, boughtOn: string, today: string): void {
  dayNumber(on);
  if (on < boughtOn) {
    throw new DomainError(
      'CLAIM_BEFORE_PURCHASE',
      `claimedOn is ${on}, but it was bought on ${boughtOn}; choose that day or a later one.`,
      { path: ['claimedOn'], params: { on, boughtOn } },
    );
  }
  if (on > today) {
    throw new DomainError('CLAIM_IN_THE_FUTURE', `claimedOn is ${on}; choose ${today} or an earlier day.`, {
      path: ['claimedOn'],
      params: { on, today },
    });
  }
}

const notTheirs = (path: string[]): DomainError =>
  new DomainError(
    'NOT_THEIR_PURCHASE',
    `${path.at(-1)} names a purchase of another customer; choose one of this customer's.`,
    {
      path,
    },
  );

const notAPurchase = (path: string[], kind: string): DomainError =>
  new DomainError('NOT_A_PURCHASE', 'This line is a fee or a return; choose a line of goods that were bought.', {
    path,
    params: { kind },
  });

/** Puts the place of a line before the path of what is wrong with what it says. */
function placed<T>(at: string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.path[0] === 'terms') throw error;
    const path = error.path[0] === 'claim' ? error.path.slice(1) : error.path;
    throw new DomainError(error.code, error.message, { path: [...at, ...path], params: error.params });
  }
}
