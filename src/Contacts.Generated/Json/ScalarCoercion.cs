using System.Globalization;

namespace Contacts.Generated;

/// <summary>
/// The one table of what a scalar may be read as, for both libraries. A text comes from any scalar; a number or a
/// bool also from its text; nothing from null or, but for a text, from an empty text. What is not in it cannot be read.
/// </summary>
internal static class ScalarCoercion
{
    /// <summary>Reads a plain scalar as another type.</summary>
    /// <returns>False if the table does not have it.</returns>
    public static bool TryCoerce(Type target, object? scalar, out object? value)
    {
        if (target == typeof(string))
        {
            value = FieldValue.AsText(scalar);
            return true;
        }

        var type = Nullable.GetUnderlyingType(target);
        value = scalar is null or "" ? null : Convert(type ?? target, scalar);
        return value is not null || (type is not null && scalar is null or "");
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

        return scalar is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : FieldValue.As<double?>(scalar);
    }
}
