/** How far it is to the threshold, for the eye only: the words beside it say the same. */
export function SupportBar({ count, threshold }: { count: number; threshold: number }) {
  const share = threshold > 0 ? Math.min(1, count / threshold) : 1;
  return (
    <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.round(share * 1000) / 10} height="4" />
    </svg>
  );
}
