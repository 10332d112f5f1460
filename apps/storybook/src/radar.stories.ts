import { chartSheet, radarHtml } from '@orientir/widgets/radar';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleRadar } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleRadar(7);
const stories = chartStories({
  tag: 'orientir-radar',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${radarHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Лепестковая диаграмма' };

export const Usual: Story = { name: 'Две группы', ...stories.shown };

export const One: Story = { name: 'Одна группа, три оси', args: { data: sampleRadar(3, 1) } };

export const Many: Story = { name: 'Двенадцать осей', args: { data: sampleRadar(12) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
