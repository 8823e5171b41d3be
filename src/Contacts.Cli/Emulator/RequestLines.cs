using System.Globalization;
using Contacts.Cli.Hosting;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Emulator;

/// <summary>
/// Writes a line for each request: the time, the method, the status, the operation, how long it took, and the path without its query.
/// Neither queries nor bodies are shown, since people search by names and addresses.
/// </summary>
internal sealed class RequestLines(TextWriter output, TimeProvider clock)
{
    private readonly object _gate = new();

    public void Write(HandledRequest handled)
    {
        var request = handled.Request;
        var path = request.Path.Split('?')[0];
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetLocalNow():HH:mm:ss.fff}  {request.Method,-6}  {StatusOf(handled)}  {NameOf(request),-22}  "
            + $"{handled.Duration.TotalMilliseconds,6:0.0} ms  {path}");
        lock (_gate)
        {
            output.WriteLine(SafeText.Of(line));
            output.Flush();
        }
    }

    private static string StatusOf(HandledRequest handled) => handled.Status?.ToString(CultureInfo.InvariantCulture) ?? "---";

    private static string NameOf(EmulatorRequest request) => request.Operation.Length > 0 ? request.Operation : "-";
}
