/* System: the few functions of WASI that the program asks for, over bytes in memory: standard input,
   output and error, and files to read. Also for node, which the tests run it in. */
"use strict";

const ERROR_BADF = 8, ERROR_NOENT = 44, ERROR_NOSYS = 52, FIRST_FILE = 4;
const TYPE_DIRECTORY = 3, TYPE_FILE = 4;

/* Bytes from text, as build.sh packs them: 13 bits in two characters, 6 in a last one alone. */
function unpack(text) {
  const bytes = new Uint8Array((13 * (text.length >> 1) + 6 * (text.length & 1)) >> 3);
  const digit = i => { const code = text.charCodeAt(i); return code - 35 - (code > 60); };
  let bits = 0, count = 0, at = 0;
  for (let i = 0; i < text.length; i += 2) {
    const isPair = i + 1 < text.length;
    bits = isPair ? (bits << 13) | (91 * digit(i) + digit(i + 1)) : (bits << 6) | digit(i);
    for (count += isPair ? 13 : 6; count >= 8;) bytes[at++] = bits >> (count -= 8);
  }
  return bytes;
}

class Exit extends Error {
  constructor(status) {
    super("status " + status);
    this.status = status;
  }
}

class System {
  /* FILES: bytes by name; INPUT: bytes. */
  constructor(files = {}, input = new Uint8Array()) {
    this.files = files;
    this.written = [[], [], []];
    this.open = new Map([[0, { bytes: input, at: 0 }]]);
  }
  get view() { return new DataView(this.memory.buffer); }
  bytes(at, length) { return new Uint8Array(this.memory.buffer, at, length); }

  text(fd) {
    const parts = this.written[fd], decoder = new TextDecoder();
    return parts.map(part => decoder.decode(part, { stream: true })).join("") + decoder.decode();
  }

  imports() {
    const known = {
      environ_sizes_get: (count, size) => { this.view.setUint32(count, 0, true); this.view.setUint32(size, 0, true); return 0; },
      environ_get: () => 0,
      clock_time_get: (clock, precision, at) => { this.view.setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true); return 0; },
      proc_exit: status => { throw new Exit(status); },
      fd_write: (fd, vectors, count, at) => this.write(fd, vectors, count, at),
      fd_read: (fd, vectors, count, at) => this.read(fd, vectors, count, at),
      fd_close: fd => { this.open.delete(fd); return 0; },
      fd_seek: (fd, offset, whence, at) => this.seek(fd, Number(offset), whence, at),
      fd_fdstat_get: (fd, at) => this.stat(fd, at),
      fd_fdstat_set_flags: () => 0,
      fd_filestat_get: (fd, at) => this.fileStat(this.open.get(fd)?.bytes, at),
      fd_prestat_get: (fd, at) => { if (fd !== FIRST_FILE - 1) return ERROR_BADF; this.view.setUint32(at, 0, true); this.view.setUint32(at + 4, 1, true); return 0; },
      fd_prestat_dir_name: (fd, at) => { this.bytes(at, 1)[0] = "/".charCodeAt(0); return 0; },
      path_filestat_get: (fd, flags, path, length, at) => this.fileStat(this.file(path, length), at),
      path_open: (fd, lookup, path, length, flags, rights, inherited, more, at) => this.openFile(path, length, at),
    };
    return { wasi_snapshot_preview1: new Proxy(known, { get: (all, name) => all[name] ?? (() => ERROR_NOSYS) }) };
  }

  file(path, length) { return this.files[new TextDecoder().decode(this.bytes(path, length).slice())]; }

  openFile(path, length, at) {
    const bytes = this.file(path, length);
    if (bytes === undefined) return ERROR_NOENT;
    let fd = FIRST_FILE;
    while (this.open.has(fd)) fd++;
    this.open.set(fd, { bytes, at: 0 });
    this.view.setUint32(at, fd, true);
    return 0;
  }

  each(vectors, count, take) {
    let total = 0;
    for (let i = 0; i < count; i++) {
      const from = this.view.getUint32(vectors + 8 * i, true), length = this.view.getUint32(vectors + 8 * i + 4, true);
      total += take(this.bytes(from, length));
    }
    return total;
  }

  write(fd, vectors, count, at) {
    if (fd !== 1 && fd !== 2) return ERROR_BADF;
    this.view.setUint32(at, this.each(vectors, count, bytes => { this.written[fd].push(bytes.slice()); return bytes.length; }), true);
    return 0;
  }

  read(fd, vectors, count, at) {
    const file = this.open.get(fd);
    if (file === undefined) return ERROR_BADF;
    this.view.setUint32(at, this.each(vectors, count, bytes => {
      const part = file.bytes.subarray(file.at, file.at + bytes.length);
      bytes.set(part);
      file.at += part.length;
      return part.length;
    }), true);
    return 0;
  }

  seek(fd, offset, whence, at) {
    const file = this.open.get(fd);
    if (file === undefined || fd < FIRST_FILE) return ERROR_BADF;
    file.at = offset + [0, file.at, file.bytes.length][whence];
    this.view.setBigUint64(at, BigInt(file.at), true);
    return 0;
  }

  stat(fd, at) {
    if (fd > 2 && fd !== FIRST_FILE - 1 && !this.open.has(fd)) return ERROR_BADF;
    this.bytes(at, 24).fill(0);
    this.view.setUint8(at, fd === FIRST_FILE - 1 ? TYPE_DIRECTORY : TYPE_FILE);
    this.view.setBigUint64(at + 8, ~0n, true);
    this.view.setBigUint64(at + 16, ~0n, true);
    return 0;
  }

  fileStat(bytes, at) {
    if (bytes === undefined) return ERROR_NOENT;
    this.bytes(at, 64).fill(0);
    this.view.setUint8(at + 16, TYPE_FILE);
    this.view.setBigUint64(at + 24, 1n, true);
    this.view.setBigUint64(at + 32, BigInt(bytes.length), true);
    return 0;
  }
}

