import { messageOf, readActivity } from './activity.js';
import { Composer } from './composer.js';
import { Connection, claimsOf } from './connection.js';
import { DirectLine } from './directline.js';
import { Memory, randomId } from './memory.js';
import { openByRules, readRules } from './opening.js';
import { Outbox } from './outbox.js';
import { Panel } from './panel.js';
import { locale, texts, textsIn } from './texts.js';
import { Transcript } from './transcript.js';
import { Visit } from './visit.js';

// A site that tracks all the time must not take the visitor's own share of messages.
const betweenTellings = 5_000;

/** The chat, with the calls that the page may make; those made before it was there are made up for. */
export function startChat(root, options) {
  return new Chat(root, options);
}

class Chat {
  #memory = new Memory();
  #connection;
  #outbox;
  #transcript;
  #panel;
  #visit;
  #home;
  #rules;
  #told = 0;
  #spoken;
  #telling;

  constructor(root, { home, open, playbook, context, landing, calls }) {
    this.#home = home;
    this.#visit = new Visit(this.#memory, context, landing);
    this.#connection = new Connection(new DirectLine(home), this.#memory, playbook, {
      activities: (list, isHistory) => this.#receive(list, isHistory),
      state: (state) => this.#showState(state),
      conversation: (reason) => this.#changeConversation(reason),
    });
    this.#outbox = new Outbox(this.#memory, this.#connection, ({ id, activity, state }) =>
      activity.type === 'message' && this.#transcript.showOwn(id, activity.channelData.displayText ?? activity.text ?? activity.attachments.map(({ name }) => name).join('\n'), state),
    );
    this.#transcript = new Transcript(home, {
      action: (action) => this.#choose(action),
      retry: (id) => this.#retry(id),
    });
    this.#show(root);
    calls.forEach(([name, ...given]) => this[name](...given));
    this.#begin(open);
  }

  /** Something happened on the site. It is told with what the visitor writes next, or at once where they have written already. */
  track(name, properties) {
    if (!this.#visit.track(name, properties)) return console.warn(`QualifyBot.track: '${name}' is no name of an event.`);
    this.#tell();
    return this.#connection.isRunning ? this.#checkName(name) : undefined;
  }

  /** The site says who the visitor is, by a token that its server signed; null: nobody any more. */
  identify(identity) {
    const token = identity?.token ?? identity;
    const subject = claimsOf(token)?.sub;
    if (token && !subject) return console.warn('QualifyBot.identify takes a token that your server signed, or null; see docs/widget.md.');
    const isOther = this.#connection.subject && this.#connection.subject !== subject;
    this.#connection.identity = token ? { token, subject } : undefined;
    if (!isOther) return undefined;
    this.#panel.composer.clear();
    return this.#startOver();
  }

  /** The site says whether the visitor agreed to be followed over its pages. */
  consent(agreed = true) {
    this.#visit.consent(agreed === true);
  }

  open() {
    this.#panel.open();
  }

  close() {
    if (this.#panel.isOpen) this.#panel.minimise();
  }

  #show(root) {
    // In the words of the page the talk would go on in the page's language, whatever the visitor speaks.
    const human = async () => this.#send({ text: (await textsIn(this.#spoken)).human });
    const composer = new Composer(this.#memory, (message) => this.#send(message), human);
    this.#panel = new Panel(root, this.#transcript, composer, {
      toggled: (isOpen) => this.#toggled(isOpen),
      startOver: () => this.#startOver(),
      tryNow: () => this.#connection.hurry(),
    });
  }

  #begin(opensAtOnce) {
    if (this.#panel.isOpen) return;
    // Nothing is stored and no one is called before the visitor opens the chat, or has talked already.
    if (this.#memory.recall('open') ?? opensAtOnce) this.#panel.open({ byVisitor: false });
    else if (this.#connection.hasStoredSession) this.#connection.open();
    else openByRules(() => this.#readRules(), this.#memory, this.#panel);
  }

  #toggled(isOpen) {
    this.#memory.keep('open', isOpen);
    if (!isOpen) return;
    this.#panel.composer.fit();
    this.#transcript.scrollToEnd();
    if (!this.#connection.isRunning) this.#panel.showStatus(texts.connecting);
    this.#connection.open();
    this.#readRules().then(({ files }) => files && this.#panel.composer.takeFiles(files));
  }

  #readRules() {
    return (this.#rules ??= readRules(this.#home));
  }

  #receive(list, isHistory) {
    if (isHistory) this.#transcript.silently(() => list.forEach((raw) => this.#showActivity(raw)));
    else list.filter((raw) => this.#showActivity(raw, true)).forEach(() => this.#panel.announceUnread());
  }

  /** True if the visitor has something new to read. */
  #showActivity(raw, isLive) {
    const activity = readActivity(raw, this.#connection.userId);
    if (!activity) return false;
    if (activity.clientId) this.#outbox.confirm(activity.clientId);
    if (!activity.mine && activity.locale) this.#spoken = activity.locale.slice(0, 2);
    if (activity.questionsLeft !== undefined) this.#panel.showProgress(activity.questionsLeft);
    if (activity.identityProblem && isLive) {
      this.#connection.disbelieve();
      console.warn(`QualifyBot: ${activity.identityProblem}`);
    }
    return this.#transcript.show(activity) && !activity.mine;
  }

  #showState(state) {
    if (state === 'online') {
      this.#panel.showStatus(undefined);
      this.#outbox.flush();
      this.#tell();
    } else {
      this.#outbox.pause();
      this.#panel.showStatus(texts[state], { canTry: state === 'reconnecting' });
    }
  }

  #changeConversation(reason) {
    if (reason === 'expired') {
      if (!this.#transcript.isEmpty) this.#transcript.divide(texts.renewed);
    } else {
      this.#transcript.clear();
      this.#panel.showProgress(undefined);
    }
  }

  #startOver() {
    this.#outbox.clear();
    this.#connection.startOver();
  }

  #choose(action) {
    this.#send(messageOf(action));
    this.#panel.focus();
  }

  #send({ text, value, displayText, files }) {
    const attachments = files?.map(({ name, type }) => ({ name, contentType: type }));
    this.#post({ type: 'message', text, value, attachments, textFormat: 'plain' }, { displayText, visit: this.#visit.take() }, files);
  }

  #post(activity, channelData, files) {
    const id = randomId();
    const localTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.#outbox.add(id, { ...activity, locale, localTimestamp: new Date().toISOString(), localTimezone, channelData: { clientActivityID: id, ...channelData } }, files);
  }

  // Of somebody who has said nothing, nothing is told.
  #tell() {
    if (this.#telling || !this.#connection.hasTalked || !this.#visit.hasEvents) return;
    const wait = this.#told + betweenTellings - Date.now();
    if (wait > 0) {
      this.#telling = setTimeout(() => {
        this.#telling = undefined;
        this.#tell();
      }, wait);
      return;
    }
    this.#told = Date.now();
    const value = this.#visit.take();
    if (value) this.#post({ type: 'event', name: 'qualifybot/visit', value });
  }

  async #checkName(name) {
    const { events } = await this.#readRules();
    if (events && !events.includes(name)) console.warn(`QualifyBot.track: '${name}' is not listed under 'events' in dialogs/visits.yaml.`);
  }

  #retry(id) {
    const failed = this.#outbox.takeFailed(id);
    this.#transcript.takeBack(id);
    if (failed) this.#outbox.add(id, failed.activity, failed.files);
    this.#panel.focus();
  }
}
