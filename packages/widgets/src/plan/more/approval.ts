import type { Language } from '@orientir/core/foundation';
import { isRecord } from '@orientir/core/foundation';
import type { ComparedPlan } from '@orientir/core/road-map';
import { contentHash, describeChanges, diffPlans } from '@orientir/core/road-map';
import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { dayText } from '../measure-list.js';
import { extraWords } from './extra-words.js';

/** How a plan stands to the version that was approved. */
export interface ApprovalCheck {
  readonly isApproved: boolean;
  /** Sentences; empty where the approved version itself is not at hand. */
  readonly changes: readonly string[];
}

/**
 * Compares a plan with the release that was approved, or with the hash of the last approval in its own record. Absent
 * where nothing was approved, the documents are no plans, or the release is not what its hash says.
 */
export function checkApproval(
  json: unknown,
  release: unknown,
  language: Language,
): ApprovalCheck | undefined {
  try {
    const plan = comparable(json);
    if (plan === undefined) return undefined;
    const hash = contentHash(plan);
    const approved = isRecord(release) ? comparable(release.plan) : undefined;
    if (isRecord(release) && approved !== undefined) {
      if (contentHash(approved) !== release.hash) return undefined;
      const changes = describeChanges(approved, plan, diffPlans(approved, plan), language);
      return { isApproved: hash === release.hash, changes };
    }
    const last = lastApproval(json);
    return last === undefined ? undefined : { isApproved: hash === last, changes: [] };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Hash of the content of a plan; absent where it is none. */
export function hashOf(json: unknown): string | undefined {
  try {
    const plan = comparable(json);
    return plan === undefined ? undefined : contentHash(plan);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the page says about the approval. */
export function approvalNote(
  { html, nothing, plan, language }: ViewContext,
  check: ApprovalCheck | undefined,
): TemplateResult | undefined {
  const w = extraWords[language];
  if (plan.approvedOn === undefined && check === undefined) return undefined;
  const changes = check?.isApproved === false ? check.changes : [];
  return html`<div class="approval" part="approval"><p>${plan.approvedOn === undefined ? nothing : w.approvedOn(dayText(plan.approvedOn, language))}
    ${check === undefined ? nothing : check.isApproved ? `✓ ${w.isApproved}` : w.hasChanged}</p>
    ${changes.length === 0 ? nothing : html`<details><summary>${w.changes(changes.length)}</summary><ul>${changes.slice(0, MOST_CHANGES).map((each) => html`<li>${each}</li>`)}${changes.length > MOST_CHANGES ? html`<li>${w.more(changes.length - MOST_CHANGES)}</li>` : nothing}</ul></details>`}
  </div>`;
}

const MOST_CHANGES = 200;

function comparable(json: unknown): ComparedPlan | undefined {
  if (!isRecord(json) || !Array.isArray(json.measures)) return undefined;
  const measures = json.measures.flatMap((measure: unknown) => {
    if (!isRecord(measure) || typeof measure.id !== 'string') return [];
    const { id, number, text } = measure;
    return [
      {
        ...measure,
        id,
        number: typeof number === 'string' ? number : undefined,
        text: typeof text === 'string' ? text : undefined,
      },
    ];
  });
  return measures.length === json.measures.length ? { ...json, measures } : undefined;
}

function lastApproval(json: unknown): string | undefined {
  const record = isRecord(json) ? json.record : undefined;
  const events: readonly unknown[] = isRecord(record) && Array.isArray(record.events) ? record.events : [];
  const last = events.filter((event) => isRecord(event) && event.event === 'approved').at(-1);
  return isRecord(last) && typeof last.hash === 'string' ? last.hash : undefined;
}
