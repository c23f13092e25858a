const visit = 30 * 60_000;

/**
 * Opens the chat by itself where the site's rules, which `read` fetches, say so: at most once a visit, and never once the visitor has opened or closed it. What was done is
 * remembered by the page's own storage, not by a cookie.
 */
export async function openByRules(read, memory, panel) {
  if (memory.recall('open') !== undefined || Date.now() - (memory.openedAt ?? 0) < visit) return;
  const rules = (await read()).rules.filter(({ pages }) => pages.some(isHere));
  const open = () => {
    // Where it would cover the page it waits for the visitor.
    if (panel.isOpen || panel.coversPage || memory.recall('open') !== undefined || Date.now() - (memory.openedAt ?? 0) < visit) return;
    memory.openedAt = Date.now();
    panel.open({ byVisitor: false });
  };
  rules.forEach((rule) => watch(rule, open));
}

function watch({ seconds, scroll, exit }, open) {
  const missing = new Set();
  const wait = (name, begin) => {
    missing.add(name);
    begin(() => {
      missing.delete(name);
      if (missing.size === 0) open();
    });
  };
  if (seconds) wait('seconds', (done) => setTimeout(done, seconds * 1_000));
  if (scroll) wait('scroll', (done) => whenScrolled(scroll, done));
  if (exit) wait('exit', whenLeaving);
}

function whenScrolled(percent, done) {
  const look = () => {
    const { scrollHeight } = document.documentElement;
    if (((scrollY + innerHeight) / scrollHeight) * 100 < percent) return;
    removeEventListener('scroll', look);
    done();
  };
  addEventListener('scroll', look, { passive: true });
}

function whenLeaving(done) {
  const look = ({ clientY, relatedTarget }) => {
    if (relatedTarget !== null || clientY > 0) return;
    document.removeEventListener('mouseout', look);
    done();
  };
  document.addEventListener('mouseout', look);
}

// Only * has a meaning in a pattern.
function isHere(pattern) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(location.pathname);
}

/** When the chat opens by itself, which events the site may track, which files are taken; undefined where that could not be read. */
export async function readRules(home) {
  try {
    const { rules, ...others } = await (await fetch(new URL('widget/opening.json', home), { cache: 'no-store', credentials: 'omit' })).json();
    return { ...others, rules: rules.filter(({ pages }) => Array.isArray(pages)) };
  } catch {
    // A chat that does not open by itself can still be opened.
    return { rules: [] };
  }
}
