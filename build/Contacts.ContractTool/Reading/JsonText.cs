using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contacts.ContractTool;

/// <summary>Writes nodes as JSON. The same nodes always result in the same bytes.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ContractNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            Write(json, node);
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ContractNode node)
    {
        switch (node)
        {
            case ContractMapping mapping:
                json.WriteStartObject();
                foreach (var member in mapping.Members)
                {
                    json.WritePropertyName(member.Key);
                    var words = member.Key is "description" or "summary" ? member.Value as ContractScalar : null;
                    Write(json, words is null ? member.Value : OnPlainLines(words));
                }

                json.WriteEndObject();
                break;
            case ContractSequence sequence:
                json.WriteStartArray();
                sequence.Items.ForEach(item => Write(json, item));
                json.WriteEndArray();
                break;
            case ContractScalar scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    // These characters end a line in C# as well, and with it a comment.
    private static ContractScalar OnPlainLines(ContractScalar words) =>
        new(words.Position, words.Text.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' '), isPlain: false);

    private static void WriteScalar(Utf8JsonWriter json, ContractScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                json.WriteNullValue();
                break;
            case ScalarKind.Boolean:
                json.WriteBooleanValue(bool.Parse(scalar.Text));
                break;
            case ScalarKind.WholeNumber or ScalarKind.Number when IsJsonNumber(scalar.Text):
                json.WriteRawValue(scalar.Text);
                break;
            case ScalarKind.WholeNumber:
                json.WriteNumberValue(long.Parse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
                break;
            case ScalarKind.Number:
                json.WriteNumberValue(double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(scalar.Text);
                break;
        }
    }

    /// <summary>Whether a number in YAML is also valid in JSON; <c>+1</c>, <c>.5</c> and <c>007</c> are not.</summary>
    private static bool IsJsonNumber(string text) =>
        text.TrimStart('-') is [>= '0' and <= '9', ..] digits && (digits is not ['0', >= '0' and <= '9', ..]) && digits[^1] != '.'
        && !digits.Contains("._", StringComparison.Ordinal) && !digits.Contains(".e", StringComparison.OrdinalIgnoreCase);
}
