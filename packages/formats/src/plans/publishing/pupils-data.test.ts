import { describe, expect, it } from 'vitest';
import { isPupilsHeading, pupilNamesIn } from './pupils-data.js';

describe('isPupilsHeading', () => {
  it.each([
    'ФИО обучающегося',
    'Ф. И. О. учащихся',
    'Фамилия, имя ученика',
    'Ученик',
    'Обучающийся',
    '3. Список обучающихся группы риска',
    'Дата рождения',
    'Телефон родителей',
  ])('«%s» is about single pupils', (text) => {
    expect(isPupilsHeading(text)).toBe(true);
  });

  it.each([
    'Работа с обучающимися',
    'Обучающиеся',
    'ФИО ответственного',
    'Ответственный (ФИО, должность)',
    'Категория участников',
    'Индивидуальные маршруты учеников с низкими результатами',
    'Социальный адрес помощи',
  ])('«%s» is not', (text) => {
    expect(isPupilsHeading(text)).toBe(false);
  });
});

describe('pupilNamesIn', () => {
  it.each([
    'Консультации для ученика Иванова П. А.',
    'Индивидуальная работа: Орлов Пётр Ильич, 9 «А» класс',
    'Обучающиеся группы риска: Иванов П., Петрова А.',
    'Беседа с выпускником И. И. Ивановым',
  ])('finds pupils in «%s»', (text) => {
    expect(pupilNamesIn(text, 'text').length).toBeGreaterThan(0);
  });

  it.each([
    ['text', 'Составить список обучающихся группы риска'],
    ['text', 'Занятия с обучающимися (учитель Иванова И. И.)'],
    ['text', 'Чтения для школьников по книгам школы имени А. С. Пушкина'],
    ['text', 'Семинар для учителей Иванова И. И.'],
    ['responsible', 'Иванова И. И., 9 «А» класс'],
    ['responsible', 'классный руководитель 9 «А» класса Петрова А. А.'],
  ])('finds none in %s «%s»', (field, text) => {
    expect(pupilNamesIn(text, field)).toEqual([]);
  });
});
