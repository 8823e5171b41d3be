using System.CommandLine;
using Contacts.Cli.Options;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications watch</c>.</summary>
internal static class NotificationsWatchCommand
{
    public static Command Create(CommandFactory commands)
    {
        var interval = Numbers.Option("--interval", "How many seconds to wait before looking again. Default: 30.", "seconds", 1, 86_400);
        var existing = new Option<bool>("--include-existing") { Description = "Begin with the notifications that already exist." };
        return commands.Create(
            "watch",
            "Shows each new notification once, as it comes, until Ctrl-C. Both json and ndjson mean one object per line here.",
            [interval, existing],
            async call =>
            {
                var options = new ContactsWatchOptions { IncludeExisting = call.Parsed.GetValue(existing) };
                if (call.Parsed.Given(interval) is { } seconds)
                {
                    options.Interval = TimeSpan.FromSeconds(seconds);
                }

                // A JSON document that never ends could not be parsed.
                var results = call.Format == OutputFormat.Json ? new NdJsonResults(call.JsonOutput, call.Query) : call.Results;
                if (call.Host.IsErrorTerminal)
                {
                    var every = $"every {options.Interval.TotalSeconds:0} s";
                    await call.Host.Error.WriteLineAsync($"Looking for new notifications {every}, until Ctrl-C.");
                }

                await using var sink = results.Begin(Columns.Notifications);
                await foreach (var notification in call.Client.WatchNotificationsAsync(options, call.Token))
                {
                    await sink.AddAsync([notification]);
                }
            },
            isList: true);
    }
}
