// One Chromium; a fresh context for each visitor; everything that pages complain about is kept.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

import { holds, until } from "./suite.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The ways in which people look at pages. */
export const WIDE = { name: "1280 px", width: 1280, height: 900, scripts: true };
export const PHONE = { name: "390 px", width: 390, height: 844, scripts: true };
export const WIDE_BARE = { name: "1280 px, no scripts", width: 1280, height: 900, scripts: false };
export const PHONE_BARE = { name: "390 px, no scripts", width: 390, height: 844, scripts: false };
export const LOOKS = [WIDE, PHONE, WIDE_BARE, PHONE_BARE];

export class Browser {
  #chromium;
  #address;
  #visits = [];
  #sessions = new Map();

  static async launch(address) {
    const browser = new Browser();
    browser.#address = address;
    browser.#chromium = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      headless: true,
      args: FLAGS,
    });
    return browser;
  }

  /** A visitor whom nobody knows. */
  async visit(look = WIDE, { address = this.#address, cookies } = {}) {
    const context = await this.#chromium.newContext({
      baseURL: address,
      viewport: { width: look.width, height: look.height },
      javaScriptEnabled: look.scripts,
      reducedMotion: "reduce",
      locale: "en-US",
      timezoneId: "America/Chicago",
      storageState: cookies,
    });
    context.setDefaultTimeout(30_000);
    const visit = new Visit(context, await context.newPage(), look);
    this.#visits.push(visit);
    return visit;
  }

  /** A visitor who is signed in by the demo's link for a role. */
  async visitAs(link, look = WIDE) {
    const cookies = this.#sessions.get(link.email);
    if (cookies) return this.visit(look, { cookies });
    const visit = await this.visit(look);
    await visit.page.goto(link.address);
    this.#sessions.set(link.email, await visit.page.context().storageState());
    return visit;
  }

  /** Ends all visits and gives what their pages complained about. */
  async closeAll() {
    const complaints = [];
    for (const visit of this.#visits.splice(0)) {
      complaints.push(...visit.complaints);
      await visit.page.context().close();
    }
    return complaints;
  }

  async close() {
    await this.#chromium.close();
  }
}

/** One person at one browser. */
export class Visit {
  complaints = [];
  #refusals = new Set();

  constructor(context, page, look) {
    this.context = context;
    this.page = page;
    this.look = look;
    page.on("pageerror", (error) => this.complaints.push(`script error at ${page.url()}: ${error.message}`));
    page.on("response", (response) => this.#heard(response));
    page.on("console", (message) => this.#told(message));
  }

  /** From now on the server may be away. */
  expectOutage() {
    this.outage = true;
  }

  #heard(response) {
    const status = response.status();
    const asked = response.request();
    if (status < 400) return;
    // A refused form or a missing page is an answer; a missing picture or a fault is not.
    if (asked.isNavigationRequest() && status < 500) this.#refusals.add(response.url());
    else if (asked.resourceType() === "fetch" && status < 500) this.#refusals.add(response.url());
    else this.complaints.push(`${status} from ${response.url()}`);
  }

  #told(message) {
    if (!["error", "warning"].includes(message.type())) return;
    const at = message.location().url;
    const text = message.text();
    if (this.outage) return;
    if (text.startsWith("Failed to load resource") && this.#refusals.has(at)) return;
    this.complaints.push(`console at ${this.page.url()}: ${text} (${at})`);
  }

  /** Opens an address and checks its status. */
  async open(path, status = 200) {
    const answer = await this.page.goto(path);
    holds(answer.status() === status, `${path} answered ${answer.status()}, not ${status}`);
  }

  link(name, exact = true) {
    return this.page.getByRole("link", { name, exact });
  }

  button(name, exact = true) {
    return this.page.getByRole("button", { name, exact });
  }

  /** Presses a button inside the page's main part. */
  async press(name) {
    await this.page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
  }

  /** Follows a link inside the page's main part. */
  async follow(name) {
    await this.page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
  }

  async fill(label, text) {
    await this.page.getByLabel(label).fill(text);
  }

  async choose(label, option) {
    await this.page.getByLabel(label).selectOption({ label: option });
  }

  /** Waits for the green banner with these words. */
  async notice(words) {
    await this.page.locator(".pw-notice").filter({ hasText: words }).waitFor();
  }

  /** Waits for words in the main part. */
  async reads(words) {
    await this.page.getByRole("main").getByText(words).first().waitFor();
  }

  async heading() {
    return (await this.page.locator("h1").innerText()).trim();
  }

  /** Waits for a heading of the first rank. */
  async headed(words) {
    await this.page.getByRole("heading", { level: 1, name: words }).waitFor();
  }

  /** Waits until the address ends so. */
  async at(ending) {
    await until(`an address like ${ending}, at ${this.page.url()}`, () => {
      const { pathname, search } = new URL(this.page.url());
      return ending instanceof RegExp ? ending.test(pathname + search) : pathname.endsWith(ending);
    });
  }

  /** The message beside a field. */
  async problemOf(label) {
    const field = this.page.getByLabel(label);
    const ids = (await field.getAttribute("aria-describedby") ?? "").split(" ");
    const id = ids.find((one) => one.startsWith("e-"));
    holds(id, `the field ${label} has no message beside it`);
    return (await this.page.locator(`[id="${id}"]`).innerText()).replace(/\s+/g, " ").trim();
  }

  /** What axe finds wrong, and whether the page can be moved sideways. */
  async audit() {
    await this.page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });
    await this.page.evaluate(AXE);
    const result = await this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => ({
        id, help, nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} — ${node.failureSummary}`),
      }));
    });
    return result;
  }

  /** By how many pixels the page is wider than the window. */
  async overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
}
