// One tag puts the chat on any page: <script src="https://your-host/widget.js" async></script>
// With data-open the panel is open until the visitor minimises it.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const options = {
    home,
    open: 'open' in script.dataset,
    playbook: new URLSearchParams(location.search).get('playbook') ?? undefined,
  };

  // An async script can run before the page has a body.
  const start = () => import(new URL('widget/chat.js', home)).then(({ startChat }) => startChat(options));
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
})();
