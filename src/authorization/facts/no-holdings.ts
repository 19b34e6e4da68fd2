import { NO_RIGHTS } from "../../directory/members/grantee";

/** Whoever is no member holds nothing that a directory gives. */
export const NO_HOLDINGS = {
  ...NO_RIGHTS,
  projectLevels: [],
  grants: [],
  staffRole: null,
  stakeholderRoles: [],
  assignedUntil: null,
} as const;
