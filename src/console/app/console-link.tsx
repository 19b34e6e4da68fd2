import { Link } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

type Attributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

interface ConsoleLinkProps extends Attributes {
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly replace?: boolean;
}

/** A link within the console, to an address as letters have it. */
export function ConsoleLink({ to, search, ...rest }: ConsoleLinkProps) {
  return <Link to={to} search={search ?? {}} {...rest} />;
}
