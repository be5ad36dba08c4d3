import assert from 'node:assert/strict';
import {test} from 'node:test';
import {caller} from '../../main/webapp/app/api.js';
import {fault, mismatch} from '../../main/webapp/dialogs/password-words.js';
import {sample} from './samples.js';

/** What the page makes of an answer of the server. */
async function refused(status, body) {
  const call = caller(async () => ({ok: false, status, json: async () => body}), () => undefined);
  return fault(await call('POST', 'api/me/password', sample('password')).catch(refusal => refusal));
}

test('asks nobody where the two new passwords differ', () => {
  assert.equal(mismatch({new: 'a', again: 'b'}).field, 'again');
  assert.equal(mismatch({new: 'a', again: 'a'}), null);
});

test('names the current password where the server refuses it', async () => {
  const {field, message} = await refused(403, sample('password_refused'));

  assert.equal(field, 'current');
  assert.match(message, /^That is not your password/);
});

test('tells the rule that a new password breaks', async () => {
  const problem = {...sample('problem'), detail: 'new must be 8 to 64 characters, was 5', field: 'new'};

  assert.deepEqual(await refused(400, problem), {field: 'new', message: 'The new password must be 8 to 64 characters, was 5.'});
});

test('says so where there were too many attempts, or nobody answers', async () => {
  assert.deepEqual(await refused(429, {detail: 'too many attempts, wait a minute'}),
      {field: '', message: 'Not changed: too many attempts, wait a minute'});
  const away = caller(async () => Promise.reject(new Error('away')), () => undefined);
  const {message} = fault(await away('POST', 'api/me/password', {}).catch(refusal => refusal));

  assert.equal(message, 'Not changed: The server does not answer. Try again in a moment.');
});
