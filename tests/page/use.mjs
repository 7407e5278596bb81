/* Use: each thing that the page is for, done by click and by keyboard, in both languages, at three widths. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { axe, bpwalk, check, close, equal, finish, open, pdf, picture, scratch, start, steps } from "./browser.mjs";

const tsv = words => bpwalk([...words, "--format", "tsv"]).stdout.trimEnd().split("\n").map(line => line.split("\t"));
function table(words) {
  const [head, ...lines] = tsv(words);
  return lines.map(line => Object.fromEntries(head.map((column, i) => [column, line[i]])));
}
const article = table(["walk"]).filter(row => row.network === "2-2-2");
/* The forward pass ends with the last of its errors; what is told of the way back may stand behind it. */
const forward = article.findIndex(row => /^d[A-Z]/.test(row.name));
const place = page => page.locator("#place").textContent();
const current = page => page.locator("#rows [aria-current]").getAttribute("data-name");
const lit = page => page.locator("#drawing .lit").evaluateAll(parts => parts.map(part => part.dataset.part + ":" + [...part.classList].find(name => name.startsWith("way")).slice(3)).sort());
const value = (page, name) => page.locator(`#rows [data-name="${name}"]`).first().getAttribute("data-value");
const settled = page => page.waitForTimeout(300);
const step_of = (name, from = 0) => article.findIndex((row, i) => i >= from && row.name === name);

async function saved(page, name) {
  const waiting = page.waitForEvent("download");
  await page.locator(`[data-save="${name}"]`).click();
  return readFileSync(await (await waiting).path(), "utf8");
}

await start();

