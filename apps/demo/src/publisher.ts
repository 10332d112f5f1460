import '@orientir/widgets/define/plan';
import { parseSchoolYear, schoolYearOf } from '@orientir/core/calendar';
import { describeIssue } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { parseRoadMap } from '@orientir/core/schema';
import type { PublishedScript } from '@orientir/formats/plans';
import {
  describePlanIssue,
  describePublishingIssue,
  PUBLICATION_ZIP,
  publishPlan,
  readPlanFile,
} from '@orientir/formats/plans';
import { FileError } from '@orientir/formats/xlsx';
import type { OrientirPlan } from '@orientir/widgets/plan';
import { element, list, save, takesDrops } from './page-parts.js';
import { planCells } from './plan-cells.js';

const drop = element('drop', HTMLElement);
const input = element('file', HTMLInputElement);
const doing = element('doing', HTMLElement);
const result = element('result', HTMLElement);
const summary = element('summary', HTMLElement);
const title = element('title', HTMLTextAreaElement);
const year = element('year', HTMLInputElement);
const doubts = element('doubts', HTMLDetailsElement);
const cells = element('cells', HTMLTableElement);
const preview = element('preview', HTMLElement);
const base = element('base', HTMLInputElement);
const names = element('names', HTMLSelectElement);
const problems = element('problems', HTMLElement);

let plan: RoadMap | undefined;

input.addEventListener('change', () => {
  const [file] = Array.from(input.files ?? []);
  if (file !== undefined) void open(file);
  input.value = '';
});
takesDrops(drop, ({ files }) => {
  const [file] = Array.from(files);
  if (file !== undefined) void open(file);
});
title.addEventListener('change', () => change((old) => ({ ...old, title: title.value.trim() })));
year.addEventListener('change', () => {
  const given = parseSchoolYear(year.value.trim());
  year.setCustomValidity(given === undefined ? 'Учебный год пишут так: 2026/2027' : '');
  year.reportValidity();
  if (given !== undefined) change((old) => ({ ...old, schoolYear: given }));
});
element('zip', HTMLButtonElement).addEventListener('click', () => void saveAll());
element('copy', HTMLButtonElement).addEventListener('click', () => void copyTable());

async function open(file: File): Promise<void> {
  doing.textContent = `Читаем: ${file.name}`;
  result.hidden = true;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = file.name.toLowerCase().endsWith('.json')
      ? planOfJson(bytes)
      : await planOfDocument(bytes, file);
    if (read.plan.measures.length === 0) {
      doing.textContent = 'В файле не нашлось ни таблицы, ни списка мероприятий. Проверьте, тот ли это файл.';
      return;
    }
    doing.textContent = '';
    plan = read.plan;
    title.value = plan.title;
    year.value = plan.schoolYear ?? '';
    const [heading, lines] = [doubts.querySelector('summary'), doubts.querySelector('ul')];
    doubts.hidden = read.doubts.length === 0;
    if (heading !== null) heading.textContent = `Посмотрите сами: ${read.doubts.length}`;
    lines?.replaceChildren(...list(read.doubts).children);
    summary.textContent = `Что понято: мероприятий ${plan.measures.length}, разделов ${plan.sections.length}`;
    draw();
    result.hidden = false;
    summary.focus();
  } catch (error) {
    doing.textContent =
      error instanceof FileError
        ? `${file.name}: ${describeIssue({ ...error.refusal, severity: 'error', file: file.name }, 'ru')}`
        : error instanceof Refusal
          ? error.message
          : 'Не получилось: страница встретила неожиданную ошибку.';
  }
}

/** Why a file cannot be used, as a sentence for people. */
class Refusal extends Error {}

function planOfJson(bytes: Uint8Array) {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('Это не файл plan.json: его содержимое повреждено.');
  }
  const parsed = parseRoadMap(value);
  if (parsed.kind === 'refused') throw new Refusal(parsed.problems.map(({ ru }) => ru).join(' '));
  return { plan: parsed.plan, doubts: [] };
}

async function planOfDocument(bytes: Uint8Array, { name }: File) {
  const { plan: read, issues } = await readPlanFile(bytes, name);
  return { plan: read, doubts: issues.map((issue) => describePlanIssue(issue, 'ru')) };
}

function change(how: (old: RoadMap) => RoadMap): void {
  if (plan === undefined) return;
  plan = how(plan);
  draw();
}

function draw(): void {
  if (plan === undefined) return;
  const school = plan.schoolYear ?? schoolYearOf(today());
  planCells(cells, plan, school, (measures) => {
    if (plan !== undefined) plan = { ...plan, measures };
    show();
  });
  show();
}

function show(): void {
  const shown =
    preview.querySelector<OrientirPlan>('orientir-plan') ?? document.createElement('orientir-plan');
  shown.plan = plan;
  if (!shown.isConnected) preview.append(shown);
  problems.replaceChildren();
}

async function publication() {
  if (plan === undefined) return undefined;
  const address = base.value.trim();
  const made = publishPlan(plan, {
    language: 'ru',
    asOf: today(),
    names: names.value === 'position' ? 'position' : 'keep',
    scripts: await scripts(),
    ...(address === '' ? {} : { baseUrl: address }),
  });
  const said = made.kind === 'refused' ? made.problems : made.warnings;
  problems.replaceChildren(
    ...(said.length === 0
      ? []
      : [
          made.kind === 'refused'
            ? 'Так публиковать нельзя: в плане есть данные, которых на сайте быть не должно. Исправьте ячейки:'
            : 'Опубликовать можно, но посмотрите:',
          list(said.map((issue) => describePublishingIssue(issue, 'ru'))),
        ]),
  );
  return made.kind === 'published' ? made : undefined;
}

async function saveAll(): Promise<void> {
  const made = await publication();
  if (made !== undefined)
    save(PUBLICATION_ZIP, new Blob([new Uint8Array(made.zip.bytes)], { type: 'application/zip' }));
}

async function copyTable(): Promise<void> {
  const made = await publication();
  const snippet = made?.files.find(({ path }) => path === 'plan.html');
  if (snippet === undefined) return;
  const text = new TextDecoder().decode(snippet.bytes);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([text], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    }),
  ]);
  doing.textContent = 'Таблица скопирована. Вставьте её в редакторе сайта в режиме «Код» (HTML).';
}

/** The scripts of a published plan lie beside this page. */
async function scripts(): Promise<readonly PublishedScript[]> {
  const files: unknown = await (await fetch('./scripts/files.json')).json();
  if (!Array.isArray(files)) throw new Error('scripts/files.json');
  return Promise.all(
    files.map(async (name) => ({
      name: String(name),
      bytes: new Uint8Array(await (await fetch(`./scripts/${name}`)).arrayBuffer()),
    })),
  );
}

function today(): string {
  return new Date().toLocaleDateString('sv');
}
