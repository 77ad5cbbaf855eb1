/**
 * What `npm test` passes over, and `npm run test:whole` and who names a file do not: tests of whole processes, services and browsers, of
 * minutes and of hundreds of kills.
 */
export const LEFT_OUT = process.env["TESTS"] === "quick" ? ["**/*.whole.test.ts"] : [];
