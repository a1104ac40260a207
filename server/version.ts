import packageJson from "../package.json" with { type: "json" };

/** The console's own version. */
export const version: string = packageJson.version;
