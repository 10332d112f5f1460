/** CPU and wall seconds of a piece of work inside a process, printed for `run.mjs`. */
export async function section(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  console.log(`section ${(user + system) / 1e6} ${(performance.now() - started) / 1e3}`);
  return result;
}
