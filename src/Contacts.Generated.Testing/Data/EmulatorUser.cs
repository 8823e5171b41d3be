namespace Contacts.Generated.Testing;

/// <summary>A person on whose behalf requests are made.</summary>
/// <param name="Name">The name, which is also how a test names the user.</param>
/// <param name="Id">The id on the wire.</param>
internal sealed record EmulatorUser(string Name, string Id)
{
    /// <summary>The user of every credential that is not given to another one.</summary>
    public static EmulatorUser Default { get; } = new(SyntheticWorld.CurrentUserName, SyntheticWorld.CurrentUser);

    public bool IsDefault => this == Default;

    public static EmulatorUser Named(string name, int seed) =>
        name == Default.Name ? Default : new(name, SyntheticId.For(seed, "u", (long)StableHash.Of(name)));
}
