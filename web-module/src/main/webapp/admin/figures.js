import {age, decimal, several, time, whole} from '../app/format.js';

/** What the server says, made into what an operator reads; knows nothing of the page. */

/** Types in the order of the wire; a stage that knows none of one has an empty cell. */
export const TYPES = ['high', 'low', 'trend', 'surge', 'event_revised', 'pressure', 'session'];
export const SHOWN = 100;
const SLOW_MS = 5000;
const SILENT_MS = 30_000;
const MANY_WAIT = 1000;

/** @typedef {{text: string, note?: string, level?: '' | 'quiet' | 'caution' | 'bad', title?: string}} Cell */

/** A figure, and below it what came in and did not come out. @returns {Cell} */
export function flowCell(flow) {
  if (!flow) {
    return {text: ''};
  }
  const {in: came, out, refused, in_flight: inFlight} = flow;
  const notes = [
    ...Object.entries(refused).map(([reason, count]) => `${whole(count)} ${reason.replaceAll('_', ' ')}`),
    ...inFlight === 0 ? [] : [`${whole(inFlight)} in flight`],
  ];
  const isRefused = Object.keys(refused).length > 0;
  return {
    text: whole(out), note: notes.join(', '), level: inFlight < 0 ? 'bad' : isRefused ? 'caution' : '',
    title: `in ${whole(came)}, out ${whole(out)}, ${notes.join(', ') || 'nothing refused, nothing in flight'}`,
  };
}

/** The ledger's rows: each stage with its rate since the look before. */
export function stageRows({stages}, before, seconds) {
  return stages.map((stage, i) => {
    const was = before?.stages[i];
    const isTicks = Object.keys(stage.types).length === 0;
    const refused = Object.values(stage.refused).reduce((sum, count) => sum + count, 0);
    return {
      name: stage.stage, balanced: stage.balanced,
      cells: [
        {text: whole(stage.in)}, {text: whole(stage.out)},
        {text: whole(refused), note: reasons(stage.refused, 2), title: reasons(stage.refused), level: !isTicks && refused > 0 ? 'caution' : ''},
        {text: whole(stage.in_flight), level: stage.balanced ? '' : 'bad'},
        {text: was && seconds > 0 ? decimal((stage.out - was.out) / seconds, 0) : '–'},
        ...TYPES.map(type => flowCell(stage.types[type])),
      ],
    };
  });
}

/** The most frequent reasons, in words. */
function reasons(refused, most = Infinity) {
  const all = Object.entries(refused).sort(([, a], [, b]) => b - a);
  const words = all.slice(0, most).map(([reason, count]) => `${whole(count)} ${reason.replaceAll('_', ' ')}`);
  return [...words, ...all.length > most ? [`${all.length - most} more`] : []].join(', ');
}

/** One word for the whole, and why it is not the good one. */
export function verdict(pipeline, connections) {
  const stages = pipeline.stages.filter(({balanced}) => !balanced).map(({stage}) => stage);
  const lost = connections.connections.filter(({ledger}) => !ledger.balanced).length;
  if (stages.length + lost === 0) {
    return {level: 'good', text: 'balanced'};
  }
  return {level: 'bad', text: ['does not balance:', stages.join(', '), lost > 0 ? several(lost, 'connection') : ''].join(' ').trim()};
}

export function queueRows({queues}) {
  return Object.entries(queues).map(([name, depth]) => [name.replace('priority_', '').replaceAll('_', ' '), {text: whole(depth)}]);
}

export function journalRows({journal}) {
  const {healthy, durable_offset: durable, lag, written, lost, spilled_bytes: spilled, trouble} = journal;
  return [
    ['state', {text: healthy ? 'healthy' : 'degraded', level: healthy ? '' : 'caution', note: trouble ?? ''}],
    ['lag', {text: several(lag, 'event'), level: lag > MANY_WAIT ? 'caution' : ''}],
    ['durable to offset', {text: whole(durable)}],
    ['written', {text: whole(written)}],
    ['spilled', {text: `${whole(spilled)} bytes`, level: spilled > 0 ? 'caution' : ''}],
    ['lost', {text: whole(lost), level: lost > 0 ? 'bad' : ''}],
  ];
}

/** Ticks that count in statistics at most, and those that count nowhere, the most first. */
export function tickRows({stages, verdicts, withheld}) {
  const {eligible, condition, ...other} = verdicts;
  const all = {...withheld, ...other, ...stages[0].refused, ...stages[1].refused};
  const ticks = stages[0].in;
  return Object.entries(all).sort(([, a], [, b]) => b - a).slice(0, 8)
    .map(([name, count]) => [name.replaceAll('_', ' '), {text: whole(count), note: ticks > 0 ? `${decimal(count / ticks * 100, 2)} %` : ''}]);
}

