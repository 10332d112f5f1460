import { analyse } from '@orientir/core/analysis';
import { TallySum } from '@orientir/core/tally';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { reportScript, reportStyle } from '@orientir/widgets/report';
import { solveRatesData, solveRatesTable } from '@orientir/widgets/solve-rates';
import { makeSample } from 'orientir/sample';
import { defineConfig, type Plugin } from 'vite';

/** Style and script of the report as files, since the pages are served with a policy that forbids inline ones. */
const reportAssets: Plugin = {
  name: 'report-assets',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'report.css', source: reportStyle });
    this.emitFile({ type: 'asset', fileName: 'report.js', source: reportScript });
  },
};

/** The school page's table, computed from the sample region as any school's would be. */
const schoolTable: Plugin = {
  name: 'school-table',
  async transformIndexHtml(html) {
    return html.includes(MARK) ? html.replace(MARK, await sampleSchoolTable()) : html;
  },
};

const MARK = '<!--solve-rates-table-->';

async function sampleSchoolTable(): Promise<string> {
  const sum = new TallySum();
  const files = makeSample().filter(({ path }) => path.startsWith('2026/') || path === 'schools.csv');
  const { schools } = await readInputs(
    files.map(({ path, bytes }) => inputFile(path, bytes)),
    {
      onTally: (part) => sum.addTally(part),
    },
  );
  const analysis = analyse(sum.tally());
  const test = analysis.testResults.find(
    ({ level, wrote, assessment }) =>
      level === 'school' && wrote >= 40 && wrote <= 80 && assessment.includes('математика'),
  );
  const parent = test?.parent;
  const data =
    test === undefined || parent === undefined
      ? undefined
      : solveRatesData(analysis, {
          assessment: test.assessment,
          unit: test,
          unitName: schools.resolve(test.unit)?.name ?? test.unit,
          comparators: [
            { ...parent, name: parent.unit },
            { level: 'all', unit: 'all', name: 'Образцовый край' },
          ],
          synthetic: true,
        });
  if (data === undefined) throw new Error('the sample has no school of the size that the page shows');
  return solveRatesTable(data, 'ru');
}

export default defineConfig({
  root: 'src',
  base: './',
  plugins: [reportAssets, schoolTable],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inline script would break the policy as well.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['index', 'workbench', 'school'].map(
        (page) => new URL(`src/${page}.html`, import.meta.url).pathname,
      ),
    },
  },
});
