import "reflect-metadata";
import { serve } from "./cli/serve";
import { exitWith } from "./cli/exit";

void serve(process.env).catch(exitWith);
