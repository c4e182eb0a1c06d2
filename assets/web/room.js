// Makes the room's pages live: listens for what is new, fetches it, counts the clock down. Plain ES5 for old
// phones; every page works without it, by its forms and links.
(function () {
  'use strict';
  var live = document.getElementById('live');
  var said = document.getElementById('said');
  var path = document.body.getAttribute('data-events');
  var asking = '', again = false, waiting = null, to_top = false;
  var next = null; // pressed while something was on its way

  function each(selector, act) {
    var found = document.querySelectorAll(selector);
    for (var i = 0; i < found.length; i++) { act(found[i]); }
  }

  // What a screen reader hears when the page changed: its one sentence marked with data-say.
  function tell() {
    var it = live.querySelector('[data-say]');
    var words = it ? it.textContent : '';
    if (words && said.textContent !== words) { said.textContent = words; }
  }

  function key_of(element) {
    if (!element || element === document.body || !live.contains(element)) { return null; }
    var form = element.form, act = form && form.elements['do'];
    return { tag: element.tagName, name: element.name || '', value: element.value || '',
             act: act ? act.value : '', key: element.getAttribute('data-key') || '' };
  }

  function focus_again(was) {
    if (!was) { return; }
    var all = live.querySelectorAll(was.tag.toLowerCase());
    for (var i = 0; i < all.length; i++) {
      var it = key_of(all[i]);
      if (it && it.name === was.name && it.value === was.value && it.act === was.act && it.key === was.key) {
        all[i].focus();
        return;
      }
    }
  }

  function open_parts() {
    var list = [];
    each('#live details', function (it) { list.push(it.open ? it.querySelector('summary').textContent : ''); });
    return list;
  }

  // Puts the new page in, around what stays (a frame that is moved would load again).
  function put(html) {
    var stays = live.querySelector('[data-stays]'), fresh = document.createElement('div'), old = live;
    fresh.innerHTML = html;
    var there = fresh.querySelector('[data-stays]');
    if (!stays || !there) { live.innerHTML = html; return; }
    while (old !== stays) {
      var kept = old.firstChild, come = fresh.firstChild, next_one;
      while (!kept.contains(stays)) { next_one = kept.nextSibling; old.removeChild(kept); kept = next_one; }
      while (kept.nextSibling) { old.removeChild(kept.nextSibling); }
      while (!come.contains(there)) { next_one = come.nextSibling; old.insertBefore(come, kept); come = next_one; }
      while (come.nextSibling) { old.appendChild(come.nextSibling); }
      old = kept;
      fresh = come;
    }
  }

  // The two windows find each other by name; swapping gives each the other's page.
  function other_window() { return window.name === 'room-screen' ? 'room-console' : 'room-screen'; }
  function name_windows() {
    each('[data-other]', function (it) { it.target = other_window(); });
    if (live.querySelector('[data-swap]') && !window.name) { window.name = 'room-console'; }
  }
  function swap(event) {
    var it = event.target, where = '';
    for (; it && it !== live && !where; it = it.parentNode) { where = it.getAttribute ? it.getAttribute('data-swap') : ''; }
    if (!where) { return; }
    event.preventDefault();
    if (window.open(where, other_window())) { window.location.href = '/screen'; }
  }

  function show(html) {
    var focused = key_of(document.activeElement), open = open_parts(), scroll = window.pageYOffset;
    put(html);
    name_windows();
    each('#live details', function (it) {
      if (open.indexOf(it.querySelector('summary').textContent) >= 0) { it.open = true; }
    });
    focus_again(focused);
    window.scrollTo(0, to_top ? 0 : scroll); // a table's next scene begins at its top
    to_top = false;
    set_clocks();
    tell();
  }

  function done(request, where, body) {
    asking = '';
    if (request.status >= 200 && request.status < 500 && request.status !== 403 && request.status !== 404 &&
        request.status !== 410 && request.status !== 429) {
      show(request.responseText);
    } else if (request.status === 403 || request.status === 404 || request.status === 410) {
      window.location.reload();
    } else { // the computer is away for a moment: try until it is back, and lose no answer
      if (where === '/vote' && !next) { next = { where: where, body: body }; }
      again = true;
      setTimeout(go_on, 2000);
      return;
    }
    go_on();
  }

  function go_on() {
    var act = next;
    if (asking) { return; }
    if (act) {
      next = null;
      ask('POST', act.where, act.body);
    } else if (again) {
      again = false;
      load();
    }
  }

  function ask(method, where, body) {
    var request = new XMLHttpRequest();
    asking = method;
    request.open(method, where, true);
    request.timeout = 15000; // in a Wi-Fi that came and went
    request.setRequestHeader('X-Part', '1');
    if (body !== null) { request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded'); }
    request.onreadystatechange = function () { if (request.readyState === 4) { done(request, where, body); } };
    request.send(body);
  }

  function is_typing() {
    var it = document.activeElement;
    return it && it.tagName === 'INPUT' && it.type !== 'hidden' && live.contains(it);
  }

  function load() {
    if (is_typing()) { // not under somebody's fingers
      clearTimeout(waiting);
      waiting = setTimeout(load, 1000);
      return;
    }
    if (asking) { again = true; return; }
    ask('GET', window.location.pathname, null);
  }

  function fields_of(form, pressed) {
    var parts = [];
    for (var i = 0; i < form.elements.length; i++) {
      var it = form.elements[i];
      if (it.name && (it.tagName === 'INPUT' || it === pressed)) {
        parts.push(encodeURIComponent(it.name) + '=' + encodeURIComponent(it.value));
      }
    }
    return parts.join('&');
  }

  // The browser knows which button sends a form only lately; so the press itself is taken.
  function press(event) {
    var it = event.target;
    while (it && it !== live && it.tagName !== 'BUTTON') { it = it.parentNode; }
    if (!it || it === live || !it.form || it.form.method !== 'post' || event.defaultPrevented) { return; }
    if (it.form.className === 'looks' || it.form.className === 'join') { return; }
    event.preventDefault();
    var where = it.form.getAttribute('action');
    if (asking === 'POST' && where !== '/vote') { return; } // pressed twice; of answers the last one counts
    it.className += ' pressed';
    to_top = it.form.className.indexOf('table') === 0;
    next = { where: where, body: fields_of(it.form, it) };
    go_on();
  }

  // ---- clocks: each [data-left] counts down by itself ----
  var clocks = [];
  function clock_words(left, plain) {
    return plain ? String(left) : Math.floor(left / 60) + ':' + (left % 60 < 10 ? '0' : '') + left % 60;
  }
  function set_clocks() {
    clocks = [];
    each('[data-left]', function (it) {
      clocks.push({ it: it, plain: it.getAttribute('data-plain'),
                    ends: Date.now() + 1000 * parseInt(it.getAttribute('data-left'), 10) });
    });
  }
  function tick() {
    for (var i = 0; i < clocks.length; i++) {
      var left = Math.max(0, Math.ceil((clocks[i].ends - Date.now()) / 1000));
      var words = clock_words(left, clocks[i].plain);
      if (clocks[i].it.textContent !== words) {
        clocks[i].it.textContent = words;
        var ring = document.querySelector('.ring .left');
        if (ring && clocks[i].plain) {
          var whole = parseInt(ring.getAttribute('data-whole'), 10);
          ring.setAttribute('stroke-dasharray', Math.min(226, Math.round(226 * left / whole)) + ' 226');
        }
      }
    }
  }

  function count(event) {
    var parts = event.data.split(' ');
    each('[data-count]', function (it) {
      it.textContent = it.getAttribute('data-count').replace('{1}', parts[0]).replace('{2}', parts[1]);
    });
  }

  // ---- keys of the console ----
  function key(event) {
    var tag = document.activeElement ? document.activeElement.tagName : '';
    if (tag === 'INPUT' || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if ((event.key === ' ' || event.key === 'Enter') && (tag === 'BUTTON' || tag === 'SUMMARY' || tag === 'A')) { return; }
    var pressed = (event.key || '').toUpperCase();
    if (pressed.length !== 1) { return; }
    each('[data-key]', function (it) {
      if (pressed && it.getAttribute('data-key').indexOf(pressed) >= 0) { event.preventDefault(); it.click(); pressed = null; }
    });
  }

  function listen() {
    if (!path) { return; }
    if (!window.EventSource) { // browsers before 2012
      setInterval(load, 4000);
      return;
    }
    var source = new EventSource(path), lost = false, root = document.documentElement;
    function alive(is) { root.className = root.className.replace(/ ?\blive\b/, '') + (is ? ' live' : ''); }
    source.addEventListener('page', load);
    source.addEventListener('count', count);
    source.onerror = function () {
      lost = true;
      alive(false);
      if (source.readyState === 2) { setTimeout(function () { source.close(); listen(); load(); }, 2000); }
    };
    source.onopen = function () { alive(true); if (lost) { lost = false; load(); } };
  }

  live.addEventListener('click', press);
  live.addEventListener('click', swap);
  document.addEventListener('keydown', key);
  document.addEventListener('visibilitychange', function () { if (!document.hidden && path) { load(); } });
  name_windows();
  document.documentElement.className += ' scripted';
  set_clocks();
  setInterval(tick, 250);
  listen();
}());
