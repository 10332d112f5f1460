/**
 * Plans and deadlines. The law of readers: nothing is thrown but a refusal, rows read = accepted + rejected, every issue
 * has a sentence in both languages, what was read is a valid plan and can be written in every format, and no script
 * survives. The law of deadlines: no dates without certainty, none that do not exist.
 */
import { describeDeadline, formatDeadline, parseDeadline } from '@orientir/core/calendar';
import {
  checkPlan,
  contentHash,
  describeRoadMapIssue,
  lintPlan,
  planTemplate,
  readinessOf,
} from '@orientir/core/road-map';
import { parseRoadMap } from '@orientir/core/schema';
import { readDocument } from '@orientir/formats/document';
import {
  describePlanIssue,
  exportPlan,
  planDocx,
  planHtml,
  planJson,
  readJournal,
  readPlan,
  readReportSheet,
} from '@orientir/formats/plans';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { isDay } from './form-laws.mjs';
import { checkProblems, damagedJson, parsed } from './json-door.mjs';
import { mutateText } from './mutate.mjs';
import { storedZip } from './stored-zip.mjs';

const YEAR = '2025/2026';
const wholePlans = ['recommendations-6', 'measures-4', 'results-5', 'indicators-5', 'pupil-categories'].map(
  (name) => planTemplate(name, { language: 'ru', schoolYear: YEAR }),
);
/** Two measures show what all show. */
const smallPlans = wholePlans.map((plan) => ({ ...plan, measures: plan.measures.slice(0, 2) }));
const pages = bySize((plans) => [
  ...plans.map((plan) => planHtml(plan, { language: 'ru' })),
  '<p>Рекомендовано:</p><ol><li>Провести семинар<li>Проверить план до 1 октября</ol><table><tr><td>№ п/п<td>Мероприятия<td>Сроки<td>Ответственные<tr><td rowspan=2>1.<td>Анализ<td>ежегодно<td>МКУ «УО»<tr><td>Показ<td>май<td>ОО</table>',
  '<table class=MsoNormalTable><tr style="mso-yfti-irow:0"><td colspan=3><b>I. Раздел</b><tr><td>1<td onclick="x()">Семинар<script>x()</script><td>сентябрь-май<o:p></o:p></table>',
]);
const documents = bySize((plans) =>
  plans.map((plan) =>
    Object.entries(unzipSync(planDocx(plan, { language: 'ru' }))).map(([name, bytes]) => ({
      name,
      bytes,
      text: strFromU8(bytes),
    })),
  ),
);
const planTexts = bySize((plans) => plans.map((plan) => planJson(plan)));
const phrases = [
  'до 1 октября 2025 года',
  'сентябрь 2025 г. – май 2026 г.',
  '1 раз в полугодие, не позднее 25 числа',
  'ежегодно, до 1 февраля',
  'по итогам первой четверти, полугодия, третьей четверти, года',
  'В период с 26 по 31 августа',
  'третья среда месяца',
  'в течение 10 дней после получения результатов',
  'постоянно',
  'I квартал, II полугодие',
];
const journal =
  'plan,school,kind,event,date,role,by,consultant,due,reason\np1,s1,roadMap,submitted,2025-09-01,school,,,,\np1,s1,roadMap,returned,02.09.2025,methodicalCentre,,М,2025-09-23,x\n';
const report =
  'Код плана;Код мероприятия;Отметка о выполнении;Дата отметки;Подтверждение;Примечание\np1;m1;выполнено;01.10.2025;Справка;\np1;m2;under way;2025-10-02;;в срок\np2;m1;;;;\np2;m2;отменено;45930;;\n';

