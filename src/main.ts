import "reflect-metadata";
import { serve } from "./cli/commands/serve";
import { exitWith } from "./cli/commands/exit";

void serve(process.env).catch(exitWith);
