type Coded = { code: string; name: string };

/** The options of a list of things with codes. */
export function CodeOptions({ of }: { of: readonly Coded[] }) {
  return of.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
