package org.pitchwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.util.Set;

/** The rules of docs/design.md, as tests that fail. */
@AnalyzeClasses(
    packages = "org.pitchwright",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  /** The capabilities of the product, and the vocabulary that all of them share. */
  private static final Set<String> FIRST_LEVEL =
      Set.of(
          "catalog",
          "customer",
          "behavior",
          "recommendation",
          "model",
          "insight",
          "audience",
          "copywriting",
          "campaign",
          "experiment",
          "support",
          "governance",
          "operations",
          "security",
          "problem",
          "paging",
          "sql",
          "json",
          "idempotency",
          "frame",
          "crm",
          "soap");

  private static final ArchRule FREE_OF_CIRCLES =
      slices().matching("org.pitchwright.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_ARE_NAMED_FOR_CAPABILITIES =
      classes()
          .should()
          .resideInAnyPackage(
              FIRST_LEVEL.stream()
                  .map(name -> "org.pitchwright." + name + "..")
                  .toArray(String[]::new));

  /** Pages and resources stand on top of all services, and are judged among themselves. */
  @ArchTest
  static void servicesFormNoCircle(JavaClasses classes) {
    FREE_OF_CIRCLES.check(classes.that(are("web-module").negate()));
  }

  @ArchTest
  static void pagesAndResourcesFormNoCircle(JavaClasses classes) {
    FREE_OF_CIRCLES.check(classes.that(are("web-module")));
  }

  @ArchTest
  static final ArchRule PAGES_AND_RESOURCES_HOLD_NO_SQL =
      noClasses()
          .that(are("web-module"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql", "javax.sql")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule PERSISTENCE_KNOWS_NO_OTHER_MODULE =
      noClasses()
          .that(are("persistence"))
          .should()
          .dependOnClassesThat(are("learning"))
          .orShould()
          .dependOnClassesThat(are("ejb-module"))
          .orShould()
          .dependOnClassesThat(are("batch-module"))
          .orShould()
          .dependOnClassesThat(are("web-module"));

  @ArchTest
  static final ArchRule LEARNING_IS_PLAIN_JAVA =
      noClasses()
          .that(are("learning"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
          .orShould()
          .dependOnClassesThat(are("persistence"));

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_WHO_CALLS_THEM =
      noClasses()
          .that(are("ejb-module"))
          .should()
          .dependOnClassesThat(are("batch-module"))
          .orShould()
          .dependOnClassesThat(are("web-module"));

  @ArchTest
  static final ArchRule JOBS_DO_NOT_KNOW_THE_WEB =
      noClasses().that(are("batch-module")).should().dependOnClassesThat(are("web-module"));

  @ArchTest
  static final ArchRule CONFIGURATION_IS_MICROPROFILE =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE_OF_A_SERVER =
      noClasses()
          .that(are("persistence"))
          .or(are("ejb-module"))
          .or(are("batch-module"))
          .or(are("web-module"))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  private static DescribedPredicate<JavaClass> are(String module) {
    return DescribedPredicate.describe(
        "of module " + module,
        type ->
            type.getSource()
                .map(source -> Location.of(source.getUri()))
                .filter(
                    location ->
                        location.contains("/" + module + "/")
                            || location.contains("/pitchwright-" + jar(module) + "-"))
                .isPresent());
  }

  private static String jar(String module) {
    return module.replace("-module", "");
  }
}
