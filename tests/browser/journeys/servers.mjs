// Two servers on one PostgreSQL: news cross from one to the other, and one can die.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { WIDE } from "../lib/browser.mjs";
import { folder, freePort, mails, run, start } from "../lib/server.mjs";
import { holds, same, until } from "../lib/suite.mjs";
import { newsAfter, step } from "./live.mjs";

export default function servers(suite, world) {
  suite.test(
    "with two servers on one PostgreSQL, news cross within a second, and one that is killed loses nothing",
    () => together(world), 900,
  );
}

async function together(world) {
  const database = make();
  try {
    const pair = await twoServers(world, database);
    const [one, other] = pair.servers;
    const across = await newsCross(world, pair, one, other);
    const back = await newsCross(world, pair, other, one);
    const survived = await killed(world, pair, one, other);
    await Promise.all(pair.servers.map((server) => server.process.stop("SIGKILL")));
    return `news after ${across} and ${back} ms; ${survived}`;
  } finally {
    sql(`DROP DATABASE IF EXISTS ${database.name} WITH (FORCE)`);
  }
}

/** The county, moved into PostgreSQL by the commands that operators use, and two servers on it. */
async function twoServers(world, database) {
  const home = folder();
  const copy = join(home, "county.backup");
  run(["backup", copy, "--data", world.county.data]);
  run(["restore", copy, "--database-url", database.address]);
  const mail = join(home, "mail");
  const servers = [];
  for (const name of ["one", "other"]) {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const process = start(["serve", "--database-url", database.address, "--data", join(home, "data"),
      "--mail-folder", mail, "--listen", `127.0.0.1:${port}`, "--base-url", address, "--log-level", "warn"]);
    servers.push({ name, address, process });
  }
  for (const server of servers) await server.process.ready(server.address);
  return { servers, mail, database };
}

/** A step on one server shows by itself on a page that is open on the other. */
async function newsCross(world, pair, from, to) {
  const reader = await signedIn(world, pair, to, "coordinator");
  const actor = await signedIn(world, pair, from, "agency lead");
  await reader.open("/p/riverbend/commitments");
  const took = await newsAfter(reader, () => step(actor, `Sent from the ${from.name} server`));
  holds(took <= 1000, `the news came after ${took} ms`);
  return took;
}

/** Kills a server between writes: what it confirmed is there, and its mails are sent by the other. */
async function killed(world, pair, victim, heir) {
  const actor = await signedIn(world, pair, victim, "agency lead");
  const reader = await signedIn(world, pair, heir, "coordinator");
  await reader.open("/p/riverbend/commitments");
  const confirmed = [];
  const rounds = Array.from({ length: 40 }, (_none, at) => `Kept through the fall of a server, ${at}`);
  await fields(actor);
  const sending = rounds.map(async (title) => {
    const answer = await send(actor, title).catch(() => null);
    if (answer?.status() === 303) confirmed.push({ title, path: new URL(answer.headers().location, victim.address).pathname });
    if (confirmed.length === 10) victim.process.child.kill("SIGKILL");
  });
  await Promise.all(sending);
  await victim.process.gone;
  holds(confirmed.length >= 10, `only ${confirmed.length} steps were confirmed`);

  for (const { title, path } of confirmed) {
    await reader.open(path);
    same(await reader.heading(), title, `what ${path} says on the other server`);
  }
  // One mail for each offer: the claim of the killed server ends after a minute, then the other sends it.
  await until("the mails of the killed server's offers", () => {
    const sent = mails(pair.mail);
    return confirmed.every(({ path }) => sent.some((mail) => mail.includes(path)));
  }, 150);
  const dead = JSON.parse(run(["jobs", "dead", "--json", "--database-url", pair.database.address]));
  same(dead.length ?? 0, 0, "jobs that failed for good");
  return `${confirmed.length} confirmed steps and their mails outlived kill -9`;
}

/** Reads the fields of the page's own form. */
async function fields(actor) {
  await actor.open("/p/riverbend/commitments/new");
  const form = actor.page.locator("main form.pw-form");
  actor.form = await form.evaluate((one) => Object.fromEntries(new FormData(one)));
  delete actor.form.once;
  actor.form.receiver = await form.getByLabel("Who waits for it").locator("option", { hasText: "Harbor House" }).getAttribute("value");
  actor.form.due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
}

/** An offer, as that form sends it. */
async function send(actor, title) {
  return actor.context.request.post("/p/riverbend/commitments/new", {
    form: { ...actor.form, title },
    headers: { origin: new URL(actor.page.url()).origin },
    maxRedirects: 0,
  });
}

/** Signed in by the link that the operator's command prints. */
async function signedIn(world, pair, server, role) {
  const visit = await world.browser.visit(WIDE, { address: server.address });
  const { email } = world.county.links.get(role);
  const said = run(["person", "sign-in-link", email, "--database-url", pair.database.address, "--base-url", server.address]);
  await visit.open(said.match(/https?:\S+/)[0]);
  await visit.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await visit.headed("My work");
  visit.expectOutage();
  return visit;
}

function make() {
  const name = `concord_browser_${process.pid}`;
  sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  sql(`CREATE DATABASE ${name}`);
  const address = process.env.CONCORD_TEST_POSTGRES.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
  return { name, address };
}

function sql(text) {
  const done = spawnSync("psql", ["--no-psqlrc", "--quiet", process.env.CONCORD_TEST_POSTGRES, "--command", text], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`psql: ${done.stderr ?? done.error}`);
}
