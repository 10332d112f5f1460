import type { FullAnalysis, TestResult } from '@orientir/core/analysis';
import type { OutputFile } from '../output-folder.js';

/**
 * Data of the charts that show nothing but what the public tables hold: solve rates of every group beside the one around
 * it, and for each work the map of sections and the funnel of its schools.
 */
export async function widgetFiles(
  analysis: FullAnalysis,
  names: ReadonlyMap<string, string>,
): Promise<readonly OutputFile[]> {
  const [{ solveRatesData }, { sectionMapData }, { funnelData }] = await Promise.all([
    import('@orientir/widgets/solve-rates'),
    import('@orientir/widgets/section-map'),
    import('@orientir/widgets/funnel'),
  ]);
  const solveRates = analysis.testResults.flatMap((test) => {
    if (!SHOWN_LEVELS.has(test.level)) return [];
    const comparators =
      test.level === 'all' || test.parent === undefined
        ? []
        : [{ ...test.parent, name: unitTitle(test.parent.unit) }];
    const data = solveRatesData(analysis, {
      assessment: test.assessment,
      unit: { level: test.level, unit: test.unit },
      unitName: names.get(test.unit) ?? unitTitle(test.unit),
      comparators,
    });
    if (data === undefined || data.items.every((item) => item.solveRate === undefined)) return [];
    return [jsonFile('', test, data)];
  });
  const ofSchools = analysis.assessments.flatMap(({ id: assessment }) => {
    const options = { assessment, wholeName: unitTitle('all'), names };
    const group = { assessment, level: 'all', unit: 'all' } as const;
    const map = sectionMapData(analysis, options);
    const funnel = funnelData(analysis, options);
    const hasMap = map?.units.some(({ cells }) => cells.some(({ share }) => share !== undefined));
    const hasFunnel = funnel?.units.some(({ share }) => share !== undefined);
    return [
      ...(hasMap === true ? [jsonFile('section-map-', group, map)] : []),
      ...(hasFunnel === true ? [jsonFile('funnel-', group, funnel)] : []),
    ];
  });
  return [...solveRates, ...ofSchools];
}

const SHOWN_LEVELS: ReadonlySet<string> = new Set(['all', 'region', 'municipality', 'school']);

function jsonFile(
  chart: string,
  { assessment, level, unit }: Pick<TestResult, 'assessment' | 'level' | 'unit'>,
  data: unknown,
): OutputFile {
  const file = `${chart}${assessment}--${level}--${unit}`.replace(/[\\/:*?"<>|\s]+/g, '-');
  return { path: `widgets/${file}.json`, content: `${JSON.stringify(data, undefined, 1)}\n` };
}

function unitTitle(unit: string): string {
  return unit === 'all' ? 'Все вместе' : unit;
}
