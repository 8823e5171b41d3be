using System.Text.Json;
using Contacts.Cli.Emulator;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Web;

/// <summary>What <c>POST /__emulator/fail</c> asks for.</summary>
/// <param name="Operation">The operation whose requests fail; null for any.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Times">How many requests fail.</param>
internal sealed record PlannedFault(string? Operation, EmulatorFault Fault, int Times)
{
    private const int MaxTimes = 1_000;

    /// <exception cref="ControlException">A member is wrong. The message names it and says what it may be.</exception>
    public static PlannedFault Read(JsonElement body)
    {
        ControlException.Unless(body.ValueKind == JsonValueKind.Object, "The body must be an object, such as {\"fault\": \"503\"}.");
        string? operation = null;
        EmulatorFault? fault = null;
        var times = 1;
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case "operation":
                    operation = OperationOf(member.Value);
                    break;
                case "fault":
                    fault = FaultOf(member.Value);
                    break;
                case "times":
                    var isWhole = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out times);
                    var isAllowed = isWhole && times is >= 1 and <= MaxTimes;
                    ControlException.Unless(isAllowed, $"times must be a whole number from 1 to {MaxTimes}.");
                    break;
                default:
                    throw new ControlException($"There is no member {Quoted(member.Name)}: use operation, fault and times.");
            }
        }

        return new PlannedFault(operation, fault ?? throw Unknown(), times);
    }

    private static string? OperationOf(JsonElement value)
    {
        var isName = value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
        ControlException.Unless(isName, "operation must be the name of one, such as \"update\", or null.");
        return value.GetString();
    }

    private static EmulatorFault FaultOf(JsonElement value)
    {
        var name = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return FaultNames.Find(name) ?? throw Unknown();
    }

    private static string Quoted(string name) => JsonSerializer.Serialize(name.Length <= 40 ? name : name[..40] + "…");

    private static ControlException Unknown() => new($"fault must be {FaultNames.All}.");
}
