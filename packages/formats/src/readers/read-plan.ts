/**
 * Reads test plans («обобщённый план») and the codifiers that name their codes.
 *
 * @module
 */
import type { CodifierEntry, EarlierTopic, Item, ItemLevel } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { placeOf } from '../file-state.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { WorkIdentity } from './assessment-identity.js';
import { identityOfPath, identityOfTitle, joinIdentities } from './assessment-identity.js';
import { itemCodesOfHeader, parseItemCode } from './item-code.js';

type CodeKind = 'content' | 'requirement';

/** A code of an item, with the cell in which it stood. */
interface PlannedCode {
  readonly item: string;
  readonly code: string;
  readonly kind: CodeKind;
  readonly place: Place;
}

/** A plan («план КИМ») that does not name its work itself. */
export interface TestPlan {
  readonly items: readonly Item[];
  readonly codes: readonly PlannedCode[];
  /** Names of the codes, where a codifier lies beside the plan. */
  readonly codifier?: readonly CodifierEntry[];
  readonly identity: WorkIdentity;
  readonly folder: string;
  readonly file: string;
}

/** Codes with their names; one kind of them, as far as the header says which. */
export interface Codifier {
  readonly entries: readonly WrittenEntry[];
  readonly kind: CodeKind | undefined;
  readonly folder: string;
  readonly file: string;
}

/** An entry as it stands in the sheet: what it rests on is still codes of other entries, or names. */
interface WrittenEntry extends Omit<CodifierEntry, 'earlier'> {
  readonly restsOn: readonly string[];
}

interface PlannedItem {
  maxPoints?: number;
  level?: ItemLevel;
  section?: string;
  plannedResult?: string;
  readonly codes: string[];
  readonly skills: string[];
  readonly tags: string[];
}

/**
 * Rows of one item (one for each pair of codes, the number repeated or in a merged cell) are joined. A row with a number and
 * no maximum is an issue, unless it begins an item whose criteria follow.
 */
export function readPlan(
  sheet: Sheet,
  header: number,
  file: string,
  folder: string,
): { readonly plan: TestPlan; readonly issues: readonly Issue[] } {
  const columns = planColumns((sheet.rows[header] ?? []).map((cell) => cellText(cell).toLowerCase()));
  const items = new Map<string, PlannedItem>();
  const codes: PlannedCode[] = [];
  const issues: Issue[] = [];
  const place = placeOf(file, sheet);
  const body = sheet.rows.slice(header + 1);
  const numbers = itemCodesOfHeader(body.map((row) => row[columns.item]));
  let id = '';
  body.forEach((row, i) => {
    const number = cellText(row[columns.item]);
    if (SUM_ROW.test(number)) {
      id = '';
      return;
    }
    if (number !== '') id = numbers[i]?.code ?? parseItemCode(number)?.code ?? number;
    const text = (name: keyof typeof columns) => cellText(row[columns[name]]);
    const max = Number(text('max').replace(',', '.'));
    const at = (column: number): Place => ({ ...place, row: header + 2 + i, column: columnName(column) });
    if (number !== '' && !(max > 0)) {
      if (ITEM_NUMBER.test(number) && text('max') === '' && !beginsCriteria(id, body[i + 1], columns.item))
        issues.push(issue('plan-row-unclear', 'error', at(columns.item), { found: id }));
      id = '';
      return;
    }
    if (id === '') return;
    const item = items.get(id) ?? { codes: [], skills: [], tags: [] };
    items.set(id, item);
    if (max > 0) item.maxPoints = max;
    const level = LEVELS.get(text('level').toLowerCase().slice(0, 1));
    if (level !== undefined) item.level = level;
    if (text('section') !== '') item.section = text('section');
    if (text('planned') !== '') item.plannedResult = text('planned');
    addNew(item.skills, text('skill'));
    for (const tag of listed(text('tags'))) addNew(item.tags, tag);
    for (const [column, kind] of [
      [columns.kes, 'content'],
      [columns.kt, 'requirement'],
    ] as const) {
      for (const code of codesIn(row[column])) {
        addNew(item.codes, code);
        codes.push({ item: id, code, kind, place: at(column) });
      }
    }
  });
  const titles = sheet.rows.slice(0, header).flatMap((row) => row.map(cellText));
  const identity = joinIdentities(
    ...titles.map(identityOfTitle),
    identityOfPath(titles.join(' ')),
    identityOfPath(file),
  );
  return { plan: { items: Array.from(items, itemOf), codes, identity, folder, file }, issues };
}

