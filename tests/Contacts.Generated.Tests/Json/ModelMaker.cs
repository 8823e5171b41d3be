using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Tests;

/// <summary>
/// Makes models of any type with all that they may hold: every member set or not, odd texts, large numbers, nested values.
/// </summary>
internal sealed class ModelMaker(Random random)
{
    private const int Deepest = 4;

    private static readonly NullabilityInfoContext _nullability = new();

    private static readonly string[] _texts =
    [
        "", " ", "Test Person", "null", "true", "17", "007", "-1", "1e3", "2026-01-02", "2026-01-02T03:04:05.678Z", "/Date(1)/",
        "\"'\\/<>&+\u0001\t\r\n\u2028\u007f",
        "äßÆ東京ıİ", "\ud83d\ude00\ud83c\uddf3\ud83c\udde9", "{\"a\":1}", "[]", new string('x', 300),
    ];

    // None that the models know by another name.
    private static readonly string[] _names =
        ["x", "x y", "X", "$type", "$ref", "$id", "ä\ud83d\ude00", "a.b", "a\"b\\", "true", "0", new string('n', 60)];

    private static readonly object?[] _numbers =
    [
        0L, -1L, long.MinValue, long.MaxValue, 9223372036854775808m, decimal.MaxValue, 0.5, -1.5e-7, 1e300, double.Epsilon,
        123456789.123456789,
    ];

    /// <summary>The models of the SDK that stand on their own or in another one.</summary>
    public static IReadOnlyList<Type> Models { get; } =
        [.. typeof(Contact)
            .Assembly.GetTypes().Where(type => typeof(IOpenModel).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false })];

    public object Model(Type type, int depth = 0)
    {
        var model = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(IsSet))
        {
            property.SetValue(
                model, Value(property.PropertyType, depth, _nullability.Create(property).WriteState != NullabilityState.NotNull));
        }

        if (Maybe())
        {
            var fields = (IDictionary<string, object?>)type.GetProperty("AdditionalProperties")!.GetValue(model)!;
            for (var count = random.Next(4); count > 0; count--)
            {
                fields[One(_names)] = Plain(depth);
            }
        }

        return model;
    }

    private bool IsSet(PropertyInfo property) =>
        property is { CanWrite: true, Name: not "AdditionalProperties" }
            && property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null && Maybe();

    private object? Value(Type type, int depth, bool nullable)
    {
        if (nullable && random.Next(4) == 0)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text(),
            _ when type == typeof(bool) => Maybe(),
            _ when type == typeof(int) => One([0, -1, int.MinValue, int.MaxValue, random.Next()]),
            _ when type == typeof(long) => One([0L, -1L, long.MinValue, long.MaxValue, random.NextInt64()]),
            _ when type == typeof(double) => One([0.0, -0.5, 1e300, double.Epsilon, random.NextDouble()]),
            _ when type == typeof(DateTimeOffset) => Time(),
            _ when type == typeof(object) => Plain(depth),
            _ when type == typeof(IDictionary<string, object?>) => Fields(depth),
            _ when typeof(IOpenEnum).IsAssignableFrom(type) => Activator.CreateInstance(type, Text()),
            _ when typeof(IOpenModel).IsAssignableFrom(type) => depth < Deepest ? Model(type, depth + 1) : Activator.CreateInstance(type),
            _ when type.IsGenericType => List(type.GetGenericArguments()[0], depth),
            _ => throw new InvalidOperationException("A model has a member of a type that is not made here: " + type),
        };
    }

    private Array List(Type item, int depth)
    {
        var list = Array.CreateInstance(item, depth < Deepest ? random.Next(3) : 0);
        for (var index = 0; index < list.Length; index++)
        {
            list.SetValue(Value(item, depth + 1, nullable: false), index);
        }

        return list;
    }

    private object? Plain(int depth) => random.Next(depth < Deepest ? 6 : 4) switch
    {
        0 => null,
        1 => Text(),
        2 => Maybe(),
        3 => One(_numbers),
        4 => Enumerable.Range(0, random.Next(3)).Select(_ => Plain(depth + 1)).ToList(),
        _ => Fields(depth),
    };

    private Dictionary<string, object?> Fields(int depth) =>
        Enumerable.Range(0, random.Next(3)).Select(_ => One(_names)).Distinct().ToDictionary(name => name, _ => Plain(depth + 1));

    private string Text() => Maybe() ? One(_texts) : random.Next().ToString("x", CultureInfo.InvariantCulture);

    private DateTimeOffset Time()
    {
        var ticks = new DateTime(2, 1, 1).Ticks + random.NextInt64(new DateTime(9998, 1, 1).Ticks);
        return new DateTimeOffset(Maybe()
            ? ticks
            : ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.FromMinutes(random.Next(-840, 841)));
    }

    private bool Maybe() => random.Next(2) == 0;

    private T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
