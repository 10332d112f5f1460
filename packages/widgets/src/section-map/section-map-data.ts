/**
 * The data of `<orientir-section-map>`: schools by sections of the programme, each with its solve rate and verdict.
 *
 * @module
 */
import type { Corridor, FullAnalysis, SectionResult } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import type { ChartFacts, ChartShare, Checked, UnitsOptions } from '../chart/chart-data.js';
import { chartFacts, checkChart, isChartShare, isList, shareOf } from '../chart/chart-data.js';

/** Where the whole interval lies; `folded`: the section says no more than the work as a whole. */
export type SectionVerdict = Corridor | 'undetermined' | 'folded';

/** One unit on one section. */
export interface SectionMapCell extends ChartShare {
  readonly verdict?: SectionVerdict;
  /** That the true rate is below the corridor, 0..1. */
  readonly probability?: number;
}

export interface SectionMapRow {
  readonly id: string;
  readonly name: string;
  /** Pupils who wrote the work. */
  readonly n: number;
  /** In the order of the sections. */
  readonly cells: readonly SectionMapCell[];
}

/** Version 1. A file with another version is refused politely. */
export interface SectionMapData extends ChartFacts {
  readonly schema: 'orientir.section-map';
  readonly version: 1;
  /** Where the borders of the corridors come from. */
  readonly rules: string;
  /** A section without a name is the work as a whole. */
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly skill?: string;
    readonly items: readonly string[];
  }[];
  readonly units: readonly SectionMapRow[];
}

/** Takes the map out of an analysis; absent when it has no such work, or the work names no sections. */
export function sectionMapData(
  analysis: FullAnalysis,
  { level = 'school', names = new Map(), ...options }: UnitsOptions,
): SectionMapData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, ...facts } = found;
  const results = analysis.sectionResults.filter((result) => result.assessment === options.assessment);
  const sections = sectionsOf(results, of);
  if (sections.length === 0) return undefined;
  const byUnit = new Map<string, Map<string, SectionResult>>();
  for (const result of results) {
    if (result.level !== level) continue;
    const cells = byUnit.get(result.unit) ?? new Map<string, SectionResult>();
    byUnit.set(result.unit, cells.set(sectionKey(result), result));
  }
  const tests = analysis.testResults.filter(
    (test) => test.assessment === options.assessment && test.level === level && byUnit.has(test.unit),
  );
  return {
    schema: 'orientir.section-map',
    version: 1,
    ...facts,
    rules: analysis.rules.source,
    sections: sections.map(({ section, skill, items }, index) => ({
      id: `s${index + 1}`,
      name: section,
      ...(skill === undefined ? {} : { skill }),
      items,
    })),
    units: tests.map(({ unit, wrote }) => ({
      id: unit,
      name: names.get(unit) ?? unit,
      n: wrote,
      cells: sections.map((section) => cellOf(byUnit.get(unit)?.get(sectionKey(section)))),
    })),
  };
}

/** The door of the widget. */
export function checkSectionMapData(value: unknown): Checked<SectionMapData> {
  return checkChart(
    value,
    'orientir.section-map',
    ({ rules, sections, units }) =>
      typeof rules === 'string' &&
      isList(
        sections,
        ({ id, name, items }) => typeof id === 'string' && typeof name === 'string' && Array.isArray(items),
      ) &&
      isList(
        units,
        ({ id, name, n, cells }) =>
          typeof id === 'string' &&
          typeof name === 'string' &&
          typeof n === 'number' &&
          isList(cells, isChartShare) &&
          cells.length === sections.length,
      ),
  );
}

/** One result of each section, in the order of the work; the work as a whole comes last. */
export function sectionsOf(results: readonly SectionResult[], of: Assessment): readonly SectionResult[] {
  const order = new Map(of.items.map(({ id }, index) => [id, index]));
  const first = ({ items: [item = ''] }: SectionResult) => order.get(item) ?? 0;
  return [...new Map(results.map((result) => [sectionKey(result), result])).values()].sort(
    (one, other) => Number(isWholeWork(one)) - Number(isWholeWork(other)) || first(one) - first(other),
  );
}

/** What makes results those of one section. */
export function sectionKey({ section, skill }: SectionResult): string {
  return `${skill ?? ''}|${section}`;
}

function cellOf(result: SectionResult | undefined): SectionMapCell {
  if (result === undefined) return { n: 0, reason: 'not-administered' };
  const { solveRate, verdict, probability } = result;
  return {
    ...shareOf(solveRate),
    ...(verdict === undefined || solveRate.kind === 'missing' ? {} : { verdict }),
    ...(probability === undefined || solveRate.kind === 'missing' ? {} : { probability }),
  };
}
