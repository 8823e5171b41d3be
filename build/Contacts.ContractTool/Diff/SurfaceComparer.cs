using Microsoft.CodeAnalysis;

namespace Contacts.ContractTool;

/// <summary>
/// What is different between two compiled clients for those who use them: for source that is compiled again, and for programs that were
/// compiled with the older one.
/// </summary>
/// <param name="sent">
/// The models that callers make. Only there does it matter that a member takes null no longer; elsewhere it is only read.
/// </param>
internal sealed class SurfaceComparer(IReadOnlySet<string> sent)
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Compare(Compilation before, Compilation after)
    {
        Changes.Compare(
            PublicSurface.TypesOf(before), PublicSurface.TypesOf(after), static type => type.Key,
            gone => BreakingUnlessNested(gone.Value, before, after),
            added => Add(ChangeKind.Addition, $"the type {PublicSurface.Shown(added.Value)} is new"),
            (older, newer) => CompareTypes(older.Value, newer.Value));
        return _changes;
    }

    // What goes with the type that holds it needs no line of its own.
    private void BreakingUnlessNested(INamedTypeSymbol gone, Compilation before, Compilation after)
    {
        var holder = gone.ContainingType?.GetDocumentationCommentId();
        if (holder is null || !PublicSurface.TypesOf(before).ContainsKey(holder) || PublicSurface.TypesOf(after).ContainsKey(holder))
        {
            Add(ChangeKind.Breaking, $"the type {PublicSurface.Shown(gone)} is gone");
        }
    }

    private void CompareTypes(INamedTypeSymbol older, INamedTypeSymbol newer)
    {
        var name = PublicSurface.Shown(newer);
        if (older.TypeKind != newer.TypeKind || older.IsRecord != newer.IsRecord)
        {
            Add(ChangeKind.Breaking, $"{name} is a {KindOf(newer)} and was a {KindOf(older)}");
            return;
        }

        foreach (var (was, now, word) in new[]
        {
            (older.IsSealed, newer.IsSealed, "sealed"), (older.IsAbstract, newer.IsAbstract, "abstract"),
            (older.IsStatic, newer.IsStatic, "static"),
        })
        {
            if (was != now)
            {
                Add(now ? ChangeKind.Breaking : ChangeKind.Addition, $"{name} is {(now ? "" : "no longer ")}{word}");
            }
        }

        var bases = BasesOf(newer).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in BasesOf(older).Where(one => !bases.Contains(one)))
        {
            Add(ChangeKind.Breaking, $"{name} no longer derives from {gone}");
        }

        if (!PublicSurface.IsObsolete(older) && PublicSurface.IsObsolete(newer))
        {
            Add(ChangeKind.Addition, $"{name} is [Obsolete]");
        }

        Changes.Compare(
            PublicSurface.MembersOf(older).GroupBy(NameIn(older)), PublicSurface.MembersOf(newer).GroupBy(NameIn(newer)),
            static members => members.Key,
            gone => ReportEach(gone, member => Add(ChangeKind.Breaking, $"{PublicSurface.NameOf(newer, member)} is gone")),
            added => ReportEach(added, member => AddNew(newer, member)),
            (was, now) => CompareMembers(newer, [.. was], [.. now]));
    }

    private static Func<ISymbol, string> NameIn(INamedTypeSymbol type) => member => PublicSurface.NameOf(type, member);

    private static void ReportEach(IEnumerable<ISymbol> members, Action<ISymbol> report)
    {
        foreach (var member in members)
        {
            report(member);
        }
    }

    private void AddNew(INamedTypeSymbol type, ISymbol member) => Add(
        member.IsAbstract || member is IPropertySymbol { IsRequired: true } ? ChangeKind.Breaking : ChangeKind.Addition,
        $"{PublicSurface.NameOf(type, member)} is new: {PublicSurface.Declared(member)}",
        member.IsAbstract ? ChangeOf.SourceAndBinary : ChangeOf.Source);

    private void CompareMembers(INamedTypeSymbol type, List<ISymbol> older, List<ISymbol> newer)
    {
        var isOverloaded = older.Count > 1 || newer.Count > 1;

        // Overloads are told apart by their parameters; of one that finds no equal, its successor is that which can be called like it.
        foreach (var (was, now) in older.Select(one => (one, newer.Find(other => HaveOneSignature(one, other)))).ToList())
        {
            if (now is not null)
            {
                older.Remove(was);
                newer.Remove(now);
                CompareMember(type, was, now);
            }
        }

        foreach (var was in older)
        {
            var heir = newer.Find(one => Callers.CanCall(was, one)) ?? (isOverloaded ? null : newer.FirstOrDefault());
            if (heir is null)
            {
                Add(ChangeKind.Breaking, $"{PublicSurface.Declared(was)} of {PublicSurface.Shown(type)} is gone");
                continue;
            }

            newer.Remove(heir);
            Add(
                ChangeKind.Breaking,
                $"{PublicSurface.NameOf(type, heir)} was {PublicSurface.Declared(was)} and is {PublicSurface.Declared(heir)}",
                Callers.CanCall(was, heir) ? ChangeOf.Binary : ChangeOf.SourceAndBinary);
        }

        ReportEach(newer, member => AddNew(type, member));
    }

    private static bool HaveOneSignature(ISymbol older, ISymbol newer) =>
        older.Kind == newer.Kind && Callers.SignatureOf(older) == Callers.SignatureOf(newer);

    private void CompareMember(INamedTypeSymbol type, ISymbol older, ISymbol newer)
    {
        var name = PublicSurface.NameOf(type, newer);
        var (was, now) = (Callers.TypeOf(older), Callers.TypeOf(newer));
        var isSent = sent.Contains(type.Name);
        var change = $"{name} is {PublicSurface.Declared(newer)} and was {PublicSurface.Declared(older)}";
        if (Callers.Identity(was) != Callers.Identity(now))
        {
            Add(ChangeKind.Breaking, change);
        }
        else if (older.IsStatic != newer.IsStatic)
        {
            Add(ChangeKind.Breaking, $"{name} is {(newer.IsStatic ? "" : "no longer ")}static");
        }
        else if (Callers.BreaksSource(older, newer, isSent))
        {
            Add(ChangeKind.Breaking, change, ChangeOf.Source);
        }
        else if (PublicSurface.Declared(older) != PublicSurface.Declared(newer))
        {
            Add(ChangeKind.Addition, change);
        }

        if (older is IPropertySymbol oldProperty && newer is IPropertySymbol newProperty)
        {
            CompareAccessors(name, oldProperty, newProperty);
        }

        if (older.IsVirtual && !newer.IsVirtual && !newer.IsAbstract && !newer.IsOverride)
        {
            Add(ChangeKind.Breaking, $"{name} can no longer be overridden");
        }

        if (!PublicSurface.IsObsolete(older) && PublicSurface.IsObsolete(newer))
        {
            Add(ChangeKind.Addition, $"{name} is [Obsolete]");
        }
    }

    private void CompareAccessors(string name, IPropertySymbol older, IPropertySymbol newer)
    {
        var (wasSet, isSet) = (Set(older), Set(newer));
        if (wasSet is not null && (isSet is null || (isSet.IsInitOnly && !wasSet.IsInitOnly)))
        {
            Add(ChangeKind.Breaking, $"{name} can no longer be set{(isSet is null ? "" : " after its object was made")}");
        }
        else if (wasSet is null && isSet is not null)
        {
            Add(ChangeKind.Addition, $"{name} can be set");
        }

        if (newer.IsRequired && !older.IsRequired)
        {
            Add(ChangeKind.Breaking, $"{name} must be set", ChangeOf.Source);
        }

        static IMethodSymbol? Set(IPropertySymbol property) =>
            property.SetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected } set ? set : null;
    }

    private static string KindOf(INamedTypeSymbol type) => (type.IsRecord ? "record " : "") + type.TypeKind.ToString().ToLowerInvariant();

    private static IEnumerable<string> BasesOf(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            yield return PublicSurface.Shown(above);
        }

        foreach (var one in type.AllInterfaces.Where(static one => one.DeclaredAccessibility == Accessibility.Public))
        {
            yield return PublicSurface.Shown(one);
        }
    }

    private void Add(ChangeKind kind, string text, ChangeOf of = ChangeOf.SourceAndBinary) => _changes.Add(new Change(kind, text, of));
}
