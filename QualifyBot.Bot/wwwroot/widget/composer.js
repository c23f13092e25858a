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

  constructor(memory, onSend, onHuman) {
    this.#memory = memory;
    this.#onSend = onSend;
    this.#send.classList.add('send');
    const human = el('button', { type: 'button', class: 'link-button', onclick: onHuman }, texts.human);
    this.element = el(
      'div',
      { class: 'composer' },
      el('div', { class: 'entry' }, el('label', { for: 'field' }, hidden(texts.inputLabel)), this.#field, this.#send),
      el('div', { class: 'below' }, this.#hint, this.#alert, human),
    );
    this.#field.value = memory.recall('draft') ?? '';
    this.#changed();
  }

  focus() {
    this.#field.focus();
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
    this.#field.value = '';
    this.#changed();
    this.#onSend({ text });
  }
}
