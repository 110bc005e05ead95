package org.pitchwright.recommendation.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.InfoStream;
import org.pitchwright.recommendation.CandidateIndex;
import org.pitchwright.recommendation.artifact.ByteMatrix;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/** Builds the {@link CandidateIndex} of a model with many items; for a million, in minutes. */
public final class CandidateIndexBuilder {
  /** From so many items on, to score all of them takes longer than to find the best. */
  static final int LARGE = 50_000;

  /** Neighbours of each item in the graph, and how many are looked at to choose them. */
  private static final int NEIGHBOURS = 16;

  private static final int BEAM = 64;

  /** Texts are looked at along their principal components; a sample shows which these are. */
  private static final int TEXT_COMPONENTS = 64;

  private static final int SAMPLE = 8_000;

  /** Lucene takes less than 2,048. */
  private static final double BUFFER_MEBIBYTES = 1_900;

  private final ByteMatrix items;
  private final Optional<ByteMatrix> texts;
  private final FloatMatrix directions;

  private CandidateIndexBuilder(ByteMatrix items, Optional<ByteMatrix> texts) {
    this.items = items;
    this.texts = texts;
    directions =
        texts.map(CandidateIndexBuilder::directions).orElseGet(() -> FloatMatrix.zeros(0, 0));
  }

  /** The same model, with an index of its items if there are so many that it is worth it. */
  public static ModelArtifact addTo(ModelArtifact model) {
    return model.itemIds().size() < LARGE ? model : indexed(model);
  }

  /** The same model with an index of its items, however many there are. */
  static ModelArtifact indexed(ModelArtifact model) {
    ByteMatrix items = vectors(model, ModelArtifact.ITEM_EMBEDDINGS).orElseThrow();
    CandidateIndexBuilder builder =
        new CandidateIndexBuilder(items, vectors(model, ModelArtifact.TEXTS));
    return model.with(ModelArtifact.ITEM_INDEX, builder.build());
  }

  private static Optional<ByteMatrix> vectors(ModelArtifact model, String name) {
    return model.smallMatrix(name).or(() -> model.optionalMatrix(name).map(ByteMatrix::of));
  }

  private static FloatMatrix directions(ByteMatrix texts) {
    int stride = Math.max(1, texts.rows() / SAMPLE);
    FloatMatrix sample = FloatMatrix.zeros(texts.rows() / stride, texts.columns());
    for (int row = 0; row < sample.rows(); row++) {
      float[] text = unit(texts, row * stride);
      System.arraycopy(text, 0, sample.values(), sample.offset(row), text.length);
    }
    double[][] found = new PrincipalComponents(sample).directions(TEXT_COMPONENTS, 0);
    FloatMatrix directions = FloatMatrix.zeros(found.length, texts.columns());
    for (int row = 0; row < found.length; row++) {
      for (int k = 0; k < texts.columns(); k++) {
        directions.values()[directions.offset(row) + k] = (float) found[row][k];
      }
    }
    return directions;
  }

  /** A row with length 1, or 0. */
  private static float[] unit(ByteMatrix matrix, int row) {
    int start = row * matrix.columns();
    float factor = matrix.unitScale(row);
    float[] unit = new float[matrix.columns()];
    for (int k = 0; k < unit.length; k++) {
      unit[k] = factor * matrix.values()[start + k];
    }
    return unit;
  }

  private byte[] build() {
    try (Directory memory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(memory, settings())) {
        float scale = Byte.MAX_VALUE / greatest();
        for (int item = 0; item < items.rows(); item++) {
          byte[] vector = CandidateIndex.integers(vector(item), scale);
          Document document = new Document();
          document.add(
              new KnnByteVectorField(CandidateIndex.VECTOR, vector, CandidateIndex.SIMILARITY));
          document.add(new NumericDocValuesField(CandidateIndex.ITEM, item));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      return zip(memory);
    } catch (IOException e) {
      throw new IllegalStateException("The index of the items cannot be built: " + e, e);
    }
  }

  private static IndexWriterConfig settings() {
    return new IndexWriterConfig()
        .setInfoStream(InfoStream.NO_OUTPUT)
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setUseCompoundFile(false)
        .setCodec(
            new Lucene912Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return new Lucene99HnswVectorsFormat(NEIGHBOURS, BEAM);
              }
            });
  }

  private float greatest() {
    float greatest = Float.MIN_NORMAL;
    for (int item = 0; item < items.rows(); item++) {
      for (float value : vector(item)) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }

  private float[] vector(int item) {
    float[] text = texts.isPresent() ? unit(texts.get(), item) : new float[0];
    return CandidateIndex.vector(unit(items, item), text, directions);
  }

  private byte[] zip(Directory directory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.NO_COMPRESSION); // Vectors hardly get smaller.
      zip.putNextEntry(new ZipEntry(CandidateIndex.DIRECTIONS));
      zip.write(directions.toBytes());
      for (String name : directory.listAll()) {
        zip.putNextEntry(new ZipEntry(name));
        copy(directory, name, zip);
      }
    }
    return bytes.toByteArray();
  }

  private static void copy(Directory directory, String name, OutputStream target)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      for (long left = input.length(); left > 0; ) {
        int size = (int) Math.min(left, buffer.length);
        input.readBytes(buffer, 0, size);
        target.write(buffer, 0, size);
        left -= size;
      }
    }
  }
}
