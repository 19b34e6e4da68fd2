import { createServer } from "node:net";

/** A free port of 127.0.0.1 that nobody else can take until it is let go: for whoever has to name it before they listen. */
export interface HeldPort {
  readonly port: number;
  /** To be called just before somebody listens on it. */
  letGo(): Promise<void>;
}

export function holdPort(): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const holder = createServer().once("error", reject);
    holder.listen(0, "127.0.0.1", () => {
      const address = holder.address();
      if (typeof address !== "object" || address === null) return reject(new Error("A port without a number"));
      resolve({ port: address.port, letGo: () => new Promise((done) => holder.close(() => done())) });
    });
  });
}
