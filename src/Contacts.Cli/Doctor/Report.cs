using System.Text;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;

namespace Contacts.Cli.Doctor;

/// <summary>Writes each finding as soon as there is one.</summary>
internal sealed class Report(CliHost host)
{
    private const int SubjectWidth = 14;

    private readonly Style _style = new(host.UseColor);

    public Task AddAsync(Finding finding)
    {
        var mark = finding.Verdict switch
        {
            Verdict.Ok => _style.Green("ok    "),
            Verdict.Warning => _style.Yellow("warn  "),
            _ => _style.Red("failed"),
        };
        return LineAsync($"{mark}  {TextWidth.Fit(finding.Subject, SubjectWidth)}  {SafeText.Of(finding.Text)}");
    }

    public async Task LineAsync(string text) => await host.Output.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"));
}

/// <summary>What a check found.</summary>
internal sealed record Finding(Verdict Verdict, string Subject, string Text);

/// <summary>How a check went.</summary>
internal enum Verdict
{
    Ok,
    Warning,
    Failed,
}
