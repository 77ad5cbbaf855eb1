/** What of a Worker's memory is alive: its inspector (the Chrome DevTools Protocol) has V8 collect the rest, and tells. */
import * as z from "zod";

const TARGETS = z.array(z.object({ title: z.string(), webSocketDebuggerUrl: z.string() }));
/** In bytes: objects and texts, and buffers beside them. */
const HEAP_USAGE = z.object({ usedSize: z.number(), backingStorageSize: z.number() });
const ANSWER = z.object({ id: z.number(), result: z.unknown() });
const WAKE_MS = 20;

/**
 * @param port of the inspector
 * @param name of the Worker
 * @param wake a request to it: V8 collects when the Worker is at work
 * @returns megabytes of 1,000,000 bytes
 */
export async function readLiveHeap(
  port: number,
  name: string,
  wake: () => Promise<unknown>,
): Promise<number> {
  const list = await fetch(`http://127.0.0.1:${port}/json`);
  const target = TARGETS.parse(await list.json()).find(({ title }) => title.endsWith(` ${name}`));
  if (target === undefined) throw new Error(`no inspector of ${name}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const waking = setInterval(() => void wake(), WAKE_MS);
  try {
    await ask(socket, 1, "HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = HEAP_USAGE.parse(await ask(socket, 2, "Runtime.getHeapUsage"));
    return (usedSize + backingStorageSize) / 1e6;
  } finally {
    clearInterval(waking);
    socket.close();
  }
}

async function ask(socket: WebSocket, id: number, method: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const listen = ({ data }: MessageEvent) => {
    const answer = ANSWER.safeParse(JSON.parse(String(data)));
    if (answer.data?.id === id) resolve(answer.data.result);
  };
  socket.addEventListener("message", listen);
  socket.send(JSON.stringify({ id, method }));
  return await promise.finally(() => socket.removeEventListener("message", listen));
}
