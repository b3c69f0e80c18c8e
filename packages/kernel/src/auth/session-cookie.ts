import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Reads the session token out of a `Cookie` header. The value is `token.signature`, URL-encoded, the signature being
 * the HMAC-SHA256 of the token under the server's secret: a made-up token costs the database nothing.
 *
 * @returns null where the cookie is missing or its signature is wrong
 */
export function sessionToken(cookieValue: string, secret: string): string | null {
  let value: string;
  try {
    value = decodeURIComponent(cookieValue);
  } catch {
    return null;
  }
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The raw value of one cookie, or null. */
export function cookieValue(header: string | undefined, name: string): string | null {
  if (!header) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
