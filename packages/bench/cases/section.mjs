/** CPU and wall seconds of a piece of work inside a process, printed for `run.mjs`. */
export async function section(work) {
  const clock = startClock();
  const result = await work();
  say(clock());
  return result;
}

/** The same of work to which a generator gives one thing after the other; what the generator needs is taken off. */
export function sectionOver(things, work) {
  const made = { cpu: 0, wall: 0 };
  function* timed() {
    for (;;) {
      const clock = startClock();
      const { value, done } = things.next();
      const { cpu, wall } = clock();
      made.cpu += cpu;
      made.wall += wall;
      if (done) return;
      yield value;
    }
  }
  const clock = startClock();
  const result = work(timed());
  const { cpu, wall } = clock();
  say({ cpu: cpu - made.cpu, wall: wall - made.wall });
  return result;
}

function startClock() {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / 1e6, wall: (performance.now() - started) / 1e3 };
  };
}

function say({ cpu, wall }) {
  console.log(`section ${cpu} ${wall}`);
}
