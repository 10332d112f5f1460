/** Classes of a part of the report: place by which the column sorts, and words; each has a shape of its own that is drawn. */
export function classesIn(html: string): readonly (readonly [place: number, words: string])[] {
  const found = [
    ...html.matchAll(
      /<td data-v="(\d+)"><span class="class">(<svg class="sign"[^>]* aria-hidden="true"[^>]*>.*?<\/svg>)<span><span data-en="[^"]+">([^<]+)<\/span><\/span><\/span><\/td>/g,
    ),
  ].map(([, place = '', shape = '', words = '']) => ({ place: Number(place), shape, words }));
  const shapes = new Map(found.map(({ shape, words }) => [shape, words]));
  if (found.some(({ shape, words }) => shapes.get(shape) !== words))
    throw new Error('two classes have one shape');
  return found.map(({ place, words }) => [place, words]);
}
