import { readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import { type Clock, DAY_MS, toInstant } from "../../kernel/clock";
import { makePrivateFolder } from "../../kernel/private-files";
import type { Letter, MailTransport } from "./mail";
import { messageOf } from "./message";

/** Puts letters into a folder, for development: one .eml file each, which mail programs open. */
export class FileTransport implements MailTransport {
  constructor(
    private readonly folder: string,
    private readonly from: string,
    private readonly clock: Clock,
  ) {}

  async send(letter: Letter): Promise<void> {
    makePrivateFolder(this.folder);
    const raw = await new MailComposer(messageOf(letter, this.from, this.clock.now())).compile().build();
    const stamp = stampOf(this.clock.now());
    const name = `${stamp} ${letter.to.email.replace(/[^\w.@-]/g, "_")} ${letter.id.slice(-12)}.eml`;
    const file = path.join(this.folder, name);
    // A reader never sees half a letter.
    await writeFile(`${file}.part`, raw, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}

/** Deletes letters of the folder that are older than so many days, by the instant that their names begin with; 0: none. */
export async function deleteOldLetters(folder: string, clock: Clock, days: number): Promise<void> {
  if (days === 0) return;
  const before = stampOf(new Date(clock.now().getTime() - days * DAY_MS));
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => name.endsWith(".eml") && name.slice(0, before.length) < before);
  for (const name of old) await rm(path.join(folder, name), { force: true });
}

/** Sorts as the instant does. */
function stampOf(date: Date): string {
  return toInstant(date).replace(/[:.]/g, "-");
}
