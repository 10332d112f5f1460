import { type SolveRatesData, solveRatesTable } from '@orientir/widgets/solve-rates';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleData } from './samples.js';

interface Arguments {
  readonly data?: SolveRatesData;
  readonly src?: string;
  readonly order: 'item' | 'rate' | 'gap';
}

const meta: Meta<Arguments> = {
  title: 'Решаемость заданий',
  args: { order: 'item' },
  argTypes: { order: { control: 'radio', options: ['item', 'rate', 'gap'] } },
  render: ({ data, src, order }) =>
    html`<main lang="ru"><orientir-solve-rates .data=${data} .src=${src} order=${order}></orientir-solve-rates></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-solve-rates')?.shadowRoot;

export const TwoComparators: Story = { name: 'Два сравнения', args: { data: sampleData(16) } };

export const OneComparator: Story = {
  name: 'Одно сравнение, по отставанию',
  args: { data: sampleData(12, 1), order: 'gap' },
};

export const NoComparator: Story = {
  name: 'Без сравнения',
  args: { data: sampleData(12, 0), order: 'rate' },
};

export const NoData: Story = { name: 'Нет данных' };

export const OneItem: Story = { name: 'Одно задание', args: { data: sampleData(1) } };

export const FortyItems: Story = { name: 'Сорок заданий', args: { data: sampleData(40) } };

export const Missing: Story = {
  name: 'Нет отдельных чисел',
  args: {
    data: {
      ...sampleData(4),
      items: [
        { id: '1', n: 0, reason: 'not-taught' },
        { id: '2', n: 6, reason: 'suppressed-small' },
        ...sampleData(4).items.slice(2),
      ],
    },
  },
};

export const FromTable: Story = {
  name: 'Из таблицы внутри',
  render: () =>
    html`<main lang="ru"><orientir-solve-rates>${unsafeHTML(solveRatesTable(sampleData(8), 'ru'))}</orientir-solve-rates></main>`,
  play: async ({ canvasElement }) => {
    await waitFor(
      () => expect(inside(canvasElement)?.querySelectorAll('svg.chart .dot')).toHaveLength(8),
      PATIENTLY,
    );
  },
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
  args: { data: sampleData(10) },
  render: ({ data }) =>
    html`<main lang="ru" style="color-scheme: dark; background: #121212; color: #fff; padding: 1rem">
      <orientir-solve-rates .data=${data}></orientir-solve-rates>
    </main>`,
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleData(10) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-solve-rates .data=${data}></orientir-solve-rates></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleData(10) },
  render: ({ data }) =>
    html`<main lang="en"><orientir-solve-rates .data=${data}></orientir-solve-rates></main>`,
};
