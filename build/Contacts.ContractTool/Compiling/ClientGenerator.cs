using System.Text.Json.Nodes;

namespace Contacts.ContractTool;

/// <summary>Generates the C# of a normalized contract as the build does: NSwag, the repository's settings and templates.</summary>
internal static class ClientGenerator
{
    /// <summary>NSwag's settings for a contract.</summary>
    /// <param name="contract">The file of the normalized contract.</param>
    /// <param name="output">The C# file to write.</param>
    public static string Settings(string contract, string output)
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(SdkSource.Repository, "nswag.json")))!.AsObject();
        settings["documentGenerator"]!["fromDocument"]!["url"] = contract;
        var generator = settings["codeGenerators"]!["openApiToCSharpClient"]!;
        generator["output"] = output;
        generator["templateDirectory"] = Path.Combine(SdkSource.Repository, "build", "templates");
        return settings.ToJsonString();
    }

    /// <summary>The generated C#.</summary>
    /// <exception cref="InvalidOperationException">NSwag failed.</exception>
    public static string Generate(ContractMapping normalized, string nswagFolder)
    {
        var scratch = Directory.CreateTempSubdirectory("contacts-client-");
        try
        {
            var (contract, output) = (Path.Combine(scratch.FullName, "contract.json"), Path.Combine(scratch.FullName, "Contacts.g.cs"));
            var settings = Path.Combine(scratch.FullName, "nswag.json");
            File.WriteAllBytes(contract, JsonText.Write(normalized));
            File.WriteAllText(settings, Settings(contract, output));
            var (code, said, errors) = DotNet.Run(scratch.FullName, [Path.Combine(nswagFolder, "dotnet-nswag.dll"), "run", settings]);
            return code == 0 ? File.ReadAllText(output) : throw new InvalidOperationException($"NSwag failed. {said}{errors}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
