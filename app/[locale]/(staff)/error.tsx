'use client';

import { FaultView } from '#components/ui/fault-view.tsx';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function PageFault({ error, retry }: ErrorProps) {
  return <FaultView digest={error.digest} retry={retry} />;
}
