/** Plans: a document of 2,000 rows read, 10,000 measures validated, deadlines and coverage at the size of a region. */
import { occurrences, parseDeadline } from '@orientir/core/calendar';
import { checkPlan, coverageOf, planTemplate, readinessOf } from '@orientir/core/road-map';
import { parseRoadMap } from '@orientir/core/schema';
import { planDocx, readPlanFile } from '@orientir/formats/plans';
import { section } from './section.mjs';

const YEAR = '2025/2026';
const PHRASES = [
  'до 1 октября',
  'сентябрь',
  'один раз в четверть',
  'ежемесячно до 5 числа',
  'третья среда месяца',
  'еженедельно',
  'ежегодно сентябрь-октябрь',
  'постоянно',
  'в течение года',
  'сентябрь, декабрь, май',
];

/** A plan of so many measures, each with one finding. */
function planOf(count) {
  const template = planTemplate('measures-4', { language: 'ru', schoolYear: YEAR });
  return {
    ...template,
    measures: Array.from({ length: count }, (_, i) => ({
      ...template.measures[i % template.measures.length],
      id: `m${i + 1}`,
      number: `${i + 1}.`,
      text: `Мероприятие ${i + 1}: ${template.measures[i % template.measures.length].text}`,
      deadline: parseDeadline(PHRASES[i % PHRASES.length], { schoolYear: YEAR }).deadline,
      findings: [`finding-${i}`],
    })),
  };
}

const [what] = process.argv.slice(2);
if (what === 'docx') {
  const bytes = planDocx(planOf(2000), { language: 'ru' });
  const { plan } = await section(() => readPlanFile(bytes, 'plan.docx', { schoolYear: YEAR }));
  console.log(plan.measures.length);
} else if (what === 'validate') {
  const value = JSON.parse(JSON.stringify(planOf(10_000)));
  const issues = await section(() => {
    const { plan } = parseRoadMap(value);
    return [...checkPlan(plan), ...readinessOf(plan, { stage: 'draft' })];
  });
  console.log(issues.length);
} else if (what === 'occurrences') {
  const deadlines = planOf(10_000).measures.map(({ deadline }) => deadline);
  const count = await section(() => {
    let sum = 0;
    for (const deadline of deadlines)
      sum += occurrences(deadline, { from: '2025-09-01', to: '2028-08-31', schoolYear: YEAR }).length;
    return sum;
  });
  console.log(count);
} else {
  const plan = planOf(5000);
  const findings = Array.from({ length: 5000 }, (_, i) => ({ id: `finding-${i * 2}`, severity: 'high' }));
  const { open, orphans } = await section(() => coverageOf(plan, findings));
  console.log(open.length, orphans.length);
}
