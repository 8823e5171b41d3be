namespace Contacts.ContractTool;

/// <summary>What stands once in a document: its words, where the service is, and how a caller proves who they are.</summary>
public sealed class DocumentComparer(Contract before, Contract after, Changes changes)
{
    public void Compare()
    {
        if (before.Root.Mapping("info") is { } oldInfo && after.Root.Mapping("info") is { } newInfo)
        {
            changes.Words("the document", oldInfo, newInfo, "title", "description");
        }

        if (before.Root.Text("x-base-path") != after.Root.Text("x-base-path"))
        {
            changes.Breaking("the service has another path below its gateway");
        }

        CompareGateways();
        CompareSecuritySchemes();
    }

    private void CompareGateways()
    {
        var older = Gateways(before);
        var newer = Gateways(after);
        foreach (var (name, url) in older)
        {
            if (!newer.TryGetValue(name, out var now))
            {
                changes.Breaking($"the gateway {name} is gone", $"ContactsGateways.{name} is gone");
            }
            else if (now != url)
            {
                changes.Addition($"the gateway {name} has another address", $"ContactsGateways.{name} has another value");
            }
        }

        foreach (var name in newer.Keys.Except(older.Keys, StringComparer.Ordinal))
        {
            changes.Addition($"the gateway {name} is new", $"ContactsGateways.{name} is new");
        }
    }

    private void CompareSecuritySchemes()
    {
        var older = SecuritySchemes(before);
        var newer = SecuritySchemes(after);
        foreach (var name in older.Except(newer, StringComparer.Ordinal))
        {
            changes.Breaking($"the credential {name} is no longer taken");
        }

        foreach (var name in newer.Except(older, StringComparer.Ordinal))
        {
            changes.Addition($"the credential {name} is taken too");
        }
    }

    private static Dictionary<string, string?> Gateways(Contract contract) =>
        (contract.Root.Sequence("x-gateways")?.Items ?? []).OfType<ContractMapping>()
            .ToDictionary(static gateway => gateway.Text("name") ?? "", static gateway => gateway.Text("url"), StringComparer.Ordinal);

    private static List<string> SecuritySchemes(Contract contract) =>
        [.. contract.Sites(ObjectKind.SecurityScheme).Select(static site => site.Name)];
}
