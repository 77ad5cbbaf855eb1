/** What is used of it; the package has no types. */
declare module "saxen" {
  export class Parser {
    on(name: "openTag", take: (name: string, readAttributes: () => Record<string, string>) => void): this;
    on(name: "closeTag", take: (name: string) => void): this;
    on(name: "text" | "cdata" | "attention", take: (text: string) => void): this;
    on(name: "warn", take: (warning: Error) => void): this;
    /** @throws Error for what is not well-formed */
    parse(xml: string): void;
  }
}
