/** Launch options for playwright. */
export function chromiumLaunch(): Promise<{
  executablePath: string;
  args: string[];
  timeout: number;
  env?: Record<string, string>;
}>;
