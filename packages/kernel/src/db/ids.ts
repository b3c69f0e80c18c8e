import { randomFillSync } from 'node:crypto';

const random = new Uint8Array(10);
let lastMillis = 0;
let counter = 0;

/**
 * A new uuidv7: 48 bits of milliseconds, then a 12-bit counter, then 62 random bits. Ids made by one process always sort
 * in the order they were made, also within one millisecond and when the clock steps back, so that `order by id` is the
 * order of creation and new rows land at the right-hand edge of their index.
 *
 * The clock is read here and not taken from the context: an id is no business fact, and nothing may be derived from it.
 */
export function newId(): string {
  randomFillSync(random);
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    // start low, so that a burst within one millisecond has room before the counter overflows
    counter = ((random[0]! << 8) | random[1]!) & 0x3ff;
  } else if (++counter > 0xfff) {
    lastMillis += 1;
    counter = 0;
  }
  const time = lastMillis.toString(16).padStart(12, '0');
  const sequence = counter.toString(16).padStart(3, '0');
  random[2] = (random[2]! & 0x3f) | 0x80;
  const tail = Buffer.from(random.buffer, 2, 8).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
