namespace System.Runtime.CompilerServices;

/// <summary>The compiler marks with it what an older compiler must not use; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
