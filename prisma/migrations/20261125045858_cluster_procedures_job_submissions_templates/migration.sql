-- CreateTable
CREATE TABLE "ClusterProcedure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "active" TEXT,
    "state" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "progress" TEXT NOT NULL,
    "holder" TEXT,
    "heldUntil" DATETIME,
    "askedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "who" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "JobSubmission" (
    "context" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "who" TEXT NOT NULL,
    "request" TEXT NOT NULL,

    PRIMARY KEY ("context", "namespace", "clusterId", "jobId")
);

-- CreateTable
CREATE TABLE "SpecTemplate" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "content" TEXT NOT NULL,

    PRIMARY KEY ("name", "version")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClusterProcedure_active_key" ON "ClusterProcedure"("active");

-- CreateIndex
CREATE INDEX "ClusterProcedure_context_namespace_clusterId_id_idx" ON "ClusterProcedure"("context", "namespace", "clusterId", "id");

-- CreateIndex
CREATE INDEX "ClusterProcedure_state_idx" ON "ClusterProcedure"("state");
