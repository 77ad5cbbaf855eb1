/** Of every test file, as the modules that they share are read once. */
import { afterEach } from "vitest";
import { leaveTabs } from "./visit.ts";

afterEach(leaveTabs);
