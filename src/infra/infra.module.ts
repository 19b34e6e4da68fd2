import type { Logger } from "pino";
import type { Config } from "../config/config";
import type { Clock } from "../kernel/clock";
import type { Database } from "./db/database";
import { IdempotencyKeyEntity } from "./idempotency/idempotency-key.entity";
import { IdempotencyKeys } from "./idempotency/idempotency-keys";
import { JobEntity } from "./jobs/job.entity";
import { LetterLinks } from "./mail/letter-links";
import { ReaderLanguages } from "./mail/reader-languages";
import { InfraTables } from "./migrations/infra-tables";
import type { Module } from "./module/module";
import { DeliveryTries, watchTries } from "./outbox/delivery-tries";
import { Outbox } from "./outbox/outbox";
import { OUTBOX_TABLES, OUTBOX_WAITS } from "./outbox/outbox-tables";
import { QuotaUseEntity } from "./quota/quota-use.entity";
import { watchQueues } from "./telemetry/queue-metrics";

/** What is there before any module. */
export interface Base {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Logger;
}

const services = ({ database, clock, config }: Base) => ({
  outbox: new Outbox(database),
  letterLinks: new LetterLinks(config.publicUrl),
  languages: new ReaderLanguages(database, clock),
  tries: new DeliveryTries(),
  idempotencyKeys: new IdempotencyKeys(database, clock),
});

export type InfraServices = ReturnType<typeof services>;

/** What any product of this kind needs: messages that are delivered, jobs, readers of letters. */
export const infraModule: Module<Base, InfraServices> = {
  name: "infra",
  entities: [...OUTBOX_TABLES, JobEntity, QuotaUseEntity, IdempotencyKeyEntity],
  migrations: [InfraTables],
  services,
  waits: OUTBOX_WAITS,
  jobs: ({ idempotencyKeys }) => [{ name: "idempotency keys", everyMs: 600_000, work: () => idempotencyKeys.trim() }],
  metrics: (meter, { database, clock, tries }) => {
    watchQueues(meter, database, clock);
    watchTries(meter, tries);
  },
};
