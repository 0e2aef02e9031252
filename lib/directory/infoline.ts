/** The unit that answers the phone and triages (units data). Cases without a department are its own. */
const INFOLINE = 'KCK';

/** True for the infoline's own unit: nothing is forwarded to it, a case comes back to it by being returned. */
export function isInfoline(departmentCode: string): boolean {
  return departmentCode === INFOLINE;
}
