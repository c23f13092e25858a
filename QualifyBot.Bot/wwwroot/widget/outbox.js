const mostAttempts = 3;
const echoPatience = 8_000;

/**
 * Messages on their way, in order, and events of the page between them, which are not shown. An item is `{ id, activity, state }`; its id travels as clientActivityID, by which the
 * server's echo is recognised. Nothing leaves the outbox before that echo or the server's answer.
 */
export class Outbox {
  #memory;
  #connection;
  #changed;
  #items;
  #failed = new Map();
  #flushing = false;
  #awaitingEcho = new Map();

  constructor(memory, connection, changed) {
    this.#memory = memory;
    this.#connection = connection;
    this.#changed = changed;
    const kept = memory.recall('outbox');
    this.#items = Array.isArray(kept) ? kept.map((item) => ({ ...item, attempts: 0 })) : [];
  }

  /** Files are sent with it; they don't outlive the page. */
  add(id, activity, files) {
    const item = { id, activity, files, attempts: 0 };
    this.#items.push(item);
    this.#keep();
    this.#mark(item, this.#connection.online ? 'sending' : 'waiting');
    this.flush();
  }

  /** The caller shows the message anew, at the end. */
  takeFailed(id) {
    const item = this.#failed.get(id);
    this.#failed.delete(id);
    return item;
  }

  /** The server has shown this message: it is delivered, whatever became of the answer to its POST. */
  confirm(id) {
    clearTimeout(this.#awaitingEcho.get(id));
    this.#awaitingEcho.delete(id);
    this.#failed.delete(id);
    this.#remove(id);
  }

  clear() {
    this.#items = [];
    this.#failed.clear();
    for (const timer of this.#awaitingEcho.values()) clearTimeout(timer);
    this.#awaitingEcho.clear();
    this.#keep();
  }

  /** The connection is lost: until the next `flush` everything waits. */
  pause() {
    for (const item of this.#items) this.#mark(item, 'waiting');
  }

  async flush() {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      while (this.#connection.online && this.#items.length > 0) await this.#deliver(this.#items[0]);
    } finally {
      this.#flushing = false;
    }
  }

  async #deliver(item) {
    this.#mark(item, 'sending');
    try {
      await this.#connection.post(item.activity, item.files);
      if (!this.#items.includes(item)) return;
      this.#remove(item.id);
      this.#mark(item, 'sent');
      this.#expectEcho(item.id);
    } catch (error) {
      if (!this.#items.includes(item)) return;
      item.attempts++;
      if ((error.passing || error.gone) && item.attempts < mostAttempts) this.#mark(item, 'waiting');
      else this.#fail(item);
    }
  }

  #fail(item) {
    this.#remove(item.id);
    this.#failed.set(item.id, item);
    this.#mark(item, 'failed');
  }

  // A socket can be dead without having closed: the missing echo tells.
  #expectEcho(id) {
    this.#awaitingEcho.set(id, setTimeout(() => this.#connection.drop(), echoPatience));
  }

  #mark(item, state) {
    item.state = state;
    this.#changed(item);
  }

  #remove(id) {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#keep();
  }

  #keep() {
    const kept = this.#items.filter(({ files }) => files === undefined).map(({ id, activity }) => ({ id, activity }));
    this.#memory.keep('outbox', kept.length > 0 ? kept : undefined);
  }
}
