import { createHash } from 'node:crypto';
import type { RoadMap } from '@orientir/core/road-map';
import { contentHash } from '@orientir/core/road-map';
import { describe, expect, it } from 'vitest';
import { aMeasure, EMPTY, SAMPLE } from '../../../test/plan-writing-sample.js';
import { openZip } from '../../../test/plan-writing-zip.js';
import type { Publication, PublishOptions } from './index.js';
import { describePublishingIssue, publishPlan } from './index.js';

const SCRIPTS = [
  'orientir.js',
  'orientir-plan-more.js',
  'orientir.classic.js',
  'orientir-embed.js',
  'orientir-frame.js',
].map((name) => ({ name, bytes: new TextEncoder().encode(`// ${name}`) }));
const OPTIONS: PublishOptions = { language: 'ru', asOf: '2025-10-15', scripts: SCRIPTS };

function published(publication: Publication): Extract<Publication, { kind: 'published' }> {
  if (publication.kind === 'refused') throw new Error(JSON.stringify(publication.problems));
  return publication;
}

function textsOf(plan: RoadMap, options: Partial<PublishOptions> = {}): ReadonlyMap<string, string> {
  const { files } = published(publishPlan(plan, { ...OPTIONS, ...options }));
  return new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

const withMeasure = (more: object): RoadMap => ({
  ...SAMPLE,
  measures: [aMeasure('m1', 'Совещание', 'до 1 октября 2025 г.', { number: '3', ...more })],
});
const codesOf = (plan: RoadMap, options: Partial<PublishOptions> = {}) => {
  const publication = publishPlan(plan, { ...OPTIONS, ...options });
  return publication.kind === 'refused'
    ? publication.problems.map((problem) => describePublishingIssue(problem, 'en'))
    : publication.warnings.map(({ code }) => code);
};

const HASH = contentHash(SAMPLE);
const APPROVED: RoadMap = {
  ...SAMPLE,
  record: {
    events: [
      { event: 'submitted', date: '2025-08-28', by: 'Директор Сидорова А. Б.', role: 'school' },
      { event: 'returned', date: '2025-08-30', reason: 'Нет сроков', consultant: 'Петрова В. Г.' },
      { event: 'approved', date: '2025-09-10', hash: HASH, by: 'Начальник' },
    ],
    measures: [
      { measure: 'm1', status: 'done', date: '2025-09-29', by: 'Сидорова А. Б.', note: 'Болела' },
      { measure: 'm3', status: 'done', date: '2025-12-01' },
    ],
    activities: [{ kind: 'consultation', date: '2025-09-12', schools: ['s1'], title: 'Личное' }],
  },
};

describe('what an analysis thinks of schools', () => {
  it('is in no published file, and no part of what was approved', () => {
    const SECRET = 'doubtful-results|m5|school|sch000017';
    const told = 'вероятность низких результатов больше 99';
    const plan: RoadMap = {
      ...APPROVED,
      waivers: [{ finding: SECRET, reason: told }],
      decisions: [{ id: 'd1', text: 'Создать группу', evidence: [], findings: [SECRET] }],
      measures: SAMPLE.measures.map((measure) => ({ ...measure, findings: [SECRET], reason: told })),
    };
    const { decisions: _decisions, ...plain } = { ...plan, decisions: undefined };
    expect(contentHash(plain)).toBe(contentHash(SAMPLE));
    for (const [path, text] of textsOf(plan)) {
      expect(text, path).not.toContain(SECRET);
      expect(text, path).not.toContain(told);
    }
    for (const [, part] of openZip(
      published(publishPlan(plan, OPTIONS)).files.find(({ path }) => path === 'plan.docx')?.bytes ??
        new Uint8Array(),
    )) {
      expect(part).not.toContain(SECRET);
      expect(part).not.toContain(told);
    }
  });
});

describe('publishPlan', () => {
  it('makes every file that a site needs, and one zip of them', () => {
    const { files, zip, archive } = published(publishPlan(SAMPLE, OPTIONS));
    expect(files.map(({ path }) => path)).toEqual([
      'instructions.html',
      'plan.html',
      'index.html',
      'plan.docx',
      'plan.xlsx',
      'plan.ics',
      'plan.csv',
      'plan.json',
      'embed.html',
      ...SCRIPTS.map(({ name }) => name),
      `${archive}/index.html`,
      `${archive}/plan.json`,
      `${archive}/release.json`,
    ]);
    expect(archive).toBe(`archive/2025-10-15-${HASH.slice(7, 19)}`);
    expect([...openZip(zip.bytes).keys()]).toEqual(files.map(({ path }) => path));
  });

  it('gives the same bytes for the same plan', () => {
    const [one, other] = [SAMPLE, structuredClone(SAMPLE)].map(
      (plan) => published(publishPlan(plan, OPTIONS)).zip.bytes,
    );
    expect(one).toEqual(other);
  });

  it('makes a snippet of stamps and table that holds nothing a content system cuts out', () => {
    const snippet = textsOf(SAMPLE).get('plan.html') ?? '';
    expect(snippet).toMatch(/^<p data-orientir="stamp">СОГЛАСОВАНО<br>Директор методического центра<br>/);
    expect(snippet).toContain('<table data-orientir="plan"');
    expect(snippet).toContain('data-as-of="2025-10-15"');
    expect(snippet).not.toMatch(/<(?!\/?(?:p|br|table|caption|colgroup|thead|tbody|tr|th|td|a)[\s>])/);
    expect(snippet).not.toMatch(/\s(?:style|class|id|itemprop|on\w+)=/);
    expect(snippet).not.toMatch(/data-src|data-orientir="files"/);
  });

  it('names the address of the files where it is known', () => {
    const texts = textsOf(SAMPLE, { baseUrl: 'https://school.example/plan' });
    expect(texts.get('plan.html')).toContain('data-src="https://school.example/plan/plan.json"');
    expect(texts.get('plan.html')).toContain('<a href="https://school.example/plan/plan.ics">календарь</a>');
    expect(texts.get('instructions.html')).not.toContain('ВАШ-САЙТ');
    expect(textsOf(SAMPLE).get('instructions.html')).toContain('<mark>https://ВАШ-САЙТ/plan/</mark>');
  });

  it('seals scripts with the hash of the platform', () => {
    const texts = textsOf(SAMPLE);
    for (const name of ['orientir.js', 'orientir-embed.js']) {
      const hash = createHash('sha384').update(`// ${name}`).digest('base64');
      expect(texts.get('embed.html')).toContain(`src="${name}" integrity="sha384-${hash}"`);
    }
    const style = /<style>([^<]*)<\/style>/.exec(texts.get('embed.html') ?? '')?.[1] ?? '';
    expect(texts.get('embed.html')).toContain(
      `style-src 'self' 'sha384-${createHash('sha384').update(style).digest('base64')}'`,
    );
  });

  it('publishes no trace of files and of people behind the steps', () => {
    const provenance = { file: 'C:/Иванова/план.docx', row: 2, cells: [{ column: 1, text: 'тайна' }] };
    const [first, ...rest] = APPROVED.measures;
    const plan = { ...APPROVED, measures: first === undefined ? rest : [{ ...first, provenance }, ...rest] };
    for (const text of textsOf(plan).values())
      expect(text).not.toMatch(/Иванова|тайна|Сидорова|Нет сроков|Петрова|Болела|Личное|provenance/);
    const json = JSON.parse(textsOf(plan).get('plan.json') ?? '');
    expect(json.record.measures).toEqual([{ measure: 'm1', status: 'done', date: '2025-09-29' }]);
    expect(contentHash(json)).toBe(HASH);
  });

  it('keeps the address and the bytes of the approved version, whatever is ticked later', () => {
    const { archive } = published(publishPlan(APPROVED, OPTIONS));
    expect(archive).toBe(`archive/2025-09-10-${HASH.slice(7, 19)}`);
    const archived = (texts: ReadonlyMap<string, string>) =>
      [...texts].filter(([path]) => path.startsWith(archive));
    const later = archived(textsOf(APPROVED, { asOf: '2026-05-20' }));
    expect(later).toEqual(archived(textsOf(APPROVED)));
    expect(later[0]?.[1]).toContain('Это архивная редакция плана, дата утверждения — 10 сентября 2025');
    expect(JSON.parse(later[2]?.[1] ?? '')).toMatchObject({ hash: HASH, date: '2025-09-10' });
    expect(textsOf(APPROVED).get('plan.html')).toContain(
      `data-approved-on="2025-09-10" data-approved="${HASH}"`,
    );
  });

  it('works for an empty plan and in English', () => {
    const texts = textsOf(EMPTY, { language: 'en' });
    expect(texts.get('instructions.html')).toContain('How to put the plan on a site');
    expect(texts.get('instructions.html')).not.toMatch(/[а-яё]/i);
  });
});

describe('what is not published', () => {
  it.each([
    [withMeasure({ responsible: ['Орлова А. А., 8 (912) 345-67-89'] }), 'Measure 3, Responsible: a mobile'],
    [withMeasure({ place: 'ivanova@mail.ru' }), 'Measure 3, Place: a private mailbox, ivanova@mail.ru'],
    [withMeasure({ text: 'Беседа с учеником Орловым П. А.' }), 'Measure 3, Measure: the name of a pupil'],
    [{ ...SAMPLE, columns: [{ header: 'ФИО обучающегося' }] }, '"columns": "ФИО обучающегося" is about'],
    [
      { ...SAMPLE, sections: [{ id: 's', title: 'Список обучающихся группы риска' }] },
      '"sections": "Список обучающихся',
    ],
    [{ ...SAMPLE, title: 'СНИЛС 112-233-445 95' }, '"title": a pension insurance number'],
    [{ ...SAMPLE, extensions: { x: { phone: '+79123456789' } } }, '"extensions.x.phone": a mobile number'],
    [{ ...SAMPLE, region: 'край\ud800' }, '"region": the text ends within a character'],
  ])('refuses with the place (%#)', (plan, sentence) => {
    const [said = ''] = codesOf(plan);
    expect(said).toContain(sentence);
  });

  it('looks into cells of columns that no field stands for', () => {
    const plan = withMeasure({
      provenance: {
        file: 'a.docx',
        row: 2,
        cells: [{ column: 2, header: 'Связь', text: 'тел. 89123456789' }],
      },
    });
    const columns = [{ header: 'Дело', field: 'text' as const }, { header: 'Связь' }];
    expect(codesOf({ ...plan, columns })).toEqual([
      'Measure 3, "Связь": a mobile number, 89123456789. Remove it, or give an office number.',
    ]);
  });

  it('lets land lines, orders and schools named after people pass', () => {
    const plan = withMeasure({
      responsible: ['МБОУ СОШ имени А. С. Пушкина', 'приёмная, 8 (3812) 12-34-56'],
      basis: 'Указ № 12-34-56, приказ № 89123456789',
    });
    expect(codesOf(plan)).toEqual([]);
  });
});

describe('names among the responsible', () => {
  const NAMED: RoadMap = {
    ...withMeasure({ responsible: ['Орлова И. И., заместитель директора', 'Сомов П. П.'] }),
    decisions: [{ id: 'd1', text: 'Усилить', by: 'директор Котова М. П.', evidence: [] }],
  };

  it('stay with a warning', () => {
    expect(codesOf(NAMED)).toEqual(['person-named', 'person-named', 'person-named']);
    expect(textsOf(NAMED).get('plan.html')).toContain('Орлова И. И., заместитель директора<br>Сомов П. П.');
  });

  it('give way to positions; stamps keep their signatures', () => {
    expect(codesOf(NAMED, { names: 'position' })).toEqual([
      'name-replaced',
      'name-replaced',
      'name-replaced',
    ]);
    const texts = textsOf(NAMED, { names: 'position' });
    for (const text of texts.values()) expect(text).not.toMatch(/Орлова|Сомов|Котова/);
    expect(texts.get('plan.html')).toContain('<td data-field="responsible">заместитель директора</td>');
    expect(texts.get('plan.html')).toContain('П. Р. Образцова');
  });

  it('are left out, and said, where no position stands beside them', () => {
    const plan = withMeasure({ responsible: ['Сомов П. П.'] });
    expect(codesOf(plan, { names: 'position' })).toEqual(['name-left-out']);
  });

  it('take the comparison with the approval with them', () => {
    const record = { events: [{ event: 'approved' as const, date: '2025-09-10', hash: contentHash(NAMED) }] };
    const plan = { ...NAMED, record };
    expect(codesOf(plan, { names: 'position' })).toContain('approval-not-comparable');
    const snippet = textsOf(plan, { names: 'position' }).get('plan.html');
    expect(snippet).toContain('data-approved-on="2025-09-10"');
    expect(snippet).not.toContain('data-approved=');
  });
});
