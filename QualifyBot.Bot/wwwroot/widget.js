// One tag puts the chat on any page: <script src="https://your-host/widget.js" async></script>
// With data-open the panel is open until the visitor minimises it.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const styleSheets = ['widget.css', 'widget/panel.css', 'widget/messages.css', 'widget/composer.css'];
  const options = {
    home,
    open: 'open' in script.dataset,
    playbook: new URLSearchParams(location.search).get('playbook') || undefined,
  };

  function styled(root) {
    return Promise.all(styleSheets.map((path) => new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(path, home);
      link.onload = resolve;
      link.onerror = () => reject(new Error(`QualifyBot could not load ${link.href}`));
      root.append(link);
    })));
  }

  async function start() {
    if (document.querySelector('qualify-bot')) return;
    const host = document.body.appendChild(document.createElement('qualify-bot'));
    const root = host.attachShadow({ mode: 'open' });
    // Nothing is shown before its styles are there.
    const [{ startChat }] = await Promise.all([import(new URL('widget/chat.js', home)), styled(root)]);
    startChat(root, options);
  }

  // An async script can run before the page has a body.
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
})();
