-- CreateTable
CREATE TABLE "LogLevelMemory" (
    "configMapUid" TEXT NOT NULL PRIMARY KEY,
    "kept" TEXT NOT NULL,
    "nextEnd" DATETIME,
    "savedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LogLevelChange" (
    "configMapUid" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "change" TEXT NOT NULL,
    "effect" TEXT,
    "effectAt" DATETIME,

    PRIMARY KEY ("configMapUid", "at")
);

-- CreateIndex
CREATE INDEX "LogLevelMemory_nextEnd_idx" ON "LogLevelMemory"("nextEnd");

-- CreateIndex
CREATE INDEX "LogLevelMemory_savedAt_idx" ON "LogLevelMemory"("savedAt");

-- CreateIndex
CREATE INDEX "LogLevelChange_at_idx" ON "LogLevelChange"("at");
