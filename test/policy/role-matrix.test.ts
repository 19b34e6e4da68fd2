import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { roleMatrix } from "./role-matrix";

const FILE = join(__dirname, "../../docs/role-matrix.txt");

describe("docs/role-matrix.txt", () => {
  it("says what the policy says; a change of a right is reviewed there as a difference", () => {
    const text = roleMatrix();
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(FILE, text);
    expect(text).toBe(readFileSync(FILE, "utf8"));
  });

  it("stays short enough to be read", () => {
    const lines = roleMatrix().split("\n");
    expect(lines.length).toBeLessThan(600);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(124);
  });
});
