namespace Contacts.Generated.Tests;

/// <summary>Tests that change the process's settings of Newtonsoft.Json: they run alone.</summary>
[CollectionDefinition(nameof(HostileDefaultSettings), DisableParallelization = true)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It is the definition of a collection of tests.")]
public sealed class HostileDefaultSettings;
