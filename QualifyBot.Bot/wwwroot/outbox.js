// The page of undelivered replies: a view of /api/outbox. The key stays in this tab, and goes to this host alone.
'use strict';

const keyName = 'qualifybot-desk-key';
const access = document.getElementById('access');
const status = document.getElementById('status');
const table = document.getElementById('replies');

async function call(method, path) {
  const key = sessionStorage.getItem(keyName);
  const response = await fetch(path, { method, headers: key ? { 'X-Api-Key': key } : {}, cache: 'no-store' });
  const body = await response.json();
  if (response.status === 401) {
    access.hidden = false;
  }

  return response.ok ? body : Promise.reject(new Error(body.error.message));
}

function cell(row, text, name) {
  const td = row.insertCell();
  td.textContent = text;
  td.className = name ?? '';
  return td;
}

function button(title, label, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = title;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', async () => {
    element.disabled = true;
    try {
      const answer = await act();
      await show();
      status.textContent = { sent: 'The reply went out.', dropped: 'The reply is dropped.', waiting: 'The reply is on its way.' }[answer.state] ?? `It did not go out: ${answer.reason}`;
    } catch (error) {
      status.textContent = error.message;
    }
  });
  return element;
}

function row(reply) {
  const tr = table.tBodies[0].insertRow();
  const when = new Date(reply.at);
  cell(tr, when.toLocaleString());
  cell(tr, reply.channel ?? '');
  cell(tr, reply.text ?? '(erased)', 'said');
  cell(tr, reply.reason);
  cell(tr, reply.tries);
  const path = `/api/outbox/${encodeURIComponent(reply.id)}`;
  cell(tr, '', 'do').append(
    button('Try again', `Try again: the reply of ${when.toLocaleString()}`, () => call('POST', `${path}/retry`)),
    button('Drop', `Drop: the reply of ${when.toLocaleString()}`, () => call('DELETE', path)));
}

async function show() {
  const { undelivered } = await call('GET', '/api/outbox?limit=500');
  access.hidden = true;
  table.tBodies[0].replaceChildren();
  undelivered.forEach(row);
  table.hidden = undelivered.length === 0;
  status.textContent = undelivered.length === 0 ? 'Nothing stands here: all replies went out.' : '';
}

access.addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(keyName, document.getElementById('key').value);
  show().catch(error => { status.textContent = error.message; });
});

show().catch(error => { status.textContent = error.message; });
