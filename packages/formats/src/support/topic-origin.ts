/**
 * Where the topics of a teacher come from, in words. What teachers named themselves is no guess; everything else is, and says so.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Need, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import type { DiagnosticBlock } from '@orientir/core/teacher-deficits';
import { short } from '../sheets/short-text.js';
import { BLOCK_WORDS } from './bank-columns.js';

/** Where a row says that a topic comes from. */
type Source =
  | { readonly kind: 'declared' }
  | { readonly kind: 'diagnostics'; readonly block?: DiagnosticBlock }
  /** `ours`: sections of works that were counted here, so the topic is content that pupils learn. */
  | { readonly kind: 'results'; readonly ours: boolean }
  | { readonly kind: 'other'; readonly text: string };

/** Of a teacher's topics, those with the same sources together. */
interface Origin {
  /** As they are shown. */
  readonly topics: readonly string[];
  readonly sources: readonly Source[];
}

/** What is known of the topics of one teacher. */
export interface TopicOrigins {
  readonly origins: readonly Origin[];
  readonly hasDiagnostics: boolean;
  /** Every topic was named by the teacher. */
  readonly isAllDeclared: boolean;
  /** It is certain that no topic was taken from results of assessments. */
  readonly isWithoutResults: boolean;
  /** How a topic stands in a table. */
  label(topic: string): string;
}

/** Origins of the topics of a teacher, in the order of the topics: the severest first. */
export function topicOrigins(plan: SupportPlan, teacher: string, language: Language): TopicOrigins {
  const needs = needsOfTeacher(plan, teacher).map((need) => ({ need, sources: need.sources.map(sourceOf) }));
  const content = new Set(needs.flatMap(({ need, sources }) => (isContent(sources) ? [need.key] : [])));
  const label = (topic: string) => {
    const shown = shownTopic(topic, language);
    if (!content.has(topicKey(topic))) return shown;
    return language === 'ru' ? `Как учить теме «${shown}»` : `How to teach “${shown}”`;
  };
  const groups = new Map<string, { topics: string[]; sources: readonly Source[] }>();
  for (const { need, sources } of needs) {
    const key = JSON.stringify(sources);
    const alike = groups.get(key);
    const shown = shownTopic(need.topic, language);
    if (alike === undefined) groups.set(key, { topics: [shown], sources });
    else alike.topics.push(shown);
  }
  const all = needs.flatMap(({ sources }) => sources);
  return {
    origins: [...groups.values()],
    hasDiagnostics: all.some(({ kind }) => kind === 'diagnostics'),
    isAllDeclared: needs.every(({ sources }) => sources.some(({ kind }) => kind === 'declared')),
    isWithoutResults: needs.every(
      ({ need, sources }) =>
        sources.length > 0 &&
        sources.every(({ kind }) => kind === 'declared' || kind === 'diagnostics') &&
        !need.sources.some((text) => /впр|vpr/i.test(text)),
    ),
    label,
  };
}

/** Whether a topic is certainly what pupils learn: then it is the teaching that help is offered with. */
function isContent(sources: readonly Source[]): boolean {
  return sources.some((of) => of.kind === 'results' && of.ours);
}

/** Needs of a teacher, the severest first. */
export function needsOfTeacher({ candidates }: SupportPlan, teacher: string): readonly Need[] {
  const t = candidates.teacherAt(teacher);
  if (t === undefined) return [];
  const { needStart } = candidates.problem;
  return candidates.needs.slice(needStart[t] ?? 0, needStart[t + 1] ?? 0);
}

/** A topic as people read it; the bank writes a block of a diagnostic by its id. */
export function shownTopic(topic: string, language: Language): string {
  const block = BLOCKS.find(([id]) => id === topicKey(topic));
  if (block === undefined) return short(topic, 60);
  const word = BLOCK_WORDS[block[0]][language];
  return language === 'ru' ? `${word} блок диагностики` : `${word} block of the diagnostic`;
}

/** A sentence for each group of topics; `toWhom`: whom teachers tell that a topic does not hold. */
export function originSentences(
  { origins }: TopicOrigins,
  toWhom: 'sender' | 'companion',
  language: Language,
): readonly string[] {
  return origins.map((of) => (language === 'ru' ? russian(of, toWhom) : english(of, toWhom)));
}

