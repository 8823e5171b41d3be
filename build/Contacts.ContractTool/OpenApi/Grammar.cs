namespace Contacts.ContractTool;

/// <summary>OpenAPI 3.0 as a table, so that one walk finds every object, every unknown key and every value of the wrong form.</summary>
public static class Grammar
{
    private static readonly KeyGrammar _data = new(Shape.Data);
    private static readonly KeyGrammar _text = new(Shape.Text);
    private static readonly KeyGrammar _flag = new(Shape.Flag);
    private static readonly KeyGrammar _number = new(Shape.Number);
    private static readonly KeyGrammar _texts = new(Shape.TextList);
    private static readonly KeyGrammar _operation = One(ObjectKind.Operation);
    private static readonly KeyGrammar _externalDocs = One(ObjectKind.ExternalDocs);
    private static readonly KeyGrammar _servers = new(Shape.ObjectList, ObjectKind.Server);
    private static readonly KeyGrammar _parameters = new(Shape.ObjectList, ObjectKind.Parameter);
    private static readonly KeyGrammar _examples = Map(ObjectKind.Example);
    private static readonly KeyGrammar _headers = Map(ObjectKind.Header);
    private static readonly KeyGrammar _content = Map(ObjectKind.MediaType);

    private static readonly Dictionary<ObjectKind, ObjectGrammar> _objects = new()
    {
        [ObjectKind.Document] = new("document", null, ["openapi", "info", "paths"], new()
        {
            ["openapi"] = _text,
            ["info"] = One(ObjectKind.Info),
            ["servers"] = _servers,
            ["paths"] = new(Shape.ExtensibleMap, ObjectKind.PathItem),
            ["components"] = One(ObjectKind.Components),
            ["security"] = _data,
            ["tags"] = new(Shape.ObjectList, ObjectKind.Tag),
            ["externalDocs"] = _externalDocs,
            ["webhooks"] = _data,
        }),
        [ObjectKind.Info] = new("info", null, ["title", "version"], new()
        {
            ["title"] = _text,
            ["description"] = _text,
            ["termsOfService"] = _text,
            ["version"] = _text,
            ["contact"] = One(ObjectKind.Contact),
            ["license"] = One(ObjectKind.License),
        }),
        [ObjectKind.Contact] = new("contact", null, [], new() { ["name"] = _text, ["url"] = _text, ["email"] = _text }),
        [ObjectKind.License] = new("license", null, ["name"], new() { ["name"] = _text, ["url"] = _text }),
        [ObjectKind.Server] = new("server", null, ["url"], new()
        {
            ["url"] = _text,
            ["description"] = _text,
            ["variables"] = Map(ObjectKind.ServerVariable),
        }),
        [ObjectKind.ServerVariable] = new("server variable", null, ["default"], new()
        {
            ["enum"] = _texts,
            ["default"] = _text,
            ["description"] = _text,
        }),
        [ObjectKind.Tag] = new("tag", null, ["name"], new()
        {
            ["name"] = _text,
            ["description"] = _text,
            ["externalDocs"] = _externalDocs,
        }),
        [ObjectKind.ExternalDocs] = new("externalDocs", null, ["url"], new() { ["description"] = _text, ["url"] = _text }),
        [ObjectKind.Components] = new("components", null, [], new()
        {
            ["schemas"] = Map(ObjectKind.Schema),
            ["responses"] = Map(ObjectKind.Response),
            ["parameters"] = Map(ObjectKind.Parameter),
            ["examples"] = _examples,
            ["requestBodies"] = Map(ObjectKind.RequestBody),
            ["headers"] = _headers,
            ["securitySchemes"] = Map(ObjectKind.SecurityScheme),
            ["links"] = _data,
            ["callbacks"] = _data,
        }),
        [ObjectKind.SecurityScheme] = new("security scheme", "securitySchemes", ["type"], new()
        {
            ["type"] = _text,
            ["description"] = _text,
            ["name"] = _text,
            ["in"] = _text,
            ["scheme"] = _text,
            ["bearerFormat"] = _text,
            ["flows"] = _data,
            ["openIdConnectUrl"] = _text,
        }),
        [ObjectKind.PathItem] = new("path", null, [], new()
        {
            ["summary"] = _text,
            ["description"] = _text,
            ["get"] = _operation,
            ["put"] = _operation,
            ["post"] = _operation,
            ["delete"] = _operation,
            ["options"] = _operation,
            ["head"] = _operation,
            ["patch"] = _operation,
            ["trace"] = _operation,
            ["servers"] = _servers,
            ["parameters"] = _parameters,
        }),
        [ObjectKind.Operation] = new("operation", null, [], new()
        {
            ["tags"] = _texts,
            ["summary"] = _text,
            ["description"] = _text,
            ["externalDocs"] = _externalDocs,
            ["operationId"] = _text,
            ["parameters"] = _parameters,
            ["requestBody"] = One(ObjectKind.RequestBody),
            ["responses"] = new(Shape.ExtensibleMap, ObjectKind.Response),
            ["callbacks"] = _data,
            ["deprecated"] = _flag,
            ["security"] = _data,
            ["servers"] = _servers,
        }),
        [ObjectKind.Parameter] = new("parameter", "parameters", ["name", "in"], ParameterKeys(new() { ["name"] = _text, ["in"] = _text })),
        [ObjectKind.Header] = new("header", "headers", [], ParameterKeys([])),
        [ObjectKind.RequestBody] = new("request body", "requestBodies", ["content"], new()
        {
            ["description"] = _text,
            ["content"] = _content,
            ["required"] = _flag,
        }),
        [ObjectKind.MediaType] = new("media type", null, ["schema"], new()
        {
            ["schema"] = One(ObjectKind.Schema),
            ["example"] = _data,
            ["examples"] = _examples,
            ["encoding"] = Map(ObjectKind.Encoding),
        }),
        [ObjectKind.Encoding] = new("encoding", null, [], new()
        {
            ["contentType"] = _text,
            ["headers"] = _headers,
            ["style"] = _text,
            ["explode"] = _flag,
            ["allowReserved"] = _flag,
        }),
        [ObjectKind.Response] = new("response", "responses", ["description"], new()
        {
            ["description"] = _text,
            ["headers"] = _headers,
            ["content"] = _content,
            ["links"] = _data,
        }),
        [ObjectKind.Example] = new("example", "examples", [], new()
        {
            ["summary"] = _text,
            ["description"] = _text,
            ["value"] = _data,
            ["externalValue"] = _text,
        }),
        [ObjectKind.Schema] = new("schema", "schemas", [], new()
        {
            ["title"] = _text,
            ["description"] = _text,
            ["type"] = _text,
            ["format"] = _text,
            ["pattern"] = _text,
            ["multipleOf"] = _number,
            ["maximum"] = _number,
            ["minimum"] = _number,
            ["exclusiveMaximum"] = _flag,
            ["exclusiveMinimum"] = _flag,
            ["maxLength"] = _number,
            ["minLength"] = _number,
            ["maxItems"] = _number,
            ["minItems"] = _number,
            ["uniqueItems"] = _flag,
            ["maxProperties"] = _number,
            ["minProperties"] = _number,
            ["required"] = _texts,
            ["enum"] = new(Shape.DataList),
            ["properties"] = Map(ObjectKind.Schema),
            ["items"] = One(ObjectKind.Schema),
            ["additionalProperties"] = new(Shape.ObjectOrFlag, ObjectKind.Schema),
            ["allOf"] = _data,
            ["oneOf"] = _data,
            ["anyOf"] = _data,
            ["not"] = _data,
            ["discriminator"] = _data,
            ["default"] = _data,
            ["example"] = _data,
            ["nullable"] = _flag,
            ["readOnly"] = _flag,
            ["writeOnly"] = _flag,
            ["deprecated"] = _flag,
            ["xml"] = _data,
            ["externalDocs"] = _externalDocs,
        }),
    };

    public static ObjectGrammar Of(ObjectKind kind) => _objects[kind];

    private static KeyGrammar One(ObjectKind kind) => new(Shape.OneObject, kind);

    private static KeyGrammar Map(ObjectKind kind) => new(Shape.ObjectMap, kind);

    private static Dictionary<string, KeyGrammar> ParameterKeys(Dictionary<string, KeyGrammar> keys)
    {
        keys["description"] = _text;
        keys["required"] = _flag;
        keys["deprecated"] = _flag;
        keys["allowEmptyValue"] = _flag;
        keys["allowReserved"] = _flag;
        keys["style"] = _text;
        keys["explode"] = _flag;
        keys["schema"] = One(ObjectKind.Schema);
        keys["content"] = _content;
        keys["example"] = _data;
        keys["examples"] = _examples;
        return keys;
    }
}
