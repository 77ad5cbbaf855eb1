/** As much of `autocannon` as polls use; the package has no types of its own. */
declare module "autocannon" {
  interface Client {
    setRequests(requests: { path: string }[]): void;
    on(event: "headers", listener: () => void): void;
    parser: { body_bytes: number | null };
  }
  interface Options {
    url: string;
    method: string;
    connections: number;
    amount: number;
    /** How often it looks whether all is done, in milliseconds. */
    sampleInt: number;
    /** In seconds. */
    timeout: number;
    headers: Record<string, string>;
    setupClient?: (client: Client) => void;
  }
  interface Outcome {
    statusCodeStats?: Record<string, { count: number }>;
    errors: number;
  }
  export default function autocannon(options: Options): Promise<Outcome>;
}
