/** Who asks: a person with a browser, or a program (RFC 9110 12.5.1). */

/** Whether the request would rather have HTML. Browsers name it; programs that take anything do not. */
export function wantsHtml(headers: Headers): boolean {
  return (headers.get("accept") ?? "").split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return (type === "text/html" || type === "application/xhtml+xml") && !isRefused;
  });
}