export const PLAN_TARGETS = {
  deadline: {
    input: (random) => mutateText(random.of(phrases), 'phrase', random, phrases),
    check: (text) => {
      const found = describeDeadline(text, { schoolYear: YEAR });
      if (found.raw !== text) throw new Error('the source text is lost');
      const days = [found.start, found.end, ...found.occurrences.flatMap(({ start, due }) => [start, due])];
      for (const day of days)
        if (day !== undefined && new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day)
          throw new Error(`no such day: ${day}`);
      if (found.start !== undefined && found.end !== undefined && found.end < found.start)
        throw new Error('ends before it starts');
      if (found.kind === 'none' && days.some((day) => day !== undefined))
        throw new Error('a guess is passed off as a date');
      if (found.issues.some(({ ru, en }) => ru === '' || en === ''))
        throw new Error('an issue without a sentence');
      const { deadline } = parseDeadline(text, { schoolYear: YEAR });
      if (deadline.kind === 'none') return;
      const again = parseDeadline(formatDeadline(deadline, 'ru'), { schoolYear: YEAR }).deadline;
      const meaning = ({ raw: _raw, ...rest }) => JSON.stringify(rest);
      if (deadline.kind !== 'relative' && meaning(again) !== meaning(deadline))
        throw new Error(
          `${formatDeadline(deadline, 'ru')} means something else: ${meaning(deadline)} ${meaning(again)}`,
        );
    },
  },
  'plan html': {
    input: (random) => {
      const of = seldom(random, pages);
      return {
        name: 'a.html',
        bytes: strToU8(mutateText(random.of(of), 'html', random, of)),
        ...more(random),
      };
    },
    check: checkDocument,
  },
  'plan docx': {
    input: (random) => {
      const parts = random.of(seldom(random, documents));
      const hit =
        random.below(3) > 0
          ? parts.findIndex(({ name }) => name === 'word/document.xml')
          : random.below(parts.length);
      const texts = parts.map(({ text }) => text);
      const bytes = storedZip(
        parts.map(({ name, text, bytes: whole }, i) => [
          name,
          i === hit ? strToU8(mutateText(text, 'word', random, texts)) : whole,
        ]),
      );
      return { name: 'a.docx', bytes, ...more(random) };
    },
    check: checkDocument,
  },
  'plan.json': {
    input: (random) => damagedJson(seldom(random, planTexts), random),
    check: (text) => {
      const result = parseRoadMap(parsed(text));
      if (result.kind === 'refused') {
        checkProblems(result.problems);
        return;
      }
      const { plan } = result;
      const again = parseRoadMap(JSON.parse(planJson(plan)));
      if (again.kind !== 'plan' || contentHash(again.plan) !== contentHash(plan))
        throw new Error('read back otherwise');
      for (const issue of [
        ...checkPlan(plan),
        ...lintPlan(plan),
        ...readinessOf(plan, { stage: 'approval' }),
      ])
        if (describeRoadMapIssue(issue, 'ru') === '') throw new Error('an issue without a sentence');
      writeAll(plan);
    },
  },
  'plan report': {
    input: (random) => strToU8(mutateText(report, 'csv', random, [report])),
    check: async (bytes) => {
      const content = await readDocument(bytes, 'a.csv').catch(refused);
      if (content === undefined) return;
      const { reported, defects, rowsRead } = readReportSheet(content);
      const rows = defects.filter(({ row }) => row !== undefined);
      if (reported.length + rows.length !== rowsRead) throw new Error('rows are lost');
      for (const { plan, measure, date } of reported)
        if (plan === '' || measure === '' || !isDay(date))
          throw new Error(`no mark: ${plan} ${measure} ${date}`);
    },
  },
  'plan journal': {
    input: (random) => strToU8(mutateText(journal, 'csv', random, [journal])),
    check: async (bytes) => {
      const content = await readDocument(bytes, 'a.csv').catch(refused);
      if (content === undefined) return;
      const { plans: found, rowsRead, rowsRejected } = readJournal(content);
      const events = found.reduce((sum, { events: of }) => sum + of.length, 0);
      if (events + rowsRejected !== rowsRead) throw new Error('rows are lost');
    },
  },
};

/** Made of plans with a few measures, and of whole plans. */
function bySize(make) {
  return { small: make(smallPlans), whole: make(wholePlans) };
}

/** Whole plans in one input of sixty-four. */
function seldom(random, { small, whole }) {
  return random.below(64) === 0 ? whole : small;
}

/** A plan that was read is written in one input of four: what is written of all kinds of plans, `plan.json` tries. */
function more(random) {
  return { isWritten: random.below(4) === 0 };
}

async function checkDocument({ bytes, name, isWritten }) {
  const content = await readDocument(bytes, name).catch(refused);
  if (content === undefined) return;
  const links = content.blocks
    .flatMap((block) => block.rows ?? [])
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.links));
  const unsafe = links.find(({ href }) => !isSafe(href));
  if (unsafe !== undefined) throw new Error(`a script survives: ${unsafe.href}`);
  const { plan, issues, rowsRead, rowsAccepted, rowsRejected } = readPlan(content, {
    file: name,
    schoolYear: YEAR,
  });
  if (rowsRead !== rowsAccepted + rowsRejected || rowsRejected < 0) throw new Error('rows are lost');
  for (const issue of issues) {
    const text = describePlanIssue(issue, 'ru') + describePlanIssue(issue, 'en');
    if (text === '' || text.includes('undefined')) throw new Error(`no sentence: ${text}`);
  }
  const parsed = parseRoadMap(JSON.parse(planJson(plan)));
  if (parsed.kind === 'refused') throw new Error(`no valid plan: ${JSON.stringify(parsed.problems[0])}`);
  const problems = checkPlan(parsed.plan);
  if (problems.length > 0) throw new Error(`the plan does not hold together: ${JSON.stringify(problems[0])}`);
  if (isWritten) writeAll(plan);
}

/** As a browser takes the address in a page of the school; what it can't take leads nowhere. */
function isSafe(href) {
  const base = 'https://school.example/plan/';
  return !URL.canParse(href, base) || SAFE.has(new URL(href, base).protocol);
}

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

function writeAll(plan) {
  const page = strFromU8(exportPlan(plan, 'a.html', { language: 'ru' }).bytes);
  if (/<script|\son\w+\s*=\s*["']|href="(?!data:,"|https?:|mailto:|tel:|#|\/|\.)[a-z]+:/i.test(page))
    throw new Error('the page holds a script');
  for (const ending of ['csv', 'ics']) exportPlan(plan, `a.${ending}`, { language: 'ru' });
}

function refused(error) {
  if (error.name === 'FileError') return undefined;
  throw error;
}
