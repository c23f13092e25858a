const visitGap = 30 * 60_000;
const most = 20;
const mostProperties = 10;
const longest = 200;
const utmFields = ['source', 'medium', 'campaign', 'term', 'content'];
const eventName = /^[\w.:-]{1,60}$/;
// Ids, keys and addresses of people have no place in what is told of a page.
const secret = /@|%40|[0-9a-f]{8}-[0-9a-f]{4}-|(?=[a-z_]*\d)\w{20,}/i;

/**
 * What is known of this visit: the pages, the time on them, how the visitor came, what the site's scripts tracked. It waits in this page's own variables
 * until the visitor writes something; only once there is a talk, or the site says that it may, does it outlive the page, and then in this tab alone.
 */
export class Visit {
  #memory;
  #context;
  // Undefined until the site says so.
  #agreed;
  #news = { pages: [], events: [] };
  #page;
  // From when the page began to load.
  #since = 0;

  /** The context is 'off', 'consent' (nothing is told before the site says that it may), or undefined; `landing` is the address that the page was opened with. */
  constructor(memory, context, landing) {
    this.#memory = memory;
    this.#context = context;
    this.#restore();
    this.#arrive(new URL(landing));
    this.#note();
    document.addEventListener('visibilitychange', () => {
      this.#note(document.visibilityState === 'hidden');
      this.#keep();
    });
    window.navigation?.addEventListener('currententrychange', () => this.#note());
  }

  consent(agreed) {
    const couldKeep = this.#mayKeep;
    this.#agreed = agreed;
    if (agreed && !couldKeep) this.#restore();
    if (!agreed) {
      this.#memory.keep('visit', undefined);
      this.#news = { pages: [], events: [] };
      this.#page = undefined;
    }
    this.#note();
    this.#keep();
  }

  /** False if it is no name of an event. */
  track(name, properties) {
    if (!eventName.test(name)) return false;
    const given = Object.entries(properties ?? {}).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
    const short = given.slice(0, mostProperties).map(([key, value]) => [key.slice(0, longest), typeof value === 'string' ? value.slice(0, longest) : value]);
    this.#news.events = [...this.#news.events, { name, properties: Object.fromEntries(short) }].slice(-most);
    this.#keep();
    return true;
  }

  get hasEvents() {
    return this.#news.events.length > 0;
  }

  /** What was not told yet, for the server; undefined where there is nothing. */
  take() {
    if (!this.#mayTell) return undefined;
    this.#note();
    const { arrival, returned, events } = this.#news;
    const pages = this.#news.pages
      .filter(({ seconds, told }) => !told || seconds >= 1)
      .map(({ path, seconds }) => ({ path, seconds: Math.floor(seconds) }));
    this.#page = { path: this.#page.path, seconds: 0, told: true };
    this.#news = { pages: [this.#page], events: [] };
    this.#keep();
    return arrival || returned || pages.length > 0 || events.length > 0 ? { arrival, returned, pages, events } : undefined;
  }

  get #mayTell() {
    return this.#context !== 'off' && (this.#agreed ?? this.#context !== 'consent');
  }

  get #mayKeep() {
    return this.#mayTell && (this.#agreed || this.#memory.session !== undefined);
  }

  // What earlier pages of this visit left, before what this one knows.
  #restore() {
    if (!this.#mayKeep) return;
    if (Date.now() - (this.#memory.lastSeen ?? Infinity) > visitGap) this.#news.returned = true;
    const kept = this.#memory.recall('visit');
    if (!kept) return;
    const { pages, events } = this.#news;
    this.#news = { ...kept, ...this.#news, pages: [...kept.pages, ...pages].slice(-most), events: [...kept.events, ...events].slice(-most) };
  }

  #arrive({ pathname, searchParams: query }) {
    this.#enter(pathOf(pathname));
    const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).host : '';
    const utm = utmFields.map((field) => [field, query.get(`utm_${field}`)]).filter(([, value]) => value && value.length <= longest && !value.includes('@'));
    if (referrer !== location.host || utm.length > 0) {
      this.#news.arrival = { page: this.#page.path, referrer: referrer === location.host ? undefined : referrer.split(':')[0] || undefined, utm: Object.fromEntries(utm) };
    }
  }

  // The time since the last note belongs to the page before, as far as it could be seen.
  #note(wasVisible = document.visibilityState !== 'hidden') {
    const now = performance.now();
    if (this.#page && wasVisible) this.#page.seconds += (now - this.#since) / 1_000;
    this.#since = now;
    const path = pathOf(location.pathname);
    if (this.#page?.path !== path) this.#enter(path);
  }

  #enter(path) {
    const again = this.#news.pages.find((page) => page.path === path);
    this.#page = again ?? { path, seconds: 0 };
    if (!again) this.#news.pages = [...this.#news.pages, this.#page].slice(-most);
  }

  #keep() {
    if (!this.#mayKeep) return;
    this.#memory.keep('visit', this.#news);
    this.#memory.lastSeen = Date.now();
  }
}

function pathOf(pathname) {
  return pathname.split('/').map((part) => (secret.test(part) ? '*' : part)).join('/').slice(0, longest);
}
