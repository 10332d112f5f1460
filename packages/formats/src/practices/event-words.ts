import type { Language } from '@orientir/core/foundation';
import type { Community, EventKind } from '@orientir/core/practices';

type Texts = Readonly<Record<Language, string>>;

export const KIND_WORDS: Readonly<Record<EventKind, Texts>> = {
  'network-event': { ru: 'сетевое событие', en: 'network event' },
  'master-class': { ru: 'мастер-класс', en: 'master class' },
  'open-lesson': { ru: 'открытый урок', en: 'open lesson' },
  consultation: { ru: 'консультация', en: 'consultation' },
};

export const COMMUNITY_WORDS: Readonly<Record<Community, Texts>> = {
  school: { ru: 'школьное', en: 'school' },
  'inter-school': { ru: 'межшкольное', en: 'inter-school' },
  municipal: { ru: 'муниципальное', en: 'municipal' },
};
