import { env } from "../../env.ts";
import { type CodeRisk, log4jCodeRisks } from "../../flink/log4j/code-risks.ts";
import { logbackCodeRisks } from "../../flink/logback/code-risks.ts";
import type { LoggingIssueView } from "../log-level-view.schema.ts";
import type { LoggingInMap } from "./cluster-logging.ts";
import { readLoggingFile } from "./logging-syntax.ts";

/**
 * What speaks against a new text of the whole file. `refused`: the framework would not take it, or it could run code in
 * the pods that the file before could not, and the console's setting does not allow that.
 */
export function textIssues({ syntax, text: before }: LoggingInMap, text: string): LoggingIssueView[] {
  const risksOf = syntax === "log4j2" ? log4jCodeRisks : logbackCodeRisks;
  const known = new Set(risksOf(before).map(({ detail }) => detail));
  const isNew = (risk: CodeRisk) => !known.has(risk.detail);
  const risks = risksOf(text).map((risk) => ({ ...risk, refused: isNew(risk) && env.DREY_LOG_FILE_EDITING !== "any" }));
  return [...readLoggingFile(syntax, text).issues, ...risks];
}
