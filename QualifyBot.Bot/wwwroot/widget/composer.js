import { el, hidden, iconButton } from './dom.js';
import { texts } from './texts.js';

const limit = 4_000;
const hintFrom = 3_600;

/** The field a visitor writes in: Enter sends, Shift+Enter breaks the line, and a half-written message outlives the page. */
export class Composer {
  #memory;
  #onSend;
  #hint = el('p', { class: 'hint', id: 'hint' }, texts.keyHint);
  #alert = el('span', { class: 'visually-hidden', role: 'status' });
  #send = iconButton('send', texts.send, () => this.#submit());
  #field = el('textarea', {
    id: 'field',
    rows: '1',
    placeholder: texts.inputPlaceholder,
    'aria-describedby': 'hint',
    autocomplete: 'off',
    enterkeyhint: 'send',
    oninput: () => this.#changed(),
    onkeydown: (event) => this.#keyPressed(event),
  });

  #files = el('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.#chosen() });
  #attach = iconButton('attach', texts.attach, () => this.#files.click());
  #largest;

  constructor(memory, onSend, onHuman) {
    this.#memory = memory;
    this.#onSend = onSend;
    this.#attach.hidden = true;
    this.#send.classList.add('send');
    const human = el('button', { type: 'button', class: 'link-button', onclick: onHuman }, texts.human);
    this.element = el(
      'div',
      { class: 'composer' },
      el('div', { class: 'entry' }, el('label', { for: 'field' }, hidden(texts.inputLabel)), this.#field, this.#files, this.#attach, this.#send),
      el('div', { class: 'below' }, this.#hint, this.#alert, human),
    );
    this.#field.value = memory.recall('draft') ?? '';
    this.#changed();
  }

  focus() {
    this.#field.focus();
  }

  /** The host takes files: up to `most` at once, each up to `largest` bytes, of these types where it names any. */
  takeFiles({ most, largest, types }) {
    this.#attach.hidden = !(most > 0);
    this.#files.multiple = most > 1;
    this.#files.accept = types?.join(',') ?? '';
    this.#largest = largest;
  }

  clear() {
    this.#field.value = '';
    this.#changed();
  }

  /** Grows the field to its text; needed again whenever the panel becomes visible. */
  fit() {
    this.#field.style.blockSize = 'auto';
    if (this.#field.scrollHeight > 0) this.#field.style.blockSize = `${this.#field.scrollHeight}px`;
  }

  #changed() {
    const { length } = this.#field.value;
    const surplus = length - limit;
    this.#memory.keep('draft', length > 0 ? this.#field.value : undefined);
    // An empty field is written in the page's direction.
    this.#field.dir = length > 0 ? 'auto' : '';
    this.#field.setAttribute('aria-invalid', String(surplus > 0));
    this.#hint.classList.toggle('warning', length >= hintFrom);
    this.#hint.classList.toggle('error', surplus > 0);
    this.#hint.textContent = surplus > 0 ? texts.tooLong(surplus) : length >= hintFrom ? texts.lengthHint(length, limit) : texts.keyHint;
    this.#send.setAttribute('aria-disabled', String(surplus > 0 || this.#field.value.trim() === ''));
    this.fit();
  }

  #chosen() {
    const files = [...this.#files.files];
    this.#files.value = '';
    const wrong = files.find(({ size }) => size > this.#largest);
    this.#alert.textContent = wrong ? texts.fileTooLarge(wrong.name, Math.floor(this.#largest / 2 ** 20)) : '';
    this.#hint.classList.toggle('error', wrong !== undefined);
    this.#hint.textContent = this.#alert.textContent || texts.keyHint;
    if (!wrong && files.length > 0) this.#onSend({ files });
  }

  #keyPressed(event) {
    // Enter that ends an input method's composition must not send; 229 is how Safari reports it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.#field.value.trim();
    this.#alert.textContent = text.length > limit ? texts.tooLong(text.length - limit) : '';
    if (text === '' || text.length > limit) {
      this.#field.focus();
      return;
    }
    this.clear();
    this.#onSend({ text });
  }
}
