import type { MissingReason } from '../figure.js';
import type { IssueTexts } from '../issue.js';

/** All texts of core in one language. */
export interface Catalogue {
  readonly issues: IssueTexts;
  readonly missing: { readonly [Reason in MissingReason]: string };
}
