/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  typedRoutes: true,
  images: { unoptimized: true },
  // `npm run types` holds the types of everything, tests included. A build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@kubernetes/client-node", "@libsql/client", "pino"],
  // The key must be "**": with "/*" sharp stays in the standalone tree.
  outputFileTracingExcludes: {
    "**": [
      "node_modules/@img/**",
      "node_modules/sharp/**",
      "node_modules/@libsql/linux-x64-musl/**",
      "tools/**",
      "e2e/**",
    ],
  },
};
