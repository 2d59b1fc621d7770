// Asks every few seconds whether the reader of this page may still see its case, and takes everything away once not. The
// ticket in the address is enough: no cookie goes along, so that a page that lies open keeps nobody signed in.
(() => {
  const EVERY = 3000;
  const address = document.body.dataset.watch;
  if (!address) return;
  let over = false;
  let hidden = null;

  const end = () => {
    over = true;
    const gone = document.getElementById('gone');
    document.title = gone.content.querySelector('h1').textContent;
    document.querySelectorAll('.frame > :not(main)').forEach((piece) => piece.remove());
    const main = document.querySelector('main');
    main.replaceChildren(gone.content.cloneNode(true));
    main.hidden = false;
    main.tabIndex = -1;
    main.focus();
  };

  const ask = async () => {
    if (over) return;
    try {
      const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', redirect: 'error' });
      if (answer.status === 410) end();
    } catch (away) {
      // no answer is no answer: the page stays, and whatever is clicked is refused
    } finally {
      if (!over) document.querySelector('main').hidden = false;
    }
  };

  // browsers slow down what nobody looks at: who comes back sees nothing before it was asked
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hidden = Date.now();
    } else if (hidden !== null && Date.now() - hidden > EVERY) {
      document.querySelector('main').hidden = true;
      ask();
    }
  });
  window.addEventListener('pageshow', ask);
  setInterval(ask, EVERY);
})();
