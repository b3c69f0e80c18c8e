/** A map that forgets what was used longest ago. `onDrop` is told what falls out. */
export class LruMap<K, V> {
  private readonly map = new Map<K, V>();
  private readonly max: number;
  private readonly onDrop: (value: V) => void;

  constructor(max: number, onDrop: (value: V) => void = () => undefined) {
    this.max = max;
    this.onDrop = onDrop;
  }

  get(key: K): V | undefined {
    const value = this.map.get(key);
    if (value !== undefined) {
      this.map.delete(key);
      this.map.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    this.map.delete(key);
    this.map.set(key, value);
    if (this.map.size <= this.max) return;
    const [oldest] = this.map;
    if (!oldest) return;
    this.map.delete(oldest[0]);
    this.onDrop(oldest[1]);
  }

  get size(): number {
    return this.map.size;
  }

  clear(): void {
    for (const value of this.map.values()) this.onDrop(value);
    this.map.clear();
  }
}