/**
 * Reads `Код | Проверяемые элементы содержания` or `Код | Проверяемые требования …`, and where they are there the columns «Класс»
 * (in which it is taught) and «Опирается на» (codes or names of topics of earlier grades).
 */
export function readCodifier(sheet: Sheet, header: number, file: string, folder: string): Codifier {
  const headers = (sheet.rows[header] ?? []).map((cell) => cellText(cell).toLowerCase());
  const code = headers.findIndex((text) => CODE_HEADER.test(text));
  const name = headers.findIndex((text, column) => column !== code && NAME_HEADER.test(text));
  const kind: CodeKind = /требовани|умени/.test(headers[name] ?? '') ? 'requirement' : 'content';
  const taught = headers.findIndex((text) => GRADE_HEADER.test(text));
  const rests = headers.findIndex((text) => RESTS_HEADER.test(text));
  const entries = sheet.rows.slice(header + 1).flatMap((row): WrittenEntry[] => {
    const [first] = codesIn(row[code]);
    if (first === undefined) return [];
    const grade = Number(/^\d{1,2}/.exec(cellText(row[taught]))?.[0]);
    return [
      {
        code: first,
        name: cellText(row[name]),
        kind,
        ...(grade >= 1 && grade <= 12 ? { grade } : {}),
        restsOn: rests < 0 ? [] : restsIn(row[rests]),
      },
    ];
  });
  return { entries, kind, folder, file };
}

/** Whether a header is one of a codifier. */
export function isCodifierHeader(headers: readonly string[]): boolean {
  const filled = headers.filter((text) => text !== '');
  return (
    filled.length <= 4 &&
    filled.some((text) => CODE_HEADER.test(text)) &&
    filled.some((text) => NAME_HEADER.test(text))
  );
}

const GRADE_HEADER = /^(класс( изучения)?|изучается в классе)$/;
const RESTS_HEADER = /^(опирается на|темы (прошлых|предыдущих) классов|ранее изученн)/;
const CODE_HEADER = /^код( кэс| кт| элемента| требования| контролируемого элемента)?$/;
const NAME_HEADER = /^(проверяемые|контролируемые|элементы содержания|требования к)/;

/** Codes of the plan that no codifier of their kind has; where there is no codifier of the kind, nothing is missing. */
export function missingCodes(plan: TestPlan, codifiers: readonly Codifier[]): readonly Issue[] {
  const known = new Map<CodeKind, Set<string>>();
  for (const { kind, code } of codifiers.flatMap(({ entries }) => entries)) {
    if (kind === undefined) continue;
    const codes = known.get(kind) ?? new Set();
    known.set(kind, codes.add(code));
  }
  const told = new Set<string>();
  return plan.codes.flatMap(({ item, code, kind, place }) => {
    const codes = known.get(kind);
    const key = `${item}|${kind}|${code}`;
    if (codes === undefined || codes.has(code) || told.has(key)) return [];
    told.add(key);
    return [issue('code-not-in-codifier', 'warning', place, { item, code })];
  });
}

/**
 * The plan with the names of the codes that its items have. What an entry rests on is looked up in all codifiers of the
 * folder, since no item has those codes; a text that is no code of theirs stands as it is.
 */
