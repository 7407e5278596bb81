/* Traces: the program in the page prints what is kept in traces/, byte for byte. Only what it cannot, for
   it writes no files and has no other programs, is left out: the figures of plot, all at once. */
import { readFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";
import path from "node:path";

/* As a program of the shell's: `node traces.mjs --run ARGUMENT...`. */
const html = readFileSync(process.env.PAGE, "utf8");
const system = html.match(/<script>\n([^]*?)\/\* Page: /)[1];
const { Program, unpack } = new Function(system + "; return { Program, unpack };")();
const bytes = gunzipSync(unpack(html.match(/id="program">\n(.*)\n/)[1]));
const program = new Program(new WebAssembly.Module(bytes));

if (process.argv[2] === "--run") {
  const words = process.argv.slice(3);
  const { status, out, err } = program.run(words, {}, words.includes("-") || words[0] === "quiz" ? readFileSync(0, "utf8") : "");
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = status;
} else {
  const here = path.dirname(fileURLToPath(import.meta.url)), top = path.join(here, "..", "..");
  const scratch = mkdtempSync(path.join(tmpdir(), "bpwalk-traces."));
  writeFileSync(path.join(scratch, "bpwalk"), `#!/bin/sh\nexec node ${fileURLToPath(import.meta.url)} --run "$@"\n`, { mode: 0o755 });
  const list = readFileSync(path.join(top, "tests/traces.sh"), "utf8");
  const names = [...list.matchAll(/^ *keep(?:_marks)? ([^ ]+) /gm)].map(([, name]) => name);
  names.splice(0, 0, "walk.txt");
  const all = [...new Set(names.flatMap(name => name.includes("$number") ? Array.from({ length: 10 }, (_, i) => name.replace("$number", i + 1)) : [name]))].filter(name => !name.includes("$"));
  let count = 0, failed = 0;
  for (const name of all) {
    if (!existsSync(path.join(top, "traces", name))) continue;
    if (name.startsWith("plot/")) spawnSync("mkdir", ["-p", path.join(scratch, "out/plot")]);
    const made = spawnSync("sh", [path.join(top, "tests/traces.sh"), path.join(scratch, "bpwalk"), path.join(scratch, "out"), name], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    const file = path.join(scratch, "out", name);
    const same = made.status === 0 && existsSync(file) && readFileSync(file).equals(readFileSync(path.join(top, "traces", name)));
    count++;
    if (!same) {
      failed++;
      console.log(`# status ${made.status} ${made.stderr.slice(0, 300)}`);
    }
    console.log(`${same ? "ok" : "not ok"} ${count} - traces/${name}`);
  }
  if (process.env.THOROUGH === "yes") {
    const example = ["network = 2-2-2-2-2-2-2-2-2", "hidden = tanh", "alpha = 0.001", "i1 = 0.5", "i2 = 0.5", "O1 = 0.5", "O2 = 0.5",
      ...Array.from({ length: 32 }, (_, i) => `w${i + 1} = 0.${(i + 1) % 9 + 1}`), ...Array.from({ length: 16 }, (_, i) => `b${i + 1} = 0.1`)];
    let answer = { iteration: 0 };
    while (!answer.refused && answer.iteration < 1000) answer = program.ask(`iteration 1000\n\n${example.join("\n")}\n`);
    /* It grows down from its end: what is still 0 was never used. */
    const memory = new Uint8Array(program.page.exports.memory.buffer), unused = memory.findIndex(byte => byte !== 0);
    count++;
    failed += answer.refused || unused < 2 ** 21 ? 1 : 0;
    console.log(`# ${answer.refused ?? ""} ${unused} bytes of the stack are left`);
    console.log(`${answer.refused || unused < 2 ** 21 ? "not ok" : "ok"} ${count} - eight layers, iteration 1000: half of the stack is left`);
  }
  rmSync(scratch, { recursive: true });
  console.log(`1..${count}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
