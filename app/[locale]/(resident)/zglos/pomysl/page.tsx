import { type StartProps, startMetadata, startPage } from '#app/filing/start-page.tsx';
import { guarded, guardedMetadata } from '#app/guard.tsx';

export const generateMetadata = guardedMetadata((props: StartProps) => startMetadata('IDEA', props));

export default guarded((props: StartProps) => startPage('IDEA', props));
