import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's second recommended set for argon2id: 19 MiB, two passes, one lane; about 30 ms on a small machine. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;

/** Bounds what an attacker can make this process remember: each hash in progress holds 19 MiB. */
const AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** Hash in PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$tag`, so that the costs can rise later without a migration. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, COST, TAG_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(salt)}$${b64(tag)}`;
}

/** Keyboards spell one letter in several ways; passwords that look the same are the same. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** False for a wrong password and for anything that is not a hash made by `hashPassword`. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!parts) return false;
  const [, memory, passes, parallelism, salt, tag] = parts;
  const expected = Buffer.from(tag!, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await derive(password, Buffer.from(salt!, 'base64'), cost, expected.length);
  return timingSafeEqual(actual, expected);
}

/** A password for a person to type once: 20 letters and digits without look-alikes, 100 bits. */
export function makeUpPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const picked = [...randomBytes(20)].map((byte) => letters[byte % letters.length]!).join('');
  return picked.match(/.{5}/g)!.join('-');
}

async function derive(
  password: string,
  nonce: Buffer,
  cost: { memory: number; passes: number; parallelism: number },
  tagLength: number,
): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) =>
      argon2('argon2id', { message: normalPassword(password), nonce, tagLength, ...cost }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      ),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const b64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
