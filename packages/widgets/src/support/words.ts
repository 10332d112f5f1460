/** Words of the three views in both languages. @module */
import type { Language } from '@orientir/core/foundation';

interface ViewWords {
  readonly title: string;
  readonly empty: string;
  readonly meaning: readonly string[];
  /** Heads of the table. */
  readonly heads: readonly string[];
}

interface Words {
  readonly keys: string;
  readonly coverage: ViewWords;
  readonly capacity: ViewWords;
  readonly partners: ViewWords;
  readonly by: string;
  readonly kinds: Readonly<Record<'topic' | 'group', string>>;
  readonly rest: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly of: string;
  readonly price: string;
  readonly nobody: string;
  /** What the school named beside a reason is. */
  readonly nearest: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    keys: 'Стрелками вверх и вниз можно пройти по строкам.',
    coverage: {
      title: 'Сколько потребностей в поддержке закрыто?',
      empty: 'Здесь будет видно, сколько потребностей в поддержке закрыто. Пока данных нет.',
      meaning: ['Закрашена та часть потребностей, для которой нашлось место. Меньше пяти — не показано.'],
      heads: ['Тема или группа', 'Нужно', 'Закрыто'],
    },
    capacity: {
      title: 'Где не хватает мест?',
      empty: 'Здесь будут места и их цена. Пока данных нет.',
      meaning: [
        'Закрашены занятые места. Цена показывает, сколько ещё потребностей, с учётом остроты, закрыло бы место самое большее: где она выше, там места нужнее.',
      ],
      heads: ['Предложение', 'Мест', 'Занято', 'Цена места', 'Даст ещё одно место'],
    },
    partners: {
      title: 'Какие школы могут помочь?',
      empty: 'Здесь будут школы-партнёры. Пока данных нет.',
      meaning: [
        'Точка — насколько результаты партнёра выше, в стандартных отклонениях учеников, с поправкой на условия; черта — где разность лежит с вероятностью 95\u00a0%.',
        'Это предложение для разговора школ, а не решение.',
      ],
      heads: ['Школа', 'Партнёр', 'Выше на', 'Чему может научить'],
    },
    by: 'Показать',
    kinds: { topic: 'по темам', group: 'по группам учителей' },
    rest: 'Другие темы',
    groups: {
      young: 'Молодые специалисты',
      newcomer: 'Недавно в школе',
      low_results: 'Школы с низкими результатами',
      no_exam_experience: 'Без опыта подготовки к ГИА',
    },
    of: 'из',
    price: 'цена',
    nobody: 'партнёра нет',
    nearest: { 'none-near': 'ближайшая', 'none-alike': 'меньше всего отличается', full: 'подошла бы' },
    reasons: {
      'no-context': 'нет социального паспорта',
      'no-difference': 'неизвестно, каких результатов ожидать',
      'none-higher': 'нет школы этого вида с заведомо более высокими результатами',
      'none-alike': 'у более успешных школ другие условия',
      'none-near': 'нет похожей школы в муниципалитете',
      full: 'у похожих школ не осталось мест',
    },
  },
  en: {
    keys: 'Use the up and down arrow keys to walk through the rows.',
    coverage: {
      title: 'How much of the need for support is met?',
      empty: 'How much of the need for support is met will stand here. There are no data yet.',
      meaning: ['Filled: needs for which there is a place. Fewer than five are not shown.'],
      heads: ['Topic or group', 'Needed', 'Met'],
    },
    capacity: {
      title: 'Where are places scarce?',
      empty: 'Places and their prices will stand here. There are no data yet.',
      meaning: [
        'Filled: places taken. The price says how much more need, severe ones counting more, a place could meet at most: where it is higher, places are needed more.',
      ],
      heads: ['Offer', 'Places', 'Taken', 'Price of a place', 'One more would bring'],
    },
    partners: {
      title: 'Which schools can help?',
      empty: 'Partner schools will stand here. There are no data yet.',
      meaning: [
        'The point says how much higher the results of the partner are, in standard deviations of pupils, conditions considered; the line where the difference lies with a probability of 95%.',
        'It is a proposal for schools to talk about, no decision.',
      ],
      heads: ['School', 'Partner', 'Higher by', 'What it can teach'],
    },
    by: 'Show',
    kinds: { topic: 'by topic', group: 'by group of teachers' },
    rest: 'Other topics',
    groups: {
      young: 'Young teachers',
      newcomer: 'New at their school',
      low_results: 'Schools with low results',
      no_exam_experience: 'No experience with state exams',
    },
    of: 'of',
    price: 'price',
    nobody: 'no partner',
    nearest: { 'none-near': 'nearest', 'none-alike': 'least unlike', full: 'would suit' },
    reasons: {
      'no-context': 'no social passport',
      'no-difference': 'expected results are not known',
      'none-higher': 'no school of this kind has surely higher results',
      'none-alike': 'more successful schools work in other conditions',
      'none-near': 'no similar school in the municipality',
      full: 'similar schools have no place left',
    },
  },
};
