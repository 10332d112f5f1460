/**
 * The tally as a file. Canonical: the same tally gives the same bytes, whatever it was merged from.
 *
 * Version 5. Lists of counts are flat and ascending by their leading values:
 * `responses[item]` = `[code, pupils, …]` (code = half points, 253 not attempted, 254 not taught) ·
 * `marks` = `[mark, journal mark, pupils, …]` (0 = none) ·
 * `complete` = the pupils who have every item of the variant: `items` = item indices; `totals` = `[has a mark of the work
 * 0|1, journal mark, total in half points, pupils, …]`; `cross[position in items]` = `[half points above zero, total,
 * pupils, …]` ·
 * `untaught` = pupils without a mark of the work who have every item of the variant, some not taught, by the set of these: `of` =
 * number of items of the variant; `items` = indices of those not taught; `totals` = `[total in half points, pupils, …]`.
 *
 * `groupings` = the pupils of the whole assessment by value of a column, written as groups are · `products` = by variant, over
 * the pupils who have every item of it: `sums[position in items]` in half points, `products` = the upper triangle of their
 * sums of products by rows · `stated` (of the whole tally) = what reports say about units whose pupils nobody saw.
 *
 * Among the `groupings` are columns `choice:<item>`: the pupils who chose an option of an item with a key, with their
 * totals only; version 3 had no such columns, and a program of that time would compare their pupils as it does boys and
 * girls.
 *
 * Version 4 had no `untaught`: such pupils have no mark in it. Version 2 had none of the three above. Version 1 had
 * `forms`, a list of such tables for every set of items that some pupil had; it is read, and only the table of the
 * whole variant is kept.
 *
 * @module
 */
