import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';

const css = readFileSync(new URL('../../main/webapp/css/tokens.css', import.meta.url), 'utf8');
const LEAST = 4.5;

/** The custom properties of the rule with exactly this selector. */
function tokens(selector) {
  const body = css.split(/\}\s*/).find(rule => rule.replace(/\/\*[\s\S]*?\*\//g, '').trim().startsWith(`${selector} {`));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
}

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const dark = tokens(':root');
const light = {...dark, ...tokens(':root[data-theme="light"]')};
const themes = {
  dark, light,
  'dark blue and orange': {...dark, ...tokens(':root[data-palette="blue-orange"]')},
  'light blue and orange': {...light, ...tokens(':root[data-palette="blue-orange"][data-theme="light"]')},
};

for (const [name, theme] of Object.entries(themes)) {
  test(`keeps a contrast of 4.5 for every text in ${name}`, () => {
    for (const text of ['text', 'quiet', 'up', 'down', 'caution']) {
      for (const ground of ['bg', 'panel', 'raised']) {
        const ratio = contrast(theme[text], theme[ground]);
        assert.ok(ratio >= LEAST, `${text} on ${ground} must be >= ${LEAST}, was ${ratio.toFixed(2)}`);
      }
    }
  });
}

test('uses the colours that were decided', () => {
  const {bg, panel, line, text, quiet, up, down} = dark;
  assert.deepEqual({bg, panel, line, text, quiet, up, down}, {
    bg: '#0e1116', panel: '#151a21', line: '#242b35', text: '#d7dde5', quiet: '#8a95a3', up: '#2fbf71', down: '#ff5c5c',
  });
});

test('names every colour in the tokens and nowhere else', () => {
  const folder = new URL('../../main/webapp/css/', import.meta.url);
  for (const file of readdirSync(folder).filter(name => name.endsWith('.css') && name !== 'tokens.css')) {
    assert.doesNotMatch(readFileSync(new URL(file, folder), 'utf8'), /#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i, `css/${file}`);
  }
});
