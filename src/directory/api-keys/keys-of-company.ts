import { type FindOptionsWhere, Raw } from "typeorm";
import type { ApiKeyEntity } from "./api-key.entity";

/**
 * Keys that reach a company, for a WHERE: its companies are JSON in the row, and ids are of a form that occurs nowhere else in
 * it. Other companies' keys are not read.
 */
export function keysOfCompany(companyId: string): FindOptionsWhere<ApiKeyEntity> {
  return { companyIds: Raw((column) => `${column} LIKE :reached`, { reached: `%"${companyId}"%` }) };
}
