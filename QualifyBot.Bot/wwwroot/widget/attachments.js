import { el, icon } from './dom.js';
import { link, plainText, safeUrl } from './richtext.js';
import { texts } from './texts.js';

const cardTypes = ['application/vnd.microsoft.card.hero', 'application/vnd.microsoft.card.thumbnail'];

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** `home` is where relative addresses start: the chat's own server, whatever page it is embedded in. */
export function renderAttachment(attachment, home, onAction) {
  const { contentType, contentUrl, name } = attachment;
  if (cardTypes.includes(contentType)) return renderCard(attachment, home, onAction);
  if (contentType === adaptiveCard && attachment.rows.length > 0) return renderRows(attachment.rows, onAction);
  const url = contentUrl && safeUrl(contentUrl, ['http:', 'https:'], home);
  if (!url) return el('p', { class: 'unsupported' }, texts.unsupported);
  if (contentType.startsWith('image/')) return image(url, name);
  const fileName = name || decodeName(url);
  return contentType.startsWith('text/calendar')
    ? file('calendar', texts.addToCalendar, fileName, url)
    : file('file', texts.download, fileName, url);
}

function file(iconName, label, fileName, url) {
  return el(
    'a',
    { class: 'file', href: url.href, download: fileName, rel: 'noopener noreferrer' },
    icon(iconName),
    el('span', {}, el('span', { class: 'file-label' }, label), ' ', el('span', { class: 'file-name' }, `(${fileName})`)),
  );
}

function image(url, alt) {
  return el('img', { class: 'image', src: url.href, alt, loading: 'lazy', referrerpolicy: 'no-referrer' });
}

function renderCard({ title, subtitle, text, images, buttons }, home, onAction) {
  const pictures = images.map((picture) => ({ ...picture, url: safeUrl(picture.url, ['http:', 'https:'], home) }));
  return el(
    'div',
    { class: 'card', dir: 'auto' },
    ...pictures.filter(({ url }) => url).map(({ url, alt }) => image(url, alt)),
    title && el('p', { class: 'card-title' }, title),
    subtitle && el('p', { class: 'card-subtitle' }, subtitle),
    text && plainText(text),
    buttons.length > 0 && el('div', { class: 'choices' }, ...buttons.map((action) => renderAction(action, onAction))),
  );
}

function renderRows(rows, onAction) {
  return el(
    'div',
    { class: 'card', dir: 'auto' },
    ...rows.map(({ text, isTitle, action }) =>
      action
        ? el('button', { type: 'button', class: 'row', title: action.title, onclick: () => onAction(action) }, el('span', {}, text), icon('edit'))
        : el('p', { class: isTitle && 'card-title' }, text),
    ),
  );
}

/** A link for `openUrl`, a button for everything that is sent. */
export function renderAction(action, onAction) {
  if (action.type === 'openUrl') return link(String(action.value), action.title, { class: 'choice' }) ?? null;
  return el('button', { type: 'button', class: 'choice', onclick: () => onAction(action) }, action.title);
}

function decodeName({ pathname }) {
  const last = pathname.split('/').pop();
  try {
    return decodeURIComponent(last) || texts.download;
  } catch {
    return last;
  }
}
