using System.Globalization;

namespace Contacts.Generated;

/// <summary>Checks a number against the contract's minimum and maximum.</summary>
internal static class Bounds
{
    public static void Check<T>(T value, string parameter, string? member, decimal? minimum, decimal? maximum)
        where T : struct
    {
        if (minimum is null && maximum is null)
        {
            return;
        }

        var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        if (number < minimum)
        {
            throw OutOfRange(value, parameter, member, "at least", minimum.Value);
        }

        if (number > maximum)
        {
            throw OutOfRange(value, parameter, member, "at most", maximum.Value);
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(object value, string parameter, string? member, string relation, decimal bound) => new(
        parameter,
        value,
        string.Format(
            CultureInfo.InvariantCulture,
            member is null ? "{0} must be {1} {2}." : "{0} must be {1} {2}; leave it null for the service's default.",
            member ?? parameter,
            relation,
            bound));
}
