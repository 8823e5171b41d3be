using Kind = Contacts.ContractTool.ObjectKind;

namespace Contacts.ContractTool;

/// <summary>The objects of OpenAPI 3.0 that are checked.</summary>
internal enum ObjectKind
{
    Document, Info, Contact, License, Server, ServerVariable, Tag, ExternalDocs, Components, SecurityScheme, PathItem,
    Operation, Parameter, Header, RequestBody, MediaType, Encoding, Response, Example, Schema,
}

/// <summary>The type of value that a key may have.</summary>
internal enum FieldType
{
    /// <summary>Any value, which is not checked.</summary>
    Any,

    Text, Flag, Number, List, TextList, Object, ObjectOrFlag, ObjectList,

    /// <summary>Objects by name; a name may begin with <c>x-</c>.</summary>
    ObjectMap,

    /// <summary>Objects by name; a key that begins with <c>x-</c> is an extension.</summary>
    ExtensibleMap,
}

/// <summary>The type of a key's value, and the kind of the objects in it.</summary>
internal readonly record struct Field(FieldType Type, ObjectKind Kind = default);

/// <summary>
/// One kind of object: its name in a sentence, the section of <c>components</c> to which a <c>$ref</c> in its place must lead (null where a
/// <c>$ref</c> is not allowed), the keys that it must have, and all keys that it may have.
/// </summary>
internal sealed record ObjectFields(string Name, string? Section, string[] Required, IReadOnlyDictionary<string, Field> Fields);

/// <summary>OpenAPI 3.0 as a table, by which one walk finds every object, every unknown key and every value of the wrong type.</summary>
internal static class OpenApiSpecification
{
    /// <summary>The <c>x-</c> keys that the generator knows, and the type of each one's value.</summary>
    public static IReadOnlyDictionary<string, FieldType> Extensions { get; } = new Dictionary<string, FieldType>(StringComparer.Ordinal)
    {
        ["x-csharp-name"] = FieldType.Text,
        ["x-csharp-type"] = FieldType.Text,
        ["x-csharp-access"] = FieldType.Text,
        ["x-csharp-skip"] = FieldType.Flag,
        ["x-csharp-single"] = FieldType.Flag,
        ["x-csharp-remarks"] = FieldType.Text,
        ["x-csharp-example"] = FieldType.Text,
        ["x-provenance"] = FieldType.Text,
        ["x-aliases"] = FieldType.TextList,
        ["x-observed"] = FieldType.Any,
        ["x-documented-only"] = FieldType.Any,
        ["x-set-tracking"] = FieldType.Flag,
        ["x-open-enum"] = FieldType.Flag,
        ["x-enumNames"] = FieldType.TextList,
        ["x-enum-descriptions"] = FieldType.TextList,
        ["x-json-text"] = FieldType.Flag,
        ["x-name"] = FieldType.Text,
        ["x-fallback"] = FieldType.Any,
        ["x-envelope"] = FieldType.Flag,
        ["x-reserved-id-start"] = FieldType.Text,
        ["x-base-path"] = FieldType.Any,
        ["x-gateways"] = FieldType.Any,
    };

    private static readonly (string, Field)[] _ofParametersAndHeaders =
    [
        .. Text("description", "style"), .. Flag("required", "deprecated", "allowEmptyValue", "allowReserved", "explode"),
        .. Any("example"), One("schema", Kind.Schema), Map("examples", Kind.Example), Map("content", Kind.MediaType),
    ];