/* The program: one command line (`run`), or a page that is asked again and again (`ask`). */
class Program {
  constructor(module) { this.module = module; }

  start(files, input) {
    const system = new System(files, input), { exports } = new WebAssembly.Instance(this.module, system.imports());
    system.memory = exports.memory;
    exports._initialize();
    return { system, exports };
  }

  put({ system, exports }, text) {
    const bytes = new TextEncoder().encode(text), at = exports.take(bytes.length + 1);
    system.bytes(at, bytes.length).set(bytes);
    system.bytes(at + bytes.length, 1)[0] = 0;
    return [at, bytes.length];
  }

  /* What a command line prints. FILES and INPUT are text. */
  run(words, files = {}, input = "") {
    const encoder = new TextEncoder(), inside = {};
    for (const name in files) inside[name] = encoder.encode(files[name]);
    const started = this.start(inside, encoder.encode(input));
    let status;
    try {
      status = started.exports.run(this.put(started, ["bpwalk", ...words].join("\0"))[0], words.length + 1);
    } catch (exit) {
      if (!(exit instanceof Exit)) throw exit;
      status = exit.status;
    }
    return { status, out: started.system.text(1), err: started.system.text(2) };
  }

  /* The page's answer to a request; where the program has ended, its last words. */
  ask(request) {
    this.page ??= this.start();
    const { system, exports } = this.page;
    try {
      system.handle ??= exports.open();
      const [at, length] = this.put(this.page, request), answer = exports.answer(system.handle, at, length);
      const memory = new Uint8Array(exports.memory.buffer), end = memory.indexOf(0, answer);
      const text = new TextDecoder().decode(memory.subarray(answer, end));
      exports.give(at);
      exports.give(answer);
      return JSON.parse(text);
    } catch (fault) {
      this.page = undefined;
      return { refused: system.text(2).trim() || String(fault) };
    }
  }
}
