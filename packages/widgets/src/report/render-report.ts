import { evidenceByUnit } from '@orientir/core/analysis';
import { escapeHtml } from '../geometry/render-string.js';
import { assessmentSection } from './assessment-section.js';
import { certaintySection } from './certainty-section.js';
import { conditionsSection } from './conditions-section.js';
import { doubtfulItemsSection } from './doubtful-items-section.js';
import { doubtfulResultsSection } from './doubtful-results-section.js';
import { dynamicsSection } from './dynamics-section.js';
import { lowResultsSection } from './low-results-section.js';
import { methodSection } from './method-section.js';
import { overview } from './overview.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import { readingSection } from './reading-section.js';
import type { ReportInput } from './report-input.js';
import { workTitle } from './table.js';
import { teachAgainSection } from './teach-again-section.js';
import { both, say } from './text.js';

/** Addresses of the style and the script, for a page whose policy forbids inline ones. */
export interface ReportAssets {
  /** Of a file with `reportStyle`. */
  readonly style: string;
  /** Of a file with `reportScript`. */
  readonly script: string;
}

/**
 * The report as one page that opens from disk: nothing is loaded from anywhere, and without script everything is there
 * in Russian. With `assets` style and script are linked instead. Results by teacher are never in it. The same input
 * gives the same bytes.
 */
export function renderReport(input: ReportInput, assets?: ReportAssets): string {
  const { analysis, language } = input;
  const title = both('Результаты оценочных процедур', 'Results of assessments');
  const works = analysis.assessments.length;
  const synthetic =
    input.synthetic === true
      ? `<p class="warn"><strong>${say(both('Данные вымышлены: ни одной из этих школ не существует.', 'The data are invented: none of these schools exists.'))}</strong></p>`
      : '';
  const choice =
    works < 2
      ? ''
      : `<p class="choice" hidden><label>${say(both('Показать работу', 'Show'))}: <select id="choice"><option value="" data-en="all of them">все</option>${analysis.assessments.map((of) => `<option value="${escapeHtml(of.id)}" data-en="${escapeHtml(workTitle(of, analysis).en)}">${escapeHtml(workTitle(of, analysis).ru)}</option>`).join('')}</select></label></p>`;
  return `<!doctype html>
<html lang="ru" data-open="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title data-en="${escapeHtml(title.en)}">${escapeHtml(title.ru)}</title>
${assets === undefined ? `<style>${pageStyle}</style>` : `<link rel="stylesheet" href="${escapeHtml(assets.style)}">`}
</head>
<body>
<header><div class="line"><h1>${say(title)}</h1><button type="button" id="language" hidden data-en="Русский">English</button></div>
<p class="note">${say(both('Внутренний документ: малые группы в нём не скрыты.', 'Internal document: small groups are not hidden in it.'))}</p>${synthetic}</header>
<main>
${overview(input)}
${choice}
${lowResultsSection(input)}
${conditionsSection(input)}
${dynamicsSection(input)}
${teachAgainSection(input, evidenceByUnit(analysis))}
${doubtfulItemsSection(input)}
${doubtfulResultsSection(input)}
${certaintySection(input)}
${analysis.assessments.map((assessment) => assessmentSection(assessment, input)).join('\n')}
${readingSection(input)}
${methodSection()}
</main>
${assets === undefined ? `<script>${pageScript}</script>` : `<script src="${escapeHtml(assets.script)}"></script>`}
</body>
</html>
`;
}
