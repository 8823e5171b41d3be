using System.Diagnostics;
using System.Reflection;

namespace Contacts.Generated.Tests;

public class HiddenSecretTests
{
    private const string Secret = "marker-secret-77";

    [Fact]
    public async Task No_text_of_a_credential_shows_its_secret()
    {
        var credential = ContactsCredential.AccessToken((_, _) => new(Secret));
        var gateway = new FakeGateway();
        await TestClients.To(gateway, credential).GetAsync("c1");
        gateway.Requests[0].Header("x-access-token").Should().Be(Secret);

        foreach (var shown in new[] { credential, new StaticCredential(CredentialKind.AccessToken, Secret) })
        {
            (shown + DebuggerText(shown)).Should().NotContain(Secret).And.Contain("AccessToken (hidden)");
        }
    }

    [Theory]
    [InlineData(typeof(StaticCredential))]
    [InlineData(typeof(CallbackCredential))]
    [InlineData(typeof(SharedFetch))]
    public void A_debugger_does_not_unfold_a_secret(Type type)
    {
        var holders = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field =>
                field.FieldType == typeof(string) || field.FieldType == typeof(Task<string>) || field.FieldType == typeof(SharedFetch));

        holders.Should().NotBeEmpty()
            .And.OnlyContain(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State == DebuggerBrowsableState.Never);
    }

    [Fact]
    public void Options_show_the_gateway_and_no_secret()
    {
        var options = new ContactsClientOptions { GatewayUrl = new Uri("https://user:" + Secret + "@gateway.test/"), ApiKey = Secret };

        (options + DebuggerText(options)).Should().NotContain(Secret).And.Contain("gateway.test");
        DebuggerText(new ContactsClientOptions()).Should().Contain("no gateway");
        foreach (var name in new[] { "ApiKey", "AccessToken", "BearerToken" })
        {
            typeof(ContactsClientOptions)
                .GetProperty(name)!.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State.Should().Be(DebuggerBrowsableState.Never);
        }
    }

    private static string DebuggerText(object shown)
    {
        var type = shown.GetType();
        while (type.GetProperty("DebuggerText", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is null)
        {
            type = type.BaseType!;
        }

        return (string)type.GetProperty("DebuggerText", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(shown)!;
    }
}
