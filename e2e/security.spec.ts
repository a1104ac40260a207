import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";

/** A request as no browser or library would send it: any Host, any header. */
function sent(
  baseURL: string,
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<{ status: number | undefined; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, baseURL), { method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("end", () => resolve({ status: response.statusCode, body, headers: response.headers }));
    });
    request.on("error", reject);
    request.end();
  });
}

const base = (baseURL: string | undefined): string => baseURL ?? "";

test.describe("a foreign host", () => {
  for (const path of ["/", "/clusters", "/api/v1/clusters", "/api/v1/live", "/_next/static/x.js"]) {
    test(`gets nothing from ${path}`, async ({ baseURL }) => {
      const answer = await sent(base(baseURL), path, { host: "evil.example" });
      expect(answer.status).toBe(421);
      expect(JSON.parse(answer.body)).toMatchObject({ type: "/problems/host-refused" });
    });
  }
});

test("a foreign origin changes nothing and reads no stream", async ({ baseURL }) => {
  const origin = "https://evil.example";
  for (const [method, path] of [
    ["POST", "/api/v1/clusters"],
    ["DELETE", "/api/v1/clusters/c/n/first"],
    ["GET", "/api/v1/live"],
  ] as const) {
    const answer = await sent(base(baseURL), path, { origin }, method);
    expect(answer.status, path).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("a page of another origin in the same browser can't call the API", async ({ page, baseURL }) => {
  await page.route("http://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>evil</title>" }),
  );
  await page.goto("http://evil.example/");
  const outcomes = await page.evaluate(async (target) => {
    const read = await fetch(`${target}/api/v1/settings`).then(
      (response) => response.text(),
      () => "blocked",
    );
    const written = await fetch(`${target}/api/v1/clusters`, { method: "POST", mode: "no-cors", body: "{}" }).then(
      (response) => response.type,
      () => "blocked",
    );
    return { read, written };
  }, base(baseURL));
  expect(outcomes.read).toBe("blocked");
  // What is sent without CORS can't be read by the page; the console has refused it.
  expect(["blocked", "opaque"]).toContain(outcomes.written);
});

test("no page frames the console", async ({ page, baseURL }) => {
  await page.route("http://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${base(baseURL)}/clusters"></iframe>` }),
  );
  await page.goto("http://evil.example/");
  const frame = page.frames().find((each) => each !== page.mainFrame());
  expect(await frame?.locator("main").count()).toBe(0);
});

test.describe("the content security policy", () => {
  for (const path of [
    "/clusters",
    "/clusters/new",
    "/jobs",
    "/savepoints",
    "/audit",
    "/settings",
    "/problems/not-found",
  ]) {
    test(`lets ${path} work, without a word in the browser's console`, async ({ page }) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || /Content Security Policy/i.test(message.text()))
          complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      const response = await page.goto(path);
      const policy = response?.headers()["content-security-policy"] ?? "";
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
      expect(policy).not.toContain("unsafe-eval");
      await expect(page.getByRole("main")).toBeVisible();
      // Hydrated: the key opens the list of keys.
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(complaints).toEqual([]);
    });
  }

  test("runs no script that was put into a page", async ({ page }) => {
    await page.goto("/settings");
    const refused = page.waitForEvent("console", (message) =>
      /inline event handler.*Content Security Policy/i.test(message.text()),
    );
    await page.evaluate(() => {
      const markup = document.createElement("div");
      markup.innerHTML = `<img src="data:," onerror="document.title = 'ran'">`;
      document.body.append(markup);
    });
    await refused;
    expect(await page.title()).not.toBe("ran");
  });
});
