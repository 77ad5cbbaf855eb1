/** The machine that figures are of. */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { findBinary } from "../load/service.ts";

export interface Machine {
  cores: number;
  model: string;
  /** Versions. */
  node: string;
  workerd: string;
}

export function describeMachine(): Machine {
  const all = cpus();
  const { stdout } = spawnSync(findBinary(), ["--version"], { encoding: "utf8" });
  return {
    cores: all.length,
    model: all[0]?.model.trim() ?? "unknown",
    node: process.versions.node,
    workerd: stdout.trim().replace(/^workerd /, ""),
  };
}
