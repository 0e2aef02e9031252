/** What a mail may need to know of a case. */
export const CASE = {
  id: true,
  reference: true,
  kind: true,
  title: true,
  publicTitle: true,
  publicText: true,
  locale: true,
  linkVersion: true,
  firstAnswerDue: true,
  fixDue: true,
  category: { select: { name: true, sensitive: true, danger: true } },
  district: { select: { roman: true, name: true } },
  places: { where: { main: true }, select: { address: true }, take: 1 },
} as const;
