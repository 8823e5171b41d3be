namespace Contacts.ContractTool;

/// <summary>The kinds of types that generated code reads and writes in different ways.</summary>
internal enum TypeKind
{
    Text, Number, Flag, Time, Bytes, Guid, Uri, Enum, Model, Union, List, Map,

    /// <summary>An object with any members.</summary>
    Object,

    /// <summary>Any JSON value.</summary>
    Any,
}

/// <summary>A type in C#, without the question mark.</summary>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Name">The type as it is written in code.</param>
/// <param name="Item">The type of a list's items or of a map's values; null for others.</param>
internal sealed record CSharpType(TypeKind Kind, string Name, CSharpType? Item = null)
{
    public static CSharpType Any { get; } = new(TypeKind.Any, "object");

    public static CSharpType Object { get; } = new(TypeKind.Object, "IDictionary<string, object?>");

    public static CSharpType Text { get; } = new(TypeKind.Text, "string");

    public bool IsValueType => Kind is TypeKind.Number or TypeKind.Flag or TypeKind.Time or TypeKind.Guid or TypeKind.Enum;

    /// <summary>Whether no value of the type can stand for a missing one, so that even a required member is nullable.</summary>
    public bool HasNoEmptyValue => Kind is TypeKind.Any or TypeKind.Uri or TypeKind.Union;

    /// <summary>The value for a member that is missing and cannot be null, as C#; null if the type's default will do.</summary>
    public string? EmptyValue => Kind switch
    {
        TypeKind.Text => "\"\"",
        TypeKind.List or TypeKind.Bytes => "[]",
        TypeKind.Model => "new()",
        TypeKind.Object => "new PlainObject()",
        TypeKind.Map => $"new Dictionary<string, {Item!.NameAsItem}>()",
        _ => null,
    };

    /// <summary>The kind as the templates write it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The type, with a question mark if it is nullable; any JSON value may always be null.</summary>
    public string Declared(bool isNullable) => isNullable || Kind == TypeKind.Any ? Name + "?" : Name;

    // Any JSON value may be an object or a list of anything, so items of these two types count as any value.
    public static CSharpType List(CSharpType item) =>
        new(TypeKind.List, $"IReadOnlyList<{Held(item).NameAsItem}>", Held(item));

    public static CSharpType Map(CSharpType item) =>
        Held(item).Kind == TypeKind.Any ? Object : new(TypeKind.Map, $"IDictionary<string, {item.NameAsItem}>", item);

    private static CSharpType Held(CSharpType item) =>
        item.Kind == TypeKind.Object || item is { Kind: TypeKind.List, Item.Kind: TypeKind.Any } ? Any : item;

    private string NameAsItem => Kind == TypeKind.Any ? "object?" : Name;
}
