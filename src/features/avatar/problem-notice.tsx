import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import type { EditorProblem } from './editor-problem.ts';

/** Says what happened, what it means, what to do. */
export function ProblemNotice({
  problem,
  maxPixels,
  className,
}: {
  problem: EditorProblem;
  maxPixels: number;
  className?: string | undefined;
}) {
  const { title, text } = useProblemWords(problem, maxPixels);
  return (
    <Notice tone="danger" role="alert" title={title} className={className}>
      {text}
    </Notice>
  );
}

function useProblemWords(problem: EditorProblem, maxPixels: number): { title: string; text: string } {
  const { t, i18n } = useTranslation('avatar');
  // one digit more where 50.0 of 50 would be said to be too many
  const mega = (pixels: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, roundingMode: 'ceil' }).format(pixels / 1e6);

  if (problem.during === 'open') {
    const { detail } = problem;
    switch (detail.code) {
      case 'unsupported':
        return {
          title: detail.format ? t('refused.format', { format: detail.format }) : t('refused.unknown'),
          text: t('refused.formatText'),
        };
      case 'heic':
        return { title: t('refused.heic'), text: t('refused.heicText') };
      case 'damaged':
        return { title: t('refused.damaged'), text: t('refused.damagedText') };
      case 'too_many_pixels':
        return {
          title: t('refused.pixels', { pixels: mega(detail.pixels), max: mega(maxPixels) }),
          text: t('refused.pixelsText'),
        };
      case 'no_file':
        return { title: t('refused.noFile'), text: t('refused.noFileText') };
      case 'failed':
        return { title: t('refused.failed'), text: t('refused.failedText') };
    }
  }

  const title = problem.during === 'save' ? t('failed.save') : t('failed.remove');
  const seconds = problem.retryAfter;
  if (problem.text === 'throttled' && seconds) return { title, text: t('failed.wait', { count: seconds }) };
  return { title, text: t(`failed.${problem.text}`) };
}
