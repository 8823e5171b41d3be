using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// A value that can be of one of several types. It keeps its JSON and writes it again, even if this version does not know its type.
/// </summary>
public abstract class ContactsUnion
{
    private protected ContactsUnion(object? plain) => Plain = plain;

    /// <summary>The value as plain .NET values.</summary>
    internal object? Plain { get; }

    /// <summary>The value as JSON, whatever its type.</summary>
    /// <returns>The JSON without white space.</returns>
    public string ToJson() => Encoding.UTF8.GetString(PlainValueWriter.ToUtf8(Plain));

    /// <summary>Converts what a caller puts into a union to plain values.</summary>
    private protected static object? ToPlain<T>(T value)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        var reader = new Utf8JsonReader(JsonEngine.Default.Write(value), new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth });
        reader.Read();
        return PlainValueReader.Read(ref reader);
    }

    /// <summary>Reads the value as a model, if it is an object with everything that the contract requires.</summary>
    /// <param name="required">The members that must be there.</param>
    /// <param name="discriminator">The member that says of which kind the value is; null for none.</param>
    /// <param name="kinds">The accepted values of that member.</param>
    private protected T? Model<T>(string[] required, string? discriminator, string[] kinds)
        where T : class, IOpenModel, new()
    {
        if (Plain is not PlainObject fields
            || !Array.TrueForAll(required, fields.ContainsKey)
            || (discriminator is not null
                && !(fields.TryGetValue(discriminator, out var kind) && Array.IndexOf(kinds, FieldValue.AsText(kind)) >= 0)))
        {
            return null;
        }

        try
        {
            return JsonEngine.Default.Read<T>(PlainValueWriter.ToUtf8(Plain));
        }
        catch (JsonReadException)
        {
            return null;
        }
    }

    /// <summary>Reads the value as any other type.</summary>
    private protected bool TryRead<T>(out T? value)
    {
        try
        {
            value = Plain is null ? default : JsonEngine.Default.ReadStrictly<T>(PlainValueWriter.ToUtf8(Plain));
            return value is not null;
        }
        catch (JsonReadException)
        {
            value = default;
            return false;
        }
    }
}
