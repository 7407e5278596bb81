/* Browser: the page in headless Chromium, and facts as TAP. What goes wrong on the way (a request that
   leaves the page, a word on the console) is kept, and is a fact of its own at the end. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const require = createRequire(path.join(process.env.DRIVER ?? ".", "driver.js"));
const { chromium } = require("playwright-core");

export const axe = require.resolve("axe-core");
export const thorough = process.env.THOROUGH === "yes";
export const address = pathToFileURL(process.env.PAGE).href;
export const scratch = mkdtempSync(path.join(tmpdir(), "bpwalk-page."));
const pictures = process.env.PICTURES;
const faults = [];
let count = 0, failed = 0, browser;

export async function check(what, fact) {
  let why;
  try {
    let alarm;
    why = await Promise.race([fact(), new Promise((_, fail) => { alarm = setTimeout(() => fail(new Error("not done in a minute")), 60000); })]);
    clearTimeout(alarm);
  } catch (fault) {
    why = fault.stack;
  }
  count++;
  if (why !== undefined && why !== true) {
    failed++;
    console.log(String(why).replace(/^/gm, "# "));
  }
  console.log(`${why === undefined || why === true ? "ok" : "not ok"} ${count} - ${what}`);
}

export function equal(is, wanted) {
  const [a, b] = [is, wanted].map(value => JSON.stringify(value));
  if (a !== b) throw new Error(`${a}\nwanted: ${b}`);
}

/* What the command line prints. */
export function bpwalk(words, input = "") {
  return spawnSync(process.env.BPWALK, words, { input, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: "C" } });
}

export async function start() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
}

/* The page, opened at HASH. */
export async function open(hash = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: "en-US", acceptDownloads: true, ...options });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  page.on("console", message => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", fault => faults.push(fault.stack));
  page.on("request", request => { if (!/^(data|blob):/.test(request.url()) && request.url().split("#")[0] !== address) faults.push(request.url()); });
  await page.goto(address + hash);
  await page.waitForSelector("html[data-ready]");
  return page;
}

export async function close(page) { await page.context().close(); }

/* The steps in view, in their order. */
export function steps(page) {
  return page.locator("#rows [data-value]").evaluateAll(rows => rows.map(row => ({ step: Number(row.dataset.step), name: row.dataset.name, iteration: row.dataset.iteration, value: row.dataset.value })));
}

/* A picture to look at, where PICTURES names a folder. */
export async function picture(page, name, options = {}) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), ...options });
}

export async function pdf(page, name) {
  return page.pdf({ path: path.join(pictures ?? scratch, `${name}.pdf`), format: "A4" });
}

export async function finish() {
  await check("nothing on the console, and no request leaves the page", () => equal(faults, []));
  await browser.close();
  rmSync(scratch, { recursive: true });
  console.log(`1..${count}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
