using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Profiles;

/// <summary>What <c>contacts login</c> stores, and what commands make of it.</summary>
public sealed class ProfileTests : IDisposable
{
    private const string Secret = "api_profile_0123456789abcdef";

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly ContactsEmulator _other = ContactsEmulator.Start();
    private readonly TemporaryFolder _folder = new();

    private string ConfigFile => Path.Combine(_folder.Root, "contacts", "config.json");

    public void Dispose()
    {
        _emulator.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Login_asks_checks_and_stores_and_commands_use_it()
    {
        var answers = new Queue<string>([_emulator.GatewayUrl.AbsoluteUri, " org_test "]);
        var cli = Configured(new CliRunner
        {
            ReadAnswer = _ => Task.FromResult<string?>(answers.Dequeue()),
            ReadSecret = _ => Task.FromResult<string?>(Secret + " "),
        });

        var login = await cli.RunAsync("login");
        var list = await Configured(new CliRunner()).RunAsync("list");

        login.Output.Should().Be(
            $"The service accepts the credential. The profile default is stored in {ConfigFile}, and is used from now on.\n", login.Error);
        login.Error.Should().Be(
            "Gateway (stable, develop, sandbox or an address): API key or access token (not shown): \nOrganization (nothing for none): ");
        list.ExitCode.Should().Be(0, list.Error);
        _emulator.Requests.Should().HaveCount(2).And.AllSatisfy(request =>
        {
            request.Method.Should().Be("GET");
            request.Headers["x-api-key"].Should().Be(Secret);
            request.Headers["x-organization-id"].Should().Be("org_test");
        });
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(ConfigFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.GetDirectoryName(ConfigFile)!)
                .Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.GetFileSystemEntries(Path.GetDirectoryName(ConfigFile)!).Should().Equal(ConfigFile);
    }

    [Fact]
    public async Task What_the_service_rejects_is_not_stored()
    {
        _emulator.FailNext(null, EmulatorFault.Status(401));

        var result = await LoginAsync(_emulator, "default");

        result.ExitCode.Should().Be(4);
        (result.Output + result.Error).Should().NotContain(Secret);
        File.Exists(ConfigFile).Should().BeFalse();
    }

    [Theory]
    [InlineData("There is no terminal to ask at: name the service by --gateway.", "login")]
    [InlineData("must be an API key or an access token", "login", "--gateway", "stable")]
    [InlineData("--gateway must be stable", "login", "--gateway", "nowhere")]
    [InlineData("--profile must be a name", "login", "--profile", "a b")]
    [InlineData("--profile: there is no profile work", "list", "--profile", "work")]
    [InlineData("NAME: there is no profile work: 'contacts login' stores one.", "profile", "use", "work")]
    [InlineData("NAME is missing", "profile", "remove")]
    [InlineData("contacts login", "list")]
    public async Task A_mistake_is_told(string told, params string[] args)
    {
        var result = await Configured(new CliRunner()).RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(told);
    }

    [Fact]
    public async Task Options_win_over_variables_and_these_over_the_profile()
    {
        await LoginAsync(_emulator, "default", "--organization", "org_profile");
        var all = Configured(new CliRunner(_other)).With("IMBRACE_ORGANIZATION_ID", "org_variable");

        await all.RunAsync("list");
        await all.RunAsync("list", "--organization", "org_option");
        await Configured(new CliRunner()).With("IMBRACE_ORGANIZATION_ID", "org_variable").RunAsync("list");
        await Configured(new CliRunner()).With("IMBRACE_API_KEY", CliRunner.ApiKey).RunAsync("list");
        await all.RunAsync("list", "--profile", "default");

        Sent(_other).Should().Equal((CliRunner.ApiKey, "org_variable"), (CliRunner.ApiKey, "org_option"));
        Sent(_emulator).Should().Equal(
            (Secret, "org_profile"), (Secret, "org_variable"), (CliRunner.ApiKey, "org_profile"), (Secret, "org_profile"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stored_secret_never_goes_to_another_gateway(bool byOption)
    {
        await LoginAsync(_emulator, "default");
        var address = _other.GatewayUrl.AbsoluteUri;
        var cli = Configured(new CliRunner()).With("IMBRACE_GATEWAY_URL", byOption ? null : address);

        var result = await cli.RunAsync(byOption ? ["list", "--gateway", address, "--profile", "default"] : ["list"]);

        result.ExitCode.Should().Be(4);
        result.Error.Should().Contain("The credential of profile default is only for its own gateway.").And.NotContain(Secret);
        _other.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Profiles_are_listed_chosen_and_removed_without_a_secret()
    {
        await LoginAsync(_emulator, "one", "--organization", "org_1");
        await LoginAsync(_other, "two", "--key-command", "echo " + Secret);

        var listed = await Configured(new CliRunner()).RunAsync("profile", "list");
        var chosen = await Configured(new CliRunner()).RunAsync("profile", "use", "one");
        await Configured(new CliRunner()).RunAsync("list");
        await Configured(new CliRunner()).With("CONTACTS_PROFILE", "two").RunAsync("list");
        var removed = await Configured(new CliRunner()).RunAsync("profile", "remove", "one");
        var left = await Configured(new CliRunner()).RunAsync("profile", "list");

        listed.Output.Should().Be(
            $"  one  {_emulator.GatewayUrl}  organization org_1  stored secret\n"
            + $"* two  {_other.GatewayUrl}  no organization  key command\n");
        chosen.Output.Should().Be("The profile one is used from now on.\n");
        removed.Output.Should().StartWith("The profile one is removed;");
        left.Output.Should().StartWith("  two  ").And.NotContain("one ");
        (_emulator.Requests.Count, _other.Requests.Count).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_key_command_runs_for_each_call_and_is_stored_in_place_of_the_secret()
    {
        var key = _folder.Write("key", Secret + "\nsecond line\n");
        var login = await LoginAsync(_emulator, "default", "--key-command", OperatingSystem.IsWindows()
            ? $"echo unlocking>&2& type \"{key}\""
            : $"echo unlocking >&2; cat '{key}'");
        File.WriteAllText(key, "acc_renewed");

        var doctor = await Configured(new CliRunner()).RunAsync("doctor");

        login.Error.Trim().Should().Be("unlocking");
        File.ReadAllText(ConfigFile).Should().NotContain(Secret);
        _emulator.Requests[0].Headers["x-api-key"].Should().Be(Secret);
        _emulator.Requests[^1].Headers["x-access-token"].Should().Be("acc_renewed");
        doctor.Output.Should().Contain("(profile default)")
            .And.Contain("credential of the key command of profile default, sent as x-access-token").And.NotContain("acc_renewed");
    }

    [Theory]
    [InlineData("exit 3", "ended with exit code 3")]
    [InlineData("echo two words", "printed no secret")]
    public async Task A_key_command_that_gives_no_secret_is_told(string line, string told)
    {
        var result = await LoginAsync(_emulator, "default", "--key-command", line);

        result.ExitCode.Should().Be(4);
        result.Error.Should().Contain(told).And.NotContain("words");
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The file has the rights of its folder there.
        }

        await LoginAsync(_emulator, "default");
        File.SetUnixFileMode(ConfigFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var result = await Configured(new CliRunner()).RunAsync("list");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("chmod 600").And.NotContain(Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"profiles\": null}")]
    [InlineData("{\"profiles\": {\"x\": null}}")]
    [InlineData("{\"profiles\": {\"x\": {\"secret\": \"api_profile_0123456789abcdef\"}}}")]
    public async Task A_damaged_file_is_refused_without_quoting_it(string text)
    {
        await LoginAsync(_emulator, "default");
        await File.WriteAllTextAsync(ConfigFile, text);

        var result = await Configured(new CliRunner()).RunAsync("list");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("is not as 'contacts login' writes it").And.NotContain(Secret);
    }

    [Fact]
    public async Task A_complete_environment_needs_no_file()
    {
        await LoginAsync(_emulator, "default");
        await File.WriteAllTextAsync(ConfigFile, "damaged");

        (await Configured(new CliRunner(_other)).RunAsync("list")).ExitCode.Should().Be(0);
    }

    private static IEnumerable<(string, string)> Sent(ContactsEmulator emulator) =>
        emulator.Requests.Select(request => (request.Headers["x-api-key"], request.Headers["x-organization-id"]));

    private Task<CliResult> LoginAsync(ContactsEmulator emulator, string name, params string[] options) =>
        Configured(new CliRunner { Input = Secret + "\n" })
            .RunAsync(["login", "--profile", name, "--gateway", emulator.GatewayUrl.AbsoluteUri, .. options]);

    private CliRunner Configured(CliRunner cli) => cli.With(OperatingSystem.IsWindows() ? "APPDATA" : "XDG_CONFIG_HOME", _folder.Root);
}
