globalThis.measured = (async () => {
  const blobOf = async (name) => (await fetch(name)).blob();
  const files = [
    { name: 'in/assessment.json', file: await blobOf('/assessment.json') },
    { name: 'in/responses.csv', file: await blobOf('/responses.csv') },
  ];
  const worker = new Worker('/worker.js', { type: 'module' });
  await new Promise((done) => worker.addEventListener('message', done, { once: true }));
  let stood = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    stood = Math.max(stood, now - last - 10);
    last = now;
  }, 10);
  const started = performance.now();
  const answer = new Promise((done) =>
    worker.addEventListener('message', ({ data }) => done(data), { once: true }),
  );
  worker.postMessage(files);
  const checksum = await answer;
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, stood: stood / 1000, checksum };
})();
