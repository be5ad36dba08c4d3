/** The page of imports: asks every second while one is under way, else every ten, and draws what is new. */
import {make} from '../app/dom.js';
import {age, several, time, whole} from '../app/format.js';
import {
  DAY_COLUMNS, FILE_COLUMNS, IMPORT_COLUMNS, ORDERS, dayFindings, dayRows, fileRows, findings, importRows, outcome, pauseMs, progressOf,
} from './import-words.js';
import {ask, fill} from './page.js';

const IMPORTS = '../api/admin/import';
const DAYS = '../api/admin/end-of-day';
const DAYS_EVERY_MS = 60_000;
const at = id => document.getElementById(id);
const drawn = new Map();
let timer = 0;
let answeredMs = 0;
let daysMs = 0;
let newest = null;
let opened = null;
let openedState = '';

document.addEventListener('click', ({target}) => act(target.closest('button')?.dataset));
document.addEventListener('submit', event => {
  event.preventDefault();
  send(event.target);
});
document.addEventListener('visibilitychange', () => look());
look();

async function look() {
  clearTimeout(timer);
  let running = true;
  if (!document.hidden) {
    try {
      const status = await ask(IMPORTS);
      ({running} = status);
      draw(status);
      if (!running || Date.now() - daysMs > DAYS_EVERY_MS) {
        await lookAtDays();
      }
    } catch ({message}) {
      fail(message);
    }
    timer = setTimeout(look, pauseMs(running));
  }
}

async function lookAtDays() {
  daysMs = Date.now();
  once('days', await ask(DAYS), answer => fill(at('days'), DAY_COLUMNS, dayRows(answer), 'No day was looked at yet: the first is 75 minutes after its close.'));
}

function draw(status) {
  const nowMs = Date.now();
  answeredMs = nowMs;
  badge(status.running ? '' : 'good', status.running ? 'importing' : 'idle');
  at('asof').textContent = `as of ${time(nowMs)} ET`;
  drawProgress(status.running);
  const isBusy = status.running !== null;
  once('files', {...status, imports: null, running: isBusy}, () => {
    at('folder').textContent = status.folder + (status.files_left_out > 0 ? `, and ${several(status.files_left_out, 'file')} more` : '');
    fill(at('files'), FILE_COLUMNS, fileRows(status, isBusy), 'No .csv or .csv.gz lies in it.');
    drawChoice(status.files);
  });
  // Not disabled, which would lose the focus: who orders all the same is told what is under way.
  document.querySelectorAll('form button, [data-folder]').forEach(button => {
    button.ariaDisabled = String(isBusy);
  });
  once('imports', status.imports, () => {
    fill(at('imports'), IMPORT_COLUMNS, importRows(status), 'Nothing was imported yet.');
    tellEnded(status.imports);
  });
}

/** Draws only what is new, and leaves the focus where it was: a table is not torn from under who is in it. */
function once(name, data, show) {
  const text = JSON.stringify(data);
  if (drawn.get(name) !== text) {
    drawn.set(name, text);
    const focused = document.activeElement?.dataset;
    const key = focused && ['file', 'report', 'day'].find(each => each in focused);
    show(data);
    if (key && !document.activeElement?.dataset[key]) {
      [...document.querySelectorAll(`button[data-${key}]`)].find(({dataset}) => dataset[key] === focused[key])?.focus();
    }
  }
}

function drawProgress(running) {
  at('running').hidden = !running;
  if (running) {
    const {percent, text} = progressOf(running);
    const bar = at('running').querySelector('progress');
    if (percent === null) {
      bar.removeAttribute('value');
    } else {
      bar.value = percent;
    }
    at('running').querySelector('p').textContent = text;
  }
}

/** Says once what came of the newest import, to who cannot see it; the report that is open is opened anew when its import has ended. */
function tellEnded(imports) {
  const last = imports.find(({state}) => state !== 'running');
  if (last && newest !== null && last.id > newest) {
    at('told').textContent = outcome(last);
  }
  newest = last?.id ?? 0;
  const shown = imports.find(({id}) => String(id) === opened);
  if (shown && shown.state !== openedState) {
    openReport(opened, false);
  }
}

function drawChoice(files) {
  const choice = document.querySelector('select[name=file]');
  const {value} = choice;
  choice.replaceChildren(...files.map(({file}) => make('option', '', file)));
  choice.value = files.some(({file}) => file === value) ? value : files[0]?.file ?? '';
}

function act(data) {
  if (data?.file !== undefined) {
    order({file: data.file}, at('files-error'));
  } else if (data?.folder !== undefined) {
    order({folder: data.folder}, at('files-error'));
  } else if (data?.report) {
    openReport(data.report, true);
  } else if (data?.day) {
    openDay(data.day);
  }
}

async function send(form) {
  form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  const field = await order(ORDERS[form.dataset.order](Object.fromEntries(new FormData(form))), form.querySelector('.error'));
  const input = field && form.elements[field];
  if (input) {
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  }
}

/** Orders, and says at `place` why the server refuses; returns the field at fault, if it names one. */
async function order(body, place) {
  place.textContent = '';
  try {
    await ask(IMPORTS, [202], body);
    at('told').textContent = 'ordered';
    return null;
  } catch ({message, field}) {
    place.textContent = message;
    return field;
  } finally {
    look();
  }
}

async function openReport(id, isAsked) {
  opened = id;
  await open('report', `${IMPORTS}/${id}`, isAsked, answer => {
    openedState = answer.state;
    const found = findings(answer.report);
    const none = answer.report === null ? 'Its report comes when it has ended.' : 'Nothing was found that is worth telling.';
    return [`Report of import ${id}`, outcome(answer), found, none];
  });
}

const openDay = date => open('day', `${DAYS}/${date}`, true, answer =>
  [`End of day ${date}`, `${answer.state}: ${whole(answer.present)} of ${several(answer.tracked, 'tracked symbol')} have a bar`, dayFindings(answer), 'Nobody is missing and nothing differs.']);

async function open(id, path, isAsked, read) {
  const section = at(id);
  let title;
  let content;
  try {
    const [heading, sentence, found, none] = read(await ask(path));
    title = heading;
    content = [make('p', '', sentence), ...found.map(detailsOf), ...found.length === 0 ? [make('p', 'quiet', none)] : []];
  } catch ({message}) {
    title = 'Not to be had';
    content = [make('p', 'error', message)];
  }
  at(`${id}-title`).textContent = title;
  section.querySelector('div').replaceChildren(...content);
  section.hidden = false;
  if (isAsked) {
    section.focus();
    section.scrollIntoView({block: 'nearest'});
  }
}

function detailsOf({level, text, first, more}, position) {
  const list = make('ul', '', ...first.map(line => make('li', '', line)), ...more > 0 ? [make('li', 'quiet', `and ${whole(more)} more`)] : []);
  return Object.assign(make('details', '', make('summary', level, text), list), {open: position === 0});
}

/** What is on the page is old: it must look so. */
function fail(message) {
  badge('bad', message);
  at('asof').textContent = answeredMs > 0 ? `read ${age(Date.now() - answeredMs)} ago` : '';
  document.body.classList.add('old');
}

function badge(level, text) {
  document.body.classList.remove('old');
  Object.assign(at('state'), {className: `badge ${level}`, textContent: text});
}
