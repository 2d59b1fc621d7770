// Finds codes by name while they are typed, in fields that take codes. Without it the codes can be typed as they are.
// The list is the one that WAI-ARIA calls a combobox: arrows move, Enter takes, Escape closes; the field keeps the focus.
(() => {
  'use strict';
  const SYSTEMS = { disease: ['ORPHA', 'OMIM'], orpha: ['ORPHA'], phenotype: ['HP'], hpo: ['HP'] };
  const PAUSE = 120;
  let open = null;
  let asked = null;

  const words = document.documentElement.dataset;
  const reader = { no: 'nb', nn: 'nb' }[words.reads] || words.reads;
  const kindOf = (input) => input.closest && input.closest('[data-kind]') && SYSTEMS[input.closest('[data-kind]').dataset.kind];
  const isCode = (text) => /^[A-Za-z]+[:_]\s*\S+$/.test(text.trim());

  function prepare(input) {
    if (input.getAttribute('role') === 'combobox') return;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
  }

  function close() {
    if (!open) return;
    open.input.setAttribute('aria-expanded', 'false');
    open.input.removeAttribute('aria-activedescendant');
    open.input.removeAttribute('aria-controls');
    open.box.remove();
    open = null;
  }

  function mark(at) {
    const options = [...open.list.children];
    options.forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    open.at = at;
    if (at < 0) return open.input.removeAttribute('aria-activedescendant');
    open.input.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  }

  const piece = (kind, text, language) => {
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = text;
    if (language) span.lang = language;
    return span;
  };

  function languageName(language) {
    try {
      return new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' }).of(language);
    } catch (unknown) {
      return language;
    }
  }

  function option(item, id) {
    const li = document.createElement('li');
    li.id = id;
    li.setAttribute('role', 'option');
    li.append(piece('term-name', item.label, item.language), ' ', piece('term-code', item.code));
    const notes = [];
    if (item.matched) notes.push([item.matched, item.matchedLanguage]);
    if (item.english && item.english !== item.label && item.english !== item.matched) notes.push([item.english, 'en']);
    for (const [text, language] of notes) {
      const note = piece('term-note', '');
      note.append(piece('', text, language), language === item.language ? '' : ' (' + languageName(language) + ')');
      li.append(note);
    }
    // a name that is not in the reader's language says in which it is
    if (item.language !== reader) li.append(piece('term-note', languageName(item.language)));
    li.addEventListener('mousedown', (event) => event.preventDefault());
    li.addEventListener('click', () => take(item));
    return li;
  }

  function show(input, items) {
    close();
    const box = document.createElement('div');
    box.className = 'terms';
    const list = document.createElement('ul');
    list.id = input.id + '-terms';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.termsFound);
    items.forEach((item, at) => list.append(option(item, list.id + '-' + at)));
    const said = piece(items.length ? 'unseen' : 'hint', items.length ? words.termsFound + ': ' + items.length : words.termsNone);
    said.setAttribute('role', 'status');
    box.append(said);
    if (items.length) box.prepend(list);
    input.closest('.field').append(box);
    open = { input, box, list, items, at: -1 };
    if (items.length) {
      input.setAttribute('aria-expanded', 'true');
      input.setAttribute('aria-controls', list.id);
    }
  }

  // the name goes beside the code in English, which the experts of all countries read; one that somebody typed stays
  function take(item) {
    const input = open.input;
    close();
    input.value = item.code;
    const beside = document.getElementById(input.id.replace(/code$/, 'label'));
    if (beside && beside !== input && (!beside.value.trim() || beside.dataset.term === beside.value)) {
      beside.value = item.english;
      beside.dataset.term = item.english;
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.focus();
  }

  async function ask(input, systems) {
    const control = new AbortController();
    if (asked) asked.abort();
    asked = control;
    await new Promise((done) => setTimeout(done, PAUSE));
    const text = input.value;
    if (control.signal.aborted) return;
    if (text.trim().length < 2 || isCode(text)) return close();
    // a form that only asks has no token of its own: that of the page's head does as well
    const token = (input.form && input.form.elements._csrf) || document.querySelector('input[name=_csrf]');
    const answer = await fetch(words.terms, {
      method: 'POST', signal: control.signal, redirect: 'error',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(token && { 'X-CSRF-TOKEN': token.value }) },
      body: JSON.stringify({ systems, text: text.slice(0, 200) }),
    });
    if (!answer.ok) return close();
    const items = (await answer.json()).items;
    if (!control.signal.aborted && document.activeElement === input) show(input, items);
  }

  document.addEventListener('focusin', (event) => {
    if (kindOf(event.target) && event.target.type === 'text') prepare(event.target);
  });

  document.addEventListener('input', (event) => {
    const systems = event.target.type === 'text' && kindOf(event.target);
    if (!systems) return;
    prepare(event.target);
    ask(event.target, systems).catch((broken) => {
      if (broken.name !== 'AbortError') close();
    });
  });

  document.addEventListener('keydown', (event) => {
    if (!open || event.target !== open.input) return;
    const last = open.items.length - 1;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') mark(open.at >= last ? 0 : open.at + 1);
    else if (event.key === 'ArrowUp') mark(open.at <= 0 ? last : open.at - 1);
    else if (event.key === 'Enter' && open.at >= 0) take(open.items[open.at]);
    else return;
    event.preventDefault();
  });

  document.addEventListener('focusout', (event) => {
    if (asked && kindOf(event.target)) asked.abort();
    if (open && event.target === open.input) close();
  });
})();
