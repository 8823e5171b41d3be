using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Contacts.Cli.Progress;

/// <summary>How much is done, and of how much where that is known.</summary>
internal sealed class AmountColumn(ProgressUnit unit) : ProgressColumn
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
