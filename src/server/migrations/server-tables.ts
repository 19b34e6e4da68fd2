import { firstMigration } from "../../infra/db/schema/first-migration";
import { ID, index, json, optional, table, text, unique } from "../../infra/db/schema/table";

const TABLES = [
  table(
    "console_session",
    [
      ID,
      text("tokenHash"),
      optional(text("previousHash")),
      text("issuer", "subject"),
      optional(text("email", "name")),
      optional(json("withoutEmail")),
      optional(text("sealedIdToken")),
      text("createdAt", "rotatedAt"),
      optional(text("confirmedAt")),
      text("lastSeenAt", "endsAt"),
    ],
    unique("tokenHash"),
    unique("previousHash"),
    index(["endsAt"]),
    index(["issuer", "subject"]),
  ),
];

/** Sessions of the console. */
export const ServerTables = firstMigration("server", TABLES);
