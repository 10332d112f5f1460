export interface Served {
  readonly address: string;
  close(): void;
}

/** Serves the files of a folder under a Content-Security-Policy. */
export function serveFolder(folder: string, policy: string): Promise<Served>;
