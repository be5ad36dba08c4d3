// Types of the dashboard's scripts, for editors and for `tsc --checkJs --allowJs --noEmit`. The wire's own words are in docs/wire-protocol.md.

/** One of the six lists. */
interface ListSpec {
  name: string;
  title: string;
  /** The plural in sentences. */
  noun: string;
  side: 'up' | 'down';
  /** The tracker `highlow` decides what is in the first, `market` in the others. */
  pair: 'highlow' | 'trend' | 'surge';
}

/** An event of the wire: common fields, and those of its type. */
interface MarketEvent {
  offset: number;
  id: string;
  type: 'high' | 'low' | 'trend' | 'surge' | 'event_revised';
  symbol: string;
  trade_date: string;
  session: string;
  ts_ms: number;
  price: number;
  direction: 'up' | 'down';
  [field: string]: any;
}

/** What became of a high or low whose trade was canceled or corrected. */
interface Revision extends MarketEvent {
  /** Id of the event that does not stand as it was. */
  revises: string;
  revised_type: 'high' | 'low';
  status: 'retracted' | 'revised';
  reason: 'cancel' | 'correction';
  was_price: number;
}

/** Events the log has and this page has not. */
interface Gap {
  from: number;
  to: number;
  run: number;
  sinceMs: number | null;
  untilMs: number | null;
  state: 'open' | 'loading' | 'lost' | 'failed';
}

/** A row of a list; its key grows with time: run * 1e12 + offset, and between two offsets for what is no event. */
type Row =
  | {kind: 'event'; key: number; event: MarketEvent; fresh: boolean; revision?: Revision}
  | {kind: 'gap'; key: number; gap: Gap; event?: undefined}
  | {kind: 'session'; key: number; session: string; trade_date: string; event?: undefined}
  | {kind: 'restart'; key: number; event?: undefined}
  | {kind: 'end'; key: number; text: string; action: string; event?: undefined};

/** What a listener hears of: these, and the name of each list. */
type Topic = 'session' | 'freshness' | 'status' | 'rows' | 'counts' | 'universes' | 'sheet' | 'filter' | 'preferences' | string;

/** Where the socket stands. */
interface Connection {
  state: 'closed' | 'connecting' | 'open' | 'lost';
  /** Wall clock of the change. */
  sinceMs: number;
  /** Tries since the last frame, 0 while all is well. */
  attempt: number;
}

/** How old the newest trade is. */
interface Freshness {
  level: 'wait' | 'live' | 'behind' | 'stale' | 'lost';
  text: string;
  stale: boolean;
}

/** What a person set for this browser. */
interface Preferences {
  theme: 'dark' | 'light';
  palette: 'standard' | 'blue-orange';
  /** Names of lists that are not shown. */
  hidden: string[];
  /** Which pair of lists a narrow screen shows. */
  pair: string;
}

/** What the stores of both pages are made of. */
interface StoreParts {
  /** The dashboard's: asks the server's log, the events after an offset. */
  read?: (after: number, limit: number) => Promise<any>;
  /** The market page's: its REST resources, and timers. */
  api?: any;
  after?: (ms: number, run: () => void) => any;
  cancel?: (timer: any) => void;
  preferences: Preferences;
  save: (preferences: Preferences) => void;
  /** Wall clock, ms. */
  now: () => number;
  /** Runs its argument before the next frame is drawn. */
  frame: (draw: () => void) => void;
}

/** What the stream is made of. */
interface StreamParts {
  url: string;
  socketClass: typeof WebSocket;
  /** Where to resume; null on a first visit. */
  cursor: () => {epoch: number; after: number} | null;
  onFrame: (name: string, data: any) => void;
  onConnection: (connection: Connection) => void;
  clock: {now: () => number; after: (ms: number, run: () => void) => any; cancel: (timer: any) => void};
  random?: () => number;
}
