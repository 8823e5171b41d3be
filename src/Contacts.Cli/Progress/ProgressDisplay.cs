using System.Globalization;
using Contacts.Cli.Connection;
using Contacts.Generated;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Contacts.Cli.Progress;

/// <summary>A bar on stderr while something takes its time, only where somebody looks on.</summary>
internal static class ProgressDisplay
{
    /// <summary>Short, so that a line fits a narrow terminal: how wide it is, only standard output would tell.</summary>
    private const int BarWidth = 10;

    /// <summary>
    /// A terminal that nobody knows counts as less than nothing high, and the library ends the process when its lines do not fit in.
    /// </summary>
    private const int LeastWidth = 40, LeastHeight = 5;

    /// <param name="call">The command.</param>
    /// <param name="title">What is going on.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="isBesideOutput">
    /// Whether output is written meanwhile: to the same terminal, or to a program that shows it there, the two would garble each other.
    /// </param>
    /// <param name="work">The work, told where to report to.</param>
    public static Task RunAsync(ServiceCall call, string title, ProgressUnit unit, bool isBesideOutput, Func<IProgress<TransferProgress>, Task> work)
    {
        var host = call.Host;
        var isGarbled = call.IsVerbose || (isBesideOutput && (host.IsOutputTerminal || host.IsOutputPipe));
        return host.IsErrorTerminal && host.AllowsAnimation && !isGarbled ? ShowAsync(call, title, unit, work) : work(Silent.Instance);
    }

    private static Task ShowAsync(ServiceCall call, string title, ProgressUnit unit, Func<IProgress<TransferProgress>, Task> work)
    {
        // Left to itself the library asks standard output, which may be a file.
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
                // The bar of an unknown total only shows that something moves; the amount beside it counts.
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
