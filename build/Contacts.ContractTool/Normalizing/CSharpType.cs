namespace Contacts.ContractTool;

/// <summary>What a value is, for whoever reads or writes it.</summary>
internal enum TypeKind
{
    Text, Number, Flag, Time, Bytes, Guid, Uri, Enum, Model, Union, List, Map,

    /// <summary>An object with any members.</summary>
    Object,

    /// <summary>Any JSON value.</summary>
    Any,
}

/// <summary>A type in C#, without the question mark.</summary>
/// <param name="Kind">What its values are.</param>
/// <param name="Name">The type as it stands in code.</param>
/// <param name="Item">The type of a list's items or of a map's values; null for others.</param>
internal sealed record CSharpType(TypeKind Kind, string Name, CSharpType? Item = null)
{
    public static CSharpType Any { get; } = new(TypeKind.Any, "object");

    public static CSharpType Object { get; } = new(TypeKind.Object, "IDictionary<string, object?>");

    public static CSharpType Text { get; } = new(TypeKind.Text, "string");

    public bool IsValueType => Kind is TypeKind.Number or TypeKind.Flag or TypeKind.Time or TypeKind.Guid or TypeKind.Enum;

    /// <summary>Whether no value says that there is none, so that the member is nullable also where the document requires it.</summary>
    public bool HasNoEmptyValue => Kind is TypeKind.Any or TypeKind.Uri or TypeKind.Union;

    /// <summary>What a member holds that must not be null and was not there; null for a value type, which has its default.</summary>
    public string? EmptyValue => Kind switch
    {
        TypeKind.Text => "\"\"",
        TypeKind.List or TypeKind.Bytes => "[]",
        TypeKind.Model => "new()",
        TypeKind.Object => "new PlainObject()",
        TypeKind.Map => $"new Dictionary<string, {Item!.NameAsItem}>()",
        _ => null,
    };

    /// <summary>The type's kind as the templates ask for it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The type where a value may be missing only if <paramref name="isNullable"/>; an any-value may always be null.</summary>
    public string Declared(bool isNullable) => isNullable || Kind == TypeKind.Any ? Name + "?" : Name;

    // Plain values reach as deep as they like, so what holds a container of them is one itself.
    public static CSharpType List(CSharpType item) =>
        new(TypeKind.List, $"IReadOnlyList<{Held(item).NameAsItem}>", Held(item));

    public static CSharpType Map(CSharpType item) =>
        Held(item).Kind == TypeKind.Any ? Object : new(TypeKind.Map, $"IDictionary<string, {item.NameAsItem}>", item);

    private static CSharpType Held(CSharpType item) =>
        item.Kind == TypeKind.Object || item is { Kind: TypeKind.List, Item.Kind: TypeKind.Any } ? Any : item;

    private string NameAsItem => Kind == TypeKind.Any ? "object?" : Name;
}