import type { Assessment, EarlierTopic, ScaleOrigin } from '../assessment/assessment.js';
import { MAX_HALF_POINTS, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import type { IssueParameters } from '../foundation/issue.js';
import { compareText } from '../foundation/order.js';
import { isSchoolOnly, problemsOf, shown, WHOLE_DOCUMENT } from '../schema/problem.js';
import type { GroupDocument } from '../schema/tally.schema.js';
import { tallySchema } from '../schema/tally.schema.js';
import { parseFlat } from './flat-counts.js';
import type { CompleteCounts, GroupCounts } from './group-counts.js';
import {
  crossKey,
  MAX_TOTAL,
  markKey,
  responseKey,
  splitCrossKey,
  splitMarkKey,
  splitResponseKey,
  splitTotalKey,
  totalKey,
} from './group-counts.js';
import { migrateTally } from './migrate-tally.js';
import { onlyComplete } from './only-complete.js';
import { parseProducts, productLines } from './products-json.js';
import { eachCount, totalCount } from './sparse-counts.js';
import type { StatedRow } from './stated.js';
import { putStated, sortedStated, statedText } from './stated.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { compareGroups, groupKey } from './tally.js';
import type { TallyProblem } from './tally-problems.js';
import { TALLY_PROBLEMS, tooManyResponses } from './tally-problems.js';
import { parseUntaught, untaughtDocuments } from './untaught-json.js';

export const TALLY_VERSION = 5;
/** Versions that are read; older ones are brought up to date. */
const READ_VERSIONS: ReadonlySet<unknown> = new Set([1, 2, 3, 4, TALLY_VERSION]);

/** Canonical JSON text of a tally, one group a line, ending with a line feed. */
export function formatTally(tally: Tally): string {
  return [...tallyParts(tally)].join('');
}

/** The same text in parts, made one after the other: that of a region is too long to be held at once. */
export function* tallyParts(tally: Tally): Iterable<string> {
  const assessments = [...tally.assessments.values()].sort((one, other) =>
    compareText(one.assessment.id, other.assessment.id),
  );
  yield `{"schema":"orientir.tally","version":${TALLY_VERSION},"shared":${tally.shared},"assessments":[`;
  for (const [index, { assessment, groups, teachers, groupings, products }] of assessments.entries()) {
    yield `${index === 0 ? '' : ','}{"assessment":${JSON.stringify(canonicalAssessment(assessment))},"groups":[`;
    yield* groupLines(assessment, groups);
    yield '],"teachers":[';
    yield* groupLines(assessment, teachers);
    yield '],"groupings":[';
    yield* groupLines(assessment, groupings);
    yield '],"products":[';
    yield* productLines(products);
    yield ']}';
  }
  yield '],"stated":[';
  let before = '';
  for (const row of sortedStated(tally.stated)) {
    yield `${before}\n${statedText(row)}`;
    before = ',';
  }
  yield ']}\n';
}

/** What {@link parseTally} makes of a text. */
export type ParsedTally =
  | { readonly kind: 'tally'; readonly tally: Tally }
  | {
      readonly kind: 'refused';
      readonly code: 'tally-invalid';
      readonly parameters: IssueParameters['tally-invalid'];
    }
  | {
      readonly kind: 'refused';
      readonly code: 'tally-version';
      readonly parameters: IssueParameters['tally-version'];
    };

/** Reads a tally file. Never throws; a file of another version is refused by its number. */
export function parseTally(text: string): ParsedTally {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const en = error instanceof Error ? error.message : String(error);
    return invalid(WHOLE_DOCUMENT, { en, ru: 'это не JSON' });
  }
  if (isSchoolOnly(value)) {
    const [first] = problemsOf(tallySchema, value);
    return invalid(WHOLE_DOCUMENT, first ?? TALLY_PROBLEMS['not-known']);
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    !READ_VERSIONS.has(value.version)
  ) {
    return {
      kind: 'refused',
      code: 'tally-version',
      parameters: { found: shown(value.version), supported: [...READ_VERSIONS].join(', ') },
    };
  }
  const current = migrateTally(value);
  const result = tallySchema.safeParse(current);
  if (!result.success) {
    const [first] = problemsOf(tallySchema, current);
    return invalid(first?.path ?? WHOLE_DOCUMENT, first ?? TALLY_PROBLEMS['not-known']);
  }
  const assessments = new Map<string, AssessmentTally>();
  for (const [
    index,
    { assessment, groups, teachers, groupings, products },
  ] of result.data.assessments.entries()) {
    const path = `assessments.${index}`;
    if (assessments.has(assessment.id)) return invalid(path, TALLY_PROBLEMS['assessment-twice']);
    const read = parseGroups(assessment, groups, `${path}.groups`);
    if (!(read instanceof Map)) return read;
    const readTeachers = parseGroups(assessment, teachers, `${path}.teachers`);
    if (!(readTeachers instanceof Map)) return readTeachers;
    const readGroupings = parseGroups(assessment, groupings, `${path}.groupings`);
    if (!(readGroupings instanceof Map)) return readGroupings;
    const readProducts = parseProducts(assessment, products);
    if (!(readProducts instanceof Map)) return invalid(`${path}.products`, readProducts);
    assessments.set(
      assessment.id,
      onlyComplete({
        assessment,
        groups: read,
        teachers: readTeachers,
        groupings: readGroupings,
        products: readProducts,
      }),
    );
  }
  const stated = new Map<string, StatedRow>();
  for (const row of result.data.stated) putStated(stated, row);
  return { kind: 'tally', tally: { shared: result.data.shared, assessments, stated } };
}

function* groupLines(assessment: Assessment, groups: ReadonlyMap<string, GroupTally>): Iterable<string> {
  let before = '';
  for (const group of [...groups.values()].sort(compareGroups)) {
    yield `${before}\n${JSON.stringify(groupDocument(assessment, group))}`;
    before = ',';
  }
}

