import { chartSheet, partnerListHtml } from '@orientir/widgets/support';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { samplePartnerList } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = samplePartnerList(8);
const stories = chartStories({
  tag: 'orientir-partner-list',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${partnerListHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Школы-партнёры' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: samplePartnerList(1) } };

export const Many: Story = { name: 'Триста строк', args: { data: samplePartnerList(300) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