function russian({ topics, sources }: Origin, toWhom: 'sender' | 'companion'): string {
  const one = topics.length === 1;
  const list = topics.map((topic) => `«${topic}»`).join(', ');
  const head = isContent(sources) ? `Как учить ${one ? 'теме' : 'темам'} ${list}` : list;
  const tell = toWhom === 'sender' ? 'напишите отправителю' : 'вычеркните её';
  const gone = `Если ${one ? 'она' : 'какая-то из них'} уже не нужна, ${tell}.`;
  const wrong = `Если ${one ? 'это' : 'что-то'} не так, ${
    toWhom === 'sender'
      ? 'напишите отправителю, и он исправит'
      : one
        ? 'вычеркните тему'
        : 'вычеркните эту тему'
  }.`;
  const guess = `${one ? 'Это предположение' : 'Это предположения'}, а не оценка вашей работы. ${wrong}`;
  const [first] = sources;
  if (first === undefined) return `${head}. ${guess}`;
  if (sources.length === 1 && first.kind === 'declared')
    return `${head}: ${one ? 'эту тему' : 'эти темы'} назвали вы. ${gone}`;
  if (sources.length === 1 && first.kind === 'results')
    return `${head}: ${one ? 'предположение' : 'предположения'} по результатам работ учеников, а не оценка вашей работы. ${wrong}`;
  const from = sources.map((source) => SOURCE_TEXT.ru(source)).join('; ');
  return `${head}: ${from}. ${sources.some(({ kind }) => kind === 'declared') ? gone : guess}`;
}

function english({ topics, sources }: Origin, toWhom: 'sender' | 'companion'): string {
  const one = topics.length === 1;
  const list = topics.map((topic) => `“${topic}”`).join(', ');
  const head = isContent(sources) ? `How to teach ${list}` : list;
  const strike = one ? 'strike it out' : 'strike that one out';
  const gone = `If you no longer need ${one ? 'it' : 'one of them'}, ${toWhom === 'sender' ? 'tell the sender' : strike}.`;
  const wrong = `If ${one ? 'it' : 'one'} is wrong, ${toWhom === 'sender' ? 'write to the sender, who will correct it' : strike}.`;
  const guess = `${one ? 'It is a guess' : 'They are guesses'}, not a judgement of your work. ${wrong}`;
  const [first] = sources;
  if (first === undefined) return `${head}. ${guess}`;
  if (sources.length === 1 && first.kind === 'declared')
    return `${head}: you named ${one ? 'this topic' : 'these topics'}. ${gone}`;
  if (sources.length === 1 && first.kind === 'results')
    return `${head}: ${one ? 'a guess' : 'guesses'} from papers of pupils, not a judgement of your work. ${wrong}`;
  const from = sources.map((source) => SOURCE_TEXT.en(source)).join('; ');
  return `${head}: ${from}. ${sources.some(({ kind }) => kind === 'declared') ? gone : guess}`;
}

const SOURCE_TEXT = {
  ru: (source: Source): string => {
    switch (source.kind) {
      case 'declared':
        return 'назвали вы';
      case 'diagnostics':
        return source.block === undefined
          ? 'диагностика'
          : `диагностика, ${BLOCK_WORDS[source.block].ru} блок`;
      case 'results':
        return 'предположение по результатам работ учеников';
      case 'other':
        return short(source.text, 60);
    }
  },
  en: (source: Source): string => {
    switch (source.kind) {
      case 'declared':
        return 'you named it';
      case 'diagnostics':
        return source.block === undefined
          ? 'a diagnostic'
          : `a diagnostic, ${BLOCK_WORDS[source.block].en} block`;
      case 'results':
        return 'a guess from papers of pupils';
      case 'other':
        return short(source.text, 60);
    }
  },
};

/** Rows say it in free words: those of our own tables and forms, and what people write most. Others stand as they were written. */
function sourceOf(text: string): Source {
  const key = topicKey(text);
  if (key === 'results') return { kind: 'results', ours: true };
  if (/диагностик|diagnost/.test(key)) {
    const block = BLOCKS.find(([, pattern]) => pattern.test(key))?.[0];
    return { kind: 'diagnostics', ...(block === undefined ? {} : { block }) };
  }
  if (/результаты? (?:работ|впр|огэ|егэ|оценочн)|работы учеников/.test(key))
    return { kind: 'results', ours: false };
  return DECLARED.test(key) ? { kind: 'declared' } : { kind: 'other', text };
}

/** Only what the teacher said: «заявлено завучем» is somebody else's word. */
const DECLARED =
  /^(?:self|declared|the teacher|teacher|учитель|сама?(?: (?:человек|учитель|педагог))?|заявлен[аоы]?(?: (?:сам(?:им|ой) )?(?:учителем|педагогом))?)$/;

const BLOCKS: readonly (readonly [DiagnosticBlock, RegExp])[] = [
  ['subject', /предметн|subject/],
  ['methodical', /методич|methodic/],
  ['psychological', /психолог|psycholog/],
  ['legal', /правов|legal/],
];
