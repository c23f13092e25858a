// One tag puts the chat on any page: <script src="https://your-host/widget.js" async></script>
// What it takes besides, data attributes and calls of QualifyBot, stands in docs/widget.md.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const { dir, theme, context, identity } = script.dataset;
  const names = ['track', 'identify', 'consent', 'open', 'close'];
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

  function styled(root) {
    return new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL('widget/chat.css', home);
      link.onload = resolve;
      link.onerror = () => reject(new Error(`QualifyBot could not load ${link.href}`));
      root.append(link);
    });
  }

  async function start() {
    const host = document.body.appendChild(document.createElement('qualify-bot'));
    if (dir) host.dir = dir;
    if (theme) host.dataset.theme = theme;
    const root = host.attachShadow({ mode: 'open' });
    // Nothing is shown before its styles are there.
    const [{ startChat }] = await Promise.all([import(new URL('widget/chat.js', home)), styled(root)]);
    const chat = startChat(root, {
      home,
      context,
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