function canonicalAssessment(of: Assessment): Assessment {
  return {
    id: of.id,
    programme: of.programme,
    subject: of.subject,
    ...(of.grade === undefined ? {} : { grade: of.grade }),
    ...(of.schoolYear === undefined ? {} : { schoolYear: of.schoolYear }),
    items: of.items.map((item) => ({
      id: item.id,
      ...(item.maxPoints === undefined ? {} : { maxPoints: item.maxPoints }),
      ...(item.level === undefined ? {} : { level: item.level }),
      ...(item.section === undefined ? {} : { section: item.section }),
      ...(item.skill === undefined ? {} : { skill: item.skill }),
      ...(item.codes === undefined ? {} : { codes: item.codes }),
      ...(item.tags === undefined ? {} : { tags: item.tags }),
      ...(item.skills === undefined ? {} : { skills: item.skills }),
      ...(item.plannedResult === undefined ? {} : { plannedResult: item.plannedResult }),
      ...(item.options === undefined ? {} : { options: item.options }),
      ...(item.key === undefined ? {} : { key: item.key }),
    })),
    ...(of.markScale === undefined
      ? {}
      : { markScale: of.markScale.map(({ mark, min }) => ({ mark, min })) }),
    ...(of.markConditions === undefined
      ? {}
      : {
          markConditions: of.markConditions.map(({ items, min, marks, otherwise }) => ({
            items,
            min,
            marks,
            otherwise,
          })),
        }),
    ...(of.scaleOrigin === undefined ? {} : { scaleOrigin: canonicalOrigin(of.scaleOrigin) }),
    ...(of.testScores === undefined ? {} : { testScores: of.testScores }),
    ...(of.codifier === undefined
      ? {}
      : {
          codifier: of.codifier.map(({ code, name, kind, grade, earlier }) => ({
            code,
            name,
            ...(kind === undefined ? {} : { kind }),
            ...(grade === undefined ? {} : { grade }),
            ...(earlier === undefined ? {} : { earlier: earlier.map(canonicalTopic) }),
          })),
        }),
    ...(of.sameItemsAs === undefined ? {} : { sameItemsAs: of.sameItemsAs }),
    ...(of.pointStep === undefined ? {} : { pointStep: of.pointStep }),
  };
}

function canonicalTopic({ name, grade, code }: EarlierTopic): EarlierTopic {
  return { name, ...(grade === undefined ? {} : { grade }), ...(code === undefined ? {} : { code }) };
}

function canonicalOrigin({ owner, schoolYear }: ScaleOrigin): ScaleOrigin {
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
  };
}

function groupDocument(
  assessment: Assessment,
  { unit, teacher, grouping, variant, counts }: GroupTally,
): GroupDocument {
  const responses = assessment.items.map((): number[] => []);
  eachCount(counts.responses, (key, count) => {
    const { item, code } = splitResponseKey(key);
    responses[item]?.push(code, count);
  });
  const marks: number[] = [];
  eachCount(counts.marks, (key, count) => {
    const { mark, journalMark } = splitMarkKey(key);
    marks.push(mark, journalMark, count);
  });
  return {
    ...(unit.region === undefined ? {} : { region: unit.region }),
    ...(unit.municipality === undefined ? {} : { municipality: unit.municipality }),
    ...(unit.school === undefined ? {} : { school: unit.school }),
    ...(unit.class === undefined ? {} : { class: unit.class }),
    ...(teacher === undefined ? {} : { teacher }),
    ...(grouping === undefined ? {} : { grouping }),
    variant,
    wrote: counts.wrote,
    absent: counts.absent,
    responses,
    marks,
    ...(counts.complete === undefined ? {} : { complete: completeDocument(counts.complete) }),
    ...(counts.untaught === undefined || counts.untaught.length === 0
      ? {}
      : { untaught: [...untaughtDocuments(counts.untaught)] }),
  };
}

function completeDocument(complete: CompleteCounts): CompleteDocument {
  const totals: number[] = [];
  eachCount(complete.totals, (key, count) => {
    const { marked, journalMark, total } = splitTotalKey(key);
    totals.push(marked ? 1 : 0, journalMark, total, count);
  });
  const items = [...complete.items];
  if (complete.cross === undefined) return { items, totals };
  const place = new Map(items.map((item, index) => [item, index]));
  const cross = items.map((): number[] => []);
  eachCount(complete.cross, (key, count) => {
    const { item, points, total } = splitCrossKey(key);
    cross[place.get(item) ?? 0]?.push(points, total, count);
  });
  return { items, totals, cross };
}

type CompleteDocument = NonNullable<GroupDocument['complete']>;
type Refused = Extract<ParsedTally, { kind: 'refused' }>;

function invalid(path: string, { ru, en }: TallyProblem): Refused {
  return { kind: 'refused', code: 'tally-invalid', parameters: { path, problem: en, ru } };
}

