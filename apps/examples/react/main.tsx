import '@orientir/widgets/define/plan';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PlanPage } from './plan-page.js';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <PlanPage />
    </StrictMode>,
  );
