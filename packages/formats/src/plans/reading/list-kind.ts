/** What a list is, by the words that introduce it. */
export type ListKind = 'problems' | 'goals' | 'tasks' | 'measures' | 'other';

/**
 * The kind that the last telling word of an introduction names; absent when none does. «выявлены следующие проблемы» are
 * problems, «для устранения проблем необходимо» are measures. What was done already («проведены мероприятия») is none.
 */
export function listKind(intro: string): ListKind | undefined {
  const words = intro.slice(-600).toLowerCase().replace(/ё/g, 'е');
  let last: { at: number; kind: ListKind } | undefined;
  for (const { kind, pattern } of KINDS) {
    for (const { index } of words.matchAll(pattern)) {
      if (last === undefined || index >= last.at) last = { at: index, kind };
    }
  }
  if (last?.kind === 'measures' && DONE.test(words)) return 'other';
  return last?.kind;
}

/** Whether a short text is the name of a list, with or without a colon: «Задачи», «Стратегическая цель». */
export function isLabel(text: string): boolean {
  return text.length <= 60 && LABEL.test(text);
}

const word = (stems: string) => new RegExp(`(?<![а-я])(?:${stems})`, 'gu');

const KINDS: readonly { readonly kind: ListKind; readonly pattern: RegExp }[] = [
  { kind: 'problems', pattern: word('проблем[аы]?(?![а-я])|дефицит') },
  { kind: 'goals', pattern: word('цел[ьи](?![а-я])') },
  { kind: 'tasks', pattern: word('задач[аи]?(?![а-я])') },
  {
    kind: 'measures',
    pattern: word(
      'необходим[оаы]?(?![а-я])|рекоменду(?:ет|ем|ют)|рекомендовать|рекомендации(?![а-я])|поруч(?:ить|ает|аем)|обязать|следует(?![а-я])|организовать|обеспечить|провести|надлежит|предлага(?:ет|ем|ют)|мероприяти[яй]?(?![а-я])|меры(?![а-я])|(?:^|\\s)(?:руководител|директор|заместител|учител|педагог|методист|специалист|родител|школ|организаци)(?:ям|ам)(?![а-я])',
    ),
  },
];
const DONE =
  /(?<![а-я])(?:проведен|реализован|выполнен|состоял|организован|осуществлен)[а-я]{0,3}\s+(?:[а-я]+\s+){0,3}(?:мероприяти|меры)/u;
const LABEL =
  /^(?:(?:стратегическ|основн|главн|общ|приоритетн|ключев)\p{L}+\s+)?(?:цел[ьи]|задач[аи]|проблем[аы]|цел[ьи] и задачи)(?:\s+(?:программы|плана|дорожной карты|проекта|муниципальной программы|школы|на\s.{0,30}))?\s*:?$/iu;
