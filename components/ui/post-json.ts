/**
 * What the server answers to this; null when it refuses or nothing is heard. It is asked in the body, because addresses
 * are kept in logs.
 */
export async function postJson<T>(path: string, asked: object, signal?: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(asked),
      signal,
    });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
