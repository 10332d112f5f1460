import type { OrientirPlan } from '../orientir-plan.js';
import { PlanLoadEvent } from '../plan-events.js';
import type { ApprovalCheck } from './approval.js';
import { checkApproval, hashOf } from './approval.js';
import { renewMarks, tableOfPlan } from './plan-table.js';

/** What came of a plan that was to be shown. */
export type LoadedPlan =
  | {
      readonly kind: 'table';
      readonly table: HTMLTableElement;
      /** Absent where nothing was approved, or nothing can be compared. */
      readonly check: ApprovalCheck | undefined;
    }
  | { readonly kind: 'failed' | 'offline' | 'wrong' };

/** What each element is loading; a later wish ends an earlier one. */
const loading = new WeakMap<OrientirPlan, AbortController>();

/** Puts the plan of an element, or the one at its address, in the place of its table; on any error the table stays. */
export async function showPlan(element: OrientirPlan): Promise<void> {
  loading.get(element)?.abort();
  const abort = new AbortController();
  loading.set(element, abort);
  const loaded = await loadPlan(element, abort.signal);
  if (abort.signal.aborted) return;
  if (loaded.kind === 'table') {
    element.check = loaded.check;
    const old = element.querySelector('table');
    if (old === null) element.append(loaded.table);
    else if (loaded.table !== old) old.replaceWith(loaded.table);
    element.readTable(true);
  }
  element.outcome = loaded.kind;
  element.dispatchEvent(new PlanLoadEvent(loaded.kind));
}

async function loadPlan(element: OrientirPlan, signal: AbortSignal): Promise<LoadedPlan> {
  const { plan, src, release, language } = element;
  try {
    const json = plan ?? (await jsonAt(src ?? '', signal));
    const old = element.querySelector('table');
    const table =
      old !== null && hasContent(old, json) && renewMarks(old, json, language)
        ? old
        : tableOfPlan(json, language, element.ownerDocument);
    if (table === undefined) return { kind: 'wrong' };
    const approved = release ? await jsonAt(release, signal).catch(() => undefined) : undefined;
    return { kind: 'table', table, check: checkApproval(json, approved, language) };
  } catch (error) {
    return { kind: error instanceof SyntaxError ? 'wrong' : navigator.onLine ? 'failed' : 'offline' };
  }
}

/** Whether a table was written from the same content; only a table that names its hash can be known to be. */
function hasContent(table: HTMLTableElement, json: unknown): boolean {
  return table.dataset.hash !== undefined && table.dataset.hash === hashOf(json);
}

async function jsonAt(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
