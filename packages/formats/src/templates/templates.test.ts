import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import { cellText } from '../sheet.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { templates, templateWorkbook } from './index.js';

describe('templates', () => {
  it('are forms whose headers are the ids, with every column explained on a sheet of its own', async () => {
    for (const { name, columns } of templates) {
      for (const language of ['ru', 'en'] as const) {
        const [form, explanations] = await readWorkbook(templateWorkbook(name, language) ?? new Uint8Array());
        expect(form?.rows).toEqual([columns.map(({ id }) => id)]);
        const explained = explanations?.rows.map((row) => cellText(row[0])) ?? [];
        for (const { id } of columns) expect(explained).toContain(id);
      }
    }
    expect(templateWorkbook('нет такого', 'ru')).toBeUndefined();
  });

  it('are read back when they are filled in as their examples say', async () => {
    const filled = (name: string) => {
      const columns = templates.find((template) => template.name === name)?.columns ?? [];
      return writeRawWorkbook([
        { name: 'Лист', rows: [columns.map(({ id }) => id), columns.map(({ example }) => example)] },
      ]);
    };
    const { record, issues, analysis } = await readFiles({}, {});
    expect([record.files, issues, analysis.assessments]).toEqual([[], [], []]);
    const { inputFile, readInputs } = await import('../readers/index.js');
    const layouts: string[] = [];
    for (const { name } of templates) {
      const read = await readInputs([inputFile(`a/${name}.xlsx`, filled(name))], {
        onTally: () => {},
      });
      layouts.push(`${name}: ${read.files[0]?.layout}, ${read.issues.map(({ code }) => code).join(' ')}`);
    }
    expect(layouts).toEqual([
      'responses: generic, assessment-not-described',
      'schools: schools, ',
      'items: assessment, sidecar-unused',
      'marks: scale, sidecar-unused',
      'passport: passport, passport-unused',
      'medals: , file-not-recognised',
      'places: , file-not-recognised',
      'practices: , file-not-recognised',
      'events: , file-not-recognised',
      'pupils: pupils, file-school-only',
      'self-rating: self-rating, profile-unused',
      'swot: swot, profile-unused',
      'directions: directions, profile-unused',
      'stages: stages, profile-unused',
      'attendance: attendance, profile-unused',
      'annual-card: annual-card, profile-unused',
      'special-control: special-control, profile-unused',
      'checkpoints: checkpoints, profile-unused',
      'teachers: support, support-unused',
      'offers: support, support-unused',
      'deficits: support, support-unused',
      'bank: support, support-unused',
      'people: support, support-unused',
      'conferences: support, support-unused',
      'burnout: support, support-unused',
      'staffing: support, support-unused',
      'courses: support, support-unused',
    ]);
  });

  it('about teachers are put aside with the command that reads them', async () => {
    const { inputFile, readInputs } = await import('../readers/index.js');
    const commands: Record<string, unknown> = {};
    for (const name of [
      'teachers',
      'deficits',
      'courses',
      'bank',
      'people',
      'conferences',
      'burnout',
      'staffing',
    ]) {
      const form = templateWorkbook(name, 'ru') ?? new Uint8Array();
      const { issues } = await readInputs([inputFile(`${name}.xlsx`, form)], { onTally: () => {} });
      commands[name] = issues.map(({ code, parameters }) => ({ code, ...parameters }));
    }
    const readBy = (command: string) => [{ code: 'support-unused', command }];
    expect(commands).toEqual({
      teachers: readBy('match'),
      deficits: readBy('match'),
      courses: readBy('match'),
      bank: readBy('bank'),
      people: readBy('bank'),
      conferences: readBy('staff'),
      burnout: readBy('staff'),
      staffing: readBy('staff'),
    });
  });
});
