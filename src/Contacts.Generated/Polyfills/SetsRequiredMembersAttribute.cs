namespace System.Diagnostics.CodeAnalysis;

/// <summary>The compiler looks for it on the constructors of records with required members; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