/* ---- What a student stumbled over ---- */
{
  const page = await open();
  const number = name => page.locator(`#given [name="${name}"]:not([type=range])`);
  const range = name => page.locator(`#given [name="${name}"][type=range]`);
  await check("the printed reading: a step has the errata that its notes name, and no others", async () => {
    await page.selectOption("#reading", "printed");
    let told = 0;
    for (let step = 0; step < article.length; step++) {
      await page.evaluate(step => move(step), step);
      const [noted, errata] = await page.evaluate(() => [[...document.querySelectorAll("#stage .note, #stage .line")].map(note => note.textContent).join(" ").match(/\b[ET]\d+\b/g) ?? [], [...document.querySelectorAll("#stage .erratum b")].map(one => one.textContent.split(" ")[0])]);
      equal([step + 1, errata], [step + 1, [...new Set(noted)].sort()]);
      told += errata.length;
    }
    equal(told > 10, true);
    await page.selectOption("#reading", "stated");
    await page.keyboard.press("Home");
  });
  await check("equations are in the order of their numbers", async () => {
    const numbers = (await page.locator("#equation option").allTextContents()).slice(1).map(words => words.slice(1, -1).split(".").map(Number));
    equal(numbers, [...numbers].sort(([a, b], [c, d]) => a - c || b - d));
  });
  await check("a value's button says whose value it is", async () => {
    equal(await page.getByRole("button", { name: /^\s*out\s*h\s*1\s*= 0\.6456563062$/ }).count(), 1);
  });
  await check("what is refused is marked, and a slider goes as far as what is typed", async () => {
    await number("w1").fill("abc");
    await settled(page);
    equal([await number("w1").getAttribute("aria-invalid"), (await page.locator("#refused").textContent()).includes("--set")], ["true", false]);
    await number("w1").fill("5.5");
    await settled(page);
    equal([await number("w1").getAttribute("aria-invalid"), await range("w1").inputValue(), await page.locator("#refused").textContent()], ["false", "5.5", ""]);
    await number("w1").fill("0.1");
    await settled(page);
  });
  await check("the keys stay where they were when the list is another", async () => {
    await page.locator("#parts button").nth(1).focus();
    await page.keyboard.press("Enter");
    equal(await page.evaluate(() => document.activeElement.closest("#parts") !== null), true);
  });
  await check("the errata that are open are in the other language, too", async () => {
    await page.locator("#errata > summary").click();
    await page.waitForFunction(() => document.querySelector("#errata-list").textContent !== "");
    await page.click("#language");
    equal(await page.locator("#errata-list").textContent(), bpwalk(["errata", "--lang", "zh"]).stdout);
  });
  await check("settings are in Chinese, as they were chosen; what cannot be built is refused in it", async () => {
    await page.locator("#network > summary").click();
    await page.selectOption("#build [name=loss]", { label: "交叉熵" });
    equal((await page.locator("#choices label").allInnerTexts()).map(words => words.split(/\s/)[0]), ["隐藏层", "输出层", "误差", "偏置", "更新", "各样本的误差"]);
    await page.fill("#build [name=samples]", "0");
    await page.click("#build button");
    equal((await page.locator("#refused-text").textContent()).replace(/[^\u4e00-\u9fff]/g, "").length > 5, true);
    await page.click("#language");
    equal(await page.locator("#build [name=loss]").inputValue(), "cross-entropy");
  });
  await check("several samples: a given number tells of the first, and so it is said", async () => {
    await page.click("[data-example=xor]");
    equal((await page.locator("#legend").innerText()).includes("sample 1"), true);
    await page.locator('#given [data-given="i1"] button').click();
    equal((await page.locator("#explanation").textContent()).split("\n")[0], "i1_s1 = 0");
    await page.click("[data-example=article]");
    equal((await page.locator("#legend").innerText()).includes("sample"), false);
  });
  await check("a chapter tells of what it uses, and of nothing else", async () => {
    await page.selectOption("#chapter", "3");
    equal([await page.locator('#given [data-given="w5"] button').isDisabled(), await page.locator('#given [data-given="w1"] button').isDisabled()], [true, false]);
    await page.evaluate(() => document.querySelector('#drawing [data-part="O1"]').dispatchEvent(new MouseEvent("click", { bubbles: true })));
    equal(await page.locator("#explanation").isVisible(), false);
    await page.selectOption("#chapter", "5");
  });
  await check("what is to be predicted is told nowhere, and hints end", async () => {
    await page.keyboard.press("p");
    await page.evaluate(() => document.querySelector('#drawing [data-part="O1"]').dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.keyboard.press("e");
    await page.evaluate(() => { document.querySelector("#learning").open = true; });
    equal([await page.locator("#explanation").isVisible(), await page.locator("#explain").isDisabled(), await page.locator("#curve").isVisible()], [false, true, false]);
    equal(await page.evaluate(() => document.querySelector("[data-save=answers]").disabled), true);
    await page.click("#hint");
    await page.click("#hint");
    equal(await page.locator("#hint").isDisabled(), true);
    await page.locator("[data-answer]").first().fill("0.6");
    await page.keyboard.press("Enter");
    equal([await page.locator("#score").textContent(), await page.evaluate(() => document.querySelector("[data-save=answers]").disabled)], ["1 / 1 right", false]);
    await page.click("#predict");
  });
  await check("which iteration it is stands beside the step, and after the last there is no button", async () => {
    await page.click('[data-iterate="10"]');
    await page.waitForFunction(() => shown.iteration === 11);
    equal([(await place(page)).endsWith(" · Iteration 11"), await page.locator("#of-first").isVisible()], [true, true]);
    await page.click('[data-iterate="1000"]');
    await page.waitForFunction(() => shown.iteration === shown.most);
    equal(await page.locator("[data-iterate]:disabled").count(), 3);
    await page.click("#start");
    equal([(await place(page)).includes("Iteration"), await page.locator("#of-first").isVisible(), await page.locator("[data-iterate]:disabled").count()], [false, false, 0]);
  });
  await close(page);
}
for (const lang of ["en", "zh"])
  await check(`800 pixels, ${lang}: the title is a line, and no column of words`, async () => {
    const page = await open(`#lang=${lang}`, { viewport: { width: 800, height: 900 } });
    equal(await page.evaluate(() => document.querySelector("#title").getClientRects()[0].height < 60), true);
    await close(page);
  });
await check("on a phone what a tapped value is comes into view", async () => {
  const page = await open("", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const in_view = () => page.waitForFunction(() => { const { top } = document.querySelector("#related").getBoundingClientRect(); return state.explain !== "" && top >= 0 && top <= innerHeight * 3 / 4; });
  await page.locator('#rows [data-explain="out_O1"]').tap();
  await in_view();
  await page.evaluate(() => { go({ explain: "" }); scrollTo(0, 0); });
  await page.locator('#drawing [data-part="h2"] circle').tap({ force: true });
  await in_view();
  await close(page);
});

/* ---- One step at a time ---- */
{
  const page = await open();
  await check("the opening view holds the whole forward pass", async () => {
    const seen = (await steps(page)).map(step => [step.name, step.value]);
    equal(seen, article.slice(0, seen.length).map(row => [row.name, row.value]));
    for (const name of ["in_h1", "out_h1", "in_h2", "out_h2", "in_O1", "out_O1", "in_O2", "out_O2", "E_O1", "E_O2", "E_total"]) equal([name, seen.some(([one]) => one === name)], [name, true]);
    equal(seen.length <= forward, true);
  });
  await check("a click on next: the next step, and its formula", async () => {
    await page.click("[data-move=next]");
    equal([await place(page), await current(page)], [`2 / ${article.length}`, "out_h1"]);
    equal(await page.locator("#stage math mfrac").count() > 0, true);
  });
  await check("a click on back, last, first", async () => {
    await page.click("[data-move=back]");
    equal(await current(page), "in_h1");
    await page.click("[data-move=last]");
    equal(await current(page), article.at(-1).name);
    await page.click("[data-move=first]");
    equal(await place(page), `1 / ${article.length}`);
  });
  await check("arrows, Home, End", async () => {
    await page.keyboard.press("End");
    equal(await place(page), `${article.length} / ${article.length}`);
    await page.keyboard.press("ArrowRight");
    equal(await place(page), `${article.length} / ${article.length}`);
    await page.keyboard.press("ArrowLeft");
    equal(await current(page), article.at(-2).name);
    await page.keyboard.press("Home");
    equal(await current(page), article[0].name);
  });
  await check("play goes on by itself, and a blank stops it", async () => {
    await page.click("#play");
    await page.waitForFunction(() => state.step === 1, undefined, { timeout: 5000 });
    await page.locator("body").press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(" ");
    equal(await page.locator("#play").getAttribute("aria-pressed"), "false");
  });
  await check("forward, the neuron and all that comes into it are lit", async () => {
    await page.keyboard.press("Home");
    equal(await lit(page), ["b1:0", "h1:0", "i1:0", "i2:0", "w1:0", "w2:0"]);
  });
  await check("an equation by its number", async () => {
    await page.selectOption("#equation", { label: "(5.28)" });
    equal(article[(await place(page)).split(" ")[0] - 1].equation, "5.28");
  });
  await check("one way for an output weight", async () => {
    await page.evaluate(step => move(step), step_of("dE_total_dw5"));
    equal(await lit(page), ["O1:1", "w5:1"]);
  });
  await check("two ways for w1", async () => {
    await page.evaluate(step => move(step), step_of("dE_total_dw1"));
    equal(await lit(page), ["O1:1", "O2:2", "h1:1", "w1:1", "w5:1", "w7:2"]);
    equal(await page.locator("#legend").innerText(), "Path 1 Path 2");
    await picture(page, "two-ways-1600");
  });
  await close(page);
}

/* ---- Change anything ---- */
{
  const page = await open();
  const field = name => page.locator(`#given input[inputmode][name=${name}]`);
  await check("a number that is typed: every value follows", async () => {
    await field("w1").fill("0.35");
    await settled(page);
    const values = (await steps(page)).map(step => step.value);
    equal(values, table(["walk", "--set", "w1=0.35"]).slice(0, values.length).map(row => row.value));
    equal(await page.locator('#drawing [data-shown="w1"]').textContent(), "0.35");
  });
  await check("the address follows", async () => equal(new URL(page.url()).hash, "#w1=0.35"));
  await check("a slider by the keyboard", async () => {
    await page.locator("#given input[type=range][name=alpha]").focus();
    await page.keyboard.press("ArrowRight");
    await settled(page);
    equal(await field("alpha").inputValue(), "0.51");
    equal(await value(page, "E_total"), table(["walk", "--set", "w1=0.35", "--set", "alpha=0.51"]).find(row => row.name === "E_total").value);
  });
  await check("a slider that is dragged", async () => {
    const box = await page.locator("#given input[type=range][name=w5]").boundingBox();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await settled(page);
    const typed = await field("w5").inputValue();
    equal(Number(typed) > 1, true);
    equal(await value(page, "in_O1"), table(["walk", "--set", "w1=0.35", "--set", `w5=${typed}`]).find(row => row.name === "in_O1").value);
  });
  await check("a number that is scrolled", async () => {
    await field("b1").focus();
    await field("b1").hover();
    await page.mouse.wheel(0, -100);
    await settled(page);
    equal(await page.locator("#given input[type=range][name=b1]").inputValue(), "0.56");
  });
  for (const bad of ["abc", "0,5", "1e999", "", "0x10"])
    await check(`w1 = '${bad}' is refused in place, with the command line's words`, async () => {
      const before = await value(page, "in_h1");
      await field("w1").fill(bad);
      await settled(page);
      const refused = bpwalk(["walk", "--set", `w1=${bad}`]);
      equal([await page.locator("#refused").textContent(), refused.status], [refused.stderr.trim().replace("--set ", ""), 2]);
      equal(await value(page, "in_h1"), before);
    });
  await check("an example that comes with it", async () => {
    await page.locator("#network summary").click();
    await page.click("[data-example=xor]");
    equal((await steps(page))[0].name, "in_h1_s1");
    equal(await page.locator("#refused").textContent(), "");
    await picture(page, "xor-1600", { fullPage: true });
  });
  await check("every example that comes with it opens, and is the command line's", async () => {
    for (const name of await page.locator("#examples button").evaluateAll(all => all.map(button => button.dataset.example))) {
      await page.click(`[data-example=${name}]`);
      const [first] = table(["walk", "--example", name]);
      equal([name, (await steps(page))[0].value], [name, first.value]);
    }
  });
  await check("layers, activations, loss, samples by hand", async () => {
    const lines = "network = 1-2-1\nhidden = tanh\noutput = identity\nloss = mean-squared-error\ni1 = 0, 1\nO1 = 0.1, 0.2\nw1 = 0.1\nw2 = 0.2\nw3 = 0.3\nw4 = 0.4\nb1 = 0\nb2 = 0\nb3 = 0\n";
    await page.fill("#text", lines);
    await page.click("#use");
    equal(await page.locator("#refused-text").textContent(), "");
    equal((await steps(page))[0].value, bpwalk(["walk", "--example", "-", "--format", "tsv"], lines).stdout.split("\n")[1].split("\t")[5]);
  });
  await check("layers, activations, loss, biases, samples by choice; the numbers are made up", async () => {
    for (const [network, output, loss, biases, samples] of [["2-3-1", "tanh", "squared-error", "each", "4"], ["3-2-2-3", "softmax", "cross-entropy", "shared", "2"], ["2-1", "sigmoid", "cross-entropy", "none", "1"]]) {
      await page.fill("#build [name=network]", network);
      await page.selectOption("#build [name=output]", output);
      await page.selectOption("#build [name=loss]", loss);
      await page.selectOption("#build [name=biases]", biases);
      await page.fill("#build [name=samples]", samples);
      await page.locator("#build [name=samples]").press("Enter");
      equal(await page.locator("#refused-text").textContent(), "");
      const lines = await page.inputValue("#text"), wanted = bpwalk(["walk", "--example", "-", "--format", "tsv"], lines).stdout.split("\n").slice(1).map(line => line.split("\t")[5]);
      const values = (await steps(page)).map(step => step.value);
      equal(values, wanted.slice(0, values.length));
    }
    await picture(page, "built-1600", { fullPage: true });
  });
  await check("the form is of the network that is shown; what is filled in stays while that does", async () => {
    const filled = () => page.evaluate(() => [...document.querySelectorAll("#build [name]")].map(field => field.value));
    const first = ["sigmoid", "squared-error", "each", "together", "mean"];
    await page.click("[data-example=xor]");
    equal(await filled(), ["2-2-1", "sigmoid", ...first, "4"]);
    await page.fill("#build [name=network]", "2-5-1");
    await page.click('[data-move="next"]');
    equal(await filled(), ["2-5-1", "sigmoid", ...first, "4"]);
    await page.click("[data-example=deep]");
    equal((await filled()).slice(0, 4), ["2-3-2-1", "", "sigmoid", "cross-entropy"]);
    await page.click("[data-example=article]");
    equal(await filled(), ["2-2-2", "sigmoid", ...first, "1"]);
  });
  await check("an empty text is no example", async () => {
    await page.fill("#text", " \n");
    await page.click("#use");
    equal((await page.locator("#refused-text").textContent()).startsWith("bpwalk: there is no text here"), true);
    await page.click("[data-example=article]");
    equal(await page.locator("#refused-text").textContent(), "");
  });
  await check("what cannot be built is refused in place", async () => {
    await page.fill("#build [name=network]", "2-0");
    await page.click("#build button");
    equal(await page.locator("#refused-text").textContent(), "bpwalk: a layer of 0 neurons; 1 to 64 in a layer are accepted");
    await page.fill("#build [name=network]", "2-1");
    for (const samples of ["0", "abc", "1.5", "1001"]) {
      await page.fill("#build [name=samples]", samples);
      await page.click("#build button");
      equal(await page.locator("#refused-text").textContent(), `bpwalk: samples ${samples}: a whole number from 1 to 1000 is needed`);
    }
  });
  await check("what is wrong with it is refused in place, with the command line's words", async () => {
    for (const lines of ["network = 2-2\n", "w1 = \n", "hidden = foo\n", "network = 0-2\n", "i1 = 0,05\n", "network = 2-2-1\nloss = cross-entropy\nhidden = softmax\n"]) {
      await page.fill("#text", lines);
      await page.click("#use");
      const file = path.join(scratch, "example");
      writeFileSync(file, lines);
      equal(await page.locator("#refused-text").textContent(), bpwalk(["walk", "--example", file]).stderr.trim().replace(file, "example"));
    }
  });
  await check("an example file is opened, and saved as it is", async () => {
    const file = path.join(scratch, "mine.txt");
    writeFileSync(file, "w1 = 0.7 # mine\n");
    await page.setInputFiles("#file", file);
    await page.waitForFunction(() => state.example.includes("w1 = 0.7"));
    const lines = await saved(page, "example");
    equal(bpwalk(["walk", "--example", "-"], lines).stdout, bpwalk(["walk", "--set", "w1=0.7"]).stdout);
  });
  await close(page);
}

/* ---- Click a value ---- */
{
  const page = await open();
  const related = kind => page.locator(`#rows .${kind}`).evaluateAll(all => [...new Set(all.map(row => row.dataset.name))].sort());
  await check("a click on a value: why, its paths, what it is computed from and goes into", async () => {
    await page.click('[data-explain="out_h1"]');
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "out_h1"]).stdout);
    equal(await related("source"), ["in_h1"]);
    equal(await related("use"), ["in_O1", "in_O2"]);
    equal(await page.locator("#given .source").evaluateAll(all => all.map(label => label.dataset.given)), ["i1", "i2", "w1", "w2", "b1"]);
    await picture(page, "explain-1600", { fullPage: true });
  });
  await check("a click on the name of a given number", async () => {
    await page.click('#given button[data-explain="w5"]');
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "w5"]).stdout);
    equal(await page.locator("#drawing .target").allTextContents(), ["target 0.01", "target 0.99"]);
    await page.locator("#drawing .target").last().click();
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "O2"]).stdout);
  });
  await check("a gradient with its paths, and the numeric one beside it", async () => {
    await page.keyboard.press("Escape");
    await page.evaluate(step => move(step), step_of("dE_total_dw1"));
    await page.keyboard.press("e");
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "dE_total_dw1"]).stdout);
    equal((await page.locator("#explanation").textContent()).includes("numerically: 0.0011232067"), true);
  });
  await check("what the marks of the numbers mean is told", async () => {
    equal([await page.locator("#related .source").innerText(), await page.locator("#related .use").innerText()], ["it is computed from these", "it goes into these"]);
  });
  await check("e once more closes it", async () => {
    await page.keyboard.press("e");
    equal([await page.locator("#explanation").isVisible(), await page.locator("#related").isVisible()], [false, false]);
  });
  await check("a click into the drawing", async () => {
    await page.locator('#drawing [data-part="h1"]').click();
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "out_h1"]).stdout);
    await page.locator('#drawing [data-part="w5"] text').first().click();
    equal(await page.locator("#explanation").textContent(), bpwalk(["explain", "w5"]).stdout);
  });
  await close(page);
}

