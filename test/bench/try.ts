import { Stage } from "./stage.ts"; import { QUICK } from "./settings.ts"; import { toMarkdown } from "./report.ts"; import { describeMachine } from "./machine.ts";
const [,, file, name, json] = process.argv;
const stage = new Stage(); const t = performance.now();
try { const m = await import(file); const figures = await m[name](stage, { ...QUICK, ...JSON.parse(json ?? "{}") });
console.log(toMarkdown({ date: "x", machine: describeMachine(), extent: "try", figures })); } finally { stage.remove(); console.log((performance.now()-t)/1000, "s"); }
