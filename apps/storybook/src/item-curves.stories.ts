import { chartSheet, itemCurvesHtml } from '@orientir/widgets/item-curves';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleItemCurves } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleItemCurves(12);
const stories = chartStories({
  tag: 'orientir-item-curves',
  attribute: 'by',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${itemCurvesHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Кривые заданий' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const Other: Story = { name: 'По отметкам', args: { data: usual, choice: 'mark' } };

export const One: Story = { name: 'Одно', args: { data: sampleItemCurves(1) } };

export const Many: Story = { name: 'Сорок заданий', args: { data: sampleItemCurves(40) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