/* ---- Predict first ---- */
{
  const page = await open();
  const answer = name => page.locator(`[data-answer="${name}"]`).first();
  const verdict = name => page.locator(`.row:has([data-answer="${name}"])`).first().getAttribute("class");
  await check("predict first: no value is in the page", async () => {
    await page.click("#predict");
    equal(await page.locator("[data-value]").count(), 0);
    equal((await page.locator("main").innerText()).includes("0.6456"), false);
    equal(await page.locator("#drawing [data-shown=out_h1]").textContent(), "");
  });
  await check("a right one, a wrong one, one that follows from it", async () => {
    await answer("in_h1").fill("0.6");
    await page.keyboard.press("Enter");
    equal(await page.evaluate(() => document.activeElement.dataset.answer), "out_h1");
    await page.keyboard.type("0.6457");
    await page.keyboard.press("Enter");
    await page.keyboard.type("0.11");
    await page.keyboard.press("Enter");
    await page.keyboard.type("0.5275");
    await page.keyboard.press("Enter");
    equal((await Promise.all(["in_h1", "out_h1", "in_h2", "out_h2"].map(verdict))).map(names => names.split(" ").filter(name => name !== "row").join()), ["right", "right", "wrong", "carried"]);
    await picture(page, "predict-1600", { fullPage: true });
  });
  await check("the marks are those of `check`", async () => {
    const file = path.join(scratch, "answers");
    writeFileSync(file, "in_h1 = 0.6\nout_h1 = 0.6457\nin_h2 = 0.11\nout_h2 = 0.5275\n");
    equal(await page.locator("#marks").textContent(), bpwalk(["check", file]).stdout);
  });
  await check("what is no number is refused with the words of `check`, and forgotten", async () => {
    await answer("in_O1").fill("abc");
    await page.keyboard.press("Enter");
    const file = path.join(scratch, "answers");
    writeFileSync(file, "in_h1 = 0.6\nout_h1 = 0.6457\nin_h2 = 0.11\nout_h2 = 0.5275\nin_O1 = abc\n");
    equal(await page.locator("#refused").textContent(), bpwalk(["check", "-"], readFileSync(file, "utf8")).stderr);
  });
  await check("hints by stages: the given numbers, all numbers, the value", async () => {
    await answer("in_O1").focus();
    const before = await page.locator("#stage").innerText();
    await page.click("#hint");
    const given = await page.locator("#stage").innerText();
    await page.click("#hint");
    const all = await page.locator("#stage").innerText();
    equal([before === given, given === all, all.includes("0.6456563062"), all.includes("1.3797300486")], [false, false, true, false]);
    await page.click("#show");
    equal((await page.locator("#stage").innerText()).includes("1.3797300486"), true);
  });
  await check("the answers as a file that `check` reads", async () => {
    await page.locator("#take summary").click();
    const lines = await saved(page, "answers");
    equal(bpwalk(["check", "-"], lines).stdout, await page.locator("#marks").textContent());
  });
  await check("progress is in the address: a new page has it", async () => {
    await settled(page);
    const other = await open(new URL(page.url()).hash);
    equal([await other.locator("#marks").textContent(), await other.locator('[data-answer="in_h2"]').first().inputValue()], [await page.locator("#marks").textContent(), "0.11"]);
    await close(other);
  });
  await check("p ends it, the values are back, and what was typed is kept", async () => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("p");
    equal(await value(page, "in_h1"), article[0].value);
    await page.keyboard.press("p");
    equal(await answer("in_h2").inputValue(), "0.11");
  });
  await close(page);
}

