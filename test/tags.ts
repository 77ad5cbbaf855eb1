/** How tests are told apart, for all four configurations. */
export const TAGS = [
  {
    name: "whole",
    description:
      "needs a process, a service or a browser for itself, or shows once more what another test has shown of one kind: " +
      "npm test passes over it, npm run test:whole does not",
  },
];
