/** Passes when somebody has waited long enough. */
export class Late {
  readonly passed: Promise<"late">;
  private timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.passed = new Promise((resolve) => {
      this.timer = setTimeout(() => resolve("late"), milliseconds);
    });
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