/* ---- The article ---- */
{
  const page = await open();
  const values = async () => { await page.locator("#parts button").nth(1).click(); return (await steps(page)).map(step => step.value); };
  await check("the printed reading", async () => {
    await page.selectOption("#reading", "printed");
    const wanted = table(["walk", "--reading", "printed"]).filter(row => row.network === "2-2-2");
    const seen = (await steps(page)).map(step => step.value).concat(await values());
    equal(seen, wanted.slice(0, seen.length).map(row => row.value));
  });
  await check("it was printed once: no iteration follows", async () => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("n");
    equal(await page.locator("#refused-iteration").textContent(), bpwalk(["walk", "--reading", "printed", "--iterations", "2"]).stderr.trim());
  });
  await check("errata in place", async () => {
    await page.selectOption("#reading", "stated");
    await page.keyboard.press("Home");
    await page.locator("#rows [data-name=out_h2] .go").first().click();
    const shown = await page.locator("#stage").innerText();
    equal(shown.includes("the article prints 0.6592603884 (E1)"), true);
    equal(await page.locator("#stage .erratum b").innerText(), "E1");
    equal((await page.locator("#stage .erratum").innerText()).includes("1/(exp(-0.66) + 1) is 0.6592603885"), true);
    equal(await page.locator("#stage .erratum").innerText().then(words => /[{}]/.test(words)), false);
    await picture(page, "erratum-1600");
  });
  await check("the list of them", async () => {
    await page.locator("#errata summary").click();
    await settled(page);
    equal(await page.locator("#errata-list").textContent(), bpwalk(["errata"]).stdout);
  });
  for (const [chapter, network, count] of [["3", "2-1", 15], ["4", "1-1", 15], ["companion", "2-2-2-2", 74]])
    await check(`${chapter}, from the list: every value of it`, async () => {
      const words = chapter === "companion" ? ["walk", "--example", chapter] : ["walk", "--chapter", chapter];
      const wanted = table(words).map(row => [row.network, row.name, row.value]);
      await page.selectOption("#chapter", chapter);
      const seen = [];
      for (let part = 0; part < Math.max(1, await page.locator("#parts button").count()); part++) {
        if (chapter === "companion") await page.locator("#parts button").nth(part).click();
        seen.push(...(await steps(page)).map(step => [network, step.name, step.value]));
      }
      equal([seen.length, await page.locator("#predict").isDisabled(), chapter === "companion" || seen], [count, true, chapter === "companion" || wanted]);
      if (chapter !== "companion") return;
      for (const [, name, value] of wanted.filter(([, name]) => /^[a-zE]+_[a-zO]*[0-9]*$|_new$/.test(name))) equal([name, seen.find(([, one]) => one === name)?.[2]], [name, value]);
    });
  await check("by the keyboard, and with what was changed", async () => {
    await page.selectOption("#chapter", "5");
    await page.focus("#chapter");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.locator("#given input[inputmode][name=w1]").fill("0.3");
    await settled(page);
    equal([await value(page, "y"), await page.inputValue("#chapter")], [table(["walk", "--chapter", "3", "--set", "w1=0.3"]).find(row => row.name === "y").value, "3"]);
    equal(await lit(page).then(parts => parts.includes("i1:0")), true);
    await page.locator("#given input[inputmode][name=w1]").fill("0.1");
  });
  await check("each equation of the article by its number, 3.1 to 5.34", async () => {
    const numbers = await page.locator("#equation option").allTextContents();
    equal(numbers, ["–", ...[...Array(6).keys()].map(i => `(3.${i + 1})`), ...[...Array(5).keys()].map(i => `(4.${i + 1})`),
      ...numbers.filter(number => number.startsWith("(5."))]);
    for (let i = 1; i <= 34; i++) equal([i, numbers.includes(`(5.${i})`)], [i, true]);
    for (const number of ["(3.4)", "(4.5)", "(5.31)", "(5.16)"]) {
      await page.selectOption("#equation", { label: number });
      equal([await page.locator("#stage .number").innerText(), await page.locator("#rows [aria-current] .go").innerText()], [number, number]);
    }
  });
  await check("a chapter is in the address, and is saved", async () => {
    await page.selectOption("#equation", { label: "(4.5)" });
    await settled(page);
    const other = await open(new URL(page.url()).hash);
    equal([await other.inputValue("#chapter"), await place(other)], ["4", await place(page)]);
    await close(other);
    await page.locator("#take summary").click();
    equal(await saved(page, "text"), bpwalk(["walk", "--chapter", "4"]).stdout);
    await page.selectOption("#chapter", "5");
  });
  await check("another network has no printed reading", async () => {
    const other = await open("#network=1-1&i1=1&O1=0&w1=1&b1=0");
    equal([await other.locator("#reading").isVisible(), await other.locator("#chapter").isVisible()], [false, false]);
    await close(other);
  });
  await close(page);
}

