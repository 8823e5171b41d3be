using System.Text;

namespace Contacts.Cli.Hosting;

/// <summary>The surroundings of the command: streams, terminal, environment and clock. Tests make their own.</summary>
internal sealed class CliHost
{
    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>What is piped or typed into the command.</summary>
    public Stream Input { get; init; } = Stream.Null;

    public required Func<string, string?> Variable { get; init; }

    /// <summary>The width of the terminal that the output goes to; null if it goes elsewhere.</summary>
    public int? TerminalWidth { get; init; }

    public bool IsOutputPipe { get; init; }

    /// <summary>The proxy for requests to an address; null for none.</summary>
    public Func<Uri, Uri?> ProxyFor { get; init; } = static _ => null;

    public bool IsErrorTerminal { get; init; }

    /// <summary>Reads a line that the user types at the terminal; null if there is no terminal to ask at.</summary>
    public Func<CancellationToken, Task<string?>>? ReadAnswer { get; init; }

    /// <summary>Reads a line that the user types, without showing it; null if there is no terminal to ask at.</summary>
    public Func<CancellationToken, Task<string?>>? ReadSecret { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public bool IsOutputTerminal => TerminalWidth is not null;

    /// <summary>Whether the terminal can move its cursor.</summary>
    public bool AllowsAnimation => Variable("TERM") != "dumb";

    /// <summary>Whether the user has not turned colours off (no-color.org).</summary>
    public bool AllowsColor => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public bool UseColor => IsOutputTerminal && AllowsColor;

    public static CliHost ForProcess() => new()
    {
        Output = new GuardedOutput(StandardOutput.Open()),
        Error = StandardError.Open(),
        Input = Console.OpenStandardInput(),
        Variable = Environment.GetEnvironmentVariable,
        TerminalWidth = Console.IsOutputRedirected ? null : StandardOutput.Width(),
        IsOutputPipe = StandardOutput.IsPipe(),
        IsErrorTerminal = !Console.IsErrorRedirected,
        ReadAnswer = Console.IsInputRedirected || Console.IsErrorRedirected ? null : ReadLineAsync,
        ReadSecret = Console.IsInputRedirected || Console.IsErrorRedirected ? null : ReadHiddenLineAsync,
        ProxyFor = static address => HttpClient.DefaultProxy is { } proxy && !proxy.IsBypassed(address) ? proxy.GetProxy(address) : null,
    };

    // The console's own reading cannot be cancelled, so Ctrl-C would have to wait for the user's answer.
    private static Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken);

    private static Task<string?> ReadHiddenLineAsync(CancellationToken cancellationToken) =>
        Task.Run(ReadHiddenLine, cancellationToken).WaitAsync(cancellationToken);

    private static string? ReadHiddenLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return line.ToString();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when line.Length == 0:
                    return null;
                case { Key: ConsoleKey.Backspace }:
                    line.Length = Math.Max(0, line.Length - 1);
                    break;
                case { KeyChar: not '\0' }:
                    line.Append(key.KeyChar);
                    break;
            }
        }
    }
}
