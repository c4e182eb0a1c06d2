// A room under load from outside: autocannon sends the votes and asks for pages, plain sockets listen, are slow or
// talk nonsense. Prints figures; exits with 1 where an answer was lost or doubled, or somebody honest was kept out.
//   node load.mjs PROGRAM [--phones 500] [--idle 2000] [--bad 1000]
import autocannon from 'autocannon';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const option = (name, usual) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const program = process.argv[2];
const PHONES = option('--phones', 500), IDLE = option('--idle', 2000), BAD = option('--bad', 1000);
const data = mkdtempSync(join(tmpdir(), 'room-load-'));
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
let wrong = 0;

function tell(what, value, unit, good) {
  if (good === false) { wrong++; }
  console.log(`${what.padEnd(58)} ${String(value).padStart(9)} ${unit}${good === false ? '   NOT GOOD' : ''}`);
}

// ---- the room --------------------------------------------------------------------------------------

const room = spawn(program, ['room', 'late-brief', '--loopback', '--fresh', '--port', '0', '--pages', '--data', data]);
let said = '', trouble = '', over = null;
room.stdout.on('data', part => { said += part; });
room.stderr.on('data', part => { trouble += part; });
room.on('exit', (code, signal) => { over = signal || code; });
process.on('exit', () => { room.kill('SIGKILL'); rmSync(data, { recursive: true, force: true }); });
while (!/\/screen/.test(said)) {
  if (over !== null) { console.error(`the room does not start (${over}): ${said}${trouble}`); process.exit(2); }
  await pause(50);
}
const [, port, console_path] = said.match(/http:\/\/127\.0\.0\.1:(\d+)(\/console\/\S+)/);
const base = `http://127.0.0.1:${port}`;

function ask(path, { method = 'GET', cookie = '', body = null, from = undefined } = {}) {
  return new Promise(done => {
    const began = performance.now();
    const headers = { Cookie: cookie, Connection: 'close' };
    if (body !== null) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded';
      headers['Content-Length'] = Buffer.byteLength(body);
    }
    const request = http.request({ port, path, method, headers, localAddress: from, agent: false }, answer => {
      let text = '';
      answer.on('data', part => { text += part; });
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text, took: performance.now() - began }));
    });
    request.on('error', error => done({ status: 0, headers: {}, text: String(error), took: performance.now() - began }));
    request.end(body ?? undefined);
  });
}

async function act(what) {
  const page = await ask(console_path);
  const [, version] = page.text.match(/name="version" value="(\d+)"/);
  const answer = await ask(console_path + '/act', { method: 'POST', body: `version=${version}&do=${what}` });
  if (answer.status !== 303) { throw new Error(`${what}: ${answer.status}`); }
}

