/** Of every test file, as they share modules and a runtime: the next finds the Worker as if it were the first. */
import { afterAll } from "vitest";
import { takeBack } from "./deployment.ts";

afterAll(takeBack);
