import { mkdtemp, readdir, rm, stat, writeFile, chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEMO_PEOPLE } from "../../src/dev/demo/demo-people";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { createApp } from "../../src/application";
import { loadConfig } from "../../src/config/config";
import { isOpenToOthers, makePrivateFile } from "../../src/kernel/private-files";

let root: string;
let umask: number;
beforeAll(async () => {
  umask = process.umask(0);
  root = await mkdtemp(path.join(tmpdir(), "lg-files-"));
});
afterAll(async () => {
  process.umask(umask);
  await rm(root, { recursive: true });
});

/** Every file and folder below, with its rights. */
async function rights(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const pairs = names.map(async (name) => [name, ((await stat(path.join(folder, name))).mode & 0o777).toString(8)]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}

describe("what is written", () => {
  it("is the owner's alone: database, write-ahead log, keys, letters", async () => {
    const dataDir = path.join(root, "data");
    const config = loadConfig({ DATA_DIR: dataDir, NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: "" });
    const app = await createApp(config, { personas: DEMO_PEOPLE });
    await app.migrate();
    await seedDemo(app);
    await app.turnDuties();
    const found = await rights(dataDir);
    const open = Object.entries(found).filter(([name, mode]) => mode !== (name === "mail" ? "700" : "600"));
    await app.close();
    expect(open).toEqual([]);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(["ledgergate.sqlite", "ledgergate.sqlite-wal", "development-issuer.json", "mail"]),
    );
    expect(Object.keys(found).some((name) => name.endsWith(".eml"))).toBe(true);
    expect(((await stat(dataDir)).mode & 0o777).toString(8)).toBe("700");
  });

  it("is taken from others where it was open to them; a folder of somebody's own is told of, and left", async () => {
    const file = path.join(root, "there");
    await writeFile(file, "x", { mode: 0o666 });
    makePrivateFile(file);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
    await chmod(root, 0o755);
    expect(isOpenToOthers(root)).toBe(true);
    makePrivateFile(file);
    expect(isOpenToOthers(root)).toBe(true);
  });
});
