// Microsoft's own client of Direct Line, as a process: commands come as JSON lines on standard input, what the client tells goes out as JSON lines.
//
//   argument: { domain, webSocket, pollingInterval?, token?, secret?, conversationId?, watermark?, streamUrl? }
//   in:       { "say": "text", "channelData": {} } | { "post": activity } | { "send": activity, "files": [{ "name", "type", "base64" }] } | { "reconnect": {...} } | { "end": true }
//   out:      { "status": n } | { "activity": {...} } | { "sent": "id" } | { "failed": "why" } | { "ended": "why" }
import http from 'node:http';
import readline from 'node:readline';
import WebSocket from 'ws';
import XHR from 'xhr2';

// Each call takes a connection of its own, so that a proxy spreads the calls over the hosts.
XHR.nodejsSet({ httpAgent: new http.Agent({ keepAlive: false }) });
globalThis.XMLHttpRequest = XHR;

// Browsers know how to send a form; this stand-in for them does not.
const send = XHR.prototype.send;
XHR.prototype.send = function (body) {
  if (!(body instanceof FormData)) return send.call(this, body);
  const form = new Response(body);
  this.setRequestHeader('Content-Type', form.headers.get('Content-Type'));
  form.arrayBuffer().then((bytes) => send.call(this, bytes));
};

// The client fetches what it is to upload, in a page from a "blob:" address.
const blobs = new Map();
const store = http.createServer((request, response) => response.end(blobs.get(request.url))).listen(0, '127.0.0.1');
const place = ({ name, type, base64 }) => {
  const path = `/${blobs.size}`;
  blobs.set(path, Buffer.from(base64, 'base64'));
  return { name, contentType: type, contentUrl: `http://127.0.0.1:${store.address().port}${path}` };
};
globalThis.WebSocket = WebSocket;

// The client waits 3 to 15 seconds before it connects anew: here always the least.
Math.random = () => 0;

const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const { default: library } = await import('botframework-directlinejs');
const client = new library.DirectLine(JSON.parse(process.argv[2]));
const from = { id: 'dl_anna', name: 'Anna', role: 'user' };

client.connectionStatus$.subscribe((status) => tell({ status }));
client.activity$.subscribe((activity) => tell({ activity }), (error) => tell({ ended: String(error?.message ?? error) }), () => tell({ ended: 'complete' }));

const post = (activity) =>
  client.postActivity(activity).subscribe((id) => tell(id === 'retry' ? { failed: id } : { sent: id }), (error) => tell({ failed: String(error?.message ?? error) }));

for await (const line of readline.createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  if (command.end) break;
  if (command.reconnect) client.reconnect(command.reconnect);
  else if (command.send) post({ ...command.send, attachments: command.files.map(place) });
  else post(command.post ?? { type: 'message', text: command.say, from, channelData: command.channelData });
}

client.end();
process.exit(0);
