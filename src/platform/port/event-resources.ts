/** The resource whose events name requests of the ERP tool. */
export const REQUEST_RESOURCE = "ERP Requests";

/** Resources whose events say that the directory changed. */
export const DIRECTORY_RESOURCES = ["Company Users", "Project Users", "Company Vendors", "Projects"] as const;
