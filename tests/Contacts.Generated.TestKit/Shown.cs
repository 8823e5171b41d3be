using System.Collections;
using System.Reflection;

namespace Contacts.Generated.TestKit;

/// <summary>All that a logger can see of an object: its text, public properties and fields, and what hangs on them.</summary>
internal static class Shown
{
    public static string Of(object value)
    {
        var texts = new List<string>();
        Walk(value, new HashSet<object>(ReferenceEqualityComparer.Instance), texts);
        return string.Join("\n", texts);
    }

    private static void Walk(object? value, HashSet<object> seen, List<string> texts)
    {
        if (value is null or MemberInfo or Module or Assembly or CancellationToken or Delegate)
        {
            return;
        }

        texts.Add(value.ToString() ?? "");
        if (value is string || value.GetType().IsPrimitive || value is TimeSpan or DateTimeOffset || !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen, texts);
            }
        }

        foreach (var property in value.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0))
        {
            Walk(Read(property, value), seen, texts);
        }
    }

    private static object? Read(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
