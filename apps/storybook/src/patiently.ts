/** For `waitFor`: a machine that does other work as well needs longer than the second that is the default. */
export const PATIENTLY = { timeout: 20_000 };
