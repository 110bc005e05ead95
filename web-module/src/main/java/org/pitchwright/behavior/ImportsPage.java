package org.pitchwright.behavior;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.behavior.imports.ImportKind;
import org.pitchwright.behavior.imports.ImportRun;
import org.pitchwright.behavior.imports.RejectedRow;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/** Bringing files in: upload, progress, report, and the rows that were refused. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int RUNS_SHOWN = 50;
  private static final int REJECTS_SHOWN = 50;

  @Inject private Imports imports;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private ImportKind kind = ImportKind.EVENTS;
  private boolean dryRun;
  private transient @Nullable Part file;
  private @Nullable UUID selected;
  private transient @Nullable List<ImportRun> runs;

  public ImportKind[] getKinds() {
    return ImportKind.values();
  }

  /**
   * Takes the uploaded file in and opens the address of its report, so that looking again does not
   * send the file again. The import goes on while one is elsewhere.
   */
  public void receive() {
    Part uploaded = file;
    if (uploaded == null || !isNamed(uploaded)) {
      toasts.warn("imports.file.needed");
      return;
    }
    boolean received =
        toasts.attempt(
            () -> {
              person.require("behavior:write");
              selected = receive(uploaded).importId();
            });
    if (received) {
      Faces.redirect(Faces.getRequestContextPath() + "/data/imports.xhtml?import=" + selected);
    }
  }

  /** A browser sends a part without a name where no file was chosen. */
  private static boolean isNamed(Part part) {
    String fileName = part.getSubmittedFileName();
    return fileName != null && !fileName.isBlank();
  }

  private Imports.Received receive(Part uploaded) {
    try (InputStream content = uploaded.getInputStream()) {
      return imports.receive(
          kind.name(),
          uploaded.getSubmittedFileName(),
          content,
          dryRun,
          person.getZone().getId(),
          person.getName());
    } catch (IOException e) {
      throw new UncheckedIOException("The uploaded file could not be read", e);
    }
  }

  /** The latest imports, newest first. */
  public List<ImportRun> getRuns() {
    if (runs == null) {
      runs = imports.recent(RUNS_SHOWN);
    }
    return runs;
  }

  /** Whether any import still moves, so that the page must look again. */
  public boolean isMoving() {
    return getRuns().stream().anyMatch(ImportsPage::moving);
  }

  private static boolean moving(ImportRun run) {
    return run.status().equals("RECEIVED") || run.status().equals("RUNNING");
  }

  /** Reads how far the imports have got. */
  public void look() {
    runs = null;
  }

  /** Bytes that are through, in percent of the file. */
  public long percent(ImportRun run) {
    return run.sizeBytes() == 0 ? 0 : Math.min(100, 100 * run.bytesDone() / run.sizeBytes());
  }

  /** A count of the report; 0 until it is there. */
  public long count(ImportRun run, String name) {
    return run.report().get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Refused rows by reason. */
  public Map<?, ?> reasons(ImportRun run) {
    return run.report().get("reasons") instanceof Map<?, ?> reasons ? reasons : Map.of();
  }

  /** The chosen import; null if none is. */
  public @Nullable ImportRun getShown() {
    UUID id = selected;
    return id == null
        ? null
        : getRuns().stream().filter(run -> run.id().equals(id)).findFirst().orElse(null);
  }

  /** The first refused rows of the chosen import. */
  public List<RejectedRow> getRejects() {
    return selected == null ? List.of() : imports.rejects(selected, REJECTS_SHOWN);
  }

  /** Sends all refused rows of the chosen import as a file. */
  public void download() throws IOException {
    UUID id = selected;
    if (id != null) {
      Faces.sendFile("rejects-" + id + ".csv", true, out -> imports.writeRejects(id, out));
    }
  }

  public void show(UUID id) {
    selected = id;
  }

  /** Closes the panel. */
  public void close() {
    selected = null;
  }

  public @Nullable UUID getSelected() {
    return selected;
  }

  /** The chosen import as it stands in the page's address; null if none is. */
  public @Nullable String getAddress() {
    return selected == null ? null : selected.toString();
  }

  /** Opens an import by its address; what is no id opens none. */
  public void setAddress(@Nullable String address) {
    try {
      selected = address == null ? null : UUID.fromString(address);
    } catch (IllegalArgumentException e) {
      selected = null;
    }
  }

  public ImportKind getKind() {
    return kind;
  }

  public void setKind(ImportKind kind) {
    this.kind = kind;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public void setDryRun(boolean dryRun) {
    this.dryRun = dryRun;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}
