// Starts and stops the program under test.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { until } from "./suite.mjs";

const running = new Set();
const folders = new Set();

/** Makes the county, unless its folder holds it, and serves it. */
export async function begin(kept) {
  const data = kept ?? folder();
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = start(["demo", "--data", data, "--seed", "7", "--no-open", "--json",
    "--listen", `127.0.0.1:${port}`]);
  await server.ready(address, 300);
  const links = JSON.parse(server.said.slice(0, server.said.lastIndexOf("]") + 1));
  return { address, data, server, links: new Map(links.map((link) => [link.role, link])) };
}

/** Starts the program with these arguments. */
export function start(args, env = {}) {
  return new Server(args, env);
}

/** Runs the program to its end and gives what it printed. */
export function run(args, env = {}) {
  const done = spawnSync(process.env.CONCORD, args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`concord ${args.join(" ")}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

/** Ends every program that was started, and removes every folder. */
export async function end() {
  await Promise.all([...running].map((server) => server.stop("SIGKILL")));
  for (const name of folders) rmSync(name, { recursive: true, force: true });
}

/** A new empty folder that is removed at the end. */
export function folder() {
  const name = mkdtempSync(join(tmpdir(), "concord-browser-"));
  folders.add(name);
  return name;
}

/** A port that was free a moment ago. */
export async function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The mails of a folder, the newest first, as readable text. */
export function mails(at) {
  const names = readdirSync(at).filter((name) => name.endsWith(".eml")).sort().reverse();
  return names.map((name) => readable(readFileSync(join(at, name), "utf8")));
}

function readable(mail) {
  return mail.replace(/=\r?\n/g, "").replace(/=3D/g, "=").replace(/\r/g, "");
}

class Server {
  said = "";
  complained = "";
  #ended = null;

  constructor(args, env) {
    this.child = spawn(process.env.CONCORD, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout.on("data", (text) => { this.said += text; });
    this.child.stderr.on("data", (text) => { this.complained += text; });
    running.add(this);
    this.gone = new Promise((done) => this.child.once("exit", (code, signal) => {
      this.#ended = `${code ?? signal}`;
      running.delete(this);
      done();
    }));
  }

  /** Waits until it answers. */
  async ready(address, seconds = 60) {
    await until(`${address}/readyz`, async () => {
      if (this.#ended !== null) throw new Error(`concord ended (${this.#ended}): ${this.complained}${this.said}`);
      const answer = await fetch(`${address}/readyz`).catch(() => null);
      return answer?.ok;
    }, seconds);
  }

  /** Ends it and waits until it is gone. */
  async stop(signal = "SIGTERM") {
    this.child.kill(signal);
    await this.gone;
  }
}

process.once("exit", () => { for (const server of running) server.child.kill("SIGKILL"); });
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => end().finally(() => process.exit(1)));
}