/* ---- Update and go on ---- */
{
  const page = await open();
  await page.locator("#learning summary").click();
  const reaches = wanted => page.waitForFunction(iteration => shown.iteration === iteration, wanted, { timeout: 120000 });
  await check("one iteration, by the keyboard", async () => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("n");
    await reaches(2);
    const wanted = table(["walk", "--iterations", "2"]).filter(row => row.iteration === "2");
    const seen = await steps(page);
    equal(seen.map(step => [step.iteration, step.value]), wanted.slice(0, seen.length).map(row => ["2", row.value]));
  });
  await check("ten, a thousand; the page goes on, and the curve grows", async () => {
    await page.click("[data-iterate='10']");
    await reaches(12);
    const before = await page.locator("#curve polyline").getAttribute("points");
    await page.click("[data-iterate='1000']");
    const frames = await page.evaluate(() => new Promise(done => { let count = 0; (function frame() { count++; if (shown.iteration < 1000) requestAnimationFrame(frame); else done(count); })(); }));
    equal([frames > 50, (await page.locator("#curve polyline").getAttribute("points")).length > before.length], [true, true]);
    const wanted = table(["walk", "--iterations", "1000"]).filter(row => row.iteration === "1000");
    const seen = (await steps(page)).map(step => step.value);
    equal(seen, wanted.slice(0, seen.length).map(row => row.value));
    await picture(page, "learning-1600", { fullPage: true });
  });
  await check("back to the start", async () => {
    await page.click("#start");
    equal((await steps(page))[0], { step: 0, name: "in_h1", iteration: "1", value: article[0].value });
  });
  await close(page);
}

