// Finds the pages that a person can reach by links, one or more of each kind.
const STARTS = ["/", "/me", "/p/riverbend", "/api", "/demo", "/demo/mail"];

/** How many of one kind are looked at, where its examples differ much. */
const MORE = new Map([["/p/{p}/commitments/{id}", 8], ["/p/{p}/measures/{slug}", 3], ["/p/{p}/meetings/{id}", 4],
  ["/p/{p}/drafts/{id}", 3], ["/p/{p}/discussions/{id}", 2], ["/p/{p}/events/{id}", 2]]);

/** Addresses of pages, by kind; reads with the visitor's cookies and draws nothing. */
export async function crawl(visit) {
  const waiting = STARTS.map((path) => [path, "nowhere"]);
  const seen = new Set(STARTS);
  const broken = [];
  const counts = new Map();
  const kinds = new Map();
  while (waiting.length > 0) {
    const [path, from] = waiting.shift();
    const answer = await visit.context.request.get(path, { failOnStatusCode: false });
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    if ((answer.headers()["content-disposition"] ?? "").startsWith("attachment")) continue;
    if (answer.status() >= 400) {
      broken.push(`${path} answers ${answer.status()}; ${from} leads there`);
      continue;
    }
    const html = await answer.text();
    const reached = new URL(answer.url());
    keep(kinds, `${reached.pathname}${reached.search}`);
    for (const next of links(html)) {
      if (seen.has(next)) continue;
      seen.add(next);
      const kind = kindOf(next);
      const count = counts.get(kind) ?? 0;
      if (count >= Math.max(2, MORE.get(kind) ?? 1)) continue;
      counts.set(kind, count + 1);
      waiting.push([next, path]);
    }
  }
  if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join("\n")}`);
  return [...kinds.values()].flat();
}

function keep(kinds, path) {
  const kind = kindOf(path);
  const examples = kinds.get(kind) ?? [];
  if (examples.length < (MORE.get(kind) ?? 1) && !examples.includes(path)) examples.push(path);
  kinds.set(kind, examples);
}

function links(html) {
  const found = [];
  for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)) {
    const address = href.replaceAll("&amp;", "&").replaceAll("&#38;", "&").split("#")[0];
    if (!/^\/(es|assets)(\/|$)|\.(csv|json|txt|pdf)(\?|$)|^\/(healthz|readyz)/.test(address)) found.push(address);
  }
  return found;
}

/** The address with what differs from record to record left out. */
export function kindOf(path) {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const shape = pathname
    .replace(/\b[a-z]{2,4}_[0-9a-z]{26}\b/g, "{id}")
    .replace(/\/versions\/\d+/, "/versions/{number}")
    .replace(/^\/p\/[^/]+/, "/p/{p}")
    .replace(/^\/sign-in\/link\/.+/, "/sign-in/link/{secret}")
    .replace(/\/measures\/(?!new$|import|number)[^/]+/, "/measures/{slug}");
  const asks = [...searchParams.keys()].map((key) => {
    if (key === "view") return `view=${searchParams.get(key)}`;
    return key === "after" ? key : "filtered";
  });
  return asks.length > 0 ? `${shape}?${[...new Set(asks)].sort().join("&")}` : shape;
}

/** The same page in Spanish. */
export function inSpanish(path) {
  return path === "/" ? "/es" : `/es${path}`;
}
