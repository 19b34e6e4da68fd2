import "reflect-metadata";
import { DataSource } from "typeorm";
import { loadConfig } from "./src/config/config";
import { writerOptions } from "./src/infra/db/options";
import { TABLES } from "./src/app";

/** For the TypeORM command line (`migration:show`, `migration:revert`, `migration:generate --check`). */
export const dataSource = new DataSource(writerOptions({ ...loadConfig(process.env).database, ...TABLES }));
