-- CreateTable
CREATE TABLE "SavepointRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "jobName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "path" TEXT,
    "directory" TEXT,
    "format" TEXT,
    "drain" BOOLEAN,
    "sizeBytes" BIGINT,
    "reason" TEXT,
    "askedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "who" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "SavepointRecord_askedAt_idx" ON "SavepointRecord"("askedAt");

-- CreateIndex
CREATE INDEX "SavepointRecord_context_namespace_clusterId_jobId_askedAt_idx" ON "SavepointRecord"("context", "namespace", "clusterId", "jobId", "askedAt");

-- CreateIndex
CREATE INDEX "SavepointRecord_state_idx" ON "SavepointRecord"("state");

-- CreateIndex
CREATE UNIQUE INDEX "SavepointRecord_context_namespace_clusterId_path_key" ON "SavepointRecord"("context", "namespace", "clusterId", "path");