function memory() {
  const line = readFileSync(`/proc/${room.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/);
  return Math.round(Number(line[1]) / 1024);
}

function share(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

// ---- who comes -------------------------------------------------------------------------------------

// Listening sockets come from several addresses of this machine, as phones do.
const address = n => `127.2.${Math.floor(n / 200)}.${1 + n % 200}`;

function listen(cookie, n) {
  return new Promise(done => {
    const it = { heard: 0, open: false };
    it.socket = net.connect({ port, host: '127.0.0.1', localAddress: address(n) });
    it.socket.on('connect', () => it.socket.write(`GET /events HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`));
    it.socket.on('data', part => {
      const text = part.toString('latin1');
      if (!it.open) { it.open = true; done(it); }
      if (text.includes('event: page')) { it.heard = performance.now(); }
    });
    it.socket.on('error', () => done(it));
    it.socket.on('close', () => { it.open = false; done(it); });
  });
}

async function listen_all(cookies, count) {
  const all = [];
  for (let n = 0; n < count; n += 100) {
    const some = [];
    for (let i = n; i < Math.min(n + 100, count); i++) { some.push(listen(cookies[i % cookies.length], i)); }
    all.push(...await Promise.all(some));
  }
  return all;
}

function cannon(options) {
  return new Promise((done, failed) => autocannon({ url: base, timeout: 20, ...options },
    (error, result) => error ? failed(error) : done(result)));
}

// All phones at the same moment, each with its own cookie, each once.
async function vote_all(cookies, option_of) {
  let next = 0;
  const result = await cannon({
    connections: cookies.length, amount: cookies.length, pipelining: 1,
    setupClient(client) {
      const i = next++;
      client.setRequests([{
        method: 'POST', path: '/vote', body: `question=1&option=${option_of(i)}`,
        headers: { Cookie: cookies[i], 'Content-Type': 'application/x-www-form-urlencoded', Connection: 'close' },
      }]);
    },
  });
  return { p99: result.latency.p99, most: result.latency.max, good: result['3xx'] ?? result.non2xx, errors: result.errors + result.timeouts };
}

// ---- what is bad -----------------------------------------------------------------------------------

const kinds = [
  socket => { const text = `GET /room HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${'a'.repeat(2000)}`; let at = 0;
              return setInterval(() => { if (socket.writable) { socket.write(text[at++ % text.length]); } }, 1000); },
  socket => { socket.write('POST /vote HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\nquestion=');
              return setInterval(() => { if (socket.writable) { socket.write('1'); } }, 1000); },
  socket => { socket.write(Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))); return null; },
  () => null, // says nothing
  socket => { socket.write(`GET /${'x'.repeat(20000)} HTTP/1.1\r\n\r\n`); return null; },
];

function be_bad(n) {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress: address(n) });
  let timer = null;
  socket.on('connect', () => { timer = kinds[n % kinds.length](socket); });
  socket.on('error', () => {});
  socket.on('close', () => clearInterval(timer));
  socket.resume();
  return () => { clearInterval(timer); socket.destroy(); };
}

// ---- the session -----------------------------------------------------------------------------------

await act('open');
const screen = await ask('/screen');
const code = screen.text.match(/class="code">([A-Z]+) (\d)/).slice(1).join('');
const cookies = [];
for (let i = 0; i < PHONES; i++) {
  const answer = await ask('/join', { method: 'POST', body: `code=${code}`, from: address(i) });
  cookies.push(answer.headers['set-cookie'][0].split(';')[0]);
}
const phones = await listen_all(cookies, PHONES);
tell('phones that came in and listen', phones.filter(it => it.open).length, `of ${PHONES}`, phones.every(it => it.open));
await act('begin');
await act('ask');
await pause(5000);

for (let round = 0; round < 3; round++) {
  const result = await vote_all(cookies, i => (i + round) % 3);
  tell(`${PHONES} answers at the same moment (autocannon): taken`, result.good, `of ${PHONES}`, result.good === PHONES && result.errors === 0);
  tell('... the slowest of 99 in 100', result.p99, 'ms');
  await pause(4000); // as many as one address may
}
const counted = (await ask('/screen')).text.match(/>(\d+) of \d+</);
tell('... the room counts', counted ? counted[1] : '?', '', counted && Number(counted[1]) === PHONES);

const pages = await cannon({
  connections: 100, overallRate: 200, duration: 8,
  setupClient(client) { client.setRequests([{ path: '/room', headers: { Cookie: cookies[0] } }]); },
});
tell('pages asked for at 200/s (autocannon): served', pages['2xx'], `of ${pages.requests.total}`, pages.non2xx === 0 && pages.errors === 0);
tell('... the slowest of 99 in 100', pages.latency.p99, 'ms');

const began = performance.now();
await act('reveal');
await pause(3000);
const late = Math.max(...phones.map(it => it.heard > 0 ? it.heard - began : Infinity));
tell('a reveal reaches all phones after', Math.round(late), 'ms', late < Infinity);

const idle = await listen_all(cookies, IDLE - PHONES);
await pause(1000);
tell(`memory with ${IDLE} phones listening`, memory(), 'MB', idle.every(it => it.open));

const bad = Array.from({ length: BAD }, (_, n) => be_bad(n));
await pause(2000);
const took = [];
let served = 0;
for (let i = 0; i < 100; i++) {
  const answer = await ask('/room', { cookie: cookies[i % PHONES], from: address(300 + i) });
  served += answer.status === 200 ? 1 : 0;
  took.push(answer.took);
  await pause(100);
}
tell(`honest requests beside ${BAD} slow and hostile connections`, served, 'of 100', served === 100);
tell('... the slowest of 99 in 100', Math.round(share(took, .99)), 'ms');
const kept = [...phones, ...idle].filter(it => it.open).length;
tell('phones that still listen', kept, `of ${IDLE}`, kept === IDLE);

// More from one address than it may: refused, and nobody else's trouble.
const flood = cannon({ connections: 200, duration: 5, setupClient(client) { client.setRequests([{ path: '/room', headers: { Cookie: cookies[1] } }]); } });
const beside = [];
let beside_served = 0;
for (let i = 0; i < 30; i++) {
  const answer = await ask('/room', { cookie: cookies[i], from: address(700 + i) });
  beside_served += answer.status === 200 ? 1 : 0;
  beside.push(answer.took);
  await pause(100);
}
const flooded = await flood;
tell('a flood from one address (autocannon): requests', flooded.requests.total, `of them ${flooded['4xx'] ?? 0} refused`);
tell('... others served beside it', beside_served, 'of 30', beside_served === 30);
tell('... the slowest of them', Math.round(Math.max(...beside)), 'ms');
tell('memory at the end', memory(), 'MB');

bad.forEach(end => end());
await pause(2000);
await act('end');
for (let i = 0; i < 100 && over === null; i++) { await pause(100); }
tell('the session ends', over === 0 ? 'yes' : String(over), '', over === 0);
const left = existsSync(join(data, 'rooms')) ? readdirSync(join(data, 'rooms')) : [];
tell('files that are left of it', left.length, '', left.length === 0);
if (/ERROR: AddressSanitizer|runtime error|LeakSanitizer/.test(trouble)) { console.error(trouble); wrong++; }
process.exit(wrong === 0 ? 0 : 1);
