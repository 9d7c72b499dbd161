"use strict";
// Follows a running check. What comes from the server is shown as text, never as markup.
(() => {
  const live = document.querySelector("[data-live]");
  if (!live) {
    return;
  }
  const hosts = live.querySelector("[data-hosts]");
  const status = live.querySelector("[data-status]");
  const clock = live.querySelector("[data-clock]");
  const connection = live.querySelector("[data-connection]");
  const began = performance.now() - Number(live.dataset.elapsed);
  const source = new EventSource(live.dataset.events);

  const say = (words) => {
    if (status.textContent !== words) {
      status.textContent = words;
    }
  };

  const progress = () => {
    const total = hosts.querySelectorAll(".live-card").length;
    const done = hosts.querySelectorAll('.live-card[data-state="done"]').length;
    say(`${done} of ${total} ${total === 1 ? "port" : "ports"} done`);
  };

  const fill = (card, name, words) => (card.querySelector(`[data-${name}]`).textContent = words);

  const where = (endpoint) =>
    typeof endpoint.address === "string" ? endpoint.address : String(endpoint.address);

  const known = (key) => document.getElementById(`card-${key}`);

  const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  const cardOf = (endpoint) => known(endpoint.key) || newCard(endpoint, hosts.lastElementChild);

  const newCard = (endpoint, host) => {
    const card = copyOf(`sketch-${endpoint.port}`);
    card.id = `card-${endpoint.key}`;
    fill(card, "port", endpoint.port);
    fill(card, "address", where(endpoint));
    host.querySelector("[data-cards]").append(card);
    return card;
  };

  const about = ({ preference, endpoints }, shares) =>
    (typeof preference === "number" ? `preference ${preference}` : "for users' mail") +
    (endpoints.length === 0 ? ", no address to test" : shares ? ", shares addresses" : "");

  const addHost = (host, endpoints, isNamed) => {
    const section = copyOf("sketch-host");
    const own = endpoints.filter((it) => host.endpoints.includes(it.key));
    const fresh = own.filter((it) => !known(it.key));
    section.querySelector("header").className = isNamed ? "" : "hidden-text";
    fill(section, "name", isNamed ? host.name : "Ports");
    fill(section, "about", isNamed ? about(host, fresh.length < own.length) : "");
    hosts.append(section);
    fresh.forEach((it) => newCard(it, section));
  };

  const word = (card, state, words) => {
    card.dataset.state = state;
    fill(card, "word", words);
  };

  const stage = (card, name, state, took) => {
    const step = card.querySelector(`[data-stage="${CSS.escape(name)}"]`);
    if (step) {
      step.hidden = false;
      step.dataset.step = state;
      step.querySelector("[data-took]").textContent = took;
    }
  };

  const fail = (card, name) => {
    const took = card.querySelector(`[data-stage="${CSS.escape(name)}"] [data-took]`);
    if (took) {
      stage(card, name, "failed", took.textContent ? `failed, ${took.textContent}` : "failed");
    }
  };

  const tone = { error: "error", warning: "warning", notice: "notice", info: "info" };

  const finishCard = ({ endpoint, state, sentence, worst, failed, ms }) => {
    const card = cardOf(endpoint);
    const mark = tone[worst] || (state === "open" ? "good" : "open");
    card.className = `card live-card is-${mark}`;
    word(card, "done", `${state.replaceAll("-", " ")}, ${ms} ms`);
    fill(card, "sentence", sentence);
    failed.forEach((name) => fail(card, name));
    card.querySelectorAll('[data-step="running"]').forEach((step) => (step.dataset.step = "left"));
    progress();
  };

  const swap = (page) => {
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const old = document.getElementById("main");
    const main = document.adoptNode(fresh.getElementById("main"));
    const elsewhere = !old.contains(document.activeElement) && document.activeElement !== document.body;
    old.replaceWith(main);
    document.title = fresh.title;
    if (!elsewhere) {
      main.focus({ preventScroll: true });
    }
    scrollTo(0, 0);
  };

  const showReport = async (words) => {
    source.close();
    clearInterval(ticking);
    connection.hidden = true;
    say(words);
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    response.ok ? swap(await response.text()) : location.reload();
  };

  const on = {
    queued: ({ place }) => {
      live.dataset.phase = "queued";
      say(place === 1 ? "Next in the queue" : `Place ${place} in the queue`);
    },
    started: () => {
      live.dataset.phase = "running";
      say("Looking up the servers");
    },
    "route-found": (route) => {
      if (!hosts.firstElementChild) {
        route.hosts.forEach((host) => addHost(host, route.endpoints, route.kind === "domain"));
      }
      progress();
    },
    "endpoint-started": ({ endpoint }) => word(cardOf(endpoint), "running", "under way"),
    "stage-started": (it) => stage(cardOf(it.endpoint), it.stage, "running", ""),
    "stage-finished": (it) => stage(cardOf(it.endpoint), it.stage, "done", `${it.ms} ms`),
    "audit-progress": ({ endpoint, connections: n }) =>
      word(cardOf(endpoint), "running", `TLS audit, ${n} ${n === 1 ? "connection" : "connections"}`),
    "endpoint-finished": finishCard,
    finished: ({ sentence }) => showReport(sentence).catch(() => location.reload()),
    failed: () => showReport("The check failed").catch(() => location.reload()),
  };

  for (const [type, react] of Object.entries(on)) {
    source.addEventListener(type, (event) => react(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => (connection.hidden = true));
  source.addEventListener("error", () => {
    connection.hidden = false;
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(comeBack, 3000);
    }
  });

  // The browser no longer tries by itself. A page is left only for one that is known to be there.
  const comeBack = () =>
    fetch(location.href, { headers: { Accept: "text/html" } }).then(
      (answer) => (answer.status < 500 ? location.reload() : setTimeout(comeBack, 3000)),
      () => setTimeout(comeBack, 3000),
    );

  const tick = () => (clock.textContent = `${((performance.now() - began) / 1000).toFixed(0)} s`);
  const ticking = setInterval(tick, 500);
  tick();
})();
