// One tag puts the chat on any page: <script src="https://your-host/widget.js" async></script>
// What it takes besides, data attributes and calls of QualifyBot, stands in docs/widget.md.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const { dir, theme, context, identity } = script.dataset;
  const names = ['track', 'identify', 'consent', 'open', 'close'];
  // A site may change it before the chat is there.
  const landing = location.href;
  const mostWaiting = 100;
  const waiting = [];
  let call = (...wanted) => waiting.length < mostWaiting && waiting.push(wanted);

  // A page may queue calls before this file is there: (window.QualifyBot ??= []).push(['track', 'demo_requested'])
  const queue = window.QualifyBot;
  if (queue && !Array.isArray(queue)) return;
  const api = Object.fromEntries(names.map((name) => [name, (...given) => void call(name, ...given)]));
  api.push = (...calls) => calls.forEach(([name, ...given]) => (names.includes(name) ? api[name](...given) : console.warn(`QualifyBot has no '${name}'.`)));
  window.QualifyBot = api;
  if (identity) api.identify(identity);
  api.push(...(queue ?? []));

  // A linked style sheet would hold up the page's load event.
  async function style(root) {
    const response = await fetch(new URL('widget/chat.css', home), { credentials: 'omit' });
    if (!response.ok) throw new Error(`QualifyBot could not load ${response.url}`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await response.text());
    root.adoptedStyleSheets = [sheet];
  }

  async function start() {
    const host = document.body.appendChild(document.createElement('qualify-bot'));
    if (dir) host.dir = dir;
    if (theme) host.dataset.theme = theme;
    const root = host.attachShadow({ mode: 'open' });
    // What a rem is in the chat's styles: the visitor's own size of text, whatever the site makes of its root.
    CSS.registerProperty?.({ name: '--qb-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
    // Nothing is shown before its styles are there.
    const [{ startChat }] = await Promise.all([import(new URL('widget/chat.js', home)), style(root)]);
    const chat = startChat(root, {
      home,
      context,
      landing,
      open: 'open' in script.dataset,
      playbook: script.dataset.playbook ?? new URLSearchParams(location.search).get('playbook') ?? undefined,
      calls: waiting,
    });
    call = (name, ...given) => chat[name](...given);
  }

  // An async script can run before the page has a body.
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
})();
