namespace Contacts.Generated.ContractTests;

/// <summary>What the parts of a form must be.</summary>
internal static class MultipartRules
{
    public static void Check(ContractMedia media, IReadOnlyList<MultipartPart> parts, Findings findings)
    {
        var properties = media.Schema["properties"];
        foreach (var part in parts)
        {
            if (properties.Find(part.Name) is not { } property)
            {
                findings.Add("/" + part.Name, media.Schema.PointerTo("properties"), "is not declared.");
            }
            else if (property.Text("format") == "binary" && string.IsNullOrEmpty(part.FileName))
            {
                findings.Add("/" + part.Name, property.Pointer, "has no file name, so that it is no file.");
            }
        }

        foreach (var name in (media.Schema.Find("required")?.Items ?? []).Select(item => item.Value!.GetValue<string>()).Except(parts.Select(part => part.Name)))
        {
            findings.Add("/" + name, media.Schema.PointerTo("required"), "is missing, and required.");
        }
    }
}
