using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>How a name on the wire becomes a name in C#, the same way as in the templates.</summary>
internal static class CSharpNaming
{
    /// <summary>The extension that sets the C# name.</summary>
    public const string Extension = "x-csharp-name";

    /// <summary>The members that every C# object has, so that a type cannot have others of these names.</summary>
    public static IReadOnlyList<string> MembersOfObject { get; } =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>What a method has besides its parameters, and the name of the request in its statements.</summary>
    public static IReadOnlyList<string> OfMethods { get; } = ["Options", "Progress", "CancellationToken", "Request"];

    private static readonly HashSet<string> _keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    extension(OperationParameter parameter)
    {
        /// <summary>The name in C#, written as a property's, whatever it becomes.</summary>
        public string CSharpName => Of(parameter.Node, parameter.Name);
    }

    extension(OpenApiObject schema)
    {
        /// <summary>The name of the class that a schema becomes.</summary>
        public string CSharpName => Of(schema.Node, schema.Name);
    }

    /// <summary>The PascalCase name in C#, from the name that the contract gives, or else from the name on the wire.</summary>
    public static string Of(ContractMapping node, string wireName) => Identifiers.Pascal(node.Text(Extension) ?? wireName);

    /// <summary>Whether a string can be a name in C# without an <c>@</c>.</summary>
    public static bool IsIdentifier(string text) => text.Length > 0
        && IsStart(text[0])
        && text.All(static character => IsStart(character) || IsPart(character))
        && !_keywords.Contains(text);

    public static bool IsKeyword(string text) => _keywords.Contains(text);

    private static bool IsStart(char character) => character == '_' || char.IsLetter(character);

    private static bool IsPart(char character) => char.IsDigit(character) || char.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
