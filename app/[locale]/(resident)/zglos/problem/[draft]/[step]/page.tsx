import { type StepProps, stepMetadata, stepPage } from '#app/filing/step-page.tsx';
import { guarded, guardedMetadata } from '#app/guard.tsx';

export const generateMetadata = guardedMetadata((props: StepProps) => stepMetadata('PROBLEM', props));

export default guarded((props: StepProps) => stepPage('PROBLEM', props));
