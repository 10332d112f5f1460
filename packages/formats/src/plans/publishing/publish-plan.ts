/**
 * A plan as everything that a site needs to show it.
 *
 * @module
 */
import type { RoadMap } from '@orientir/core/road-map';
import { matchApproval } from '@orientir/core/road-map';
import { writeZip } from '../../zip/write-zip.js';
import { planDocx } from '../writing/docx/plan-docx.js';
import type { PlanFileLink } from '../writing/html/file-links.js';
import { planPage } from '../writing/html/plan-page.js';
import { planCsv } from '../writing/plan-csv.js';
import { planIcs } from '../writing/plan-ics.js';
import { planJson } from '../writing/plan-json.js';
import type { PlanWritingOptions } from '../writing/plan-writing-options.js';
import { planXlsx } from '../writing/xlsx/plan-xlsx.js';
import { archivedVersion, publishable } from './archived-version.js';
import { embedPage } from './embed-page.js';
import { instructionsPage } from './instructions-page.js';
import type { NamesChoice } from './names-in-plan.js';
import { nameWarnings, withPositions } from './names-in-plan.js';
import { planSnippet } from './plan-snippet.js';
import { doubtfulPlaces, privatePlaces } from './private-places.js';
import { publishedForm } from './published-form.js';
import { publishedTexts } from './published-texts.js';
import type { PublishingProblem, PublishingWarning } from './publishing-issue.js';
import { publishingWords } from './publishing-words.js';
import type { PublishedScript } from './sealed-script.js';
import { sealed } from './sealed-script.js';

export interface PublishOptions extends PlanWritingOptions {
  /** Day of the publication, `YYYY-MM-DD`: later marks are left out. */
  readonly asOf: string;
  /** What becomes of names among the responsible. @defaultValue `'keep'` */
  readonly names?: NamesChoice;
  /** Address of the folder in which the files will lie; without it instructions have a place to fill in. */
  readonly baseUrl?: string;
  /** The built scripts of the widgets, `orientir.js` among them. */
  readonly scripts: readonly PublishedScript[];
}

/** A file to lay on a site: its path with `/`. */
export interface PublishedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type Publication =
  | {
      readonly kind: 'published';
      /** In the order in which people look for them. */
      readonly files: readonly PublishedFile[];
      /** All files as one. */
      readonly zip: PublishedFile;
      /** Folder of the version that keeps its address. */
      readonly archive: string;
      readonly warnings: readonly PublishingWarning[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly PublishingProblem[] };

/** Name of the zip beside its files. */
export const PUBLICATION_ZIP = 'orientir-plan.zip';

/**
 * Makes the files of a published plan: a table to paste, pages, documents, scripts, instructions, an archived version.
 * Refuses a plan that holds data of pupils or private contacts, with every place. Same plan and options, same bytes.
 */
export function publishPlan(plan: RoadMap, options: PublishOptions): Publication {
  const { language, asOf, names = 'keep', baseUrl, calendars } = options;
  const shown = publishedForm(plan, asOf);
  const problems = privatePlaces(shown, publishedTexts(shown));
  if (problems.length > 0) return { kind: 'refused', problems };
  const { plan: named, warnings: replaced } =
    names === 'position' ? withPositions(shown) : { plan: shown, warnings: [] };
  const comparable = replaced.length === 0 || matchApproval(shown).kind === 'no-approval';
  const published = comparable ? named : withoutApprovedHash(named);
  const texts = publishedTexts(published);

  const writing = { language, asOf, ...(calendars === undefined ? {} : { calendars }) };
  const base = baseUrl === undefined ? undefined : `${baseUrl.replace(/\/+$/, '')}/`;
  const scripts = options.scripts.map(sealed);
  const archive = archivedVersion(published, writing);
  const words = publishingWords(language);
  const documents = (folder: string): readonly PlanFileLink[] => [
    { href: `${folder}plan.docx`, text: 'Word' },
    { href: `${folder}plan.xlsx`, text: 'Excel' },
    { href: `${folder}plan.ics`, text: words.calendar },
    { href: `${folder}plan.csv`, text: 'CSV' },
  ];
  const snippet = planSnippet(published, {
    ...writing,
    ...(base === undefined ? {} : { src: `${base}plan.json`, files: documents(base) }),
  });
  const files = [
    textFile(
      'instructions.html',
      instructionsPage(published, { language, base, scripts, snippet, archive: archive.folder }),
    ),
    textFile('plan.html', snippet),
    textFile(
      'index.html',
      planPage(published, {
        ...writing,
        files: [...documents(''), { href: `${archive.folder}/index.html`, text: words.archivedVersion }],
      }),
    ),
    { path: 'plan.docx', bytes: planDocx(published, writing) },
    { path: 'plan.xlsx', bytes: planXlsx(published, writing) },
    textFile('plan.ics', planIcs(published, writing).text),
    textFile('plan.csv', planCsv(published, writing)),
    textFile('plan.json', planJson(publishable(published))),
    textFile('embed.html', embedPage(published, { ...writing, scripts })),
    ...scripts.map(({ name, bytes }) => ({ path: name, bytes })),
    ...archive.files.map(({ path, text }) => textFile(path, text)),
  ];
  return {
    kind: 'published',
    files,
    zip: { path: PUBLICATION_ZIP, bytes: writeZip(files.map(({ path: name, bytes }) => ({ name, bytes }))) },
    archive: archive.folder,
    warnings: [
      ...replaced,
      ...(comparable ? [] : [{ code: 'approval-not-comparable', text: '' } as const]),
      ...nameWarnings(texts),
      ...doubtfulPlaces(texts),
    ],
  };
}

function textFile(path: string, text: string): PublishedFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** Its text is not the approved one any more, and nothing should say that somebody changed it after the approval. */
function withoutApprovedHash(plan: RoadMap): RoadMap {
  if (plan.record === undefined) return plan;
  const events = plan.record.events.map(({ hash: _hash, ...event }) => event);
  return { ...plan, record: { ...plan.record, events } };
}
