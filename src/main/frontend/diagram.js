// Draws BPMN where a page says so: <div data-diagram="address of the XML" data-active="ids" data-done="ids">. Without this
// script, or when the drawing cannot be had, the words beside it stay. The mark of bpmn.io stays where its makers put it.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import './diagram.css';

const LEGIBLE = 0.45;
const CLOSE = 0.65;

const ids = (text) => (text || '').split(',').map((id) => id.trim()).filter(Boolean);

async function draw(place) {
  const answer = await fetch(place.dataset.diagram);
  if (!answer.ok) throw new Error(String(answer.status));
  const xml = await answer.text();
  const words = [...place.childNodes];
  // the wheel scrolls the page, as everywhere; the buttons and Ctrl with + and - zoom
  const viewer = new NavigatedViewer({ container: place, zoomScroll: { enabled: false } });
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
  mark(flows(elements, new Set(ids(place.dataset.done)), new Set([...ids(place.dataset.done), ...ids(place.dataset.active)])), 'is-done');
  const box = canvas.viewbox().inner;
  const fit = Math.min(1, place.clientWidth / (box.width + 60));
  const scale = fit < LEGIBLE ? CLOSE : fit;
  place.style.height = Math.round(Math.min(520, Math.max(200, (box.height + 60) * scale))) + 'px';
  canvas.resized();
  const show = () => {
    canvas.zoom('fit-viewport', 'auto');
    if (fit < LEGIBLE) closeUp(canvas, innermost(ids(place.dataset.active), elements));
  };
  show();
  place.append(buttons(place.dataset, viewer.get('zoomScroll'), show));
}

// the flows on which it must have come: from what was passed to what was reached. Where several ways out lead on to what was reached, the
// drawing does not tell which was taken, and none is marked.
function flows(elements, passed, reached) {
  return elements
    .filter(({ type, source, target }) => type === 'bpmn:SequenceFlow' && passed.has(source.id) && reached.has(target.id))
    .filter(({ source }) => source.type === 'bpmn:ParallelGateway'
      || source.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow' && reached.has(flow.target.id)).length === 1)
    .map(({ id }) => id);
}

// a drawing that would be too small to read shows the part where the case stands; it can be moved with the pointer
function closeUp(canvas, element) {
  if (!element) return;
  canvas.zoom(CLOSE);
  const view = canvas.viewbox();
  canvas.viewbox({
    x: element.x + element.width / 2 - view.width / 2, y: element.y + element.height / 2 - view.height / 2,
    width: view.width, height: view.height,
  });
}

// of a box and what is open within it, what is within
function innermost(active, elements) {
  const size = ({ width, height }) => width * height;
  return active.map((id) => elements.get(id)).filter(Boolean).sort((one, other) => size(one) - size(other))[0];
}

function buttons({ wordsIn, wordsOut, wordsFit }, zoom, show) {
  const bar = document.createElement('div');
  bar.className = 'diagram-zoom';
  for (const [sign, words, press] of [
    ['+', wordsIn, () => zoom.stepZoom(1)], ['\u2212', wordsOut, () => zoom.stepZoom(-1)], ['\u2922', wordsFit, show],
  ]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', words || sign);
    button.title = words || '';
    button.addEventListener('click', press);
    bar.append(button);
  }
  return bar;
}

const once = new WeakSet();
// drawn a screen before it comes into sight
const watch = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting || once.has(target)) continue;
    once.add(target);
    draw(target).catch(() => target.classList.add('no-diagram'));
  }
}, { rootMargin: '100% 0%' });
const begin = () => document.querySelectorAll('[data-diagram]').forEach((place) => watch.observe(place));
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
