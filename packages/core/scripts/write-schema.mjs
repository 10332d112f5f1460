/** Writes schema/road-map-1.json from the zod schema. Run after a build, when the schema was changed. */
import { writeFileSync } from 'node:fs';
import { roadMapJsonSchema } from '../dist/schema.js';

writeFileSync(
  new URL('../schema/road-map-1.json', import.meta.url),
  `${JSON.stringify(roadMapJsonSchema(), undefined, 1)}\n`,
);
