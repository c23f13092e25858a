import { renderAction, renderAttachment } from './attachments.js';
import { el, hidden, icon } from './dom.js';
import { plainText, richText } from './richtext.js';
import { language, texts } from './texts.js';

const typingLasts = 20_000;
const answerTakes = 600;
const nearEnd = 80;

/** What was said. A node is added once and never rendered again, so that the live region announces it once. */
export class Transcript {
  #home;
  #handlers;
  #seen = new Set();
  #own = new Map();
  #typingTimer;
  #answerTimer;
  #follows = true;
  #log = el('div', { class: 'log', role: 'log', 'aria-label': texts.conversation, tabindex: '0' });
  #typing = el('div', { class: 'typing', hidden: true }, hidden(texts.typing), el('i'), el('i'), el('i'));
  #suggestions = el('div', { class: 'choices suggestions', role: 'group', 'aria-label': texts.suggestions });
  #jump = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.scrollToEnd() }, icon('down'), texts.newMessages);

  /** Handlers: `action(action)` for a chosen button, `retry(id)` for a message that was not sent. */
  constructor(home, handlers) {
    this.#home = home;
    this.#handlers = handlers;
    this.element = el('div', { class: 'transcript' }, this.#log, this.#typing, this.#jump);
    this.footer = this.#suggestions;
    this.#log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // Pictures that arrive late and neighbours that grow must not push the last message out of sight.
    const stayAtEnd = () => this.#follows && this.scrollToEnd();
    this.#log.addEventListener('load', stayAtEnd, true);
    new ResizeObserver(stayAtEnd).observe(this.#log);
  }

  /** True if it adds something to read. */
  show(activity) {
    if (activity.type === 'event') return false;
    if (activity.type === 'typing') {
      if (!activity.mine) this.#showTyping();
      return false;
    }
    if (activity.id && this.#seen.has(activity.id)) return false;
    this.#seen.add(activity.id);
    if (activity.type === 'message') return this.#showMessage(activity);
    this.divide(texts.ended);
    return true;
  }

  showOwn(id, text, state) {
    if (!this.#own.has(id)) {
      const node = this.#append({ mine: true, text, isPlain: true, time: new Date(), suggestions: [], attachments: [] });
      node.classList.add('unconfirmed');
      this.#own.set(id, node);
    }
    this.#showState(id, state);
  }

  takeBack(id) {
    this.#own.get(id)?.remove();
    this.#own.delete(id);
  }

  divide(text) {
    this.#log.append(el('p', { class: 'divider' }, text));
    this.#suggest([]);
    this.scrollToEnd();
  }

  clear() {
    this.#log.replaceChildren();
    this.#suggest([]);
    this.#seen.clear();
    this.#own.clear();
    this.#typing.hidden = true;
    this.#jump.hidden = true;
  }

  /** While history is rebuilt nothing is announced. */
  silently(action) {
    this.#log.setAttribute('aria-live', 'off');
    action();
    requestAnimationFrame(() => requestAnimationFrame(() => this.#log.setAttribute('aria-live', 'polite')));
    this.scrollToEnd();
  }

  scrollToEnd() {
    this.#follows = true;
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#jump.hidden = true;
  }

  // What does not fit is read from its beginning.
  #scrollTo(node) {
    this.scrollToEnd();
    const isTall = node.offsetHeight > this.#log.clientHeight;
    if (isTall) this.#log.scrollTop += node.getBoundingClientRect().top - this.#log.getBoundingClientRect().top - 8;
  }

  get isEmpty() {
    return this.#log.childElementCount === 0;
  }

  #showMessage(activity) {
    if (activity.mine && this.#own.has(activity.clientId)) {
      this.#confirm(activity);
      return false;
    }
    if (activity.text === '' && activity.attachments.length === 0) {
      this.#suggest(activity.suggestions);
      return false;
    }
    const node = this.#append(activity);
    if (activity.mine) this.#own.set(activity.clientId, node);
    return true;
  }

  // The server's order counts: what it has shown comes before what it has not confirmed yet.
  #append(activity) {
    const node = this.#render(activity);
    if (!activity.mine) this.#expectAnswer('answered');
    this.#log.insertBefore(node, activity.id ? this.#log.querySelector('.unconfirmed') : null);
    this.#suggest(activity.mine ? [] : activity.suggestions);
    if (activity.mine) this.scrollToEnd();
    else if (this.#follows) this.#scrollTo(node);
    else this.#jump.hidden = false;
    return node;
  }

  #render(activity) {
    const side = activity.mine ? 'mine' : 'bot';
    const sender = activity.mine ? texts.ownSender : texts.botSender;
    const text = activity.mine ? plainText(activity.text) : richText(activity.text, activity.isPlain);
    return el(
      'div',
      { class: `message ${side}`, title: describeTime(activity.time), lang: activity.locale || undefined },
      el('p', { class: 'sender', lang: language }, sender, hidden(':')),
      activity.text && el('div', { class: 'bubble' }, el('div', { dir: 'auto' }, text)),
      ...activity.attachments.map((attachment) => renderAttachment(attachment, this.#home, this.#handlers.action)),
    );
  }

  #suggest(actions) {
    this.#suggestions.replaceChildren(...actions.map((action) => renderAction(action, this.#handlers.action)).filter(Boolean));
  }

  #showTyping() {
    this.#typing.hidden = false;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => (this.#typing.hidden = true), typingLasts);
  }

  // The bot answers while the message is on its way; a quick answer needs no word before it.
  #expectAnswer(state) {
    clearTimeout(this.#answerTimer);
    if (state === 'sending') this.#answerTimer = setTimeout(() => this.#showTyping(), answerTakes);
    else this.#typing.hidden = true;
  }

  #confirm({ clientId, time }) {
    const node = this.#own.get(clientId);
    node.title = describeTime(time);
    node.classList.remove('unconfirmed');
    this.#showState(clientId, 'sent');
  }

  #showState(id, state) {
    const node = this.#own.get(id);
    if (node.dataset.state === state) return;
    node.dataset.state = state;
    this.#expectAnswer(state);
    node.querySelector('.state')?.remove();
    if (state === 'waiting') node.append(el('p', { class: 'state waiting' }, texts.waiting));
    if (state === 'failed') {
      node.classList.remove('unconfirmed');
      node.append(this.#failure(id));
    }
    if (state === 'waiting' || state === 'failed') this.scrollToEnd();
  }

  #failure(id) {
    const again = el('button', { type: 'button', class: 'link-button', onclick: () => this.#handlers.retry(id) }, texts.tryAgain);
    return el('p', { class: 'state failure' }, texts.failed, ' ', again);
  }

  #scrolled() {
    this.#follows = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < nearEnd;
    if (this.#follows) this.#jump.hidden = true;
  }
}

function describeTime(time) {
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
