import {readFileSync} from 'node:fs';

/** The fenced json samples of the wire's pages, by heading: the same fixtures as the server's tests. */
const pages = ['wire-protocol.md', 'wire-market-state.md']
    .map(page => readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8'));
const found = new Map([...pages.join('\n').matchAll(/^### (\w+)\n(?:(?!^#)[\s\S])*?```json\n([\s\S]*?)```/gm)]
    .map(([, heading, json]) => [heading, json]));

/** A fresh copy of the sample below a heading. */
export function sample(heading) {
  const json = found.get(heading);
  if (json === undefined) {
    throw new Error(`docs/wire-*.md must have a json sample under "### ${heading}", has ${[...found.keys()]}`);
  }
  return JSON.parse(json);
}
