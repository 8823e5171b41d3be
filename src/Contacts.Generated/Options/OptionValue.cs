namespace Contacts.Generated;

/// <summary>Checks single values that the client's options and those of a view share.</summary>
internal static class OptionValue
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    public static void CheckTimeout(TimeSpan? timeout, string parameter, string member)
    {
        if (timeout is { } value && (value <= TimeSpan.Zero || value > _longest))
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"{member} must be more than zero and at most one day.");
        }
    }

    public static void CheckRetries(int? retries, string parameter)
    {
        if (retries is < 0 or > 10)
        {
            throw new ArgumentOutOfRangeException(parameter, retries, "MaxRetries must be 0 to 10; 0 turns retries off.");
        }
    }

    public static void CheckText(string value, string parameter, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{member} is empty or blank. Set it, or leave it null.", parameter);
        }

        HeaderText.Check(value, parameter, member);
    }
}
