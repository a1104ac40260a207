-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "who" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "subject" TEXT,
    "before" TEXT,
    "after" TEXT,
    "outcome" TEXT NOT NULL,
    "detail" TEXT
);

-- CreateTable
CREATE TABLE "SubmittedSpec" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "context" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "deploymentUid" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "who" TEXT NOT NULL,
    "spec" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "AuditEntry_context_namespace_clusterId_id_idx" ON "AuditEntry"("context", "namespace", "clusterId", "id");

-- CreateIndex
CREATE INDEX "SubmittedSpec_context_namespace_clusterId_deploymentUid_idx" ON "SubmittedSpec"("context", "namespace", "clusterId", "deploymentUid");