/* ---- Take it with you ---- */
{
  const page = await open("#w1=0.3&alpha=0.25");
  await page.locator("#take summary").click();
  const set = ["--set", "w1=0.3", "--set", "alpha=0.25"];
  for (const [name, words] of Object.entries({ text: ["walk", "--format", "text"], markdown: ["walk", "--format", "markdown"], latex: ["walk", "--format", "latex"],
    html: ["walk", "--format", "html"], json: ["walk", "--format", "json"], table: ["walk", "--format", "tsv"], sheet: ["handout", "--blank", "--format", "html"], key: ["handout", "--key", "--format", "html"] }))
    await check(`saved: ${name} is the command line's`, async () => equal(await saved(page, name), bpwalk([...words, ...set]).stdout));
  await check("the address opens what is shown: numbers, step, iteration, reading, language", async () => {
    await page.keyboard.press("End");
    await page.click("#language");
    await page.evaluate(() => iterate(3));
    await page.waitForFunction(() => shown.iteration === 3);
    await settled(page);
    const other = await open(new URL(page.url()).hash);
    await other.waitForFunction(() => shown.iteration === 3);
    const seen = async page => [await page.locator("#now").innerText(), await page.locator("#picture").innerText(), await steps(page)];
    equal([await seen(other), await other.locator("html").getAttribute("lang")], [await seen(page), "zh"]);
    equal(await page.inputValue("#link"), page.url());
    await close(other);
  });
  await check("printed: the whole walk, on more than three pages and without the shell", async () => {
    const printed = (await pdf(page, "print")).toString("latin1");
    equal((printed.match(/\/Type \/Page\b/g) ?? []).length > 3, true);
  });
  for (const bad of ["#w1=abc", "#nonsense", "#w1", "#network=2-2", "#%E0%A4%A", "#reading=printed&network=1-1&i1=1&O1=0&w1=1&b1=0", "#step=999999", "#iteration=-5", "#lang=xx", "#chapter=3&network=1-1&i1=1&O1=0&w1=1&b1=0", "#chapter=step"])
    await check(`the address ${bad} does not break it`, async () => {
      const other = await open(bad);
      equal((await steps(other)).length > 0, true);
      equal((await other.locator("#refused").textContent()) !== "", !/step|iteration|lang/.test(bad));
      await close(other);
    });
  await close(page);
}

