package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API is OpenAPI 3.1 to others: to Swagger's parser, and its schemas are
 * JSON Schema to a validator.
 */
class OpenApiDocumentTest {
  @TempDir Path folder;

  @Test
  void isValid() throws IOException {
    assertThat(problems(read("openapi.json"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          "openapi": "3.1.0"                  | "openapi": "3.x"
          "title": "smtpscope",               | ``
          "operationId"                       | "operationid"
          "description": "It waits or runs.", | ``
          "in": "path"                        | "in": "road"
          "required": true                    | "required": "yes"
          "type": "string"                    | "type": "strin"
          "#/components/schemas/Check"        | "#/components/schemas/Nothing"
          "#/components/responses/Busy"       | "#/components/responses/Lazy"
          "report.schema.json"                | "reports.schema.json"
          """,
      delimiter = '|')
  void whatIsBrokenIsFound(String part, String broken) throws IOException {
    String document = read("openapi.json");
    assertThat(document).contains(part);
    assertThat(problems(document.replace(part, broken))).isNotEmpty();
  }

  private List<String> problems(String document) throws IOException {
    List<String> problems = new ArrayList<>(parserProblems(document));
    schemas(document).stream().flatMap(s -> schemaProblems(s).stream()).forEach(problems::add);
    return problems;
  }

  private List<String> parserProblems(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("openapi.json"), document);
    Files.writeString(folder.resolve("report.schema.json"), read("report.schema.json"));
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readLocation(file.toString(), List.of(), options);
    return result.getOpenAPI() == null ? List.of("not OpenAPI") : result.getMessages();
  }

  private static List<String> schemas(String document) {
    JsonNode root = JsonMapper.shared().readTree(document);
    List<String> schemas = new ArrayList<>();
    root.at("/components/schemas").values().forEach(s -> schemas.add(s.toString()));
    root.findValues("schema").forEach(s -> schemas.add(s.toString()));
    return schemas;
  }

  private static List<String> schemaProblems(String schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
        .validate(schema, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = OpenApiDocumentTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
