import { useMessages } from '../../app/use-messages';
import { ChartFrame } from './ChartFrame';
import { checkDraft, drawableIn, type Draft } from './draft';
import { EarCurves } from './EarCurve';

/** What was entered so far, as a chart. */
export const DraftChart = ({ draft }: { readonly draft: Draft }) => {
  const messages = useMessages();
  const ears = drawableIn(draft);
  const { right, left } = ears;
  const counts = { right: String(right.length), left: String(left.length) };
  return (
    <ChartFrame
      isAbsolute={checkDraft(draft).levels === 'known'}
      role="img"
      aria-label={messages('bring.description', counts)}
    >
      {(geometry) => <EarCurves ears={ears} geometry={geometry} />}
    </ChartFrame>
  );
};
