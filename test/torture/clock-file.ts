import { renameSync, writeFileSync } from "node:fs";
import type { Clock } from "../../src/kernel/clock";

/** The clock of all processes of a run: the machine's, moved by what a file says (`moved-clock.cjs` reads it). */
export class ClockFile implements Clock {
  private offset = 0;

  constructor(readonly file: string) {
    this.write();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  jump(milliseconds: number): void {
    this.offset += milliseconds;
    this.write();
  }

  /** Whole files only: others are reading. */
  private write(): void {
    writeFileSync(`${this.file}.new`, String(this.offset));
    renameSync(`${this.file}.new`, this.file);
  }
}
