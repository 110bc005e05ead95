package org.pitchwright.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/**
 * A job that can be started. Every capability produces its definitions as CDI beans.
 *
 * @param name the name of its XML in {@code META-INF/batch-jobs}
 * @param parameters what may be given at the start
 * @param internal started by the product itself and not offered to people
 * @param leaseParameter the parameter that tells apart executions which may run side by side; null
 *     if only one execution of the job may run at a time
 * @param possibleHere whether this node has what an execution with these parameters works on
 */
public record JobDefinition(
    String name,
    List<JobParameter> parameters,
    boolean internal,
    @Nullable String leaseParameter,
    Predicate<Map<String, String>> possibleHere) {

  /** A job that people start, of which one execution runs at a time. */
  public static JobDefinition of(String name, JobParameter... parameters) {
    return new JobDefinition(name, List.of(parameters), false, null, given -> true);
  }

  /** Key of the title in the message bundles. */
  public String titleKey() {
    return "job." + name + ".title";
  }

  /** Key of a sentence that tells what the job does, in the message bundles. */
  public String descriptionKey() {
    return "job." + name + ".description";
  }

  /** Key of a parameter's description in the message bundles. */
  public String parameterKey(JobParameter parameter) {
    return "job." + name + ".parameter." + parameter.name();
  }

  /** What must be leased before an execution with these parameters may run. */
  public String leaseName(Map<String, String> given) {
    return leaseParameter == null ? name : name + "/" + given.get(leaseParameter);
  }

  /**
   * The parameters of an execution: those given, completed by defaults.
   *
   * @throws ProblemException naming every unknown, missing or wrong parameter
   */
  public Map<String, String> complete(Map<String, String> given) {
    List<Violation> violations =
        given.entrySet().stream()
            .flatMap(entry -> complaint(entry.getKey(), entry.getValue()).stream())
            .collect(Collectors.toList());
    Map<String, String> complete = new LinkedHashMap<>();
    for (JobParameter parameter : parameters) {
      String value = given.get(parameter.name());
      if (value != null) {
        complete.put(parameter.name(), value);
      } else if (parameter.defaultValue() != null) {
        complete.put(parameter.name(), parameter.defaultValue());
      } else if (parameter.required()) {
        violations.add(violation(parameter.name(), parameter.name() + " is needed"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return complete;
  }

  private Optional<Violation> complaint(String parameterName, String value) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(parameterName))
        .findFirst()
        .map(parameter -> parameter.complaint(value))
        .orElseGet(() -> Optional.of(unknown(parameterName)))
        .map(detail -> violation(parameterName, detail));
  }

  private String unknown(String parameterName) {
    String known =
        parameters.isEmpty()
            ? "it takes none"
            : "it takes "
                + String.join(
                    ", ", new TreeSet<>(parameters.stream().map(JobParameter::name).toList()));
    return name + " has no parameter " + parameterName + "; " + known;
  }

  private static Violation violation(String parameterName, String detail) {
    return new Violation("/parameters/" + parameterName, detail);
  }
}
