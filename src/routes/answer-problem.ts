/** A failure as an answer: a page for people, problem details for programs. */
import { compiled } from "#data";
import { toLinks } from "../documents/addresses.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import {
  serveProblem,
  toProblemDetails,
  toProblemHeaders,
  wantsHtml,
  type Problem,
} from "../http/problem.ts";
import { toProblemPage } from "../pages/problem.tsx";

export function answerProblem(request: Request, problem: Problem): Response {
  const answer = wantsHtml(request.headers) ? servePage(request, problem) : serveProblem(problem);
  answer.headers.set("vary", "Accept");
  return answer;
}

function servePage(request: Request, problem: Problem): Response {
  const details = toProblemDetails(problem);
  // Its links have no host: the one in the request is whatever the client wrote.
  const page = toProblemPage(compiled.club, "", toLinks(""), { problem, details });
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
