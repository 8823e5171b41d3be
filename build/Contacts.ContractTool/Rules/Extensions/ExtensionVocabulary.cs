namespace Contacts.ContractTool;

/// <summary>The <c>x-</c> keys that the templates read, and what each one's value is.</summary>
public static class ExtensionVocabulary
{
    public static IReadOnlyDictionary<string, Shape> Known { get; } = new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["x-csharp-name"] = Shape.Text,
        ["x-csharp-type"] = Shape.Text,
        ["x-csharp-access"] = Shape.Text,
        ["x-csharp-skip"] = Shape.Flag,
        ["x-csharp-single"] = Shape.Flag,
        ["x-aliases"] = Shape.TextList,
        ["x-observed"] = Shape.Data,
        ["x-documented-only"] = Shape.Data,
        ["x-set-tracking"] = Shape.Flag,
        ["x-open-enum"] = Shape.Flag,
        ["x-enumNames"] = Shape.TextList,
        ["x-enum-descriptions"] = Shape.TextList,
        ["x-json-text"] = Shape.Flag,
        ["x-name"] = Shape.Text,
        ["x-fallback"] = Shape.Data,
        ["x-base-path"] = Shape.Data,
        ["x-gateways"] = Shape.Data,
    };
}
