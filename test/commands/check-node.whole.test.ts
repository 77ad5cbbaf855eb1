import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Run the check as if this were another Node, started by npm as the script `event` on the Node `npms`. */
function check(own: string, event: string, npms: string): unknown {
  const script = `
    Object.defineProperty(process, "versions", { value: { node: ${JSON.stringify(own)} } });
    require("./src/commands/check-node.cjs");`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
    env: { npm_lifecycle_event: event, npm_config_user_agent: `npm/11.0.0 node/v${npms} linux x64` },
  });
  return { status, stdout, stderr };
}

const TOO_OLD =
  "Node 20.20.2 is too old, and no newer one was installed with the packages: install Node 22.18 or newer (see .nvmrc)\n";

describe("before a command", () => {
  it("nothing is said where Node is new enough", () => {
    expect(check("22.18.0", "validate", "20.20.2")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("one line says that it is too old, and the command does not begin", () => {
    expect(check("20.20.2", "validate", "20.20.2")).toEqual({ status: 1, stdout: "", stderr: TOO_OLD });
    expect(check("22.17.1", "validate", "22.17.1")).toEqual({
      status: 1,
      stdout: "",
      stderr: TOO_OLD.replace("20.20.2", "22.17.1"),
    });
  });
});

describe("after an install", () => {
  it("nothing is said where npm runs on a Node that is new enough", () => {
    expect(check("24.21.0", "postinstall", "24.21.0")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("one line says which Node the project runs on where npm runs on an older one", () => {
    expect(check("24.21.0", "postinstall", "20.20.2")).toEqual({
      status: 0,
      stdout:
        "This machine's Node is 20.20.2; the project's commands run on Node 24.21.0, which was installed with it. npm's EBADENGINE warnings are about the former.\n",
      stderr: "",
    });
  });

  it("a Node that is too old fails no install", () => {
    expect(check("20.20.2", "postinstall", "20.20.2")).toEqual({ status: 0, stdout: "", stderr: TOO_OLD });
  });
});
