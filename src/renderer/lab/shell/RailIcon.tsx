import type { LabViewName } from '../stores/lab-ui-store';

/** Strokes on a grid of 16. */
const PATHS: Readonly<Record<LabViewName, string>> = {
  ids: 'M2 4h12M2 8h12M2 12h7',
  session: 'M8 2.5a5.5 5.5 0 1 1-5.2 3.7M2.5 2.5v4h4M8 5v3.2l2 1.3',
  timeline: 'M3.5 2v12M3.5 4h9M3.5 8h6M3.5 12h8',
  network: 'M2 11.5h3l2-8 2.5 10L11 8h3',
  scenarios: 'M4 2.5l8.5 5.5L4 13.5z',
  soak: 'M2 13.5h12M3.5 11V8M6.5 11V5.5M9.5 11V7M12.5 11V3',
};

/** A small picture beside a view's name. */
export const RailIcon = ({ name }: { readonly name: LabViewName }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
