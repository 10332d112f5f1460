import type { InstructionsWords } from '../instructions-page.js';

/** The instructions in English. */
export const instructionsEn: InstructionsWords = {
  title: 'How to put the plan on a site',
  intro:
    'For whoever looks after the site. No programming is needed. Way 1, the table in the editor, is enough for most.',
  placeholder: 'https://YOUR-SITE/plan/',
  placeholderNote: (placeholder) =>
    `The address ${placeholder} below only stands for yours. Wherever it is marked, put the address of the folder to which you uploaded the files.`,
  copy: 'To copy a text from a frame, click on it: all of it is selected. Then press Ctrl+C, and on the page of the site Ctrl+V.',
  filesTitle: 'First upload the files',
  files: [
    'Upload everything in this folder to the site, into one folder, for example plan. Keep the names of the files and the folder archive.',
    'Where no files can be uploaded, use way 1: the table works without them.',
  ],
  live: 'The plan today (changes when you update the files)',
  archived: 'The archived version (does not change; link to it where this very text matters)',
  chooseTitle: 'Which way to choose',
  chooseHeads: ['What you can do on the site', 'Way'],
  choose: [
    ['Only edit pages', '1. Table'],
    [
      'Change the template as well',
      '1 and 2. Table and a line in the template: adds search, filters and a calendar',
    ],
    ['Write your own HTML pages', '3. Element'],
    ['Insert frames (iframe)', '4. Frame'],
    ['The site is WordPress or Joomla', '1 with the remarks in 5'],
    ['Nothing but files and links', '6. Files only'],
  ],
  ways: [
    {
      title: '1. Table in the editor of a page',
      when: 'Suits nearly always. The plan is seen, printed and read aloud without any program.',
      steps: [
        'Open the page in the editor and switch it to code: the button "HTML", "Source" or "<>".',
        'Paste the text from the frame (it is also in plan.html) and save the page.',
        'Look at the page: the table should be whole, with its title and all columns.',
      ],
      paste: ['Text for the page:'],
    },
    {
      title: '2. Line in the template of the site',
      when: 'If you can change the template (theme). The line is put there once and enlivens the tables of way 1 on all pages.',
      steps: [
        'Open the template and find </head> in it.',
        'Paste the line right before </head> and save the template.',
      ],
      paste: [
        'Line for the template:',
        'If nothing changed on the page (an old template), this one instead:',
      ],
      after:
        'The signs after integrity protect: a browser does not run a file that was exchanged. After an update of the files orientir*.js take the line from the new instructions.',
    },
    {
      title: '3. Element for your own pages',
      when: 'If you write HTML pages yourself. The plan comes from plan.json and is always fresh; until it is there, a link is seen.',
      steps: [],
      paste: ['Text for the page:'],
    },
    {
      title: '4. Frame (iframe)',
      when: 'If the editor lets frames pass and the template cannot be changed, or the plan lies on another site.',
      steps: [],
      paste: [
        'Text for the page:',
        'The line with which the frame finds its own height (in the same place or in the template). Without it the height is 700 pixels, with scrolling:',
      ],
    },
    {
      title: '5. WordPress and Joomla',
      when: 'Paste the table of way 1. It was tried: the filters of both leave it whole, and cut out script, iframe and orientir-plan for nearly all users.',
      steps: [
        'WordPress: add the block "Custom HTML" and paste the table. The line of way 2 goes into the theme: header.php, before </head>, by the administrator.',
        'Joomla: press "Toggle editor" and paste the table. The line of way 2 goes into index.php of the template, before </head>.',
      ],
      paste: [],
    },
    {
      title: '6. Files only',
      when: 'If the site takes nothing but files and links.',
      steps: [
        'Upload plan.docx, plan.xlsx and plan.ics to where the site keeps documents.',
        'Put links on the page. If the editor understands HTML, here is the text:',
      ],
      paste: ['Text for the page:'],
      after: 'If the files have other addresses on your site, correct them in the links.',
    },
  ],
  troubleTitle: 'If something is missing',
  troubleHeads: ['What is seen', 'What to do'],
  trouble: [
    [
      'Text with the signs < and > instead of a table',
      'It was not pasted as code. Switch the editor to code and paste again.',
    ],
    [
      'The text is there, rows and columns are not',
      'The editor cut out the table. Take way 4, and if the frame is gone too, way 6.',
    ],
    [
      'The table is there, search and calendar are not',
      'The line of way 2 is missing or was cut out. Look for it in the code of the page; ask the administrator to put it into the template.',
    ],
    [
      'The line is there and nothing changed',
      'The files orientir*.js are elsewhere or other ones. Upload them again and take the line from these instructions.',
    ],
    ['The frame is empty', 'Check the address of embed.html: open it in a browser.'],
  ],
  updateTitle: 'How to update the plan',
  update: [
    'Make the files anew and upload them over the former ones. Keep the folder archive: it holds former versions that links may lead to.',
    'Replace the table that you pasted into the editor (way 1).',
  ],
};
