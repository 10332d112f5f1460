/** What readers of reports are given, and give back. @module */
import type { Item, StatedResult } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import type { WorkIdentity } from '../assessment-identity.js';

export interface ReportContext {
  readonly place: Place;
  /** Id and items of a work, as far as they are known; absent while it is unclear which work it is. */
  readonly work: (
    identity: WorkIdentity,
  ) => { readonly id: string; readonly items: readonly Item[] } | undefined;
  readonly resolve: (login: string) => { readonly id: string } | undefined;
  /** School of files that name none. */
  readonly school: string | undefined;
}

export interface ReportRead {
  readonly results: readonly StatedResult[];
  readonly issues: readonly Issue[];
  readonly rowsRead: number;
  readonly rowsAccepted: number;
}
