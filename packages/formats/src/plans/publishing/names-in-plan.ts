/**
 * Names of persons in a plan: said, or replaced by their positions.
 *
 * @module
 */
import type { Measure, RoadMap } from '@orientir/core/road-map';
import { namesIn, withoutNames } from './person-names.js';
import type { PublishedText } from './published-texts.js';
import type { PublishingWarning } from './publishing-issue.js';

/** What becomes of names among the responsible: they stay, or their positions stand alone. */
export type NamesChoice = 'keep' | 'position';

/** Names that will be published, stamps and laws aside: a signature belongs to its stamp. */
export function nameWarnings(texts: readonly PublishedText[]): readonly PublishingWarning[] {
  return texts.flatMap(({ text, ...place }) => {
    const decides = DECIDES.test(place.field);
    if (place.measure === undefined && !decides) return [];
    const code = decides || place.field === 'responsible' ? 'person-named' : 'name-in-text';
    return namesIn(text).map((name): PublishingWarning => ({ ...place, code, text: name.text }));
  });
}

/** Outside measures: who decided, who waived. */
const DECIDES = /^(?:decisions|waivers)\.by$/;

export interface PlanWithoutNames {
  readonly plan: RoadMap;
  /** What was replaced and what was left out. */
  readonly warnings: readonly PublishingWarning[];
}

/** Takes the names out of responsible parties, decisions and waivers; approval stamps keep their signatures. */
export function withPositions(plan: RoadMap): PlanWithoutNames {
  const warnings: PublishingWarning[] = [];
  const by = (who: string | undefined, field: string): { readonly by?: string } => {
    if (who === undefined) return {};
    const names = namesIn(who);
    const position = names.length === 0 ? who : withoutNames(who);
    const code = position === undefined ? 'name-left-out' : 'name-replaced';
    for (const { text } of names) warnings.push({ field, code, text });
    return position === undefined ? {} : { by: position };
  };
  const { measures, decisions, waivers, ...rest } = plan;
  const changed: RoadMap = {
    ...rest,
    ...(decisions === undefined
      ? {}
      : { decisions: decisions.map(({ by: who, ...each }) => ({ ...each, ...by(who, 'decisions.by') })) }),
    ...(waivers === undefined
      ? {}
      : { waivers: waivers.map(({ by: who, ...each }) => ({ ...each, ...by(who, 'waivers.by') })) }),
    measures: measures.map((measure) => withoutNamesOf(measure, warnings)),
  };
  return { plan: warnings.length === 0 ? plan : changed, warnings };
}

/** A party that was only a name goes; where the position is a party of its own, it has replaced the name. */
function withoutNamesOf(measure: Measure, warnings: PublishingWarning[]): Measure {
  const parties = measure.responsible.map((party) => ({ party, names: namesIn(party) }));
  if (parties.every(({ names }) => names.length === 0)) return measure;
  const responsible = parties
    .map(({ party, names }) => (names.length === 0 ? party : withoutNames(party)))
    .filter((party) => party !== undefined);
  const place = { measure: measure.number?.trim() || measure.id, field: 'responsible' } as const;
  const code = responsible.length === 0 ? 'name-left-out' : 'name-replaced';
  for (const { names } of parties) for (const { text } of names) warnings.push({ ...place, code, text });
  return { ...measure, responsible: [...new Set(responsible)] };
}
