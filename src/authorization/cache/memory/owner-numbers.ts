const FIRST_NUMBERS = 64;
const LIVE = 1;
const USED = 2;

/**
 * Small numbers for those who own rows, and whether they were asked for lately. One that was given back is given out again
 * only after all rows that bear it have been swept away.
 */
export class OwnerNumbers {
  private marks = new Uint8Array(FIRST_NUMBERS);
  /** 0 is nobody. */
  private next = 1;
  private readonly returned: number[] = [];
  private readonly free: number[] = [];

  take(): number {
    const number = this.free.pop() ?? this.next++;
    if (number >= this.marks.length) {
      const wider = new Uint8Array(this.marks.length * 2);
      wider.set(this.marks);
      this.marks = wider;
    }
    this.marks[number] = LIVE | USED;
    return number;
  }

  giveBack(number: number): void {
    this.marks[number] = 0;
    this.returned.push(number);
  }

  swept(): void {
    for (const number of this.returned) this.free.push(number);
    this.returned.length = 0;
  }

  lives(number: number): boolean {
    return this.marks[number] !== 0;
  }

  wasUsed(number: number): boolean {
    return this.marks[number] === (LIVE | USED);
  }

  /** Only of a number that lives. */
  use(number: number, used = true): void {
    this.marks[number] = used ? LIVE | USED : LIVE;
  }
}
