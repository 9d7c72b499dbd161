"use strict";
(() => {
  const form = document.querySelector("[data-try]");
  const answer = document.querySelector("[data-answer]");
  const status = document.querySelector("[data-answer-status]");
  const body = document.querySelector("[data-answer-body]");

  const pretty = (text) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };

  const ask = async () => {
    const words = [...new FormData(form)].filter(([, word]) => word.trim());
    const url = `${form.action}?${new URLSearchParams(words)}`;
    answer.hidden = false;
    status.textContent = `GET ${url}: under way …`;
    body.textContent = "";
    const began = performance.now();
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    body.textContent = pretty(await response.text());
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    status.textContent = `${response.status} after ${seconds} s, ${response.headers.get("Content-Type")}`;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask().catch(() => (status.textContent = "No answer: the connection failed."));
  });
})();
