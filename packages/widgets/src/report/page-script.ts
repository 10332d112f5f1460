/** The small script of the report: language, sorting, choice of a work. Without it everything stands open in Russian. */
export const pageScript = `
(() => {
  const root = document.documentElement;
  const texts = Array.from(document.querySelectorAll('[data-en]'), (el) => [el, el.textContent, el.dataset.en]);
  const labels = Array.from(document.querySelectorAll('[data-en-label]'), (el) => [el, el.getAttribute('aria-label'), el.dataset.enLabel]);
  const reasons = document.querySelectorAll('td[title]');
  const speak = (en) => {
    for (const [el, ru, english] of texts) el.textContent = en ? english : ru;
    for (const [el, ru, english] of labels) el.setAttribute('aria-label', en ? english : ru);
    for (const cell of reasons) cell.title = cell.querySelector('.hidden').textContent;
    root.lang = en ? 'en' : 'ru';
    label();
  };
  // Browsers print buttons in the first head of a table only: on paper the heads are written by the style sheet.
  const label = () => {
    for (const head of document.querySelectorAll('th[data-sort]')) head.dataset.label = head.textContent;
  };
  label();
  const toggle = document.getElementById('language');
  toggle.hidden = false;
  toggle.addEventListener('click', () => speak(root.lang === 'ru'));
  if (root.dataset.open === 'en') speak(true);
  for (const head of document.querySelectorAll('th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const table = head.closest('table');
      const body = table.tBodies[0];
      const at = head.cellIndex;
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const value = (row) => {
        const cell = row.cells[at];
        const v = cell.dataset.v;
        return v === undefined ? cell.textContent.trim() : v === '' ? null : Number(v);
      };
      const rows = Array.from(body.rows, (row) => [value(row), row]);
      rows.sort(([a], [b]) => {
        if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
        const order = typeof a === 'number' ? a - b : String(a).localeCompare(String(b), 'ru', { numeric: true });
        return down ? -order : order;
      });
      body.append(...rows.map(([, row]) => row));
    });
  }
  const choice = document.getElementById('choice');
  if (choice) {
    choice.closest('p').hidden = false;
    const show = () => {
      for (const section of document.querySelectorAll('section[data-work]')) {
        section.hidden = choice.value !== '' && section.dataset.work !== choice.value;
      }
    };
    choice.addEventListener('change', show);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      link.addEventListener('click', () => {
        const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (!to?.hidden) return;
        choice.value = to.dataset.work;
        show();
      });
    }
    show();
  }
})();
`;
