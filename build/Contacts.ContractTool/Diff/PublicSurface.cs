using Microsoft.CodeAnalysis;

namespace Contacts.ContractTool;

/// <summary>The public surface of a compiled client.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat _declaration = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>The types that users of an assembly can name, by their names in documentation.</summary>
    public static Dictionary<string, INamedTypeSymbol> TypesOf(Compilation compilation) =>
        TypesOf(compilation.Assembly.GlobalNamespace)
            .ToDictionary(static type => type.GetDocumentationCommentId()!, StringComparer.Ordinal);

    /// <summary>What users can name of a type, with what it has from base types of the same assembly.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, type.ContainingAssembly))
            {
                yield break;
            }

            // What overrides a member is called as that one is.
            foreach (var member in owner.GetMembers().Where(static member => IsVisible(member) && !member.IsOverride
                && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null })))
            {
                // A constructor is not inherited.
                if (owner.Equals(type, SymbolEqualityComparer.Default)
                    || member is not IMethodSymbol { MethodKind: MethodKind.Constructor })
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>A method's declaration as a reader sees it; of any other member its type.</summary>
    public static string Declared(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false } property => Shown(property.Type),
        IFieldSymbol field => Shown(field.Type),
        _ => member.ToDisplayString(_declaration),
    };

    /// <summary>A type with its question mark.</summary>
    public static string Shown(ITypeSymbol type) => type.ToDisplayString(_declaration);

    /// <summary>A member with the name of its type, such as <c>Thing.Id</c>.</summary>
    public static string NameOf(INamedTypeSymbol type, ISymbol member) => $"{Shown(type)}.{(
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : member.Name)}";

    public static bool IsObsolete(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol owner) =>
        owner.GetMembers().SelectMany(static member => member switch
        {
            INamespaceSymbol inner => TypesOf(inner),
            INamedTypeSymbol type when IsVisible(type) => TypesOf(type).Prepend(type),
            _ => [],
        });

    // Nobody can derive from a sealed type or from one whose constructors are all hidden; protected members count where somebody can.
    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal
            && symbol.ContainingType is { IsSealed: false } type
            && type.InstanceConstructors.Any(static constructor => constructor.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal));
}
