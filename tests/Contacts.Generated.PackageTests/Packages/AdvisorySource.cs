using System.Text.Json;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Contacts.Generated.PackageTests;

/// <summary>A source of packages on the loopback that has none, but tells of vulnerabilities.</summary>
internal sealed class AdvisorySource : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    /// <param name="affected">The version range of Newtonsoft.Json that it calls vulnerable, in NuGet's notation.</param>
    public AdvisorySource(string affected)
    {
        Answer("/index.json", new
        {
            version = "3.0.0",
            resources =
                new[] { new Dictionary<string, string> { ["@id"] = $"{_server.Url}/pages.json", ["@type"] = "VulnerabilityInfo/6.7.0" } },
        });
        Answer("/pages.json", new[]
        {
            new Dictionary<string,
            string> { ["@name"] = "base", ["@id"] = $"{_server.Url}/base.json", ["@updated"] = "2026-01-01T00:00:00Z" },
        });
        Answer("/base.json", new Dictionary<string, object>
        {
            ["newtonsoft.json"] = new[] { new { url = "https://example.com/advisory", severity = 2, versions = affected } },
        });
    }

    /// <summary>The settings with which NuGet asks here, and nowhere else, for vulnerabilities.</summary>
    public string Settings => $"""
        <configuration>
          <auditSources>
            <clear />
            <add key="advisories" value="{_server.Url}/index.json" allowInsecureConnections="true" />
          </auditSources>
        </configuration>
        """;

    public void Dispose() => _server.Dispose();

    private void Answer(string path, object body) => _server
        .Given(Request.Create().WithPath(path))
        .RespondWith(Response.Create().WithHeader("Content-Type", "application/json").WithBody(JsonSerializer.Serialize(body)));
}
