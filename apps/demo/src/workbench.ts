import { droppedFiles, namedFiles } from './dropped-files.js';
import type { FromWorker, Job } from './messages.js';
import { element, list, save, takesDrops } from './page-parts.js';

type Done = Extract<FromWorker, { kind: 'done' }>;

const drop = element('drop', HTMLElement);
const work = element('work', HTMLElement);
const result = element('result', HTMLElement);
const doing = element('doing', HTMLElement);
const progress = element('progress', HTMLProgressElement);
const summary = element('summary', HTMLElement);
const problems = element('problems', HTMLElement);
const frame = element('report', HTMLIFrameElement);
const saves = element('saves', HTMLElement);

let worker: Worker | undefined;
let done: Done | undefined;

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
});
saves.addEventListener('click', (event) => {
  if (!(event.target instanceof HTMLButtonElement) || done === undefined) return;
  switch (event.target.dataset.save) {
    case 'report':
      return save('report.html', new Blob([done.report], { type: 'text/html' }));
    case 'workbook':
      return save('results.xlsx', new Blob([done.workbook]));
    case 'tables':
      return save('tables.zip', new Blob([done.tables]));
    case 'tally':
      return save('tally.json', new Blob([done.tally], { type: 'application/json' }));
  }
});

function start(files: Job['files']): void {
  if (files.length === 0) return;
  worker?.terminate();
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => show(data));
  worker.addEventListener('error', () => show({ kind: 'failed', message: 'worker' }));
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
  work.hidden = true;
  result.hidden = false;
  if (message.kind === 'failed') {
    summary.textContent = 'Не получилось: страница встретила неожиданную ошибку. Попробуйте файлы по одному.';
    problems.replaceChildren(list([message.message]));
    saves.hidden = true;
    frame.hidden = true;
    return;
  }
  done = message;
  summary.textContent = message.usable ? message.summary : 'Ни одного пригодного файла с результатами';
  problems.replaceChildren(
    ...(message.problems.length === 0 ? [] : [list(message.problems)]),
    ...(message.more > 0 ? [paragraph(`…и ещё ${message.more}: полный список в отчёте.`)] : []),
  );
  saves.hidden = !message.usable;
  frame.hidden = !message.usable;
  if (message.usable) frame.srcdoc = message.shown;
  summary.focus();
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