const SUMMED = {
  offered: 'offered', filtered_out: 'filtered out', sent: 'sent', in_flight: 'in flight', waiting: 'waiting',
  in_gaps: 'in declared gaps', lost: 'lost', acknowledged: 'acknowledged',
};

export function totalRows({connections}) {
  const sum = name => connections.reduce((all, {ledger}) => all + ledger[name], 0);
  return [['open', {text: whole(connections.length)}],
    ...Object.entries(SUMMED).map(([name, label]) => [label, {text: whole(sum(name)), level: levelOf(name, sum(name))}])];
}

const levelOf = (name, count) => count === 0 ? '' : {lost: 'bad', in_gaps: 'caution'}[name] ?? '';

export const CONNECTION_COLUMNS = ['user', 'connection', 'open for', 'symbols', 'offered', 'filtered out', 'sent', 'in flight', 'waiting',
  'in gaps', 'lost', 'acknowledged', 'ack took', 'heard', 'skipped cycles'];

/** Those in trouble first, then the newest. */
export function connectionRows({connections, server_time_ms: nowMs, epoch}) {
  return connections.map(connection => ({...connection, trouble: troubleOf(connection, nowMs)}))
    .sort((a, b) => b.trouble.length - a.trouble.length || b.opened_ms - a.opened_ms).slice(0, SHOWN)
    .map(({connection_id: id, email, opened_ms: opened, heard_ms: heard, symbol_count: symbols, ledger, trouble}) => {
      const level = name => trouble.find(([at]) => at === name)?.[1] ?? '';
      const count = name => ({text: whole(ledger[name]), level: level(name)});
      const missing = ledger.sent - ledger.acknowledged;
      return [
        {text: email}, {text: id}, {text: age(nowMs - opened)}, {text: whole(symbols)},
        count('offered'), count('filtered_out'), count('sent'), count('in_flight'),
        {...count('waiting'), note: ledger.epoch > 0 && ledger.epoch !== epoch ? 'catching up' : ''},
        {...count('in_gaps'), note: ledger.gaps > 0 ? several(ledger.gaps, 'gap') : ''}, count('lost'),
        ledger.ack_ms === null ? {text: 'never', level: 'quiet'}
          : {...count('acknowledged'), note: missing > 0 ? `${whole(missing)} to come` : ''},
        {text: ledger.ack_latency_ms === null ? '–' : `${decimal(ledger.ack_latency_ms, 0)} ms`, level: level('ack_latency_ms')},
        {text: `${age(Math.max(0, nowMs - heard))} ago`, level: level('heard')}, count('skipped_cycles'),
      ];
    });
}

function troubleOf({ledger, heard_ms: heard}, nowMs) {
  return [
    [!ledger.balanced, 'lost', 'bad'],
    [ledger.in_gaps > 0, 'in_gaps', 'caution'],
    [ledger.waiting > MANY_WAIT, 'waiting', 'caution'],
    [ledger.in_flight > 0 && ledger.skipped_cycles > 0, 'skipped_cycles', 'caution'],
    [ledger.ack_latency_ms > SLOW_MS, 'ack_latency_ms', 'caution'],
    [ledger.ack_ms !== null && nowMs - ledger.ack_ms > SILENT_MS, 'acknowledged', 'caution'],
    [nowMs - heard > SILENT_MS, 'heard', 'caution'],
  ].filter(([is]) => is).map(([, name, level]) => [name, level]);
}

export const CLOSED_COLUMNS = ['at', 'user', 'connection', 'was open', 'code', 'reason', 'sent', 'waiting', 'broken', 'in gaps', 'lost', 'acknowledged'];

export function closedRows({closed}) {
  return closed.slice(0, 20).map(({connection_id: id, email, opened_ms: opened, closed_ms: at, code, reason, ledger}) => [
    {text: time(at)}, {text: email}, {text: id}, {text: age(at - opened)},
    {text: String(code), level: [1000, 1001, 1006, 4401].includes(code) ? '' : 'caution'}, {text: reason || WORDS[code] || ''},
    ...['sent', 'waiting', 'broken', 'in_gaps', 'lost'].map(name => ({text: whole(ledger[name]), level: levelOf(name, ledger[name])})),
    ledger.ack_ms === null ? {text: 'never', level: 'quiet'} : {text: whole(ledger.acknowledged)},
  ]);
}

const WORDS = {1000: 'the client left', 1001: 'the page was left', 1005: 'the client left', 1006: 'cut off'};
