import { stat } from 'node:fs/promises';
import type { ExitStatus, Voice } from './analyze.js';
import { parseArguments } from './arguments.js';
import { FolderNotOurs, refuseForeignFolder, writeFolder, writeOneFile } from './output-folder.js';
import { textsOf } from './texts.js';
import { VERSION } from './version.js';

/** Runs one command line; returns the exit status and never ends the process itself. */
export async function main(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const options = parseArguments(words);
  const texts = textsOf(options.language);
  switch (options.command) {
    case 'wrong':
      voice.complain(texts.problem(options.problem));
      return 2;
    case 'help':
      voice.say(texts.help);
      return 0;
    case 'version':
      voice.say(VERSION);
      return 0;
    case 'analyze':
    case 'merge':
      return (await import('./analyze.js')).analyze(options, voice);
    case 'template': {
      const { templates, templateWorkbook } = await import('@orientir/formats/templates');
      const names = templates.map(({ name }) => name);
      if (options.name === undefined) {
        voice.say(texts.templateNames(names));
        return 0;
      }
      const workbook = templateWorkbook(options.name, options.language);
      if (workbook === undefined) {
        voice.complain(texts.templateUnknown(options.name, names));
        return 2;
      }
      const out = options.out ?? `${options.name}.xlsx`;
      if (!options.force && (await exists(out))) {
        voice.complain(texts.fileExists(out));
        return 2;
      }
      await writeOneFile(out, workbook);
      voice.say(texts.written('template', out));
      return 0;
    }
    case 'sample': {
      try {
        await refuseForeignFolder(options.out, options.force);
      } catch (error) {
        if (!(error instanceof FolderNotOurs)) throw error;
        voice.complain(texts.folderNotOurs(error.folder));
        return 2;
      }
      const { makeSample } = await import('./sample/make-sample.js');
      const files = makeSample({ schools: options.schools, seed: options.seed });
      await writeFolder(
        options.out,
        files.map(({ path, bytes }) => ({ path, content: bytes })),
        ['2021', '2026', 'schools.csv', 'DEFECTS.txt', 'README.txt'],
      );
      voice.say(texts.written('sample', options.out));
      return 0;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
