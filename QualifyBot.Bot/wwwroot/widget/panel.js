import { el, icon, iconButton } from './dom.js';
import { language, texts } from './texts.js';

const fullScreen = matchMedia('(max-width: 40rem), (max-height: 30rem)');
const touch = matchMedia('(pointer: coarse)');
const statusDelay = 1_200;

/** The launcher and the window it opens: beside the page where there is room, over all of it where there is not. */
export class Panel {
  #handlers;
  #unread = 0;
  #statusTimer;
  #badge = el('span', { class: 'badge', hidden: true, 'aria-hidden': 'true' });
  #launcher = el('button', { type: 'button', class: 'launcher', onclick: () => this.open() }, icon('chat'), this.#badge);
  #statusText = el('span');
  #status = el('div', { class: 'status', role: 'status' });
  #tryNow = el('button', { type: 'button', class: 'link-button', onclick: () => this.#handlers.tryNow() }, texts.tryNow);
  #progress = el('div', { class: 'progress', role: 'progressbar', 'aria-valuemin': '0', hidden: true }, el('div'));
  #most = 0;
  #title = el('h2', { id: 'title', tabindex: '-1' }, texts.name);
  #confirm = this.#buildConfirm();
  #dialog;

  /** Handlers: `toggled(isOpen)`, `startOver()`, `tryNow()`. The composer is what takes the focus. */
  constructor(root, transcript, composer, handlers) {
    this.#handlers = handlers;
    this.#dialog = el(
      'dialog',
      { class: 'panel', 'aria-labelledby': 'title', lang: language, onkeydown: (event) => this.#keyPressed(event) },
      this.#buildHeader(),
      this.#progress,
      this.#status,
      transcript.element,
      transcript.footer,
      composer.element,
    );
    this.composer = composer;
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.minimise();
    });
    fullScreen.addEventListener('change', () => this.isOpen && this.#place());
    keepAboveKeyboard(this.#dialog);
    this.#count(0);
    root.append(this.#launcher, this.#dialog, this.#confirm);
  }

  get coversPage() {
    return fullScreen.matches;
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /** A panel that opened by itself does not take the focus from the page it stands beside. */
  open({ byVisitor = true } = {}) {
    this.#launcher.hidden = true;
    this.#place();
    this.#count(0);
    this.#handlers.toggled(true);
    if (byVisitor || fullScreen.matches) this.focus();
  }

  minimise() {
    this.#dialog.close();
    this.#launcher.hidden = false;
    this.#launcher.focus();
    this.#handlers.toggled(false);
  }

  // On a touch screen the field would raise the keyboard over what there is to read.
  focus() {
    if (touch.matches) this.#title.focus();
    else this.composer.focus();
  }

  announceUnread() {
    if (!this.isOpen) this.#count(this.#unread + 1);
  }

  /** How many questions may follow; undefined = nobody said. */
  showProgress(left) {
    this.#progress.hidden = left === undefined;
    this.#most = left === undefined ? 0 : Math.max(this.#most, left);
    if (this.#most === 0) return;
    const words = texts.progress(left);
    this.#progress.setAttribute('aria-label', words);
    this.#progress.title = words;
    this.#progress.setAttribute('aria-valuemax', this.#most);
    this.#progress.setAttribute('aria-valuenow', this.#most - left);
    this.#progress.firstChild.style.inlineSize = `${((this.#most - left) / this.#most) * 100}%`;
  }

  /** A short interruption is not worth a word. Undefined when all is well. */
  showStatus(text, { canTry = false } = {}) {
    clearTimeout(this.#statusTimer);
    const show = () => {
      this.#statusText.textContent = text ?? '';
      this.#status.replaceChildren(...(text ? [this.#statusText] : []), ...(text && canTry ? [this.#tryNow] : []));
    };
    if (text && this.#status.childElementCount === 0) this.#statusTimer = setTimeout(show, statusDelay);
    else show();
  }

  // A modal dialog makes the page behind a full-screen panel inert; beside it the page stays usable.
  #place() {
    if (this.#dialog.open) this.#dialog.close();
    if (fullScreen.matches) this.#dialog.showModal();
    else this.#dialog.open = true;
  }

  #count(unread) {
    this.#unread = unread;
    this.#badge.hidden = unread === 0;
    this.#badge.textContent = unread > 9 ? '9+' : unread;
    this.#launcher.setAttribute('aria-label', unread > 0 ? texts.openChatUnread(unread) : texts.openChat);
  }

  #keyPressed(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.minimise();
  }

  #buildHeader() {
    return el(
      'div',
      { class: 'header' },
      el('span', { class: 'mark' }, icon('chat')),
      el('div', { class: 'who' }, this.#title, el('p', {}, texts.role)),
      iconButton('restart', texts.startOver, () => this.#confirm.showModal()),
      iconButton('minimise', texts.minimise, () => this.minimise()),
    );
  }

  #buildConfirm() {
    const close = () => this.#confirm.close();
    const startOver = () => {
      close();
      this.#handlers.startOver();
      this.focus();
    };
    return el(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'question', 'aria-describedby': 'consequence', lang: language },
      el('h2', { id: 'question' }, texts.startOverQuestion),
      el('p', { id: 'consequence' }, texts.startOverConsequence),
      el(
        'div',
        { class: 'answers' },
        el('button', { type: 'button', class: 'quiet', onclick: close }, texts.keep),
        el('button', { type: 'button', class: 'primary', onclick: startOver }, texts.startOver),
      ),
    );
  }
}

// Some phones lay the keyboard over the page instead of shrinking it. A pinched page has another visual viewport too: left alone.
function keepAboveKeyboard(dialog) {
  const viewport = window.visualViewport;
  const fit = () => {
    const isPinched = viewport.scale !== 1;
    dialog.style.setProperty('--viewport-height', isPinched ? '' : `${viewport.height}px`);
    dialog.style.setProperty('--viewport-top', isPinched ? '' : `${viewport.offsetTop}px`);
  };
  viewport?.addEventListener('resize', fit);
  viewport?.addEventListener('scroll', fit);
}
