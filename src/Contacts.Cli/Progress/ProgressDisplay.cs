using System.Globalization;
using Contacts.Cli.Connection;
using Contacts.Generated;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Contacts.Cli.Progress;

/// <summary>A progress bar on stderr, shown only if somebody is watching.</summary>
internal static class ProgressDisplay
{
    /// <summary>Short enough for a narrow terminal, since only standard output would tell how wide the terminal is.</summary>
    private const int BarWidth = 10;

    /// <summary>
    /// The library ends the process if its lines do not fit, and treats an unknown height of the terminal as less than nothing.
    /// </summary>
    private const int LeastWidth = 40, LeastHeight = 5;

    /// <param name="call">The command.</param>
    /// <param name="title">What to call the work.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="isBesideOutput">
    /// Whether output is written at the same time: on the same terminal, or through a program that writes there, it and the bar would
    /// garble each other.
    /// </param>
    /// <param name="work">The work, which reports its progress.</param>
    public static Task RunAsync(
        ServiceCall call, string title, ProgressUnit unit, bool isBesideOutput, Func<IProgress<TransferProgress>, Task> work)
    {
        var host = call.Host;
        var isGarbled = call.IsVerbose || (isBesideOutput && (host.IsOutputTerminal || host.IsOutputPipe));
        return host.IsErrorTerminal && host.AllowsAnimation && !isGarbled ? ShowAsync(call, title, unit, work) : work(Silent.Instance);
    }

    private static Task ShowAsync(ServiceCall call, string title, ProgressUnit unit, Func<IProgress<TransferProgress>, Task> work)
    {
        // By default the library asks standard output, which may be a file.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(call.Host.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = call.Host.AllowsColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);
        console.Profile.Height = Math.Max(console.Profile.Height, LeastHeight);
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = BarWidth }, new AmountColumn(unit))
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), autoStart: true, maxValue: 1);
                task.IsIndeterminate = true;
                await work(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.TotalBytes is > 0 and var total)
            {
                task.IsIndeterminate = false;
                task.MaxValue = Math.Max(total, value.BytesTransferred);
            }
            else
            {
                // Without a total, the bar only shows that something moves; the amount beside it counts.
                task.MaxValue = double.MaxValue;
            }

            task.Value = value.BytesTransferred;
        }
    }

    private sealed class Silent : IProgress<TransferProgress>
    {
        public static Silent Instance { get; } = new();

        public void Report(TransferProgress value)
        {
        }
    }

    /// <summary>How much is done, and of how much if that is known.</summary>
    private sealed class AmountColumn(ProgressUnit unit) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsIndeterminate ? Amount(task.Value) : $"{Amount(task.Value)} of {Amount(task.MaxValue)}");

        private string Amount(double value) => unit switch
        {
            ProgressUnit.Items => value.ToString("0", CultureInfo.InvariantCulture),
            _ when value < 1024 => value.ToString("0 'B'", CultureInfo.InvariantCulture),
            _ when value < 1024 * 1024 => (value / 1024).ToString("0.0 'KiB'", CultureInfo.InvariantCulture),
            _ => (value / (1024 * 1024)).ToString("0.0 'MiB'", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>What a bar counts.</summary>
internal enum ProgressUnit
{
    Bytes,
    Items,
}
