/** The end of a switch over a union: reaching it is our own fault, never the data's. */
export function assertNever(value: never): never {
  throw new Error(`assertNever reached with ${JSON.stringify(value)}`);
}
