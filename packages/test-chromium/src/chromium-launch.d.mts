/** Launch options for playwright. */
export function chromiumLaunch(): Promise<{
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}>;