export function withNames(plan: TestPlan, codifiers: readonly Codifier[]): TestPlan {
  const wanted = new Set(plan.codes.map(({ code, kind }) => `${kind}|${code}`));
  const codifier = codifiers
    .flatMap(({ entries }) => entries)
    .filter(({ code, kind }) => wanted.delete(`${kind ?? ''}|${code}`))
    .map(({ restsOn, ...entry }): CodifierEntry => {
      const earlier = restsOn.map((text) => topicOf(text, entry.kind, codifiers));
      return earlier.length === 0 ? entry : { ...entry, earlier };
    });
  return codifier.length === 0 ? plan : { ...plan, codifier };
}

function topicOf(text: string, kind: CodeKind | undefined, codifiers: readonly Codifier[]): EarlierTopic {
  const entries = codifiers.flatMap((codifier) => codifier.entries).filter(({ code }) => code === text);
  const found = entries.find((entry) => entry.kind === kind) ?? entries[0];
  if (found === undefined || found.name === '') return { name: text };
  const { code, name, grade } = found;
  return { name, ...(grade === undefined ? {} : { grade }), code };
}

function planColumns(headers: readonly string[]) {
  const column = (...patterns: readonly RegExp[]) =>
    patterns.map((pattern) => headers.findIndex((text) => pattern.test(text))).find((index) => index >= 0) ??
    -1;
  return {
    item: column(/№ по ким/, /^номер задания/, /^№ задания/, /^№/),
    max: column(/^макс(имальный|\.)? ?балл/),
    level: column(/^уровень( сложности)?/),
    section: column(/^раздел/),
    planned: column(/^блоки пооп/, /^планируем/),
    skill: column(/^умени/, /^проверяемые (требования|умения)/),
    kes: column(/кэс/),
    kt: column(/код кт/, /кпу/),
    tags: column(/^(теги|метки|tags)/),
  };
}

const LEVELS: ReadonlyMap<string, ItemLevel> = new Map(
  Object.entries<ItemLevel>({ б: 'basic', п: 'advanced', в: 'high', b: 'high' }),
);
const SUM_ROW = /^(итого|всего|сумма)/i;
const ITEM_NUMBER = /^\d{1,3}\D{0,6}\d{0,2}$/;

/** `13` above `13К1` is a heading of its criteria. */
function beginsCriteria(id: string, next: readonly SheetCell[] | undefined, column: number): boolean {
  const code = parseItemCode(cellText(next?.[column]))?.code ?? '';
  return code !== id && code.startsWith(id) && !/^\d/.test(code.slice(id.length));
}

function itemOf([id, { codes, skills, tags, ...item }]: readonly [string, PlannedItem]): Item {
  return {
    id,
    ...item,
    ...(codes.length === 0 ? {} : { codes }),
    ...(skills.length === 0 ? {} : { skills }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

function addNew(to: string[], value: string): void {
  if (value !== '' && !to.includes(value)) to.push(value);
}

/** Codes of one cell: `1.1; 2.3`, and `1.2` that a spreadsheet took for a number or a date. */
function codesIn(cell: SheetCell): readonly string[] {
  const [repaired] = typeof cell === 'object' ? itemCodesOfHeader([cell]) : [];
  return (repaired === undefined ? listed(cellText(cell)) : [repaired.code]).map((code) =>
    code.replace(/^(кэс|кт)\s*/i, '').replace(/\.$/, ''),
  );
}

/** What an entry rests on: codes, or names, in which a comma may stand. */
function restsIn(cell: SheetCell): readonly string[] {
  const text = cellText(cell);
  if (!/\p{L}{2}/u.test(text)) return codesIn(cell);
  return text
    .split(/[|;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Parts of a list in one cell; a comma between digits without a space is a decimal comma. */
function listed(text: string): readonly string[] {
  return text
    .split(/[|;\n]|,(?!\d)|,(?=\d+\.)| {2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
