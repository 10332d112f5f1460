import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { FoundInputs } from './input-files.js';

/** What is said of files and folders that are not read. */
export function notRead({ passedOver, ownResults }: FoundInputs): readonly Issue[] {
  return [
    ...passedOver.map(({ name, format }) => issue('file-passed-over', 'warning', { file: name }, { format })),
    ...ownResults.map(({ name, other }) => issue('folder-own-results', 'warning', { file: name }, { other })),
  ];
}
