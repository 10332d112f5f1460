/**
 * From drafts to measures: ids, deadlines, parties, indicators, and what is doubtful about them.
 *
 * @module
 */
import type { Alias, Indicator, Measure, ProjectReference } from '@orientir/core/road-map';
import { quantitiesIn } from '@orientir/core/road-map';
import { activityKind } from './activity-kind.js';
import { audiencesIn } from './audiences-in.js';
import type { DeadlineReader } from './deadline-reader.js';
import type { ColumnRole } from './header-synonyms.js';
import { indicatorsIn } from './indicators-in.js';
import type { MeasureDraft } from './measure-draft.js';
import { textOf } from './measure-draft.js';
import { plainText } from './plain-text.js';
import type { PlanPlace } from './plan-issue.js';
import type { PlanIssueLog } from './plan-issue-log.js';
import type { ResponsibleParties } from './responsible-parties.js';
import { responsibleParties } from './responsible-parties.js';
import type { SectionTree } from './section-tree.js';

export interface MeasureContext {
  readonly sections: SectionTree;
  readonly deadlines: DeadlineReader;
  readonly aliases: readonly Alias[];
  readonly projects: readonly ProjectReference[];
  readonly log: PlanIssueLog;
}

/** Measures in the order of the document. Ids of the document stay; others are `m1`, `m2` … by place. */
export function measuresOf(drafts: readonly MeasureDraft[], context: MeasureContext): readonly Measure[] {
  const ids = idsOf(drafts, context.log);
  const known = new Set(ids.values());
  return drafts.map((draft, i) =>
    measureOf(draft, parentOf(draft, ids, known), context, ids.get(draft) ?? `m${i + 1}`),
  );
}

function idsOf(drafts: readonly MeasureDraft[], log: PlanIssueLog): ReadonlyMap<MeasureDraft, string> {
  const taken = new Set<string>();
  const ids = new Map<MeasureDraft, string>();
  for (const draft of drafts) {
    const { id } = draft;
    if (id === undefined) continue;
    if (taken.has(id)) {
      log.add({ ...draft.place, code: 'id-duplicate', severity: 'warning', parameters: { id } });
      continue;
    }
    taken.add(id);
    ids.set(draft, id);
  }
  let free = 1;
  for (const [i, draft] of drafts.entries()) {
    if (ids.has(draft)) continue;
    let id = `m${i + 1}`;
    if (taken.has(id)) {
      free = Math.max(free, drafts.length + 1);
      while (taken.has(`m${free}`)) free++;
      id = `m${free}`;
    }
    taken.add(id);
    ids.set(draft, id);
  }
  return ids;
}

/** The numbered row above; an id that the document does not have leads nowhere. */
function parentOf(
  { parent, parentId }: MeasureDraft,
  ids: ReadonlyMap<MeasureDraft, string>,
  known: ReadonlySet<string>,
): string | undefined {
  if (parentId !== undefined && known.has(parentId)) return parentId;
  return parent === undefined ? undefined : ids.get(parent);
}

