namespace Contacts.ContractTool;

/// <summary>The media types of a body or a response.</summary>
public static class MediaTypes
{
    public static IEnumerable<(string Name, ContractMapping Media)> Of(ContractMapping? body)
    {
        foreach (var member in body?.Mapping("content")?.Members ?? [])
        {
            if (member.Value is ContractMapping media)
            {
                yield return (member.Key, media);
            }
        }
    }
}
