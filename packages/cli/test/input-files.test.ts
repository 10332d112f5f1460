import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foundInputs, inputFiles } from '../src/input-files.js';
import { contents, freshFolder, put, run, utf8 } from './run.js';

it.skipIf(process.platform === 'win32')('does not wait for a named pipe among the files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orientir-pipe-'));
  execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
  const [pipe] = await inputFiles([folder]);
  expect(await pipe?.read(0, 64)).toEqual(new Uint8Array(0));
  await rm(folder, { recursive: true });
});

const table = 'школа\tкласс\tученик\t1\nШкола 1\t5А\t1\t1\nШкола 1\t5А\t2\t0\n';

it('reads a text with columns, and names what it does not read', async () => {
  const folder = await freshFolder();
  await put(folder, {
    'in/a.csv': table,
    'in/б.txt': table,
    'in/письмо.txt': 'Уважаемые коллеги, посылаем результаты.\nС уважением, директор\n',
    'in/школа 2.zip': 'PK',
    'in/школа.3/Результаты': table,
    'in/Школа № 4. Результаты': table,
    'in/книга.XLSB': '',
  });
  const { files, passedOver } = await foundInputs([`${folder}/in`]);
  expect(files.map(({ name }) => name).sort()).toEqual(['in/a.csv', 'in/б.txt']);
  expect(passedOver.map(({ name, format }) => [name, format]).sort()).toEqual([
    ['in/Школа № 4. Результаты', ''],
    ['in/книга.XLSB', '.xlsb'],
    ['in/письмо.txt', '.txt'],
    ['in/школа 2.zip', '.zip'],
    ['in/школа.3/Результаты', ''],
  ]);
});

it('keeps silent about what people do not see and what is no table', async () => {
  const folder = await freshFolder();
  const silent = ['.DS_Store', '._r.xlsx', '~$r.xlsx', 'Thumbs.db', 'desktop.ini', 'фото.JPG', 'шрифт.ttf'];
  const notes = ['ярлык.lnk', 'сайт.url', 'README.txt', 'заметки.md', 'отчёт.html', 'r.xlsx.sig'];
  await put(folder, Object.fromEntries([...silent, ...notes].map((name) => [name, table])));
  await mkdir(join(folder, 'папка'));
  await symlink(join(folder, 'папка'), join(folder, 'ссылка на папку'));
  expect(await foundInputs([folder])).toEqual({ files: [], passedOver: [], ownResults: [] });
});

it('looks at a file that was named, whatever it is called', async () => {
  const folder = await freshFolder();
  await put(folder, { Результаты: table, 'письмо.txt': 'Письмо' });
  const named = ['Результаты', 'письмо.txt'].map((name) => join(folder, name));
  const { files, passedOver } = await foundInputs(named);
  expect([files.length, passedOver]).toEqual([2, []]);
});

it('tells of the files that analyze does not read, as a remark', async () => {
  const folder = await freshFolder();
  await put(folder, { 'in/a.csv': table, 'in/школа 2.zip': 'PK' });
  const { status, said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
  expect(status).toBe(0);
  expect(said).toContain('Все строки приняты.');
  const issues = await readFile(join(folder, 'out/issues.csv'), 'utf8');
  expect(issues).toContain('in/школа 2.zip,,,,file-passed-over,warning,Архив .zip не прочитан.');
});

it('says why nothing was usable, also where it is no error', async () => {
  const folder = await freshFolder();
  await put(folder, { 'in/a.csv': 'школа,класс,ученик,1\n', 'in/школа 2.zip': 'PK' });
  const { status, said, complained } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
  expect(status).toBe(2);
  expect(complained).toContain('Ни одного пригодного файла');
  expect(said).toContain('in/a.csv: В таблице есть заголовки, но нет ни одного ученика.');
  expect(said).toContain('in/школа 2.zip: Архив .zip не прочитан.');
});

it('names a folder with results of an earlier run only where other things lie in it too', async () => {
  const folder = await freshFolder();
  const own = { 'summary.json': '{}', 'findings.json': '[]', 'tests.csv': '', 'report/index.html': '' };
  const inside = (name: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`in/${name}/${path}`, text]));
  await put(folder, {
    'in/a.csv': table,
    ...inside('прежние', own),
    ...inside('вместе', { ...own, 'README.txt': '', 'школа 7.xlsx': '' }),
  });
  const { files, ownResults } = await foundInputs([`${folder}/in`]);
  expect(files.map(({ name }) => name)).toEqual(['in/a.csv']);
  expect(ownResults).toEqual([{ name: 'in/вместе', other: 'школа 7.xlsx' }]);
  expect((await foundInputs([`${folder}/in/вместе`])).ownResults).toEqual([
    { name: 'вместе', other: 'школа 7.xlsx' },
  ]);
  await run('analyze', `${folder}/in`, '--out', `${folder}/out`);
  expect(utf8((await contents(`${folder}/out`))['issues.csv'])).toContain(
    'in/вместе,,,,folder-own-results,warning,',
  );
});
