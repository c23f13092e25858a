import { el, hidden } from './dom.js';
import { texts } from './texts.js';

// Every repetition is bounded or cannot overlap itself: hostile text must not cost more than its length.
const plainPattern = /(?<times>\d{1,2}:\d\d[-–]\d{1,2}:\d\d)/g;
const richPattern = new RegExp(
  String.raw`\*\*(?<bold>[^*\n]{1,2000})\*\*|\[(?<label>[^\]\n]{1,300})\]\((?<target>[^)\s]{1,2000})\)|(?<bare>https?:\/\/[^\s<>"]{1,2000})|${plainPattern.source}`,
  'g',
);
const bulletPattern = /^\s{0,8}[-*•]\s{1,4}(?<item>\S.*)$/s;
const numberPattern = /^\s{0,8}(?<number>\d{1,4})[.)]\s{1,4}(?<item>\S.*)$/s;

export function plainText(text) {
  return el('p', {}, text);
}

/** Paragraphs and lists; unless it is plain, **bold** and links too. Everything else, HTML above all, stays the text it is. */
export function richText(text, isPlain = false) {
  const fragment = document.createDocumentFragment();
  const pattern = isPlain ? plainPattern : richPattern;
  for (const block of blocksOf(text.split(/\r?\n/))) fragment.append(renderBlock(block, pattern));
  return fragment;
}

function blocksOf(lines) {
  const blocks = [];
  for (const line of lines) {
    const block = readLine(line);
    const last = blocks.at(-1);
    if (last?.tag === block.tag && line.trim() !== '') {
      last.lines.push(...block.lines);
      last.numbers.push(...block.numbers);
    } else {
      blocks.push(block);
    }
  }
  return blocks.filter(({ lines: content }) => content.some((line) => line.trim() !== ''));
}

function readLine(line) {
  const bullet = bulletPattern.exec(line);
  if (bullet) return { tag: 'ul', lines: [bullet.groups.item], numbers: [undefined] };
  const numbered = numberPattern.exec(line);
  if (numbered) return { tag: 'ol', lines: [numbered.groups.item], numbers: [numbered.groups.number] };
  return { tag: 'p', lines: [line], numbers: [] };
}

function renderBlock({ tag, lines, numbers }, pattern) {
  if (tag === 'p') return el('p', {}, ...inline(lines.join('\n').trim(), pattern));
  return el(tag, {}, ...lines.map((line, index) => el('li', { value: numbers[index] }, ...inline(line, pattern))));
}

function inline(text, pattern) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(text.slice(end, match.index), renderInline(match));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function renderInline({ 0: source, groups: { times, bold, label, target, bare } }) {
  if (times) return el('span', { class: 'times' }, times);
  if (bold) return el('strong', {}, bold);
  if (label) return link(target, label) ?? source;
  const address = bare.replace(/[.,;:!?)'*]+$/, '');
  return el('span', {}, link(address, address) ?? address, bare.slice(address.length));
}

/** Undefined unless the address is http, https or mailto. */
export function link(address, label, attributes = {}) {
  const url = safeUrl(address, ['http:', 'https:', 'mailto:']);
  if (!url) return undefined;
  if (url.protocol === 'mailto:') return el('a', { href: url.href, ...attributes }, label);
  const outside = { href: url.href, target: '_blank', rel: 'noopener noreferrer', ...attributes };
  return el('a', outside, label, hidden(` ${texts.newTab}`));
}

export function safeUrl(address, protocols, base) {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return protocols.includes(url?.protocol) ? url : undefined;
}
