import { basename } from 'node:path';
import type { SchoolCalendar } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { mergeImported } from '@orientir/core/road-map';
import { readDocument } from '@orientir/formats/document';
import type { ReadPlan } from '@orientir/formats/plans';
import { describePlanIssue, planJson, readPlan } from '@orientir/formats/plans';
import { fileOnDisk } from '../input-files.js';
import type { ExitStatus } from '../voice.js';
import { calendarIn } from './calendar-in.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { planIdOf, readPlanJson, whyUnreadable } from './plan-files.js';

type ImportArguments = Extract<PlanArguments, { verb: 'import' }>;

const SHOWN_ISSUES = 12;

/** `plan import`: 0 when everything was understood, 1 when something needs attention, 2 when there is no plan. */
export async function importPlan(options: ImportArguments, context: PlanContext): Promise<ExitStatus> {
  const { voice, texts } = context;
  const base = options.base === undefined ? undefined : await readPlanJson(options.base, options.language);
  const schoolYear = options.schoolYear ?? base?.schoolYear;
  const calendar = await calendarIn(options.calendar, { voice, language: options.language });
  const read = await readDocumentPlan(
    options.file,
    { id: planIdOf(options.out), ...(schoolYear === undefined ? {} : { schoolYear }), ...calendar.given },
    options.language,
  );
  calendar.checkYears([read.plan.schoolYear]);
  if (read.plan.measures.length === 0) {
    sayIssues(read, options.language, context);
    voice.complain(texts.noPlan);
    return 2;
  }
  const plan = base === undefined ? read.plan : mergeImported(base, read.plan);
  if (!(await context.writeNew(options.out, planJson(plan)))) return 2;
  if (options.json) {
    voice.say(
      JSON.stringify({
        out: options.out,
        measures: plan.measures.length,
        sections: plan.sections.length,
        rows_read: read.rowsRead,
        rows_accepted: read.rowsAccepted,
        rows_rejected: read.rowsRejected,
        issues: read.issues.map((issue) => ({
          ...issue,
          message_ru: describePlanIssue(issue, 'ru'),
          message_en: describePlanIssue(issue, 'en'),
        })),
      }),
    );
  } else {
    voice.say(texts.imported(plan.measures.length, plan.sections.length, options.out));
    if (read.rowsRejected > 0) voice.say(texts.rejected(read.rowsRejected));
    sayIssues(read, options.language, context);
  }
  return read.issues.length === 0 ? 0 : 1;
}

/** A plan out of any document that can hold one, and the paragraphs outside its tables. @throws {InputMissing} {NoPlan} */
export async function readDocumentPlan(
  file: string,
  {
    calendars: [calendar] = [],
    ...options
  }: {
    readonly schoolYear?: string;
    readonly id?: string;
    readonly calendars?: readonly SchoolCalendar[];
  },
  language: Language,
): Promise<ReadPlan & { readonly paragraphs: readonly string[] }> {
  const content = await readDocument(await fileOnDisk(file, file), file).catch((error: unknown) => {
    throw whyUnreadable(error, file, language);
  });
  const paragraphs = content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  try {
    const read = readPlan(content, {
      ...options,
      file: basename(file),
      ...(calendar === undefined ? {} : { calendar }),
    });
    return { ...read, paragraphs };
  } catch (error) {
    throw whyUnreadable(error, file, language);
  }
}

/** What of a document was not understood, where and why; the first of many. */
export function sayIssues(
  { issues }: ReadPlan,
  language: Language,
  { voice, texts }: Pick<PlanContext, 'voice' | 'texts'>,
): void {
  if (issues.length === 0) return;
  voice.say(texts.issueCount(issues.length, issues[0]?.file));
  for (const issue of issues.slice(0, SHOWN_ISSUES)) {
    const place = placeOf(issue, language);
    voice.say(`  ${place === '' ? '' : `${place}: `}${describePlanIssue(issue, language)}`);
  }
  if (issues.length > SHOWN_ISSUES) voice.say(`  … +${issues.length - SHOWN_ISSUES}`);
}

function placeOf({ sheet, table, row, column }: ReadPlan['issues'][number], language: Language): string {
  const words =
    language === 'ru'
      ? { sheet: 'лист', table: 'таблица', row: 'строка', column: 'столбец' }
      : { sheet: 'sheet', table: 'table', row: 'row', column: 'column' };
  return [
    sheet === undefined ? '' : `${words.sheet} «${sheet}»`,
    table === undefined ? '' : `${words.table} ${table}`,
    row === undefined ? '' : `${words.row} ${row}`,
    column === undefined ? '' : `${words.column} ${column}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
