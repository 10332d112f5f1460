import type { Analysis } from '@orientir/core/analysis';
import type { OutputFile } from '../output-folder.js';

/** Chart data for each assessment: the whole, and every municipality beside it. */
export async function widgetFiles(
  analysis: Analysis,
  names: ReadonlyMap<string, string>,
): Promise<readonly OutputFile[]> {
  const { solveRatesData } = await import('@orientir/widgets/solve-rates');
  return analysis.testResults
    .filter(
      ({ level }) => level === 'all' || level === 'region' || level === 'municipality' || level === 'school',
    )
    .flatMap((test) => {
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
      const file = `${test.assessment}--${test.level}--${test.unit}`.replace(/[\\/:*?"<>|\s]+/g, '-');
      return [{ path: `widgets/${file}.json`, content: `${JSON.stringify(data, undefined, 1)}\n` }];
    });
}

function unitTitle(unit: string): string {
  return unit === 'all' ? 'Все вместе' : unit;
}
