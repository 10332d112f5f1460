import { analyse } from '@orientir/core/analysis';
import { TallySum } from '@orientir/core/tally';
import { inputFileOfBlob, readInputs } from '@orientir/formats/readers';

self.addEventListener('message', async ({ data }) => {
  const sum = new TallySum();
  await readInputs(
    data.map(({ name, file }) => inputFileOfBlob(name, file)),
    { onTally: (tally) => sum.addTally(tally) },
  );
  const { itemResults } = analyse(sum.tally());
  let pupils = 0;
  let rows = 0;
  for (const { level, n } of itemResults) {
    rows++;
    if (level === 'all') pupils += n;
  }
  self.postMessage(`${rows} rates, ${pupils} answers`);
});
self.postMessage('ready');
