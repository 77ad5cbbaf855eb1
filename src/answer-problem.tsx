/** A failure as an answer: a page for people, problem details for programs. */
import { compiled } from "#data";
import { wantsHtml } from "./http/accept.ts";
import { toPagePolicy } from "./http/page-policy.ts";
import { serveProblem, toProblemDetails, toProblemHeaders, type Problem } from "./http/problem.ts";
import { toProblemPage } from "./pages/problem.tsx";

export function answerProblem(request: Request, problem: Problem): Response {
  const answer = wantsHtml(request.headers) ? servePage(request, problem) : serveProblem(problem);
  answer.headers.set("vary", "Accept");
  return answer;
}

function servePage(request: Request, problem: Problem): Response {
  const details = toProblemDetails(problem);
  const page = toProblemPage(compiled.club, new URL(request.url).origin, details);
  return new Response(request.method === "HEAD" ? null : page, {
    status: details.status,
    headers: {
      ...toProblemHeaders(problem),
      ...toPagePolicy(),
      "content-type": "text/html; charset=utf-8",
      "x-robots-tag": "noindex",
    },
  });
}
