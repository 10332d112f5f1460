import { chartSheet, directionsHtml } from '@orientir/widgets/directions';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleDirections } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleDirections(7);
const stories = chartStories({
  tag: 'orientir-directions',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${directionsHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Направления работы' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: sampleDirections(1) } };

export const Many: Story = { name: 'Шестьдесят строк', args: { data: sampleDirections(60) } };

export const Own: Story = { name: 'С выбором школы', args: { data: sampleDirections(7, 'Школа № 12') } };

export const ManySchools: Story = {
  name: 'Двенадцать тысяч школ',
  args: {
    data: {
      ...usual,
      schools: 12_480,
      directions: usual.directions.map((row) => ({ ...row, schools: row.schools * 200 })),
    },
  },
};

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
