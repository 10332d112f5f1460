/**
 * Invented teachers and offers of any size: subjects and municipalities keep to themselves but for video modules, topics overlap,
 * there are places for seven in ten of the seats that teachers could take.
 */
const TOPICS = 20;
const SLOTS = 20;
const MOST_PAIRS = 25;

export function matchingProblem({ teachers, offers, subjects, municipalities, seed = 1 }) {
  const random = mulberry32(seed);
  const below = (n) => Math.floor(random() * n);
  const draw = (count) => {
    const drawn = new Set();
    while (drawn.size < count) drawn.add(below(TOPICS));
    return [...drawn];
  };
  const people = Array.from({ length: teachers }, () => {
    const needs = draw(2 + below(5)).map((topic) => ({ topic, severity: 1 + below(3) }));
    const priority = 10 + below(13);
    const luck = random();
    return {
      needs,
      weights: needs.map(({ severity }) => severity * priority),
      limit: luck < 0.2 ? 1 : luck < 0.7 ? 2 : 3,
      subject: below(subjects),
      municipality: below(municipalities),
    };
  });
  const kinds = [
    { strength: 3, size: () => 1, everywhere: false },
    { strength: 3, size: () => 5 + below(10), everywhere: false },
    { strength: 2, size: () => 8 + below(10), everywhere: false },
    { strength: 1, size: () => 10 + below(20), everywhere: true },
  ];
  const made = Array.from({ length: offers }, () => {
    const kind = kinds[below(kinds.length)];
    return {
      topics: new Set(draw(3 + below(4))),
      strength: kind.strength,
      size: kind.size(),
      slot: random() < 0.35 ? -1 : below(SLOTS),
      subject: below(subjects),
      municipality: kind.everywhere ? -1 : below(municipalities),
    };
  });
  const seats = people.reduce((sum, { limit }) => sum + limit, 0);
  const share = (0.7 * seats) / made.reduce((sum, { size }) => sum + size, 0);
  const bySubject = Array.from({ length: subjects }, (_, subject) =>
    made.map((offer, o) => ({ offer, o })).filter(({ offer }) => offer.subject === subject),
  );
  const pairStart = new Int32Array(teachers + 1);
  const pairOffer = [];
  const pairMask = [];
  people.forEach(({ needs, subject, municipality }, t) => {
    let count = 0;
    for (const { offer, o } of bySubject[subject]) {
      if (count === MOST_PAIRS) break;
      if (offer.municipality >= 0 && offer.municipality !== municipality) continue;
      let mask = 0;
      needs.forEach(({ topic, severity }, d) => {
        if (offer.topics.has(topic) && offer.strength >= severity) mask |= 1 << d;
      });
      if (mask === 0) continue;
      pairOffer.push(o);
      pairMask.push(mask);
      count += 1;
    }
    pairStart[t + 1] = pairOffer.length;
  });
  const needStart = new Int32Array(teachers + 1);
  people.forEach(({ weights }, t) => {
    needStart[t + 1] = needStart[t] + weights.length;
  });
  return {
    needStart,
    needWeight: Float64Array.from(people.flatMap(({ weights }) => weights)),
    limit: Int32Array.from(people, ({ limit }) => limit),
    hours: new Int32Array(teachers).fill(2_147_483_647),
    places: Int32Array.from(made, ({ size }) => Math.max(1, Math.round(size * share))),
    leastGroup: new Int32Array(offers),
    slot: Int32Array.from(made, ({ slot }) => slot),
    duration: new Int32Array(offers),
    pairStart,
    pairOffer: Int32Array.from(pairOffer),
    pairMask: Int32Array.from(pairMask),
    pairCost: new Float64Array(pairOffer.length),
    pairLocked: new Int32Array(pairOffer.length),
  };
}

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
