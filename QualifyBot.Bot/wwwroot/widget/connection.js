import { locale } from './texts.js';
import { Refusal, parseObject } from './directline.js';

const tokenRenewal = 15 * 60_000;
const socketPatience = 5_000;
const pollPause = 1_500;
const pollRound = 5 * 60_000;
const steadyAfter = 10_000;
const longestPause = 30_000;

/**
 * Stays in one conversation through reloads, dropped sockets and expired tokens. One loop does all of it: join, catch up,
 * follow the stream (or poll where no socket opens), and join again when that ends. Interruptions only wake the loop.
 */
export class Connection {
  online = false;
  // The site's signed word on who the visitor is: `{ token, subject }`, or undefined.
  identity;
  #directLine;
  #memory;
  #playbook;
  #listener;
  #session;
  #watermark = '';
  #running = false;
  #dropped = false;
  #eager = false;
  #socket;
  #wake;

  /** The listener has `activities(list, isHistory)`, `state(name)` and `conversation(reason)`. */
  constructor(directLine, memory, playbook, listener) {
    this.#directLine = directLine;
    this.#memory = memory;
    this.#playbook = playbook;
    this.#listener = listener;
  }

  /** There is a conversation to go on with, one that the page's wished playbook does not rule out. */
  get hasStoredSession() {
    const session = this.#memory.session;
    return session !== undefined && (this.#playbook === undefined || session.playbook === this.#playbook);
  }

  open() {
    if (this.#running) return;
    this.#running = true;
    if (!this.hasStoredSession) this.#memory.session = undefined;
    this.#memory.onSessionElsewhere((session) => this.#follows(session));
    addEventListener('online', () => this.hurry());
    addEventListener('offline', () => this.drop());
    this.#run();
  }

  async post(activity, files) {
    const session = this.#session;
    const identity = this.identity?.subject === session.subject ? undefined : this.identity;
    const channelData = { ...activity.channelData, playbook: session.playbook, identity: identity?.token };
    try {
      const addressed = { ...activity, from: { id: session.userId, role: 'user' }, channelData };
      await (files ? this.#directLine.upload(session, addressed, files) : this.#directLine.post(session, addressed));
      this.#update(session, { talked: session.talked || activity.type === 'message', subject: identity?.subject ?? session.subject });
    } catch (error) {
      if (error.gone || error.passing) this.drop();
      throw error;
    }
  }

  startOver() {
    this.#leave('restarted');
    this.#memory.session = undefined;
    this.#memory.lastToken = undefined;
    if (this.#running) this.#rejoinNow();
  }

  /** The server did not believe who the visitor is: the next word of the site is sent again. */
  disbelieve() {
    if (this.#session) this.#update(this.#session, { subject: undefined });
  }

  /** Ends a pause between two tries; a working stream is left alone. */
  hurry() {
    if (this.online) return;
    this.#eager = true;
    this.#wake?.();
  }

  /** Gives the stream up, so that the loop joins again and catches up. */
  drop() {
    this.online = false;
    this.#dropped = true;
    this.#wake?.();
    this.#socket?.close();
  }

  /** The visitor has said something in this conversation. */
  get hasTalked() {
    return this.#session?.talked === true;
  }

  /** Whom this conversation belongs to by the word of the site; undefined = nobody said. */
  get subject() {
    return (this.#session ?? this.#memory.session)?.subject;
  }

  get isRunning() {
    return this.#running;
  }

  get userId() {
    return this.#session?.userId;
  }

  async #run() {
    for (let failures = 0; ;) {
      const began = Date.now();
      this.#dropped = false;
      try {
        await this.#round();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.gone && this.#session) this.#expire();
      }
      failures = Date.now() - began > steadyAfter ? 0 : failures + 1;
      this.#become(navigator.onLine ? 'reconnecting' : 'offline');
      await this.#pause(failures);
    }
  }

  async #round() {
    const streamUrl = await this.#join();
    if (this.#dropped) return;
    this.#become('online');
    const renewal = setInterval(() => this.#renew(), tokenRenewal);
    try {
      if (!(await this.#stream(streamUrl))) await this.#poll();
    } finally {
      clearInterval(renewal);
    }
  }

  async #join() {
    const stored = this.#memory.session;
    if (stored) return this.#rejoin(stored);
    // Two tabs opened at once must not start two conversations.
    return exclusively(() => (this.#memory.session ? this.#rejoin(this.#memory.session) : this.#start()));
  }

  async #start() {
    const wished = this.#memory.userId;
    const { conversationId, token, streamUrl } = await this.#directLine.start(wished, this.#memory.lastToken, locale, { playbook: this.#playbook, identity: this.identity?.token });
    if (typeof conversationId !== 'string' || typeof token !== 'string') throw new Refusal(0);
    this.#watermark = '';
    this.#session = { conversationId, token, userId: claimsOf(token)?.user ?? wished, playbook: this.#playbook, subject: this.identity?.subject };
    this.#memory.session = this.#session;
    this.#memory.lastToken = token;
    return streamUrl;
  }

  // The missed activities are fetched before anything is sent again: they tell which messages did arrive.
  async #rejoin(session) {
    const isHistory = this.#session?.conversationId !== session.conversationId;
    if (isHistory) this.#watermark = '';
    this.#session = session;
    await this.#catchUp(isHistory);
    const { token, streamUrl } = await this.#directLine.rejoin(session, this.#watermark);
    this.#adopt(session, token);
    return streamUrl;
  }

  async #catchUp(isHistory = false) {
    const session = this.#session;
    const set = await this.#directLine.activities(session, this.#watermark);
    this.#receive(session, set, isHistory);
  }

  #receive(session, { activities, watermark }, isHistory = false) {
    if (session?.conversationId !== this.#session?.conversationId) return;
    if (Array.isArray(activities)) this.#listener.activities(activities, isHistory);
    if (watermark !== undefined && watermark !== null) this.#watermark = String(watermark);
  }

  /** Resolves to false if no socket could be opened. */
  #stream(streamUrl) {
    const session = this.#session;
    return new Promise((resolve) => {
      let opened = false;
      try {
        this.#socket = new WebSocket(streamUrl);
      } catch {
        resolve(false);
        return;
      }
      const socket = this.#socket;
      const patience = setTimeout(() => opened || socket.close(), socketPatience);
      socket.onopen = () => (opened = true);
      socket.onmessage = ({ data }) => this.#receive(session, parseObject(data));
      socket.onclose = () => {
        clearTimeout(patience);
        this.#socket = undefined;
        resolve(opened || this.#dropped);
      };
    });
  }

  // Ends by itself now and then, so that a socket gets another chance.
  async #poll() {
    const until = Date.now() + pollRound;
    while (!this.#dropped && Date.now() < until) {
      await this.#catchUp();
      await this.#sleep(pollPause);
    }
  }

  async #renew() {
    const session = this.#session;
    try {
      this.#adopt(session, (await this.#directLine.refresh(session)).token);
    } catch {
      this.drop();
    }
  }

  #adopt(session, token) {
    if (typeof token === 'string') this.#update(session, { token });
  }

  #update({ conversationId }, facts) {
    const stored = this.#memory.session;
    if (stored?.conversationId !== conversationId || this.#session?.conversationId !== conversationId) return;
    this.#session = { ...this.#session, ...facts };
    this.#memory.session = this.#session;
  }

  #follows(session) {
    if (session.conversationId === this.#session?.conversationId) {
      this.#session = session;
      return;
    }
    this.#leave('elsewhere');
    this.#rejoinNow();
  }

  #expire() {
    if (this.#memory.session?.conversationId === this.#session.conversationId) this.#memory.session = undefined;
    this.#leave('expired');
    this.#eager = true;
  }

  #leave(reason) {
    this.online = false;
    this.#session = undefined;
    this.#listener.conversation(reason);
  }

  #rejoinNow() {
    this.#eager = true;
    this.drop();
  }

  #become(state) {
    this.online = state === 'online';
    this.#listener.state(state);
  }

  async #pause(failures) {
    if (!this.#eager) await this.#sleep(Math.min(longestPause, 250 * 2 ** failures) * (0.5 + Math.random() / 2));
    this.#eager = false;
  }

  #sleep(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** What a token says if it is a JWT; whether it is true is for the server to tell. */
export function claimsOf(token) {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

// Web Locks exist on https and localhost only; elsewhere a second conversation is the lesser evil.
function exclusively(action) {
  return navigator.locks ? navigator.locks.request('qualifybot', action) : action();
}
