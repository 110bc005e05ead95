package org.pitchwright.behavior.imports;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in.
 *
 * @param hash {@code sha256:} and the digest of its bytes
 * @param status {@code RECEIVED}, {@code RUNNING}, {@code COMPLETED}, {@code FAILED}, {@code
 *     STOPPED}
 * @param executionId the job execution that reads it, or read it last
 * @param report rows, accepted, duplicates, rejected, encoding, delimiter, columns, reasons,
 *     seconds; empty until the first rows are through
 * @param error why the file as a whole could not be imported; null otherwise
 */
public record ImportRun(
    UUID id,
    ImportKind kind,
    String fileName,
    Path content,
    String hash,
    long sizeBytes,
    boolean dryRun,
    String status,
    @Nullable Long executionId,
    long bytesDone,
    Map<String, Object> report,
    @Nullable String error,
    String createdBy,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime finishedAt) {}
