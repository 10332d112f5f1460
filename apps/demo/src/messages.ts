/** What the page and its worker say to each other. @module */

export interface Job {
  readonly files: readonly { readonly name: string; readonly file: File }[];
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly file: string; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'done';
      /** False when nothing usable was found; then only the problems are filled. */
      readonly usable: boolean;
      readonly summary: string;
      readonly problems: readonly string[];
      readonly more: number;
      /** The report with linked style and script, for the frame in the page. */
      readonly shown: string;
      /** The same report as one file, for saving. */
      readonly report: string;
      readonly workbook: Uint8Array<ArrayBuffer>;
      readonly tables: Uint8Array<ArrayBuffer>;
      readonly tally: string;
    };
