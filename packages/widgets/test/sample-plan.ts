import type { PublishedMeasure, PublishedPlan } from '../src/plan/published-plan.js';

/** A measure of which only what is given is known. */
export function aMeasure(id: string, facts: Partial<PublishedMeasure> = {}): PublishedMeasure {
  return {
    id,
    section: undefined,
    cells: [],
    kind: undefined,
    start: undefined,
    end: undefined,
    days: [],
    responsible: [],
    audience: [],
    status: undefined,
    date: undefined,
    evidence: [],
    ...facts,
  };
}

/** A plan with a section inside a section. */
export function aPlan(measures: readonly PublishedMeasure[]): PublishedPlan {
  return {
    id: 'p',
    title: 'План',
    columns: [
      { header: '№', field: 'number' },
      { header: 'Мероприятие', field: 'text' },
    ],
    sections: [
      { id: 's1', text: 'I', parent: undefined },
      { id: 's1-1', text: 'I.1', parent: 's1' },
    ],
    measures,
    hash: undefined,
    asOf: undefined,
    approvedOn: undefined,
    approved: undefined,
  };
}

const STATUSES = ['done', 'underWay', 'planned', ''] as const;
const AUDIENCE = ['родители', 'учителя-предметники', 'руководители школ'] as const;

/** The published table of an invented school, as a content system holds it; `count` measures in four sections. */
export function planTable(count = 12): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const month = (9 + Math.floor((i * 10) / Math.max(count, 1))) % 12 || 12;
    const year = month >= 9 ? 2025 : 2026;
    const day = `${year}-${String(month).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`;
    const status = day < '2025-10-10' ? (STATUSES[i % 4] ?? '') : '';
    const mark = status === 'done' ? `выполнено<br><a href="https://example.org/${i}">Справка ${i}</a>` : '';
    const heading =
      i % Math.ceil(count / 4) === 0
        ? `<tr data-section="s${i}"><th scope="colgroup" colspan="6">${i / Math.ceil(count / 4) + 1}. Раздел о подготовке и поддержке</th></tr>\n`
        : '';
    return `${heading}<tr data-id="m${i + 1}"><td data-field="number">${i + 1}</td><td data-field="text">Мероприятие ${i + 1}: совещание, консультация и поездка в школу</td><td data-field="deadline" data-kind="date" data-end="${day}">до ${day.split('-').reverse().join('.')}</td><td data-field="responsible">${i % 2 === 0 ? 'Управление образования' : 'Директора школ<br>Методический центр'}</td><td data-field="audience">${AUDIENCE[i % 3]}</td><td data-field="status"${status === '' ? '' : ` data-status="${status}" data-date="2025-10-01"`}>${mark}</td></tr>`;
  });
  return `<table data-orientir="plan" data-version="1" data-id="sample" data-as-of="2025-10-15" data-approved-on="2025-09-12">
<caption>План школы № 7 на 2025/2026 учебный год</caption>
<colgroup span="6"></colgroup>
<thead>
<tr><th scope="col" data-field="number">№ п/п</th><th scope="col" data-field="text">Мероприятие</th><th scope="col" data-field="deadline">Срок</th><th scope="col" data-field="responsible">Ответственные</th><th scope="col" data-field="audience">Адресат</th><th scope="col" data-field="status">Отметка о выполнении</th></tr>
</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}
