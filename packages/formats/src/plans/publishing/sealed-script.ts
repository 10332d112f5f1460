import { sha384 } from './sha-384.js';

/** A script of the widgets as it was built. */
export interface PublishedScript {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A script with the hash by which a browser knows that nobody changed it. */
export interface SealedScript extends PublishedScript {
  /** `sha384-…`, for the attribute `integrity`. */
  readonly integrity: string;
}

export function sealed({ name, bytes }: PublishedScript): SealedScript {
  return { name, bytes, integrity: `sha384-${sha384(bytes)}` };
}
