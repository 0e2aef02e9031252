import { type StepProps, stepMetadata, stepPage } from '#app/filing/step-page.tsx';
import { guarded, guardedMetadata } from '#app/guard.tsx';

export const generateMetadata = guardedMetadata((props: StepProps) => stepMetadata('IDEA', props));

export default guarded((props: StepProps) => stepPage('IDEA', props));
