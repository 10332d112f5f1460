/** What the page and its worker say to each other. @module */

export interface Job {
  readonly files: readonly { readonly name: string; readonly file: File }[];
}

/** What the reader can save, in the order in which it is made. */
export type Product = 'report' | 'workbook' | 'tables' | 'tally';

export type FromWorker =
  | { readonly kind: 'progress'; readonly file: string; readonly share: number }
  /** Nothing more comes after it. */
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'read';
      /** False when nothing usable was found; then only the problems are filled, and nothing is made. */
      readonly usable: boolean;
      readonly summary: string;
      readonly problems: readonly string[];
      readonly more: number;
      /** The report with linked style and script, for the frame in the page. */
      readonly shown: string;
    }
  /** After `read`, one after the other. */
  | { readonly kind: 'made'; readonly product: Product; readonly content: Blob };
