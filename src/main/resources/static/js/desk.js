// What the lists of work and the forms of tasks gain by a script; all of it works without. Choosing all lines of a page, saving what is
// typed as one types, and single keys for those who switched them on.
(() => {
  'use strict';

  // lists are replaced while they lie open: what is in them is looked for when it is needed
  const lines = () => [...document.querySelectorAll('.pick input[type=checkbox]')];
  const mark = () => lines().forEach((line) => line.closest('tr').classList.toggle('chosen', line.checked));
  const offerAll = () => document.querySelectorAll('[data-all]').forEach((all) => { all.hidden = lines().length < 2; });
  offerAll();
  document.addEventListener('fresh', offerAll);
  document.addEventListener('change', ({ target }) => {
    if (target.closest('[data-all]')) lines().forEach((line) => { line.checked = target.checked; });
    else if (!target.closest('.pick')) return;
    mark();
  });

  const EVERY = 4000;
  const form = document.querySelector('form[data-autosave]');
  if (form) {
    const said = form.querySelector('[data-saved]');
    let waiting = null;
    let leaving = false;
    const save = async () => {
      waiting = null;
      if (leaving) return;
      const typed = new FormData(form);
      for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: 'POST', body: new URLSearchParams(typed), redirect: 'error', headers: { Accept: 'application/json' },
        });
        if (!answer.ok) { said.textContent = ''; return; }
        const now = await answer.json();
        said.textContent = now.said;
        const besides = document.getElementById('besides'); // it may have been fetched anew
        besides.hidden = !now.besides;
        if (besides.textContent.trim() !== now.besides) besides.querySelector('p').textContent = now.besides;
      } catch (away) {
        said.textContent = ''; // the button is there still
      }
    };
    form.addEventListener('input', () => {
      said.textContent = '';
      if (waiting === null) waiting = setTimeout(save, EVERY);
    });
    form.addEventListener('submit', () => { leaving = true; });
  }

  const main = document.querySelector('main[data-keys=on]');
  if (!main) return;
  const rows = () => [...main.querySelectorAll('tbody tr')];
  let at = -1;
  const here = () => rows()[at];
  const go = (step) => {
    const many = rows().length;
    if (many === 0) return;
    at = Math.max(0, Math.min(many - 1, at + step));
    const target = here().querySelector('th a, td a, input');
    if (target) target.focus();
  };
  const press = (selector) => {
    const target = main.querySelector(selector);
    if (target) target.click();
  };
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    x: () => here()?.querySelector('.pick input')?.click(),
    c: () => here()?.querySelector('button[formaction]')?.click(),
    f: () => { const find = main.querySelector('#text'); if (find) find.focus(); },
    n: () => press('a[rel=next]'),
    p: () => press('a[rel=prev]'),
    g: () => press('[data-next-task]'),
    1: () => press('.tabs li:nth-child(1) a'),
    2: () => press('.tabs li:nth-child(2) a'),
    3: () => press('.tabs li:nth-child(3) a'),
    4: () => press('.tabs li:nth-child(4) a'),
    5: () => press('.tabs li:nth-child(5) a'),
    '?': () => press('[data-keys-page]'),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]')) return;
    const deed = keys[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
})();