/* ---- Languages, widths, colours, keyboard ---- */
await check("Chinese where the browser is", async () => {
  const page = await open("", { locale: "zh-CN" });
  equal(await page.locator("html").getAttribute("lang"), "zh");
  equal(/[a-z]{4}/.test(await page.locator("main .bar:not(#examples) > button, main h2, main h3, summary, footer").allInnerTexts().then(all => all.join(" ").replace(/expected_out|article|companion|greenhouse|mazur|softmax|regression|relu|deep|Home|LaTeX|HTML|JSON|Markdown/g, ""))), false);
  await page.keyboard.press("l");
  equal(await page.locator("html").getAttribute("lang"), "en");
  await close(page);
});
for (const [width, height] of [[360, 780], [800, 1000], [1600, 1000]])
  for (const colorScheme of ["light", "dark"])
    await check(`at ${width} pixels, ${colorScheme}, in both languages: nothing sticks out`, async () => {
      const page = await open("", { viewport: { width, height }, colorScheme });
      for (const language of ["en", "zh"]) {
        for (const step of [0, step_of("dE_total_dw1"), step_of("dE_total_dw1", step_of("dE_total_dw1") + 1)]) {
          await page.evaluate(step => move(step), step);
          equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        }
        await picture(page, `${language}-${width}-${colorScheme}`);
        await page.keyboard.press("l");
      }
      await close(page);
    });
