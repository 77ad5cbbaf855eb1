/**
 * One browser for all test files of a process, which are run one after the other and share its modules. It ends with that process,
 * however that ends: they speak through a pipe.
 */
import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

export const browser: Browser = await launch();

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium found: install it, or name it in CHROMIUM");
  return await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}
