/**
 * Runs a command for exactly as long as the process that started the guard lives.
 *
 * A local Worker is a tree of processes that hold a port and a database. If the starting process dies without a word
 * (kill -9, a closed terminal), its end of this guard's standard input closes, and the guard ends the whole tree.
 * Usage: node guard.ts COMMAND [ARGUMENT …], started detached, so that it leads a process group of its own.
 */
import { spawn } from "node:child_process";

const [command = "", ...commandArguments] = process.argv.slice(2);
const child = spawn(command, commandArguments, { stdio: ["ignore", "inherit", "inherit"] });

child.on("error", (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));
process.stdin.on("end", endTree).on("error", endTree).resume();
process.on("SIGTERM", endTree);
process.on("SIGINT", endTree);

/** The group is the guard's own: the command, everything it started, and the guard itself. */
function endTree(): void {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    // Windows has no process groups: end what can be reached.
    child.kill();
    process.exit();
  }
}
