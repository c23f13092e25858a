import { messageOf, readActivity } from './activity.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { DirectLine } from './directline.js';
import { Memory, randomId } from './memory.js';
import { openByRules } from './opening.js';
import { Outbox } from './outbox.js';
import { Panel } from './panel.js';
import { locale, texts } from './texts.js';
import { Transcript } from './transcript.js';

export function startChat(root, options) {
  new Chat(root, options);
}

class Chat {
  #memory = new Memory();
  #connection;
  #outbox;
  #transcript;
  #panel;

  constructor(root, { home, open, playbook }) {
    this.#connection = new Connection(new DirectLine(home), this.#memory, playbook, {
      activities: (list, isHistory) => this.#receive(list, isHistory),
      state: (state) => this.#showState(state),
      conversation: (reason) => this.#changeConversation(reason),
    });
    this.#outbox = new Outbox(this.#memory, this.#connection, ({ id, activity, state }) =>
      this.#transcript.showOwn(id, activity.channelData.displayText ?? activity.text, state),
    );
    this.#transcript = new Transcript(home, {
      action: (action) => this.#choose(action),
      retry: (id) => this.#retry(id),
    });
    this.#show(root, home, open);
  }

  #show(root, home, opensAtOnce) {
    const human = () => this.#send({ text: texts.human });
    const composer = new Composer(this.#memory, (message) => this.#send(message), human);
    this.#panel = new Panel(root, this.#transcript, composer, {
      toggled: (isOpen) => this.#toggled(isOpen),
      startOver: () => this.#startOver(),
      tryNow: () => this.#connection.hurry(),
    });
    // Nothing is stored and no one is called before the visitor opens the chat, or has talked already.
    if (this.#memory.recall('open') ?? opensAtOnce) this.#panel.open({ byVisitor: false });
    else if (this.#connection.hasStoredSession) this.#connection.open();
    else openByRules(home, this.#memory, this.#panel);
  }

  #toggled(isOpen) {
    this.#memory.keep('open', isOpen);
    if (!isOpen) return;
    this.#panel.composer.fit();
    this.#transcript.scrollToEnd();
    if (!this.#connection.isRunning) this.#panel.showStatus(texts.connecting);
    this.#connection.open();
  }

  #receive(list, isHistory) {
    if (isHistory) this.#transcript.silently(() => list.forEach((raw) => this.#showActivity(raw)));
    else list.filter((raw) => this.#showActivity(raw)).forEach(() => this.#panel.announceUnread());
  }

  /** True if the visitor has something new to read. */
  #showActivity(raw) {
    const activity = readActivity(raw, this.#connection.userId);
    if (!activity) return false;
    if (activity.clientId) this.#outbox.confirm(activity.clientId);
    return this.#transcript.show(activity) && !activity.mine;
  }

  #showState(state) {
    if (state === 'online') {
      this.#panel.showStatus(undefined);
      this.#outbox.flush();
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

  #send({ text, value, displayText }) {
    const id = randomId();
    this.#outbox.add(id, {
      type: 'message',
      text,
      value,
      textFormat: 'plain',
      locale,
      localTimestamp: new Date().toISOString(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      channelData: { clientActivityID: id, displayText },
    });
  }

  #retry(id) {
    const failed = this.#outbox.takeFailed(id);
    this.#transcript.takeBack(id);
    if (failed) this.#outbox.add(id, failed.activity);
    this.#panel.focus();
  }
}
