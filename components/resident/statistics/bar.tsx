/** A bar beside the number it stands for; drawn by the server, so that the page needs no script and no style. */
export function Bar({ value, most }: { value: number; most: number }) {
  const width = most > 0 ? Math.round((value / most) * 1000) / 10 : 0;
  return (
    <svg className="stat-bar" aria-hidden="true" focusable="false">
      <rect width={`${width}%`} height="100%" rx="3" />
    </svg>
  );
}