function parseGroups(
  assessment: Assessment,
  documents: readonly GroupDocument[],
  path: string,
): Map<string, GroupTally> | Refused {
  const groups = new Map<string, GroupTally>();
  for (const [index, document] of documents.entries()) {
    const { region, municipality, school, class: classId, teacher, grouping, variant } = document;
    const here = `${path}.${index}`;
    const counts = parseCounts(assessment, document);
    if ('ru' in counts) return invalid(here, counts);
    const group: GroupTally = {
      unit: {
        ...(region === undefined ? {} : { region }),
        ...(municipality === undefined ? {} : { municipality }),
        ...(school === undefined ? {} : { school }),
        ...(classId === undefined ? {} : { class: classId }),
      },
      ...(teacher === undefined ? {} : { teacher }),
      ...(grouping === undefined ? {} : { grouping }),
      variant,
      counts,
    };
    const key = groupKey(group);
    if (groups.has(key)) return invalid(here, TALLY_PROBLEMS['group-twice']);
    groups.set(key, group);
  }
  return groups;
}

/** A sentence in both languages instead of counts says what is wrong with them. */
function parseCounts(assessment: Assessment, document: GroupDocument): GroupCounts | TallyProblem {
  const items = assessment.items.length;
  if (document.responses.length !== items) return TALLY_PROBLEMS['responses-lists'];
  const responses = parseFlat(document.responses, 1, (item, [code = -1]) => {
    const known = code <= MAX_HALF_POINTS || code === NOT_ATTEMPTED || code === NOT_TAUGHT;
    return known ? responseKey(item, code) : undefined;
  });
  const marks = parseFlat([document.marks], 2, (_, [mark = 8, journal = 8]) =>
    mark < 8 && journal < 8 ? markKey(mark, journal) : undefined,
  );
  if (responses === undefined) return TALLY_PROBLEMS['responses-pairs'];
  if (marks === undefined || totalCount(marks) !== document.wrote) return TALLY_PROBLEMS.marks;
  for (let item = 0; item < items; item++) {
    const pupils = (document.responses[item] ?? []).reduce(
      (sum, value, i) => (i % 2 === 1 ? sum + value : sum),
      0,
    );
    if (pupils > document.wrote) return tooManyResponses(item);
  }
  const complete = document.complete === undefined ? undefined : parseComplete(document.complete, items);
  if (document.complete !== undefined && complete === undefined) return TALLY_PROBLEMS['complete-order'];
  const untaught = parseUntaught(document.untaught ?? [], items);
  if (untaught === undefined) return TALLY_PROBLEMS.untaught;
  const whole = complete === undefined ? 0 : totalCount(complete.totals);
  if (whole > document.wrote) return TALLY_PROBLEMS['complete-pupils'];
  const behind = untaught.reduce((sum, { totals }) => sum + totalCount(totals), 0);
  if (whole + behind > document.wrote) return TALLY_PROBLEMS['untaught-pupils'];
  return {
    wrote: document.wrote,
    absent: document.absent,
    responses,
    marks,
    ...(complete === undefined ? {} : { complete }),
    untaught,
  };
}

function parseComplete(document: CompleteDocument, items: number): CompleteCounts | undefined {
  const ascending = document.items.every(
    (item, i) => item < items && (i === 0 || item > (document.items[i - 1] ?? 0)),
  );
  if (!ascending) return undefined;
  const totals = parseFlat([document.totals], 3, (_, [marked = 2, journal = 8, total = MAX_TOTAL + 1]) =>
    marked < 2 && journal < 8 && total <= MAX_TOTAL ? totalKey(marked === 1, journal, total) : undefined,
  );
  if (totals === undefined) return undefined;
  if (document.cross === undefined) return { items: document.items, totals };
  if (document.cross.length !== document.items.length) return undefined;
  const cross = parseFlat(document.cross, 2, (place, [points = 0, total = MAX_TOTAL + 1]) =>
    points > 0 && points <= MAX_HALF_POINTS && total <= MAX_TOTAL
      ? crossKey(document.items[place] ?? 0, points, total)
      : undefined,
  );
  return cross === undefined ? undefined : { items: document.items, totals, cross };
}
