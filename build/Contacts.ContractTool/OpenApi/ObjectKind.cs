namespace Contacts.ContractTool;

/// <summary>The objects of OpenAPI 3.0 that are looked into.</summary>
public enum ObjectKind
{
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Tag,
    ExternalDocs,
    Components,
    SecurityScheme,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Response,
    Header,
    Example,
    Schema,
}
