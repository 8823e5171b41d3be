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
        var interval = Numbers.Option("--interval", "How many seconds to wait between two looks. Default: 30.", "seconds", 1, 86_400);
        var existing = new Option<bool>("--include-existing") { Description = "Begin with the notifications that are there already." };
        return commands.Create(
            "watch",
            "Shows each new notification once, as it comes, until Ctrl-C. As json and ndjson alike it is one object a line.",
            [interval, existing],
            async call =>
            {
                var options = new ContactsWatchOptions { IncludeExisting = call.Parsed.GetValue(existing) };
                if (call.Parsed.Given(interval) is { } seconds)
                {
                    options.Interval = TimeSpan.FromSeconds(seconds);
                }

                // A document that never ends is no use to anybody.
                var results = call.Format == OutputFormat.Json ? new NdJsonResults(call.JsonOutput) : call.Results;
                if (call.Host.IsErrorTerminal)
                {
                    await call.Host.Error.WriteLineAsync($"Looking every {options.Interval.TotalSeconds:0} s for new notifications, until Ctrl-C.");
                }

                await using var sink = results.Begin(Columns.Notifications);
                await foreach (var notification in call.Client.WatchNotificationsAsync(options, call.Token))
                {
                    await sink.AddAsync([notification]);
                }
            });
    }
}
