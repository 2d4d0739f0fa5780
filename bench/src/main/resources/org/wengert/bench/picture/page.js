(() => {
  "use strict";

  const compare = (a, b) => {
    const [x, y] = [a.dataset.number, b.dataset.number];
    return x === undefined ? a.textContent.localeCompare(b.textContent) : Number(x) - Number(y);
  };

  // Numbers that a column does not have for a row come last in either order.
  const sort = (table, heads, column) => {
    const head = heads[column];
    const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    heads.forEach((other) => other.setAttribute("aria-sort", other === head ? order : "none"));
    const body = table.tBodies[0];
    const cell = (row) => row.cells[column];
    const missing = (row) => cell(row).classList.contains("missing");
    const present = [...body.rows].filter((row) => !missing(row));
    const absent = [...body.rows].filter(missing);
    const sign = order === "ascending" ? 1 : -1;
    present.sort((a, b) => sign * compare(cell(a), cell(b)));
    body.append(...present, ...absent);
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, heads, column));
      head.append(button);
      head.setAttribute("aria-sort", "none");
    });
  }

  // The browser shows a mark's title to the pointer; the keyboard and a finger get it here.
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  const hide = () => {
    tip.hidden = true;
  };
  // A chart is one stop of the Tab key; arrows go from mark to mark, Home and End to the first and the last one.
  const goals = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  for (const chart of document.querySelectorAll("svg")) {
    const marks = [...chart.querySelectorAll(".mark")];
    marks.slice(1).forEach((mark) => mark.setAttribute("tabindex", "-1"));
    chart.addEventListener("keydown", (event) => {
      const from = marks.indexOf(document.activeElement);
      if (from === -1 || !(event.key in goals)) return;
      event.preventDefault();
      const to = Math.max(0, Math.min(marks.length - 1, from + goals[event.key]));
      marks[from].setAttribute("tabindex", "-1");
      marks[to].setAttribute("tabindex", "0");
      marks[to].focus();
    });
  }
  for (const mark of document.querySelectorAll("svg .mark")) {
    mark.addEventListener("focus", () => {
      tip.textContent = mark.querySelector("title").textContent;
      tip.hidden = false;
      const box = mark.getBoundingClientRect();
      const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
      tip.style.left = Math.max(8, Math.min(box.left, room)) + window.scrollX + "px";
      tip.style.top = box.bottom + 6 + window.scrollY + "px";
    });
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
