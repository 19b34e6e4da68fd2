const FIRST_SLOTS = 64;
const MAX_SLOTS = 4_096;
const FACTORS = 512;
const NONE = -1;

/** Positions of a few fixed names, each in a slot of its own: found without a chain to follow, and without hashing a new text. */
export class NameIndex {
  private slots: (string | null)[] = [];
  private positions = new Int16Array(0);
  private mask = 0;
  private factor = 0;

  /** Throws where two names cannot be told apart by their length, first and last letter. */
  constructor(names: readonly string[]) {
    for (let room = FIRST_SLOTS; room <= MAX_SLOTS; room *= 2)
      for (let factor = 1; factor <= FACTORS; factor++) if (this.fill(names, room, factor)) return;
    throw new Error(`No spread tells these apart: ${names.join(", ")}.`);
  }

  /** -1: no such name. */
  of(name: string): number {
    const slot = this.slotOf(name);
    return this.slots[slot] === name ? (this.positions[slot] ?? NONE) : NONE;
  }

  private fill(names: readonly string[], room: number, factor: number): boolean {
    this.mask = room - 1;
    this.factor = factor;
    this.slots = new Array<string | null>(room).fill(null);
    this.positions = new Int16Array(room).fill(NONE);
    names.forEach((name, position) => {
      const slot = this.slotOf(name);
      this.slots[slot] = name;
      this.positions[slot] = position;
    });
    return names.every((name, position) => this.of(name) === position);
  }

  private slotOf(name: string): number {
    const { length } = name;
    if (length === 0) return 0;
    return (Math.imul(name.charCodeAt(0) + length * 32, this.factor) + name.charCodeAt(length - 1)) & this.mask;
  }
}