    private static readonly Dictionary<ObjectKind, ObjectFields> _objects = new()
    {
        [Kind.Document] = Define("document", null, ["openapi", "info"],
        [
            .. Text("openapi"), One("info", Kind.Info), List("servers", Kind.Server), List("tags", Kind.Tag),
            ("paths", new(FieldType.ExtensibleMap, Kind.PathItem)), One("components", Kind.Components),
            One("externalDocs", Kind.ExternalDocs), .. Any("security", "webhooks"),
        ]),
        [Kind.Info] = Define("info", null, ["title", "version"],
            [.. Text("title", "description", "termsOfService", "version"), One("contact", Kind.Contact), One("license", Kind.License)]),
        [Kind.Contact] = Define("contact", null, [], [.. Text("name", "url", "email")]),
        [Kind.License] = Define("license", null, ["name"], [.. Text("name", "url")]),
        [Kind.Server] = Define("server", null, ["url"], [.. Text("url", "description"), Map("variables", Kind.ServerVariable)]),
        [Kind.ServerVariable] = Define("server variable", null, ["default"], [.. Text("default", "description"), Texts("enum")]),
        [Kind.Tag] = Define("tag", null, ["name"], [.. Text("name", "description"), One("externalDocs", Kind.ExternalDocs)]),
        [Kind.ExternalDocs] = Define("externalDocs", null, ["url"], [.. Text("description", "url")]),
        [Kind.Components] = Define("components", null, [],
        [
            Map("schemas", Kind.Schema), Map("responses", Kind.Response), Map("parameters", Kind.Parameter), Map("examples", Kind.Example),
            Map("requestBodies", Kind.RequestBody), Map("headers", Kind.Header), Map("securitySchemes", Kind.SecurityScheme),
            .. Any("links", "callbacks"),
        ]),
        [Kind.SecurityScheme] = Define("security scheme", "securitySchemes", ["type"],
            [.. Text("type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"), .. Any("flows")]),
        [Kind.PathItem] = Define("path", null, [],
        [
            .. Text("summary", "description"), List("servers", Kind.Server), List("parameters", Kind.Parameter),
            One("get", Kind.Operation), One("put", Kind.Operation), One("post", Kind.Operation), One("delete", Kind.Operation),
            One("options", Kind.Operation), One("head", Kind.Operation), One("patch", Kind.Operation), One("trace", Kind.Operation),
        ]),
        [Kind.Operation] = Define("operation", null, [],
        [
            .. Text("summary", "description", "operationId"), Texts("tags"), One("externalDocs", Kind.ExternalDocs),
            List("parameters", Kind.Parameter), One("requestBody", Kind.RequestBody), List("servers", Kind.Server),
            ("responses", new(FieldType.ExtensibleMap, Kind.Response)), .. Flag("deprecated"), .. Any("callbacks", "security"),
        ]),
        [Kind.Parameter] = Define("parameter", "parameters", ["name", "in"], [.. Text("name", "in"), .. _ofParametersAndHeaders]),
        [Kind.Header] = Define("header", "headers", [], _ofParametersAndHeaders),
        [Kind.RequestBody] = Define("request body", "requestBodies", ["content"],
            [.. Text("description"), Map("content", Kind.MediaType), .. Flag("required")]),
        [Kind.MediaType] = Define("media type", null, ["schema"],
            [One("schema", Kind.Schema), .. Any("example"), Map("examples", Kind.Example), Map("encoding", Kind.Encoding)]),
        [Kind.Encoding] = Define("encoding", null, [],
            [.. Text("contentType", "style"), Map("headers", Kind.Header), .. Flag("explode", "allowReserved")]),
        [Kind.Response] = Define("response", "responses", ["description"],
            [.. Text("description"), Map("headers", Kind.Header), Map("content", Kind.MediaType), .. Any("links")]),
        [Kind.Example] = Define("example", "examples", [], [.. Text("summary", "description", "externalValue"), .. Any("value")]),
        [Kind.Schema] = Define("schema", "schemas", [],
        [
            .. Text("title", "description", "type", "format", "pattern"),
            .. Number("multipleOf", "maximum", "minimum", "maxLength", "minLength"),
            .. Number("maxItems", "minItems", "maxProperties", "minProperties"),
            .. Flag("exclusiveMaximum", "exclusiveMinimum", "uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"),
            Texts("required"), ("enum", new(FieldType.List)), Map("properties", Kind.Schema), One("items", Kind.Schema),
            ("additionalProperties", new(FieldType.ObjectOrFlag, Kind.Schema)), One("externalDocs", Kind.ExternalDocs),
            List("allOf", Kind.Schema), List("oneOf", Kind.Schema), List("anyOf", Kind.Schema),
            .. Any("not", "discriminator", "default", "example", "xml"),
        ]),
    };

    public static ObjectFields Of(ObjectKind kind) => _objects[kind];

    private static ObjectFields Define(string name, string? section, string[] required, (string Key, Field Field)[] fields) =>
        new(name, section, required, fields.ToDictionary(static one => one.Key, static one => one.Field, StringComparer.Ordinal));

    private static IEnumerable<(string, Field)> Any(params string[] keys) => keys.Select(static key => (key, new Field(FieldType.Any)));

    private static IEnumerable<(string, Field)> Text(params string[] keys) => keys.Select(static key => (key, new Field(FieldType.Text)));

    private static IEnumerable<(string, Field)> Flag(params string[] keys) => keys.Select(static key => (key, new Field(FieldType.Flag)));

    private static IEnumerable<(string, Field)> Number(params string[] keys) =>
        keys.Select(static key => (key, new Field(FieldType.Number)));

    private static (string, Field) Texts(string key) => (key, new(FieldType.TextList));

    private static (string, Field) One(string key, ObjectKind kind) => (key, new(FieldType.Object, kind));

    private static (string, Field) List(string key, ObjectKind kind) => (key, new(FieldType.ObjectList, kind));

    private static (string, Field) Map(string key, ObjectKind kind) => (key, new(FieldType.ObjectMap, kind));
}
