using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Contacts.Generated.ContractTests;

/// <summary>
/// Checks JSON against a schema with NJsonSchema: the keywords that the contract uses, and no others. A keyword or format that is not
/// known here is an error of its own, so that nothing is passed over in silence.
/// </summary>
internal static class SchemaRules
{
    // Tells where in the contract a schema stands.
    private const string Place = "x-place";

    private static readonly HashSet<string> _kept =
    [
        "type", "nullable", "required", "minItems", "maxItems", "minimum", "maximum", "minLength", "maxLength", "pattern",
    ];

    private static readonly HashSet<string> _annotations = ["description", "example", "title", "deprecated"];

    private static readonly HashSet<string> _formats = ["int32", "int64", "date-time", "binary"];

    private static readonly ConditionalWeakTable<JsonNode, JsonSchema> _schemas = [];

    public static void Check(ContractNode schema, JsonElement value, string pointer, Findings findings)
    {
        var rules = _schemas.GetValue(schema.Value!, _ => JsonSchema.FromJsonAsync(Copy(schema)).GetAwaiter().GetResult());
        foreach (var error in new Validator().Validate(ToToken(value), rules, SchemaType.OpenApi3).SelectMany(Causes))
        {
            var place = pointer + PointerTo(error.Token!);
            findings.Add(
                error.Kind == ValidationErrorKind.PropertyRequired ? JsonPointer.Append(place, error.Property!) : place,
                JsonPointer.Append((string)error.Schema.ExtensionData![Place]!, KeywordOf(error.Kind)),
                $"is not valid ({error.Kind}).");
        }
    }

    /// <summary>The schema on its own: without annotations, with the components that it refers to and the place of each part.</summary>
    private static string Copy(ContractNode schema)
    {
        var components = new JsonObject();
        var copy = Copy(schema, components);
        copy["definitions"] = components;
        return copy.ToJsonString();
    }

    private static JsonObject Copy(ContractNode schema, JsonObject components)
    {
        var copy = new JsonObject { [Place] = schema.Pointer };
        foreach (var (keyword, rule) in schema.Members)
        {
            switch (keyword)
            {
                case "properties":
                    copy[keyword] = new JsonObject(
                        rule.Members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Part(member.Value, components))));
                    break;
                case "items":
                case "additionalProperties" when rule.Value is JsonObject:
                    copy[keyword] = Part(rule, components);
                    break;
                case "enum" when schema.Flag("x-open-enum"):
                    break;
                case "format" when !_formats.Contains(rule.Value!.GetValue<string>()):
                    throw Unknown($"the format \"{rule.Value}\"", rule);
                case "enum" or "format" or "additionalProperties":
                case var _ when _kept.Contains(keyword):
                    copy[keyword] = rule.Value!.DeepClone();
                    break;
                case var _ when !_annotations.Contains(keyword) && !keyword.StartsWith("x-", StringComparison.Ordinal):
                    throw Unknown($"\"{keyword}\"", schema);
            }
        }

        return copy;
    }

    /// <summary>A component stays one, since it may have itself as a part.</summary>
    private static JsonObject Part(ContractNode schema, JsonObject components)
    {
        if (schema.Pointer != "#/components/schemas/" + schema.Name)
        {
            return Copy(schema, components);
        }

        if (components.TryAdd(schema.Name, null))
        {
            components[schema.Name] = Copy(schema, components);
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + schema.Name };
    }

    private static NotSupportedException Unknown(string what, ContractNode place) =>
        new($"The contract uses {what} at {place.Pointer}, which the validator does not know. Teach it.");

    /// <summary>A number without a fraction is whole, however it is written, which NJsonSchema sees otherwise.</summary>
    private static JToken ToToken(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JObject(value.EnumerateObject().Select(member => new JProperty(member.Name, ToToken(member.Value)))),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(ToToken)),
        JsonValueKind.String => new JValue(value.GetString()),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => IsLong(number) ? new JValue((long)number) : new JValue(number),
        JsonValueKind.Number => new JValue(value.GetDouble()),
        JsonValueKind.Null => JValue.CreateNull(),
        _ => new JValue(value.GetBoolean()),
    };

    private static bool IsLong(decimal number) => decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;

    /// <summary>An error of an item or of a further member is told by those within it.</summary>
    private static IEnumerable<ValidationError> Causes(ValidationError error) =>
        error is ChildSchemaValidationError { Errors: var within } ? within.Values.SelectMany(some => some).SelectMany(Causes) : [error];

    private static string PointerTo(JToken token) => token switch
    {
        JProperty property => JsonPointer.Append(PointerTo(property.Parent!), property.Name),
        { Parent: JProperty property } => PointerTo(property),
        { Parent: JArray items } => JsonPointer.Append(PointerTo(items), $"{items.IndexOf(token)}"),
        _ => "",
    };

    private static string KeywordOf(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "required",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "additionalProperties",
        ValidationErrorKind.TooFewItems => "minItems",
        ValidationErrorKind.TooManyItems => "maxItems",
        ValidationErrorKind.NotInEnumeration => "enum",
        ValidationErrorKind.NumberTooSmall => "minimum",
        ValidationErrorKind.NumberTooBig => "maximum",
        ValidationErrorKind.StringTooShort => "minLength",
        ValidationErrorKind.StringTooLong => "maxLength",
        ValidationErrorKind.PatternMismatch => "pattern",
        ValidationErrorKind.IntegerTooBig or ValidationErrorKind.DateTimeExpected => "format",
        _ => "type",
    };

    /// <summary>What NJsonSchema does not check, or otherwise than JSON Schema has it.</summary>
    private sealed class Validator() : JsonSchemaValidator(new DateTimeRule())
    {
        protected override ICollection<ValidationError> Validate(
            JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
        {
            var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath)
                .Where(error => !IsShortEnough(error))
                .ToList();
            if (schema.Format == "int32" && token is JValue { Value: long number } && number != (int)number)
            {
                errors.Add(new ValidationError(ValidationErrorKind.IntegerTooBig, propertyName, propertyPath, token, schema));
            }

            return errors;
        }

        // JSON Schema counts characters, not the halves of surrogate pairs.
        private static bool IsShortEnough(ValidationError error) =>
            error.Kind == ValidationErrorKind.StringTooLong
            && error.Token!.Value<string>()!.EnumerateRunes().Count() <= error.Schema.MaxLength;
    }

    /// <summary>A date and time as RFC 3339 has it; NJsonSchema's own rule lets others through.</summary>
    private sealed class DateTimeRule : IFormatValidator
    {
        private static readonly Regex _dateTime = new(
            @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        public string Format => "date-time";

        public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

        public bool IsValid(string value, JTokenType tokenType) =>
            _dateTime.IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
