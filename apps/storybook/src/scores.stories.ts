import { chartSheet, scoresHtml } from '@orientir/widgets/scores';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleScores } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleScores(20);
const stories = chartStories({
  tag: 'orientir-scores',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${scoresHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Распределение баллов' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: sampleScores(1) } };

export const Many: Story = { name: 'Сто баллов', args: { data: sampleScores(100) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
