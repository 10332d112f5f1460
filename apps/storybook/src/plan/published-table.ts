/** A deadline as people wrote it and as it was understood. */
export interface SampleDeadline {
  readonly words: string;
  readonly kind?: string;
  readonly start?: string;
  readonly end?: string;
  readonly days?: readonly string[];
}

/** One row; what a plan has no column for is not shown. */
export interface SampleRow {
  readonly number?: string;
  readonly text?: string;
  readonly situation?: string;
  readonly solution?: string;
  readonly deadline?: SampleDeadline;
  /** Parties, each on its own line. */
  readonly responsible?: readonly string[];
  readonly result?: string;
  readonly indicator?: string;
  readonly audience?: string;
  readonly status?: 'planned' | 'underWay' | 'done' | 'notDone' | 'cancelled';
}

interface SampleSection {
  readonly title: string;
  /** Number of the section around it, from one. */
  readonly inside?: number;
  readonly rows: readonly SampleRow[];
}

export interface SamplePlan {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
  /** A section without a title has no heading. */
  readonly sections: readonly SampleSection[];
  readonly approvedOn?: string;
}

/** The published table of an invented plan, as a page of a school holds it. */
export function publishedTable({ title, columns, sections, approvedOn }: SamplePlan): string {
  const fields = Object.keys(columns);
  let count = 0;
  const body = sections.flatMap(({ title: heading, inside, rows }, index) => [
    ...(heading === ''
      ? []
      : [
          `<tr data-section="s${index + 1}"${inside === undefined ? '' : ` data-parent="s${inside}"`}><th scope="colgroup" colspan="${fields.length}">${heading}</th></tr>`,
        ]),
    ...rows.map((row) => {
      count++;
      return `<tr data-id="m${count}">${fields.map((field) => cellOf(row, field)).join('')}</tr>`;
    }),
  ]);
  const approval = approvedOn === undefined ? '' : ` data-approved-on="${approvedOn}"`;
  return `<table data-orientir="plan" data-version="1" data-id="sample" data-as-of="2025-10-15"${approval}>
<caption>${title}</caption>
<thead><tr>${fields.map((field) => `<th scope="col" data-field="${field}">${columns[field]}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function cellOf(row: SampleRow, field: string): string {
  switch (field) {
    case 'deadline': {
      const { words = '', kind, start, end, days = [] } = row.deadline ?? {};
      const data = [
        kind && `data-kind="${kind}"`,
        start && `data-start="${start}"`,
        end && `data-end="${end}"`,
        days.length > 0 && `data-occurrences="${days.join(' ')}"`,
      ].filter((each) => typeof each === 'string' && each !== '');
      return `<td data-field="deadline" ${data.join(' ')}>${words}</td>`;
    }
    case 'responsible':
      return `<td data-field="responsible">${(row.responsible ?? []).join('<br>')}</td>`;
    case 'status':
      return statusCell(row);
    default: {
      const found = Object.entries(row).find(([name]) => name === field)?.[1];
      return `<td data-field="${field}">${typeof found === 'string' ? found : ''}</td>`;
    }
  }
}

function statusCell({ status, number = '' }: SampleRow): string {
  if (status === undefined) return '<td data-field="status"></td>';
  const words = {
    planned: 'запланировано',
    underWay: 'выполняется',
    done: 'выполнено',
    notDone: 'не выполнено',
    cancelled: 'отменено',
  };
  const link = status === 'done' ? `<br><a href="https://example.org/${number}">Справка ${number}</a>` : '';
  return `<td data-field="status" data-status="${status}" data-date="2025-10-01">${words[status]}, 01.10.2025${link}</td>`;
}
