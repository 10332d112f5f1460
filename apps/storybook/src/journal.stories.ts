import type { JournalData } from '@orientir/widgets/journal';
import { chartSheet, journalHtml } from '@orientir/widgets/journal';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleJournal } from './sample-charts.js';

interface Arguments {
  readonly data?: JournalData;
  readonly src?: string;
}

const meta: Meta<Arguments> = {
  title: 'Отметки и журнал',
  render: ({ data, src }) =>
    html`<main lang="ru"><orientir-journal .data=${data} .src=${src}></orientir-journal></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-journal')?.shadowRoot;

export const Usual: Story = { name: 'Обычно', args: { data: sampleJournal(10) } };

export const One: Story = { name: 'Одно', args: { data: sampleJournal(1) } };

export const Many: Story = { name: 'Триста школ', args: { data: sampleJournal(300) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = {
  name: 'Без скрипта',
  render: () =>
    html`<main lang="ru"><style>${chartSheet()}</style>${unsafeHTML(journalHtml(sampleJournal(10), 'ru'))}</main>`,
};

export const Failed: Story = {
  name: 'Ошибка загрузки',
  args: { src: './нет-такого-файла.json' },
  play: async ({ canvasElement }) => {
    await waitFor(
      () => expect(inside(canvasElement)?.querySelector('[role=alert]')).not.toBeNull(),
      PATIENTLY,
    );
  },
};

export const Slow: Story = {
  name: 'Долгая загрузка',
  args: { src: './slow.json' },
  beforeEach: neverLoads,
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inside(canvasElement)?.querySelector('[role=status]')?.textContent).toBe('Загружаем данные…'),
    );
  },
};

export const Dark: Story = {
  name: 'Тёмная тема',
  args: { data: sampleJournal(10) },
  globals: { theme: 'dark' },
};

export const LowVision: Story = {
  name: 'Для слабовидящих',
  args: { data: sampleJournal(10) },
  globals: { theme: 'black' },
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleJournal(10) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-journal .data=${data}></orientir-journal></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleJournal(10) },
  render: ({ data }) => html`<main lang="en"><orientir-journal .data=${data}></orientir-journal></main>`,
};
