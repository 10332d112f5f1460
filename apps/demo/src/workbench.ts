import { droppedFiles, namedFiles } from './dropped-files.js';
import type { FromWorker, Job, Product } from './messages.js';
import { element, list, save, takesDrops } from './page-parts.js';

const FILE_NAMES: Readonly<Record<Product, string>> = {
  report: 'report.html',
  workbook: 'results.xlsx',
  tables: 'tables.zip',
  tally: 'tally.json',
};

const drop = element('drop', HTMLElement);
const work = element('work', HTMLElement);
const result = element('result', HTMLElement);
const doing = element('doing', HTMLElement);
const progress = element('progress', HTMLProgressElement);
const summary = element('summary', HTMLElement);
const problems = element('problems', HTMLElement);
const frame = element('report', HTMLIFrameElement);
const saves = element('saves', HTMLElement);
const making = element('making', HTMLElement);
const buttons = new Map(
  Array.from(saves.querySelectorAll('button'), (button) => [button.dataset.save ?? '', button]),
);

let worker: Worker | undefined;
const made = new Map<string, Blob>();

for (const id of ['files', 'folder']) {
  const input = element(id, HTMLInputElement);
  input.addEventListener('change', () => {
    start(namedFiles(input.files));
    input.value = '';
  });
}
takesDrops(drop, (dropped) => void droppedFiles(dropped).then(start));
element('cancel', HTMLButtonElement).addEventListener('click', () => {
  worker?.terminate();
  work.hidden = true;
  // The button goes, and whoever pressed it by keyboard goes on from where files are chosen.
  element('files', HTMLInputElement).focus();
});
for (const [product, name] of Object.entries(FILE_NAMES)) {
  buttons.get(product)?.addEventListener('click', () => {
    const content = made.get(product);
    if (content !== undefined) save(name, content);
  });
}

function start(files: Job['files']): void {
  if (files.length === 0) return;
  worker?.terminate();
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => show(data));
  worker.addEventListener('error', () => show({ kind: 'failed', message: 'worker' }));
  made.clear();
  result.hidden = true;
  work.hidden = false;
  progress.value = 0;
  doing.textContent = `Читаем файлы: ${files.length}`;
  const job: Job = { files };
  worker.postMessage(job);
}

function show(message: FromWorker): void {
  if (message.kind === 'progress') {
    progress.value = message.share;
    doing.textContent = `Читаем: ${message.file}`;
    return;
  }
  if (message.kind === 'made') {
    made.set(message.product, message.content);
    showMade();
    return;
  }
  work.hidden = true;
  if (message.kind === 'failed' && !result.hidden) {
    making.textContent = `Остальные файлы не получились: ${message.message}. Отчёт ниже верен.`;
    return;
  }
  result.hidden = false;
  if (message.kind === 'failed') {
    summary.textContent = 'Не получилось: страница встретила неожиданную ошибку. Попробуйте файлы по одному.';
    problems.replaceChildren(list([message.message]));
    saves.hidden = true;
    making.hidden = true;
    frame.hidden = true;
    return;
  }
  summary.textContent = message.usable ? message.summary : 'Ни одного пригодного файла с результатами';
  problems.replaceChildren(
    ...(message.problems.length === 0 ? [] : [list(message.problems)]),
    ...(message.more > 0 ? [paragraph(`…и ещё ${message.more}: полный список в отчёте.`)] : []),
  );
  for (const hidden of [saves, making, frame]) hidden.hidden = !message.usable;
  if (message.usable) frame.srcdoc = message.shown;
  showMade();
  summary.focus();
}

/** What is ready can be saved; the reader need not wait for the rest. */
function showMade(): void {
  for (const [product, button] of buttons) button.disabled = !made.has(product);
  making.textContent =
    made.size === buttons.size
      ? 'Все файлы готовы, их можно сохранить.'
      : `Готовим файлы для сохранения: готово ${made.size} из ${buttons.size}. Отчёт уже можно читать.`;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
