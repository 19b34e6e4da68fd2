import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import { toInstant, type Clock } from "../../kernel/clock";
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
    const stamp = toInstant(this.clock.now()).replace(/[:.]/g, "-");
    const name = `${stamp} ${letter.to.email.replace(/[^\w.@-]/g, "_")} ${letter.id.slice(-12)}.eml`;
    const file = path.join(this.folder, name);
    // A reader never sees half a letter.
    await writeFile(`${file}.part`, raw, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
