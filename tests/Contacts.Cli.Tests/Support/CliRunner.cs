using System.Text;
using Contacts.Cli.Hosting;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Support;

/// <summary>The command in the tests' own process, by the entry that the program itself has.</summary>
internal sealed class CliRunner
{
    public const string ApiKey = "api_test_0123456789abcdef";

    private readonly Dictionary<string, string> _variables = [];

    public CliRunner(ContactsEmulator? emulator = null)
    {
        if (emulator is not null)
        {
            With("IMBRACE_GATEWAY_URL", emulator.GatewayUrl.AbsoluteUri).With("IMBRACE_API_KEY", ApiKey);
        }
    }

    /// <summary>The columns of the terminal; null for a pipe.</summary>
    public int? TerminalWidth { get; init; }

    public bool IsOutputPipe { get; init; }

    public bool IsErrorTerminal { get; init; }

    public Func<Uri, Uri?> ProxyFor { get; init; } = static _ => null;

    /// <summary>Answers a question; null where nobody can be asked.</summary>
    public Func<CancellationToken, Task<string?>>? ReadAnswer { get; init; }

    /// <summary>Types a secret; null where nobody can be asked.</summary>
    public Func<CancellationToken, Task<string?>>? ReadSecret { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What is piped into the command.</summary>
    public string Input { get; init; } = "";

    /// <summary>Where the output goes besides the result.</summary>
    public Stream? Output { get; init; }

    public CliRunner With(string name, string? value)
    {
        _variables.Remove(name);
        if (value is not null)
        {
            _variables.Add(name, value);
        }

        return this;
    }

    public Task<CliResult> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<CliResult> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var memory = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(args, HostOf(new GuardedOutput(Output ?? memory), error), cancellationToken);
        return new CliResult(exitCode, Encoding.UTF8.GetString(memory.ToArray()), error.ToString());
    }

    public CliHost HostOf(Stream output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        Variable = name => _variables.GetValueOrDefault(name),
        TerminalWidth = TerminalWidth,
        IsOutputPipe = IsOutputPipe,
        IsErrorTerminal = IsErrorTerminal,
        ReadAnswer = ReadAnswer,
        ReadSecret = ReadSecret,
        ProxyFor = ProxyFor,
        Clock = Clock,
    };
}
