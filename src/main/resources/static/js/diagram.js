// Draws BPMN where a page says so: <div data-diagram="address of the XML" data-active="ids" data-done="ids">. Without this
// script, or when the drawing cannot be had, the words beside it stay. The drawing tool is loaded once, when it is first needed.
(() => {
  'use strict';
  const here = document.currentScript.src;
  const tool = new URL('../vendor/bpmn-js/bpmn-navigated-viewer.production.min.js', here).href;
  const LEGIBLE = 0.45;
  const CLOSE = 0.65;
  let loading;

  const load = () => loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = tool;
    script.onload = () => done(window.BpmnJS);
    script.onerror = failed;
    document.head.append(script);
  });

  const ids = (text) => (text || '').split(',').filter(Boolean);

  async function draw(place) {
    const [Viewer, answer] = await Promise.all([load(), fetch(place.dataset.diagram)]);
    if (!answer.ok) throw new Error(String(answer.status));
    const xml = await answer.text();
    const words = [...place.childNodes];
    const viewer = new Viewer({ container: place });
    try {
      await viewer.importXML(xml);
    } catch (broken) {
      viewer.destroy();
      throw broken;
    }
    words.forEach((node) => node.remove());
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    const mark = (list, name) => list.filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, name));
    mark(ids(place.dataset.done), 'is-done');
    mark(ids(place.dataset.active), 'is-active');
    const box = canvas.viewbox().inner;
    const fit = Math.min(1, place.clientWidth / (box.width + 60));
    const scale = fit < LEGIBLE ? CLOSE : fit;
    place.style.height = Math.round(Math.min(520, Math.max(200, (box.height + 60) * scale))) + 'px';
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    if (fit < LEGIBLE) closeUp(canvas, elements, ids(place.dataset.active)[0]);
  }

  // a drawing that would be too small to read shows the part where the case stands; it can be moved with the pointer
  function closeUp(canvas, elements, id) {
    const element = id && elements.get(id);
    if (!element) return;
    canvas.zoom(CLOSE);
    const view = canvas.viewbox();
    canvas.viewbox({
      x: element.x + element.width / 2 - view.width / 2, y: element.y + element.height / 2 - view.height / 2,
      width: view.width, height: view.height,
    });
  }

  const once = new WeakSet();
  const watch = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting || once.has(target)) continue;
      once.add(target);
      draw(target).catch(() => target.classList.add('no-diagram'));
    }
  });
  const begin = () => document.querySelectorAll('[data-diagram]').forEach((place) => watch.observe(place));
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin); else begin();
})();
