import { strFromU8, unzipSync } from 'fflate';

/** The parts of a zipped file as texts. */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}
