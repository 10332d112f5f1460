import type { ScoresData } from '@orientir/widgets/scores';
import { chartSheet, scoresHtml } from '@orientir/widgets/scores';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleScores } from './sample-charts.js';

interface Arguments {
  readonly data?: ScoresData;
  readonly src?: string;
}

const meta: Meta<Arguments> = {
  title: 'Распределение баллов',
  render: ({ data, src }) =>
    html`<main lang="ru"><orientir-scores .data=${data} .src=${src}></orientir-scores></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-scores')?.shadowRoot;

export const Usual: Story = { name: 'Обычно', args: { data: sampleScores(20) } };

export const One: Story = { name: 'Одно', args: { data: sampleScores(1) } };

export const Many: Story = { name: 'Сто баллов', args: { data: sampleScores(100) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = {
  name: 'Без скрипта',
  render: () =>
    html`<main lang="ru"><style>${chartSheet()}</style>${unsafeHTML(scoresHtml(sampleScores(20), 'ru'))}</main>`,
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
  args: { data: sampleScores(20) },
  globals: { theme: 'dark' },
};

export const LowVision: Story = {
  name: 'Для слабовидящих',
  args: { data: sampleScores(20) },
  globals: { theme: 'black' },
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleScores(20) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-scores .data=${data}></orientir-scores></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleScores(20) },
  render: ({ data }) => html`<main lang="en"><orientir-scores .data=${data}></orientir-scores></main>`,
};
