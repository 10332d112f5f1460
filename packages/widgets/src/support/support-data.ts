/**
 * The data of `<orientir-coverage>`, `<orientir-capacity>` and `<orientir-partner-list>`. No teacher is in any of them,
 * neither by name nor by code.
 *
 * @module
 */
import type { PartnerPlan } from '@orientir/core/partners';
import type { SupportOverview } from '@orientir/core/support';
import type { ChartOrigin, Checked } from '../chart/chart-data.js';
import { checkDocument, isCount, isList } from '../chart/chart-data.js';

/** What stands beside the figures. */
interface SupportFacts extends ChartOrigin {
  readonly version: 1;
  /** Territory. */
  readonly name: string;
}

/** Needs of one topic, or of one group of teachers. */
export interface CoverageRow {
  readonly kind: 'topic' | 'group';
  /** Topic; of a group its id: `young`, `newcomer`, `low_results`, `no_exam_experience`; `''` = all further topics. */
  readonly id: string;
  readonly needs: number;
  readonly met: number;
}

export interface CoverageData extends SupportFacts {
  readonly schema: 'orientir.coverage';
  readonly rows: readonly CoverageRow[];
}

export interface CapacityRow {
  readonly id: string;
  readonly kind: string;
  readonly places: number;
  readonly used: number;
  /** Of a place, in weights of needs. */
  readonly price: number;
  /** What one more place would bring. */
  readonly gain: number;
}

export interface CapacityData extends SupportFacts {
  readonly schema: 'orientir.capacity';
  readonly rows: readonly CapacityRow[];
}

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  /** Absent = nobody; then `reason` says why. */
  readonly partner?: string;
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
  readonly topics: readonly string[];
  readonly reason?: string;
  /** Would fit, but is out of reach or full. */
  readonly nearest?: string;
}

export interface PartnerListData extends SupportFacts {
  readonly schema: 'orientir.partner-list';
  readonly rows: readonly PartnerRow[];
}

export interface SupportOptions extends ChartOrigin {
  readonly name: string;
}

/** Fewest needs of a row: fewer could be one teacher. Our choice. */
const LEAST_NEEDS = 5;

/**
 * Need against met by topic and by priority group. Topics with fewer than five needs go into one row of further topics;
 * where these are fewer than five together, and in small groups, the row is left out.
 */
export function coverageData(
  { needRows, byGroup }: Pick<SupportOverview, 'needRows' | 'byGroup'>,
  options: SupportOptions,
): CoverageData {
  const topics = new Map<string, { needs: number; met: number }>();
  const put = (id: string, needs: number, met: number) => {
    const there = topics.get(id) ?? { needs: 0, met: 0 };
    topics.set(id, { needs: there.needs + needs, met: there.met + met });
  };
  for (const { topic, needs, met } of needRows) put(topic, needs, met);
  for (const [topic, { needs, met }] of [...topics]) {
    if (needs >= LEAST_NEEDS) continue;
    topics.delete(topic);
    put('', needs, met);
  }
  const rows = [
    ...[...topics].map(([id, of]) => ({ kind: 'topic' as const, id, ...of })),
    ...Object.entries(byGroup).map(([id, { needs, met }]) => ({ kind: 'group' as const, id, needs, met })),
  ];
  return {
    schema: 'orientir.coverage',
    version: 1,
    ...options,
    rows: rows.filter(({ needs }) => needs >= LEAST_NEEDS),
  };
}

/** Places and their prices, in the order given. */
export function capacityData(
  { capacity }: Pick<SupportOverview, 'capacity'>,
  options: SupportOptions,
): CapacityData {
  return {
    schema: 'orientir.capacity',
    version: 1,
    ...options,
    rows: capacity.map(({ offer, kind, places, used, price, gainOfOneMore }) => ({
      id: offer,
      kind,
      places,
      used,
      price,
      gain: gainOfOneMore,
    })),
  };
}

/** Schools that look for a partner, in the order of the plan. Only for inside: it is of single schools. */
export function partnerListData(
  { entries }: PartnerPlan,
  { names = new Map(), ...options }: SupportOptions & { readonly names?: ReadonlyMap<string, string> },
): PartnerListData {
  const nameOf = (school: string) => names.get(school) ?? school;
  return {
    schema: 'orientir.partner-list',
    version: 1,
    ...options,
    rows: entries.map((entry): PartnerRow => {
      const base = { id: entry.school, name: nameOf(entry.school) };
      if (entry.kind === 'matched') {
        const { partner, difference, low, high, topics } = entry.pair;
        return { ...base, partner: nameOf(partner.school), difference, low, high, topics };
      }
      const { reason, nearest } = entry;
      return {
        ...base,
        topics: [],
        reason,
        ...(nearest === undefined ? {} : { nearest: nameOf(nearest.partner.school) }),
      };
    }),
  };
}

/** The doors of the widgets. */
export function checkCoverageData(value: unknown): Checked<CoverageData> {
  return checkRows(
    value,
    'orientir.coverage',
    ({ kind, id, needs, met }) =>
      (kind === 'topic' || kind === 'group') && isText(id) && isCount(needs) && isCount(met),
  );
}

export function checkCapacityData(value: unknown): Checked<CapacityData> {
  return checkRows(
    value,
    'orientir.capacity',
    ({ id, kind, places, used, price, gain }) =>
      isText(id) && isText(kind) && [places, used, price, gain].every(isCount),
  );
}

export function checkPartnerListData(value: unknown): Checked<PartnerListData> {
  return checkRows(
    value,
    'orientir.partner-list',
    ({ id, name, partner, difference, low, high, topics }) =>
      isText(id) &&
      isText(name) &&
      Array.isArray(topics) &&
      topics.every(isText) &&
      (partner === undefined || (isText(partner) && [difference, low, high].every(Number.isFinite))),
  );
}

function checkRows<Data>(
  value: unknown,
  schema: string,
  isRow: (row: Readonly<Record<string, unknown>>) => boolean,
): Checked<Data> {
  return checkDocument(value, schema, ({ name, rows }) => isText(name) && isList(rows, isRow));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
