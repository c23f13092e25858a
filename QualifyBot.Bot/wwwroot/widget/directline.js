const timeout = 30_000;
const uploadTimeout = 5 * 60_000;

/** The server did not do what was asked. Status 0: it was not reached, or did not answer in time. */
export class Refusal extends Error {
  constructor(status) {
    super(`The chat server answered ${status}.`);
    this.status = status;
  }

  /** The token or the conversation is no longer valid. */
  get gone() {
    return [401, 403, 404].includes(this.status);
  }

  /** Worth another try by itself; it may also have been done, with only the answer lost. */
  get passing() {
    return [0, 408, 429, 503].includes(this.status);
  }
}

/** The calls of Direct Line 3.0 that a chat page needs. */
export class DirectLine {
  #base;

  constructor(home) {
    this.#base = new URL('v3/directline/', home);
  }

  /** `token` is one of an earlier conversation, if there was one: it may have expired, and still says who comes back. */
  start(userId, token, locale, channelData) {
    return this.#call('POST', 'conversations', { body: { user: { id: userId, token }, locale, channelData } });
  }

  rejoin(session, watermark) {
    return this.#call('GET', pathOf(session, '', watermark), { token: session.token });
  }

  activities(session, watermark) {
    return this.#call('GET', pathOf(session, '/activities', watermark), { token: session.token });
  }

  post(session, activity) {
    return this.#call('POST', pathOf(session, '/activities'), { token: session.token, body: activity });
  }

  /** Files go in a form, with the activity beside them. */
  upload(session, activity, files) {
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'activity');
    files.forEach((file) => form.append('file', file, file.name));
    return this.#call('POST', pathOf(session, '/upload'), { token: session.token, form });
  }

  refresh(session) {
    return this.#call('POST', 'tokens/refresh', { token: session.token });
  }

  async #call(method, path, { token, body, form }) {
    const headers = { Accept: 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    try {
      const response = await fetch(new URL(path, this.#base), {
        method,
        headers,
        body: form ?? (body && JSON.stringify(body)),
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(form ? uploadTimeout : timeout),
      });
      if (!response.ok) throw new Refusal(response.status);
      return parseObject(await response.text());
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(0);
    }
  }
}

/** Anything that is not a JSON object reads as an empty one. */
export function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function pathOf({ conversationId }, suffix, watermark) {
  const query = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
  return `conversations/${encodeURIComponent(conversationId)}${suffix}${query}`;
}
