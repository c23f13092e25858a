const svgNamespace = 'http://www.w3.org/2000/svg';

const iconPaths = {
  chat: 'M4 5.5h16v10.5h-9l-4.5 4v-4H4z',
  send: 'M4.5 12h14M12.5 6l6 6-6 6',
  minimise: 'M6 9.5l6 6 6-6',
  restart: 'M5 12a7 7 0 1 0 2.2-5.1M5 4.5v4h4',
  calendar: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4',
  file: 'M7 3.5h7l4 4v13H7zM13.5 3.5v4.5H18',
  attach: 'M8 12.5l6-6a2.8 2.8 0 0 1 4 4l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L11 5',
  edit: 'M5 19v-3.5L15.5 5 19 8.5 8.5 19zM13 7.5l3.5 3.5',
  down: 'M12 5.5v13M6.5 13l5.5 5.5 5.5-5.5',
};

/** Attributes and children that are undefined, null or false are left out; `onclick` and the like become listeners. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', iconPaths[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick) {
  return el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick }, icon(name));
}

export function hidden(text) {
  return el('span', { class: 'visually-hidden' }, text);
}
