/**
 * The places of a plan for which it is not published.
 *
 * @module
 */
import type { RoadMap } from '@orientir/core/road-map';
import { doubtfulMailboxes, privateDataIn } from './private-data.js';
import type { PublishedText } from './published-texts.js';
import type { PublishingProblem, PublishingWarning } from './publishing-issue.js';
import { isPupilsHeading, pupilNamesIn } from './pupils-data.js';

/** Everything that must go before the plan is published; each place once. */
export function privatePlaces(plan: RoadMap, texts: readonly PublishedText[]): readonly PublishingProblem[] {
  const headings = [
    ...(plan.columns ?? []).map(({ header }) => ({ field: 'columns', text: header })),
    ...plan.sections.map(({ title }) => ({ field: 'sections', text: title })),
  ].filter(({ text }) => isPupilsHeading(text));
  return [
    ...headings.map((heading): PublishingProblem => ({ ...heading, code: 'pupils-column' })),
    ...texts.flatMap((place) => problemsOf(place)),
  ];
}

/** Contacts that may stay and that somebody should look at. */
export function doubtfulPlaces(texts: readonly PublishedText[]): readonly PublishingWarning[] {
  return texts.flatMap(({ text, ...place }) =>
    doubtfulMailboxes(text).map(
      (mailbox): PublishingWarning => ({ ...place, code: 'mailbox-doubtful', text: mailbox }),
    ),
  );
}

function problemsOf({ text, ...place }: PublishedText): readonly PublishingProblem[] {
  return [
    ...(/\p{Surrogate}/u.test(text) ? [{ ...place, code: 'broken-text' as const, text }] : []),
    ...privateDataIn(text).map((datum) => ({ ...place, code: datum.kind, text: datum.text })),
    ...pupilNamesIn(text, place.field).map((name) => ({ ...place, code: 'pupil-name' as const, text: name })),
  ];
}
