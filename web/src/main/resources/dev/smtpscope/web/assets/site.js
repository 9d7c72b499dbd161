"use strict";
// Runs before the page is drawn, so that a chosen theme does not flash; all else listens on the document.
(() => {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];
  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  let theme = themes.includes(stored()) ? stored() : "auto";

  const show = () => {
    root.dataset.theme = theme;
    document.querySelectorAll("[data-theme-name]").forEach((name) => (name.textContent = theme));
  };

  const remember = () => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // a browser that stores nothing forgets the choice
    }
  };

  root.classList.add("js");
  show();
  document.addEventListener("DOMContentLoaded", show);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-button]")) {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      show();
      remember();
    }
    const copier = event.target.closest("[data-copy]");
    if (copier) {
      const said = (words) => () => (copier.textContent = words);
      navigator.clipboard?.writeText(copier.dataset.copy).then(said("Copied"), said("Not copied"));
    }
  });

  const filter = (words) => {
    let found = 0;
    for (const group of document.querySelectorAll("[data-filter-group]")) {
      let here = 0;
      for (const item of group.querySelectorAll("[data-filter-item]")) {
        item.hidden = !item.textContent.toLowerCase().includes(words);
        here += item.hidden ? 0 : 1;
      }
      group.hidden = here === 0;
      found += here;
    }
    const count = document.querySelector("[data-filter-count]");
    count.textContent = words ? (found === 1 ? "1 entry" : `${found || "No"} entries`) : "";
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-filter]")) {
      filter(event.target.value.trim().toLowerCase());
    }
  });
})();
