using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Contacts.ContractTool;

/// <summary>What callers of a member depend on.</summary>
internal static class Callers
{
    private static readonly SymbolDisplayFormat _identity = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>A type without what the compiler alone knows of it.</summary>
    public static string Identity(ITypeSymbol? type) =>
        type?.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(_identity) ?? "";

    /// <summary>The types of a member's parameters, by which overloads are told apart.</summary>
    public static string SignatureOf(ISymbol member) => member switch
    {
        IMethodSymbol method => $"{method.Arity}({string.Join(",", method.Parameters.Select(Parameter))})"
            + (method.MethodKind == MethodKind.Conversion ? Identity(method.ReturnType) : ""),
        IPropertySymbol property => string.Join(",", property.Parameters.Select(Parameter)),
        _ => "",
    };

    /// <summary>The type that a member gives; null for a constructor.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    /// <summary>Whether source that uses a member still compiles with one that has the same types.</summary>
    /// <param name="older">The member before.</param>
    /// <param name="newer">The member after.</param>
    /// <param name="isSent">Whether callers set it.</param>
    public static bool BreaksSource(ISymbol older, ISymbol newer, bool isSent)
    {
        // A null that comes where none came is a warning, which many treat as an error; so is one that is no longer taken.
        if (GivesNull(newer) && !GivesNull(older))
        {
            return true;
        }

        if (older is IPropertySymbol && isSent && GivesNull(older) && !GivesNull(newer))
        {
            return true;
        }

        var (was, now) = (ParametersOf(older), ParametersOf(newer));
        return was.Zip(now).Any(static pair => pair.First.Name != pair.Second.Name || IsStricter(pair.First, pair.Second));
    }

    /// <summary>Whether each call of a member compiles with another one of its name.</summary>
    public static bool CanCall(ISymbol older, ISymbol newer)
    {
        if (older is not IMethodSymbol || newer is not IMethodSymbol || older.IsStatic != newer.IsStatic
            || Identity(TypeOf(older)) != Identity(TypeOf(newer)))
        {
            return false;
        }

        var (was, now) = (ParametersOf(older), ParametersOf(newer));
        return was.Length <= now.Length
            && was.Zip(now).All(static pair => pair.First.Name == pair.Second.Name
                && Identity(pair.First.Type) == Identity(pair.Second.Type) && !IsStricter(pair.First, pair.Second))
            && now.Skip(was.Length).All(static parameter => parameter.IsOptional);
    }

    private static bool IsStricter(IParameterSymbol older, IParameterSymbol newer) =>
        (older.IsOptional && !newer.IsOptional) || (older.IsParams && !newer.IsParams)
        || (TakesNull(older.Type) && !TakesNull(newer.Type));

    private static bool GivesNull(ISymbol member) => TypeOf(member) is { } type && HasNull(type);

    // Also within a task or a list.
    private static bool HasNull(ITypeSymbol type) => TakesNull(type)
        || (type is INamedTypeSymbol { IsGenericType: true } named && named.TypeArguments.Any(HasNull));

    private static bool TakesNull(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType;

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static string Parameter(IParameterSymbol parameter) => $"{parameter.RefKind} {Identity(parameter.Type)}";
}
