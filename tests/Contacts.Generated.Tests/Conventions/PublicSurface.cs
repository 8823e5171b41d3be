using System.Reflection;
using System.Runtime.CompilerServices;

namespace Contacts.Generated.Tests;

/// <summary>The public surface by reflection, for the convention tests.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Assembly { get; } = typeof(ContactsClient).Assembly;

    public static IReadOnlyList<Type> Types { get; } = Assembly.GetExportedTypes();

    public static IReadOnlyList<Type> Models { get; } = [.. Types.Where(type => type.IsClass && typeof(IOpenModel).IsAssignableFrom(type))];

    public static IReadOnlyList<Type> OpenEnums { get; } =
        [.. Types.Where(type => type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type))];

    /// <summary>The generated options of operations, and the others that are named alike.</summary>
    public static IReadOnlyList<Type> Bags { get; } =
        [.. Types.Where(type => type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal))];

    /// <summary>
    /// What a user can call: public members, and protected ones of types that can be derived from; not what the compiler writes for
    /// records.
    /// </summary>
    public static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            .Where(method => IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.Contains('<'));

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(Declared).Where(property => (property.GetMethod ?? property.SetMethod) is { } accessor && IsVisible(accessor));

    public static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed && !method.IsFinal);
}
