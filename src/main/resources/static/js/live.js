// Keeps parts of an open page up to date: elements with an id and data-live="work|case|panel|desk|news" are fetched anew when the server
// says that what they show has changed, from this page's own address or from data-live-from. Without this, reloading does the same.
(() => {
  const parts = () => [...document.querySelectorAll('[data-live][id]')];
  if (!window.EventSource || parts().length === 0) return;
  const shown = location.pathname.match(/\/cases\/([0-9a-f]{8}-[0-9a-f-]{27})/) || [];
  const about = document.querySelector('[data-live-case]')?.dataset.liveCase || shown[1] || '';
  const task = document.querySelector('[data-live-task]')?.dataset.liveTask;
  const session = document.querySelector('[data-live-session]')?.dataset.liveSession;
  const PAUSE = 2000;
  let source = null;
  let waiting = new Set();
  let timer = null;

  // what somebody is just using stays as it is; it is fetched with the next change
  const isInUse = (part) => {
    const active = document.activeElement;
    return part.contains(active) && active.matches('input, select, textarea, [contenteditable]')
      || [...part.querySelectorAll('input, textarea')].some((field) => field.type !== 'hidden'
        && (/^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  };

  const replace = (part, page) => {
    const fresh = page.getElementById(part.id);
    if (!fresh || isInUse(part)) return;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
    const own = part === document.activeElement;
    part.replaceWith(document.adoptNode(fresh));
    if (own) fresh.focus();
    else if (focused) document.getElementById(focused)?.focus();
    document.dispatchEvent(new Event('fresh'));
  };

  const fetchAnew = async () => {
    timer = null;
    const topics = waiting;
    waiting = new Set();
    const changed = parts().filter((part) => part.dataset.live.split(' ').some((topic) => topics.has(topic)));
    const byAddress = Map.groupBy ? Map.groupBy(changed, (part) => part.dataset.liveFrom || location.href)
      : changed.reduce((map, part) => { const key = part.dataset.liveFrom || location.href; map.set(key, [...(map.get(key) || []), part]); return map; }, new Map());
    for (const [address, some] of byAddress) {
      try {
        const answer = await fetch(address, { headers: { Accept: 'text/html', 'Konsil-Live': 'yes' }, cache: 'no-store', redirect: 'error' });
        if (!answer.ok) continue;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        some.forEach((part) => replace(part, page));
      } catch (away) {
        // no answer: the page stays as it is until it is loaded anew
      }
    }
  };

  const open = () => {
    if (source || document.hidden) return;
    const on = [...new Set(parts().flatMap((part) => part.dataset.live.split(' ')))].join(' ');
    source = new EventSource(document.body.dataset.liveAt + '?' + new URLSearchParams({ on, ...(about && { about }), ...(task && { task }), ...(session && { session }) }));
    source.addEventListener('changed', (event) => {
      event.data.split(' ').forEach((topic) => waiting.add(topic));
      timer ??= setTimeout(fetchAnew, PAUSE * (0.25 + Math.random()));
    });
    source.addEventListener('enough', close);
  };

  const close = () => {
    source?.close();
    source = null;
  };

  // a page that nobody looks at listens to nothing, and fetches everything once when somebody does again
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      close();
    } else {
      parts().forEach((part) => part.dataset.live.split(' ').forEach((topic) => waiting.add(topic)));
      timer ??= setTimeout(fetchAnew, 0);
      open();
    }
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
})();
