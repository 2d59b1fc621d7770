// Spares round trips in forms that also work without: when an answer decides which questions follow, the page asks the
// server for the fields anew; buttons that add or remove rows do the same in place.
(() => {
  'use strict';
  const fetching = new WeakMap();

  const fieldsOf = (form) => form.querySelector('[data-fields]');

  async function refresh(form, action) {
    const last = fetching.get(form);
    if (last) last.abort();
    const control = new AbortController();
    fetching.set(form, control);
    const data = new FormData(form);
    const sent = states(fieldsOf(form));
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    data.set('form-action', action);
    const multipart = form.enctype === 'multipart/form-data';
    const answer = await fetch(form.action, {
      method: 'POST', body: multipart ? data : new URLSearchParams(data), signal: control.signal, redirect: 'error',
      headers: { Accept: 'text/html' },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = fieldsOf(form);
    const fresh = page.getElementById(now.id);
    if (!fresh) throw new Error('no fields');
    keepFiles(now, fresh);
    if (!action.startsWith('remove:')) carryOver(now, sent, fresh);
    const focused = document.activeElement && document.activeElement.id;
    const counts = rowCounts(now);
    now.replaceWith(fresh);
    enhance(form);
    const added = [...fresh.querySelectorAll('.rows')].find((rows) => rowsIn(rows) > (counts[rows.id] ?? 0));
    const target = action.startsWith('add:') && added
      ? added.querySelector(':scope > .row:last-of-type :is(input:not([type=hidden]), select, textarea)')
      : document.getElementById(focused) || (action.startsWith('remove:') && document.getElementById('f-' + action.split(':')[1]));
    if (target) target.focus({ preventScroll: !action.startsWith('add:') });
  }

  const rowsIn = (rows) => rows.querySelectorAll(':scope > .row').length;
  const rowCounts = (fields) => Object.fromEntries([...fields.querySelectorAll('.rows')].map((rows) => [rows.id, rowsIn(rows)]));

  const controls = (fields) => fields.querySelectorAll('input[id]:not([type=hidden], [type=file]), select[id], textarea[id]');
  const state = (control) => (/^(radio|checkbox)$/.test(control.type) ? control.checked : control.value);
  const states = (fields) => new Map([...controls(fields)].map((control) => [control.id, state(control)]));

  // what somebody typed while the answer was on its way is newer than the answer
  function carryOver(now, sent, fresh) {
    for (const control of controls(now)) {
      const twin = sent.get(control.id) !== state(control) && fresh.querySelector('#' + CSS.escape(control.id));
      if (twin && typeof state(twin) === 'boolean') twin.checked = control.checked;
      else if (twin) twin.value = control.value;
    }
  }

  function keepFiles(now, fresh) {
    for (const old of now.querySelectorAll('input[type=file]')) {
      const twin = old.files.length > 0 && fresh.querySelector('#' + CSS.escape(old.id));
      if (twin) twin.replaceWith(old);
    }
  }

  function enhance(form) {
    for (const button of form.querySelectorAll('.refresh')) button.hidden = true;
  }

  document.addEventListener('change', (event) => {
    const field = event.target.closest('[data-refresh]');
    if (!field || !event.target.form) return;
    refresh(event.target.form, 'update').catch((broken) => {
      if (broken.name !== 'AbortError') field.querySelector('.refresh').hidden = false;
    });
  });

  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!button || button.name !== 'form-action' || event.defaultPrevented) return;
    event.preventDefault();
    refresh(event.target, button.value).catch((broken) => {
      if (broken.name === 'AbortError') return;
      const kept = document.createElement('input');
      kept.type = 'hidden';
      kept.name = button.name;
      kept.value = button.value;
      event.target.append(kept);
      event.target.submit();
    });
  });

  for (const fields of document.querySelectorAll('[data-fields]')) if (fields.closest('form')) enhance(fields.closest('form'));

  const errors = document.querySelector('.errors');
  if (errors) {
    errors.focus();
    errors.addEventListener('click', (event) => {
      const target = event.target.hash && document.getElementById(event.target.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    });
  }
})();
