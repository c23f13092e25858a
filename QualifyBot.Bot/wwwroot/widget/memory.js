const prefix = 'qualifybot.';

/**
 * What outlives a page. The session (conversation, token, visitor) is shared by all tabs; what belongs to one tab
 * (unsent messages, the draft, whether the panel is open) stays with it. Where storage is blocked it lasts as long as the page.
 */
export class Memory {
  #shared = firstUsable(() => localStorage, () => sessionStorage);
  #tab = firstUsable(() => sessionStorage);

  get session() {
    const session = read(this.#shared, 'session');
    return typeof session?.conversationId === 'string' && typeof session.token === 'string' ? session : undefined;
  }

  set session(session) {
    write(this.#shared, 'session', session);
  }

  /** Stays the same over conversations, so that a returning visitor is one visitor. */
  get userId() {
    const known = read(this.#shared, 'user');
    if (typeof known === 'string') return known;
    const created = `dl_${randomId()}`;
    write(this.#shared, 'user', created);
    return created;
  }

  /** Says who the visitor is once the session has expired; starting over gives it up. */
  get lastToken() {
    const token = read(this.#shared, 'lastToken');
    return typeof token === 'string' ? token : undefined;
  }

  set lastToken(token) {
    write(this.#shared, 'lastToken', token);
  }

  /** When a visitor who has talked was last here. */
  get lastSeen() {
    const time = read(this.#shared, 'lastSeen');
    return typeof time === 'number' ? time : undefined;
  }

  set lastSeen(time) {
    write(this.#shared, 'lastSeen', time);
  }

  /** When the chat last opened by itself, in any tab. */
  get openedAt() {
    const time = read(this.#shared, 'openedAt');
    return typeof time === 'number' ? time : undefined;
  }

  set openedAt(time) {
    write(this.#shared, 'openedAt', time);
  }

  recall(name) {
    return read(this.#tab, name);
  }

  keep(name, value) {
    write(this.#tab, name, value);
  }

  /** Calls back when another tab has moved to another session. */
  onSessionElsewhere(callback) {
    addEventListener('storage', ({ key }) => {
      if (key === `${prefix}session` && this.session) callback(this.session);
    });
  }
}

// crypto.randomUUID is missing on pages without https.
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function firstUsable(...candidates) {
  for (const candidate of candidates) {
    try {
      const storage = candidate();
      storage.setItem(`${prefix}probe`, '');
      storage.removeItem(`${prefix}probe`);
      return storage;
    } catch {
      // Blocked by the browser's settings, or full.
    }
  }
  return pageStorage();
}

function pageStorage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

function read(storage, name) {
  try {
    return JSON.parse(storage.getItem(prefix + name)) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage, name, value) {
  try {
    if (value === undefined) storage.removeItem(prefix + name);
    else storage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full: the conversation goes on, it only does not survive a reload.
  }
}
