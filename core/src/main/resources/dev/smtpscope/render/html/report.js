"use strict";
(() => {
  document.documentElement.classList.add("js");

  const lines = (box) =>
    [...box.querySelectorAll("li:not([hidden])")].map((line) => {
      const part = (name) => line.querySelector("." + name).textContent;
      const tls = (part("tls") || "").padEnd(3);
      return [part("at").padStart(8), tls, part("who") + ":", part("said")].join(" ");
    });

  const textOf = (box) => {
    const list = box.querySelector(".transcript");
    return list ? lines(list).join("\n") : box.querySelector("pre").textContent;
  };

  const copyWithSelection = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not allowed"));
  };

  const copy = (text) =>
    navigator.clipboard
      ? navigator.clipboard.writeText(text).catch(() => copyWithSelection(text))
      : copyWithSelection(text);

  const say = (button, word) => {
    button.textContent = word;
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    const box = button && button.closest(".copybox");
    if (box) {
      copy(textOf(box)).then(
        () => say(button, "Copied"),
        () => say(button, "Not copied"),
      );
    }
  });

  const filter = (section, words) => {
    let found = 0;
    for (const conversation of section.querySelectorAll(".conversation")) {
      let here = 0;
      for (const line of conversation.querySelectorAll(".transcript > li")) {
        line.hidden = !line.textContent.toLowerCase().includes(words);
        here += line.hidden ? 0 : 1;
      }
      conversation.open = words ? here > 0 : conversation.open;
      found += here;
    }
    section.querySelector(".matches").textContent = words
      ? found + (found === 1 ? " line" : " lines")
      : "";
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("input.filter")) {
      filter(event.target.closest(".transcripts"), event.target.value.trim().toLowerCase());
    }
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".report details:not([open])")];
    folded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)));
})();
