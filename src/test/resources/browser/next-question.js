// The next question of the page's form that is to be answered: one that has an answer prepared, a row that such an answer
// needs, or one that must be answered and is not yet. Gives null when the form is filled in.
([answers, done]) => {
  const form = document.querySelector('[data-fields]');
  const kind = (control) => control.tagName === 'SELECT' ? 'select' : control.type;
  for (const control of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (control.name in answers && !done.includes(control.name)) {
      return { name: control.name, kind: kind(control), value: [].concat(answers[control.name]) };
    }
  }
  for (const name of Object.keys(answers)) {
    const row = name.match(/^(.*)\[\d+\]\.[^.]*$/);
    const there = row && form.querySelector(`[name="${CSS.escape(name)}"]`);
    const add = row && form.querySelector(`button[value="add:${row[1]}"]`);
    const press = 'add ' + name.slice(0, name.lastIndexOf('.'));
    if (add && !there && !done.includes(press) && !done.includes(name)) return { name: press, kind: 'add', value: [row[1]] };
  }
  for (const field of form.querySelectorAll('.field')) {
    const control = field.querySelector('.required') && field.querySelector('input:not([type=hidden]), select, textarea');
    if (!control || done.includes(control.name) || field.querySelector(':checked:not(option)')) continue;
    if (kind(control) !== 'radio' && kind(control) !== 'checkbox' && control.value) continue;
    const some = {
      radio: control.value, checkbox: control.value, select: control.options?.[1]?.value, date: '2026-01-12',
      'datetime-local': '2026-01-12T10:00', time: '10:00', number: '1',
    };
    return { name: control.name, kind: kind(control), value: [some[kind(control)] ?? 'As agreed with the family.'] };
  }
  return null;
}
