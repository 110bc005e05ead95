package org.pitchwright.recommendation.training;

/** Settings of DJL and PyTorch that must be made before either is loaded. */
final class TorchRuntime {

  private TorchRuntime() {}

  /** Never asks the network, uses one thread per model. */
  static void prepare() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    System.setProperty("ai.djl.default_engine", "PyTorch");
  }
}
