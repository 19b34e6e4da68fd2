import { createTransport, type Transporter } from "nodemailer";
import type { Clock } from "../../kernel/clock";
import { MailRefused, type Letter, type MailTransport } from "./mail";
import { messageOf } from "./message";

const TIMEOUT_MS = 20_000;

/** Sends by SMTP (nodemailer). */
export class SmtpTransport implements MailTransport {
  private readonly transporter: Transporter;

  constructor(
    url: string,
    private readonly from: string,
    private readonly clock: Clock,
  ) {
    const address = new URL(url);
    for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
      if (!address.searchParams.has(name)) address.searchParams.set(name, String(TIMEOUT_MS));
    this.transporter = createTransport(address.href);
  }

  async send(letter: Letter): Promise<void> {
    try {
      await this.transporter.sendMail(messageOf(letter, this.from, this.clock.now()));
    } catch (error) {
      // 5xx: the server will not take it, however often it is offered (RFC 5321).
      const { responseCode, message } = error as { responseCode?: number; message?: string };
      if (responseCode !== undefined && responseCode >= 500) throw new MailRefused(message ?? String(responseCode));
      throw error;
    }
  }
}
