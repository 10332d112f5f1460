import { readdirSync, readFileSync } from 'node:fs';
import { analyseFully } from '@orientir/core/analysis';
import { planTemplate } from '@orientir/core/road-map';
import { TallySum } from '@orientir/core/tally';
import { planHtml } from '@orientir/formats/plans';
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

const WIDGETS = new URL('../../packages/widgets/dist/', import.meta.url);

/** The scripts of a published plan, for pages that show one and for the page that packs them. */
const planScripts: Plugin = {
  name: 'plan-scripts',
  generateBundle() {
    const files = readdirSync(WIDGETS).filter((name) => /^orientir(?!-all)[\w.-]*\.js$/.test(name));
    for (const name of files)
      this.emitFile({
        type: 'asset',
        fileName: `scripts/${name}`,
        source: readFileSync(new URL(name, WIDGETS)),
      });
    this.emitFile({ type: 'asset', fileName: 'scripts/files.json', source: JSON.stringify(files) });
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
  const analysis = analyseFully(sum.tally());
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

/** The plan of the sample page: a template of ours, with a few marks. */
const planTable: Plugin = {
  name: 'plan-table',
  transformIndexHtml: (html) =>
    html.includes(PLAN_MARK) ? html.replace(PLAN_MARK, () => samplePlanTable()) : html,
};

const PLAN_MARK = '<!--plan-table-->';

function samplePlanTable(): string {
  const plan = planTemplate('measures-4', { language: 'ru', schoolYear: '2026/2027' });
  if (plan === undefined) throw new Error('there is no such template');
  const [first, second] = plan.measures;
  const marks = [first, second].flatMap((measure) =>
    measure === undefined ? [] : [{ measure: measure.id, status: 'done' as const, date: '2026-10-05' }],
  );
  return planHtml({ ...plan, record: { events: [], measures: marks } }, { language: 'ru' });
}

export default defineConfig({
  root: 'src',
  base: './',
  plugins: [reportAssets, schoolTable, planScripts, planTable],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inline script would break the policy as well.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['index', 'workbench', 'school', 'publisher', 'school-plan'].map(
        (page) => new URL(`src/${page}.html`, import.meta.url).pathname,
      ),
    },
  },
});
