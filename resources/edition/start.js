// What the page brings along for its script.

const data = JSON.parse(document.getElementById("Data").textContent);
const rules = data.rules;
