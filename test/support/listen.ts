/** Servers of the tests, each on a free port of this machine. */
import { createServer, type Server } from "node:net";

/** Start a server on a free port; answers its origin. */
export async function listen(server: Server): Promise<string> {
  return `http://127.0.0.1:${await openPort(server)}`;
}

/** A port on which nobody listens now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  const port = await openPort(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function openPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
