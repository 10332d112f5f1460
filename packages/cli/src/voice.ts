/** Where the command line speaks: lines for people, and progress that may be drawn over. */
export interface Voice {
  say(line: string): void;
  complain(line: string): void;
  progress(line: string): void;
}

export type ExitStatus = 0 | 1 | 2;