function measureOf(
  draft: MeasureDraft,
  parent: string | undefined,
  context: MeasureContext,
  id: string,
): Measure {
  const { values, number, section, place } = draft;
  const text = textOf(draft);
  const value = (role: ColumnRole) => {
    const found = values.get(role)?.trim();
    return found === undefined || found === '' ? undefined : found;
  };
  const indicators = indicatorsOf(draft, id, context);
  const quantities = quantitiesIn(text.slice(0, LONGEST_TEXT));
  for (const quantity of quantities) {
    if (quantity.kind !== 'change' || quantity.meaning !== 'unclear') continue;
    const at = placeOf(draft, 'text');
    const parameters = { text: plainText(quantity.raw) };
    context.log.add({ ...at, code: 'change-unclear', severity: 'warning', parameters });
  }
  const activity = activityKind(text);
  const addressed = value('audience') ?? draft.addressee;
  const audience = addressed === undefined ? [] : audiencesIn(addressed);
  const project = context.projects.find(({ title }) => text.includes(`«${title}»`))?.id;
  return {
    id,
    ...optional('number', number),
    text,
    ...optional('section', section),
    sectionPath: context.sections.pathOf(section),
    ...optional('parent', parent),
    ...optional('recommendation', value('recommendation')),
    ...optional('situation', value('situation')),
    ...optional('solution', value('solution')),
    deadline: deadlineOf(draft, context),
    responsible: responsibleOf(draft, context),
    ...optional('result', value('result')),
    ...optional('risks', value('risks')),
    ...optional('place', value('place')),
    ...(indicators.length === 0 ? {} : { indicators }),
    ...(quantities.length === 0 ? {} : { quantities }),
    ...(audience.length === 0 ? {} : { audience }),
    ...optional('basis', value('basis')),
    ...optional('activity', activity),
    ...optional('project', project),
    provenance: {
      file: place.file,
      ...optional('table', place.table),
      ...optional('sheet', place.sheet),
      row: place.row ?? 1,
      ...(draft.source.length === 0 ? {} : { cells: draft.source }),
    },
  };
}

function deadlineOf(draft: MeasureDraft, { deadlines }: MeasureContext) {
  const { values, typed, deadlineDate } = draft;
  const start = values.get('start');
  const end = values.get('end');
  const text = values.get('deadline') ?? [start, end].filter((each) => each !== undefined).join(' – ');
  const place = placeOf(draft, values.has('deadline') ? 'deadline' : 'end');
  return deadlines.deadline(
    {
      text,
      ...optional('date', deadlineDate),
      ...optional('start', start),
      ...optional('end', end),
      ...optional('typed', typed),
    },
    place,
  );
}

function responsibleOf(draft: MeasureDraft, { aliases, log }: MeasureContext): readonly string[] {
  const text = draft.values.get('responsible') ?? '';
  if (text.trim() === '') return [];
  const place = placeOf(draft, 'responsible');
  const { parties, unclear, repaired } = draft.exact ? wholeLines(text) : responsibleParties(text, aliases);
  const parameters = { text: plainText(text) };
  if (repaired) log.add({ ...place, code: 'quote-repaired', severity: 'warning', parameters });
  if (unclear) log.add({ ...place, code: 'responsible-unclear', severity: 'warning', parameters });
  const contacts = text.match(CONTACT);
  if (contacts !== null)
    log.add({
      ...place,
      code: 'private-contact',
      severity: 'warning',
      parameters: { text: contacts.join(', ') },
    });
  return parties;
}

function wholeLines(text: string): ResponsibleParties {
  const parties = text.split('\n').filter((line) => line.trim() !== '');
  return { parties, unclear: false, repaired: false };
}

/** A column of indicators is read whole; without one, results that hold an amount. */
function indicatorsOf(draft: MeasureDraft, id: string, { log }: MeasureContext): readonly Indicator[] {
  const role = draft.indicatorColumn ? 'indicator' : 'result';
  const text = draft.values.get(role) ?? '';
  return indicatorsIn(text, { all: draft.indicatorColumn }).map(({ indicator, unclear }, i) => {
    if (unclear) {
      const parameters = { text: indicator.raw ?? indicator.name };
      log.add({ ...placeOf(draft, role), code: 'change-unclear', severity: 'warning', parameters });
    }
    return { id: `${id}-i${i + 1}`, ...indicator };
  });
}

function placeOf({ place, columns }: MeasureDraft, role: ColumnRole): PlanPlace {
  const column = columns.get(role);
  return column === undefined ? place : { ...place, column };
}

/** A field that is there, or nothing. */
function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  const field: { [K in Key]?: Value } = {};
  if (value !== undefined) field[key] = value;
  return field;
}

const LONGEST_TEXT = 20_000;
const CONTACT =
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|(?:\+7|(?<!\d)8)[\s(-]{0,3}\d{3,5}[\s)-]{0,3}\d{1,3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/gu;
