import type { SchoolYear } from '@orientir/core/calendar';
import { formatDeadline, parseDeadline } from '@orientir/core/calendar';
import type { Measure, PlanField, RoadMap } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';

/** Fields that are text as they stand; the others of a plan are not edited here. */
const TEXTS = [
  'number',
  'text',
  'recommendation',
  'situation',
  'solution',
  'result',
  'risks',
  'basis',
  'place',
] as const;
type TextField = (typeof TEXTS)[number];
type EditedField = TextField | 'deadline' | 'responsible';

/** Fills a table with what a plan says, each cell open for correction; `onChange` gets all measures after each one. */
export function planCells(
  table: HTMLTableElement,
  plan: RoadMap,
  schoolYear: SchoolYear,
  onChange: (measures: readonly Measure[]) => void,
): void {
  let measures = plan.measures;
  const fields = fieldsOf(plan);
  const headers = new Map((plan.columns ?? []).map(({ field, header }) => [field, header]));
  const head = document.createElement('tr');
  for (const field of fields) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.dataset.field = field;
    cell.textContent = headers.get(field) ?? PLAN_FIELDS[field].ru;
    head.append(cell);
  }
  const rows = plan.measures.map((measure, index) => {
    const row = document.createElement('tr');
    for (const field of fields) {
      const cell = row.insertCell();
      cell.dataset.field = field;
      const area = document.createElement('textarea');
      area.value = textIn(measure, field);
      area.rows = Math.min(8, Math.max(1, Math.ceil(area.value.length / 28)));
      area.setAttribute('aria-label', `${headers.get(field) ?? PLAN_FIELDS[field].ru}, строка ${index + 1}`);
      cell.append(area);
      const meaning = field === 'deadline' ? document.createElement('small') : undefined;
      if (meaning !== undefined) {
        meaning.textContent = meaningOf(measure);
        cell.append(meaning);
      }
      area.addEventListener('change', () => {
        const before = measures[index];
        if (before === undefined) return;
        const after = withValue(before, field, area.value, schoolYear);
        measures = measures.with(index, after);
        if (meaning !== undefined) meaning.textContent = meaningOf(after);
        onChange(measures);
      });
    }
    return row;
  });
  const [heads, body] = [document.createElement('thead'), document.createElement('tbody')];
  heads.append(head);
  body.append(...rows);
  table.replaceChildren(heads, body);
}

function fieldsOf({ columns = [], measures }: RoadMap): readonly EditedField[] {
  const named = columns.flatMap(({ field }) => (isEdited(field) ? [field] : []));
  const all: readonly EditedField[] = ['number', 'text', 'deadline', 'responsible', ...TEXTS];
  const used = all.filter(
    (field) =>
      field === 'text' || field === 'deadline' || measures.some((measure) => textIn(measure, field) !== ''),
  );
  return [...new Set([...named, ...used])];
}

function isEdited(field: PlanField | undefined): field is EditedField {
  return field === 'deadline' || field === 'responsible' || TEXTS.some((each) => each === field);
}

function textIn(measure: Measure, field: EditedField): string {
  if (field === 'deadline') return measure.deadline.raw;
  if (field === 'responsible') return measure.responsible.join('\n');
  return measure[field] ?? '';
}

function withValue(measure: Measure, field: EditedField, value: string, schoolYear: SchoolYear): Measure {
  const text = value.trim();
  if (field === 'deadline') return { ...measure, deadline: parseDeadline(text, { schoolYear }).deadline };
  if (field === 'responsible')
    return {
      ...measure,
      responsible: text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
    };
  if (field === 'text') return { ...measure, text };
  const { [field]: _, ...rest } = measure;
  return text === '' ? rest : { ...rest, [field]: text };
}

function meaningOf({ deadline }: Measure): string {
  if (deadline.raw.trim() === '') return '';
  return deadline.kind === 'none'
    ? 'дата не понята, останется текстом'
    : `понято: ${formatDeadline(deadline, 'ru')}`;
}
