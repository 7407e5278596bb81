/* Values: every number on the page is the command line's, of random examples of any shape. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { bpwalk, check, close, equal, finish, open, scratch, start, steps, thorough } from "./browser.mjs";

/* The same numbers each time. */
let seed = 20;
function below(count) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor(seed / 2 ** 32 * count);
}
const one = list => list[below(list.length)];
const number = () => ((below(400) - 200) / 100).toString();

function numbered(letter, count, samples = 1) {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1} = ${Array.from({ length: samples }, letter === "O" ? () => (below(99) / 100).toString() : number).join(", ")}`);
}

/* An example in its language: of the article's shape every other time. */
function example(index) {
  const widths = index % 2 ? [2, 2, 2] : Array.from({ length: 2 + below(3) }, () => 1 + below(3));
  const weights = widths.slice(1).reduce((sum, width, i) => sum + width * widths[i], 0);
  const neurons = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const samples = index % 2 ? 1 : one([1, 1, 2, 3]);
  const lines = [`network = ${widths.join("-")}`];
  if (index % 2 === 0) {
    if (widths.length > 2) lines.push(`hidden = ${one(["sigmoid", "tanh", "relu", "identity"])}`);
    lines.push(...one([[], ["output = tanh"], ["loss = cross-entropy"], ["loss = mean-squared-error"], ["update = at-once"], ["output = identity"]]));
    if (samples > 1) lines.push(`reduction = ${one(["mean", "sum"])}`);
  }
  return lines.concat(numbered("i", widths[0], samples), numbered("O", widths.at(-1), samples), numbered("w", weights), numbered("b", neurons), `alpha = ${(1 + below(20)) / 10}`);
}

async function of_page(lines) {
  const page = await open("#" + lines.map(line => line.split(" = ").map(encodeURIComponent).join("=")).join("&"));
  const seen = new Map();
  for (let part = 0; part < await page.locator("#parts button").count(); part++) {
    await page.locator("#parts button").nth(part).click();
    for (;;) {
      const before = seen.size, inView = await steps(page);
      for (const step of inView) seen.set(step.step, [step.name, step.iteration, step.value]);
      if (seen.size === before || inView.length < 400) break;
      await page.locator("#rows .go").last().click();
    }
  }
  const refused = await page.locator("#refused").textContent();
  await close(page);
  return refused || [...seen].sort(([a], [b]) => a - b).map(([, step]) => step);
}

function of_command_line(lines) {
  const file = path.join(scratch, "example.txt");
  writeFileSync(file, lines.join("\n") + "\n");
  const printed = bpwalk(["--example", file, "--format", "json"]);
  if (printed.status !== 0) return printed.stderr.trim().replace(file, "example");
  /* Digit by digit: what JSON.parse would make of a number is not looked at. */
  return [...printed.stdout.split('{"network"')[1].matchAll(/"iteration": (\d+), "name": "([^"]*)", "value": ([^,]*),/g)].map(([, iteration, name, value]) => [name, iteration, value]);
}

await start();
const examples = thorough ? 200 : 6;
let values = 0;
for (let index = 0; index < examples; index++) {
  const lines = example(index);
  await check(`example ${index + 1}: ${lines[0]}, every value of the page`, async () => {
    const wanted = of_command_line(lines);
    equal(await of_page(lines), wanted);
    values += typeof wanted === "string" ? 0 : wanted.length;
  });
}
console.log(`# ${values} values of ${examples} examples`);
await finish();
