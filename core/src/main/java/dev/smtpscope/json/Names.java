package dev.smtpscope.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.smtpscope.facts.TlsVersion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * How Java's names are written: sealed variants and enum constants in lower case with hyphens, and
 * durations with their unit.
 */
final class Names extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value TYPED =
      JsonTypeInfo.Value.from(Typed.class.getAnnotation(JsonTypeInfo.class));

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private static final class Typed {}

  /** The variants of a sealed interface, told apart by the field {@code type}. */
  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    return isSealed(annotated) ? TYPED : super.findPolymorphicTypeInfo(config, annotated);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    return isSealed(annotated)
        ? Stream.of(annotated.getRawType().getPermittedSubclasses())
            .map(variant -> new NamedType(variant, variant(variant)))
            .toList()
        : super.findSubtypes(config, annotated);
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    for (int i = 0; i < constants.length; i++) {
      names[i] = constant(constants[i]);
    }
    return names;
  }

  private static boolean isSealed(Annotated annotated) {
    Class<?> type = annotated.getRawType();
    return annotated instanceof AnnotatedClass && type.isSealed() && isOurs(type);
  }

  /** The JDK has sealed types too, such as InetAddress. */
  private static boolean isOurs(Class<?> type) {
    return type.getPackageName().startsWith("dev.smtpscope.");
  }

  /** The name of a variant: {@code TimedOut} is {@code timed-out}. */
  static String variant(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static String constant(Enum<?> constant) {
    return constant instanceof TlsVersion version
        ? version.label()
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names the unit of durations. */
  static final class Units extends PropertyNamingStrategy {
    private static final long serialVersionUID = 1L;

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
      return named(field, name);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
      return named(method, name);
    }

    @Override
    public String nameForConstructorParameter(
        MapperConfig<?> config, AnnotatedParameter parameter, String name) {
      return named(parameter, name);
    }

    private static String named(AnnotatedMember member, String name) {
      return member.getRawType() == Duration.class ? name + "Seconds" : name;
    }
  }
}
