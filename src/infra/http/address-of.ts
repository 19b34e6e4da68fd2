/** The path that a request is for, as the router reads it: `/%61ccess/` is `/access/`. What cannot be read stays as it came. */
export function addressOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
