import type { Arguments } from './arguments.js';
import { parseArguments } from './arguments.js';
import { exists, InputMissing, InputUnfit } from './input-files.js';
import {
  CannotWrite,
  FolderNotOurs,
  refuseForeignFolder,
  writeFolder,
  writeOneFile,
} from './output-folder.js';
import type { Texts } from './texts.js';
import { textsOf } from './texts.js';
import { languageOf } from './typed-words.js';
import { VERSION } from './version.js';
import type { ExitStatus, Voice } from './voice.js';

/** Runs one command line; returns the exit status and never ends the process itself. */
export async function main(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const texts = textsOf(languageOf(words));
  const [first] = words;
  try {
    // Road maps are a program of their own; nothing of it is loaded for results.
    if (first === 'plan' || first === 'deadline')
      return await (await import('./plan/run-plan.js')).runPlan(words, voice);
    if (first === 'publish') return await (await import('./publish/run-publish.js')).runPublish(words, voice);
    if (first === 'pupil') return await (await import('./pupil/run-pupil.js')).runPupil(words, voice);
    if (first === 'profile') return await (await import('./profile/run-profile.js')).runProfile(words, voice);
    if (first === 'practices')
      return await (await import('./practices/run-practices.js')).runPractices(words, voice);
    if (first === 'partners')
      return await (await import('./partners/run-partners.js')).runPartners(words, voice);
    if (first === 'pupils') return await (await import('./pupils/run-pupils.js')).runPupils(words, voice);
    if (first === 'bank') return await (await import('./bank/run-bank.js')).runBank(words, voice);
    if (first === 'staff') return await (await import('./staff/run-staff.js')).runStaff(words, voice);
    if (first === 'match') return await (await import('./match/run-match.js')).runMatch(words, voice);
    return await run(parseArguments(words), texts, voice);
  } catch (error) {
    if (error instanceof InputMissing) voice.complain(texts.inputMissing(error.input));
    else if (error instanceof InputUnfit) voice.complain(texts.inputUnfit(error.input, error.why));
    else if (error instanceof FolderNotOurs) voice.complain(texts.folderNotOurs(error.folder));
    else if (error instanceof CannotWrite) voice.complain(texts.cannotWrite(error.path, error.reason));
    else throw error;
    return 2;
  }
}

async function run(options: Arguments, texts: Texts, voice: Voice): Promise<ExitStatus> {
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
      return (await import('./analyze/analyze.js')).analyze(options, voice);
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
      await refuseForeignFolder(options.out, options.force);
      const { makeSample } = await import('./sample/make-sample.js');
      const files = makeSample({ schools: options.schools, seed: options.seed });
      await writeFolder(
        options.out,
        files.map(({ path, bytes }) => ({ path, content: bytes })),
        [
          '2021',
          '2025',
          '2026',
          'schools.csv',
          'passports.csv',
          'teachers.csv',
          'offers.csv',
          'deficits.csv',
          'DEFECTS.txt',
          'README.txt',
        ],
      );
      voice.say(texts.written('sample', options.out));
      return 0;
    }
  }
}
