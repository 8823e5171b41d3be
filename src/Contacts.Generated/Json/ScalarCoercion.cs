using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// The one table of what a scalar may be read as, for both libraries. What is not in it is an error: a text from any
/// scalar; a number or a bool also from its text; nothing from null or, but for a text, from an empty text.
/// </summary>
internal static class ScalarCoercion
{
    /// <summary>Reads a plain scalar as another type.</summary>
    /// <exception cref="JsonException">The table does not have it.</exception>
    public static object? Coerce(Type target, object? scalar)
    {
        if (target == typeof(string))
        {
            return FieldValue.AsText(scalar);
        }

        var type = Nullable.GetUnderlyingType(target);
        if (scalar is null or "")
        {
            return type is not null ? null : Default(target);
        }

        return Convert(type ?? target, scalar) ?? throw new JsonException($"A {(type ?? target).Name} was expected.");
    }

    private static object? Convert(Type type, object scalar)
    {
        if (type == typeof(int))
        {
            return FieldValue.As<int?>(scalar);
        }

        if (type == typeof(long))
        {
            return FieldValue.As<long?>(scalar);
        }

        if (type == typeof(bool))
        {
            return FieldValue.As<bool?>(scalar);
        }

        return scalar is string text && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : FieldValue.As<double?>(scalar);
    }

    private static object Default(Type type) =>
        type == typeof(int) ? 0 : type == typeof(long) ? 0L : type == typeof(bool) ? false : 0d;
}
