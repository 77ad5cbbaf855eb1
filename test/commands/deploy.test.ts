/** What wrangler is told; no test uploads anything. */
import { expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { toDeployWords } from "../../src/commands/deploy.ts";
import { aClubFile } from "../build/data-files.ts";

function deploymentOf(...lines: string[]): string[] {
  const file = aClubFile();
  const compiled = compileData([{ ...file, text: `${file.text}\n${lines.join("\n")}\n` }]);
  return compiled.ok ? toDeployWords(compiled.value.deployment) : compiled.error.mistakes.map(String);
}

test("without a word of the club the Worker is named by its domain, and no address is given", () => {
  expect(deploymentOf()).toEqual(["deploy", "--name", "feeds-example-org"]);
});

test("the club's own name of the Worker and address go to Cloudflare as they stand", () => {
  const words = deploymentOf("worker: our-feeds", "publicUrl: https://feeds.example.org/");
  expect(words).toEqual(["deploy", "--name", "our-feeds", "--var", "PUBLIC_URL:https://feeds.example.org"]);
});
