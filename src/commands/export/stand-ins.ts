/** Lets Node run the Worker's own code: stand-ins for what workerd and the build would give. For `node --import`. */
import { registerHooks } from "node:module";

const STAND_INS: Record<string, string> = {
  "cloudflare:workers": new URL("durable-object.ts", import.meta.url).href,
  "#data": new URL("data.ts", import.meta.url).href,
};

registerHooks({
  resolve(specifier, context, nextResolve) {
    const url = STAND_INS[specifier];
    return url === undefined ? nextResolve(specifier, context) : { url, shortCircuit: true };
  },
});
