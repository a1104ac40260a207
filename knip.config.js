/** Dead files, exports and dependencies. @type {import("knip").KnipConfig} */
export default {
  entry: ["cli/drey.ts", "{bench,tools}/**/*.ts", "e2e/**/*.spec.ts"],
  project: ["{app,bench,cli,components,e2e,server,tools}/**/*.{ts,tsx,css}", "*.ts"],
  // A schema's parts are exported where they are described, and used there to make the whole.
  ignoreExportsUsedInFile: true,
  // Used by the generated client, which is not in the repository.
  ignoreDependencies: ["@prisma/client"],
  // Of the machine: jars are read and made with them.
  ignoreBinaries: ["java", "jar"],
  compilers: {
    css: (text) => [...text.matchAll(/^@import "([^"]+)"/gm)].map((match) => `import "${match[1]}";`).join("\n"),
  },
};
