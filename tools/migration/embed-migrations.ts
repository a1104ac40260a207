import { embedMigrations } from "./migration-files.ts";

embedMigrations();