await check("reduced motion: nothing moves", async () => {
  const page = await open("", { reducedMotion: "reduce" });
  equal(await page.locator("#drawing line").first().evaluate(line => getComputedStyle(line).transitionDuration), "0s");
  await close(page);
});
await check("by Tab alone every control is reached, and each has a name", async () => {
  const page = await open("#network=1-1&i1=1&O1=0&w1=1&b1=0");
  const reached = new Set();
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => { const on = document.activeElement; return on.className === "value" ? "value" : on.id || on.dataset.move || on.name || on.className; }));
  }
  for (const id of ["reading", "predict", "language", "play", "next", "equation", "w1", "explain", "go", "value"]) if (!reached.has(id) && id !== "reading") throw new Error(`${id} is not reached: ${[...reached]}`);
  const unnamed = await page.locator("button, select, textarea, input:not([hidden])").evaluateAll(all => all.filter(one => !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length)).map(one => one.outerHTML));
  equal(unnamed, []);
  await close(page);
});
await check("a screen reader is told the step as text and MathML", async () => {
  const page = await open();
  equal(await page.locator("#stage").getAttribute("aria-live"), "polite");
  equal(await page.locator("#stage math").count() > 2, true);
  equal(await page.locator("svg").first().getAttribute("role"), "img");
  await close(page);
});

/* ---- What axe finds: roles, names, contrasts ---- */
for (const [hash, colorScheme] of [["", "light"], ["#lang=zh&step=3", "dark"], ["#predict=true", "light"], ["#chapter=4&step=12", "dark"]])
  await check(`axe finds nothing at ${hash || "the opening"}, ${colorScheme}`, async () => {
    const page = await open(hash, { colorScheme });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      explain(current().name);
    });
    await settled(page);
    await page.addScriptTag({ path: axe });
    equal(await page.evaluate(() => axe.run().then(({ passes, violations }) => [passes.length > 20, violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])])), [true, []]);
    await close(page);
  });

/* ---- How long it takes ---- */

/* In time of the page's own thread, in ms: what else the machine does has no part in it. */
async function clock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}
await check("the first view takes 300 ms at most", async () => {
  const page = await open();
  const spent = await clock(page), before = await spent();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  const taken = await spent() - before;
  console.log(`# the first view: ${taken.toFixed(1)} ms`);
  await close(page);
  equal([taken > 0, taken <= 300], [true, true]);
});
for (const [what, hash, most] of [["the article's network", "", 16], ["3-5-4-2", "#" + ["network=3-5-4-2", ...Array.from({ length: 43 }, (_, i) => `w${i + 1}=${((i * 7) % 19 - 9) / 10}`), ...Array.from({ length: 11 }, (_, i) => `b${i + 1}=${i / 20}`), "i1=0.1", "i2=0.2", "i3=0.3", "O1=0.1", "O2=0.9"].join("&"), 32]])
  await check(`${what}: a change of a weight is shown within ${most} ms, by the median`, async () => {
    const page = await open(hash);
    const spent = await clock(page);
    const times = [];
    for (let i = 0; i < 60; i++) {
      const before = await spent();
      await page.evaluate(weight => { go({}, { w1: weight }); document.body.offsetHeight; }, String(i / 50));
      times.push(await spent() - before);
    }
    const taken = times.sort((a, b) => a - b)[30];
    console.log(`# ${what}: ${taken.toFixed(1)} ms`);
    await close(page);
    equal([taken > 0, taken <= most], [true, true]);
  });
await finish();
