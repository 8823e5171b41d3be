namespace Contacts.Generated.Testing;

/// <summary>Whose credential is whose.</summary>
internal sealed class EmulatorUsers
{
    private readonly Dictionary<string, EmulatorUser> _byCredential;
    private readonly Dictionary<string, EmulatorUser> _byName;

    /// <param name="users">The names of the users by their credentials.</param>
    /// <param name="seed">The seed of the users' ids.</param>
    public EmulatorUsers(IEnumerable<KeyValuePair<string, string>> users, int seed)
    {
        _byCredential = users.ToDictionary(
            static pair => pair.Key, pair => EmulatorUser.Named(pair.Value, seed), StringComparer.Ordinal);
        All = [EmulatorUser.Default, .. _byCredential.Values.Where(static user => !user.IsDefault).Distinct()];
        _byName = All.ToDictionary(static user => user.Name, StringComparer.Ordinal);
    }

    /// <summary>The users, the default one first.</summary>
    public IReadOnlyList<EmulatorUser> All { get; }

    /// <summary>The user on whose behalf a request was sent.</summary>
    public EmulatorUser Of(Exchange exchange) => _byCredential.GetValueOrDefault(exchange.Credential, EmulatorUser.Default);

    /// <summary>The user of this name, or null.</summary>
    public EmulatorUser? Find(string name) => _byName.GetValueOrDefault(name);
}
