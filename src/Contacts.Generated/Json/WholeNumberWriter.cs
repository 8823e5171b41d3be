using System.Globalization;
using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Writes a whole decimal as it came, "9223372036854775808"; Newtonsoft.Json adds ".0", and what reads that takes it for a double.</summary>
internal sealed class WholeNumberWriter(TextWriter text) : JsonTextWriter(text)
{
    public override void WriteValue(decimal value) => WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
}
