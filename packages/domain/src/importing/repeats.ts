/**
 * Counts how often each text was seen without keeping the texts: each is reduced to 128 bits, in an open-addressing
 * table of 20 bytes a text. Two different texts meeting by chance in 128 bits is less likely than a disk error.
 */
export class SeenCounter {
  #slots: number;
  #mask: number;
  #keys: Uint32Array;
  #counts: Uint32Array;
  #size = 0;

  constructor(expected = 1 << 15) {
    this.#slots = 1 << Math.ceil(Math.log2(Math.max(16, expected * 1.5)));
    this.#mask = this.#slots - 1;
    this.#keys = new Uint32Array(this.#slots * 4);
    this.#counts = new Uint32Array(this.#slots);
  }

  /** How often `text` was given so far, this time included: 1 means new. */
  add(text: string): number {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    let c = 0x9e3779b9;
    let d = 0x85ebca6b;
    for (let i = 0; i < text.length; i++) {
      const ch = text.charCodeAt(i);
      a = Math.imul(a ^ ch, 2654435761);
      b = Math.imul(b ^ ch, 1597334677);
      c = Math.imul(c ^ ch, 2246822507) ^ (c >>> 15);
      d = Math.imul(d ^ ch, 3266489909) ^ (d >>> 13);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    c = Math.imul(c ^ (c >>> 16), 2654435761) ^ (text.length + (d >>> 11));
    d = Math.imul(d ^ (d >>> 15), 2246822519) ^ (c >>> 7);
    if (this.#size * 3 > this.#slots * 2) this.#grow();
    return this.#count(a >>> 0, b >>> 0, c >>> 0, d >>> 0, 1);
  }

  #count(a: number, b: number, c: number, d: number, by: number): number {
    const keys = this.#keys;
    for (let slot = a & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const seen = this.#counts[slot]!;
      const k = slot * 4;
      if (seen === 0) {
        keys[k] = a;
        keys[k + 1] = b;
        keys[k + 2] = c;
        keys[k + 3] = d;
        this.#size += 1;
        return (this.#counts[slot] = by);
      }
      if (keys[k] === a && keys[k + 1] === b && keys[k + 2] === c && keys[k + 3] === d) {
        return (this.#counts[slot] = seen + by);
      }
    }
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#slots *= 2;
    this.#mask = this.#slots - 1;
    this.#keys = new Uint32Array(this.#slots * 4);
    this.#counts = new Uint32Array(this.#slots);
    this.#size = 0;
    for (let slot = 0; slot < counts.length; slot++) {
      const k = slot * 4;
      if (counts[slot]! > 0) this.#count(keys[k]!, keys[k + 1]!, keys[k + 2]!, keys[k + 3]!, counts[slot]!);
    }
  }
}
