import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responsibleParties } from './responsible-parties.js';

const parties = (text: string) => responsibleParties(text).parties;

describe('responsibleParties', () => {
  it('cuts at commas, semicolons, lines and slashes', () => {
    expect(parties('Директор, завуч; методист\nРуководитель ШМО / психолог')).toEqual([
      'Директор',
      'завуч',
      'методист',
      'Руководитель ШМО',
      'психолог',
    ]);
  });

  it('keeps quotes, brackets and what depends on a role whole', () => {
    expect(parties('МКУ «Отдел образования, спорта и культуры», ОО')).toEqual([
      'МКУ «Отдел образования, спорта и культуры»',
      'ОО',
    ]);
    expect(parties('учителя химии, биологии, заместитель директора по УВР, ВР')).toEqual([
      'учителя химии, биологии',
      'заместитель директора по УВР, ВР',
    ]);
    expect(parties('Управление образования и молодёжной политики')).toHaveLength(1);
    expect(parties('методист ИМЦ')).toEqual(['методист ИМЦ']);
    expect(parties('директора школ (по согласованию, письменно)')).toHaveLength(1);
  });

  it('knows shortened words and groups of people', () => {
    expect(parties('кл. руководители, соц. педагог')).toEqual(['кл. руководители', 'соц. педагог']);
    expect(parties('зам. директора по УВР, ВР, рук. ШМО')).toEqual(['зам. директора по УВР, ВР', 'рук. ШМО']);
    expect(parties('заместитель директора по УВР, рабочая группа')).toEqual([
      'заместитель директора по УВР',
      'рабочая группа',
    ]);
    expect(parties('педагог-психолог, ответственный за сайт')).toHaveLength(2);
    expect(parties('психолого-педагогическая служба')).toHaveLength(1);
    expect(parties('классные руководители 9, 11 классов')).toHaveLength(1);
  });

  it('cuts at « и » only before another role', () => {
    expect(parties('директор и классные руководители')).toEqual(['директор', 'классные руководители']);
    expect(parties('учителя физики и математики')).toEqual(['учителя физики и математики']);
  });

  it('cuts parties that stand together without a mark', () => {
    expect(parties('МКУ «Центр развития» РМО учителей истории')).toEqual([
      'МКУ «Центр развития»',
      'РМО учителей истории',
    ]);
    expect(parties('Методкабинет МКУ «Центр развития» ОО')).toEqual([
      'Методкабинет МКУ «Центр развития»',
      'ОО',
    ]);
    expect(parties('Руководители ОО РМО')).toEqual(['Руководители ОО', 'РМО']);
    expect(parties('Орлова А.Б. Котов В.Г. Белых-Синица Д. Е.')).toEqual([
      'Орлова А.Б.',
      'Котов В.Г.',
      'Белых-Синица Д. Е.',
    ]);
    expect(parties('А.Б. Орлова В.Г. Котов')).toEqual(['А.Б. Орлова', 'В.Г. Котов']);
    expect(parties('директор школы Орлова А.Б. завуч Котов В.Г.')).toEqual([
      'директор школы Орлова А.Б.',
      'завуч Котов В.Г.',
    ]);
  });

  it('closes a quote that was left open', () => {
    expect(responsibleParties('МКУ «Центр развития района РМО учителей истории')).toEqual({
      parties: ['МКУ «Центр развития района»', 'РМО учителей истории'],
      unclear: false,
      repaired: true,
    });
    expect(responsibleParties('МОУ «Школа «Радуга»').repaired).toBe(false);
  });

  it('knows the short names of the document', () => {
    expect(parties('МКУ «Центр» Комиссия')).toEqual(['МКУ «Центр» Комиссия']);
    const aliases = [{ short: 'Комиссия', full: 'Комиссия по качеству' }];
    expect(responsibleParties('МКУ «Центр» Комиссия', aliases).parties).toEqual(['МКУ «Центр»', 'Комиссия']);
    expect(parties('Отдел образования (далее – Отдел), школы')).toContain('Отдел образования');
  });

  it('says when it cannot tell parties apart', () => {
    expect(responsibleParties('МКУ «Центр» Лаборатория качества').unclear).toBe(true);
    expect(responsibleParties('а'.repeat(5000)).parties).toHaveLength(1);
  });

  it('never throws, and adds no words', () => {
    const words = fc.constantFrom(
      'директор',
      'МКУ',
      '«',
      '»',
      '"',
      '(',
      ')',
      ',',
      ' ',
      '\n',
      'Орлова',
      'А.Б.',
      'и',
      'ОО',
      '/',
      'РМО',
      ';',
      '–',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const letters = (of: string) => of.replace(/[^\p{L}]/gu, '');
        for (const party of parties(text)) expect(letters(text)).toContain(letters(party));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parties(text).length >= 0));
  });
});
