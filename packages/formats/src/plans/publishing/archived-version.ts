/**
 * The version that keeps its address («архивная редакция»).
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { contentHash, contentOf, releaseOf } from '@orientir/core/road-map';
import { planPage } from '../writing/html/plan-page.js';
import { dateInWords } from '../writing/plan-date.js';
import { planJson, releaseJson } from '../writing/plan-json.js';
import type { PlanWritingOptions } from '../writing/plan-writing-options.js';
import { publishingWords } from './publishing-words.js';

export interface ArchivedVersion {
  /** `archive/2025-09-10-6c640869007c` */
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The content and its approval, without marks on measures: the same content approved on the same day is the same folder
 * with the same bytes, whenever it is published. What was not approved goes by the day of the publication.
 */
export function archivedVersion(
  plan: RoadMap,
  { language, asOf, calendars }: PlanWritingOptions & { readonly asOf: string },
): ArchivedVersion {
  const hash = contentHash(plan);
  const approval = plan.record?.events.filter(({ event }) => event === 'approved').at(-1);
  const approved = approval !== undefined && (approval.hash === undefined || approval.hash === hash);
  const date = approved ? approval.date : asOf;
  const { record: _record, ...content } = plan;
  const version: RoadMap = approved ? { ...content, record: { events: [approval] } } : content;
  const folder = `archive/${date}-${hash.slice('sha256:'.length, 'sha256:'.length + 12)}`;
  return {
    folder,
    files: [
      {
        path: `${folder}/index.html`,
        text: planPage(version, {
          language,
          notice: noticeOf(date, approved, language),
          files: [
            { href: 'plan.json', text: 'JSON' },
            { href: '../../index.html', text: publishingWords(language).liveVersion },
          ],
          ...(calendars === undefined ? {} : { calendars }),
        }),
      },
      { path: `${folder}/plan.json`, text: planJson(publishable(version)) },
      { path: `${folder}/release.json`, text: releaseJson(releaseOf(version)) },
    ],
  };
}

/** The plan as it may be read by anybody: without the places where its rows were read. */
export function publishable(plan: RoadMap): RoadMap {
  const content = contentOf(plan);
  return plan.record === undefined ? content : { ...content, record: plan.record };
}

function noticeOf(date: string, approved: boolean, language: Language): string {
  const words = publishingWords(language);
  const day = dateInWords(date, language);
  return approved ? words.archivedApproved(day) : words.archivedAsOf(day);
}
