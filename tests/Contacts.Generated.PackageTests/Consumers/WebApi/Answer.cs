using Contacts.Generated;

namespace WebApi;

/// <summary>A type of the application's own that carries ours.</summary>
public sealed record Answer(Contact Contact, IReadOnlyList<Conversation> Conversations, IReadOnlyList<ContactFile> Files);
