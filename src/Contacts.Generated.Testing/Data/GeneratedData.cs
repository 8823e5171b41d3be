namespace Contacts.Generated.Testing;

/// <summary>Data that follows from the seed by a formula.</summary>
internal sealed class GeneratedData : IInitialData
{
    private readonly int _seed;
    private readonly ContactGenerator _contacts;
    private readonly ConversationGenerator _conversations;
    private readonly CommentGenerator _comments;
    private readonly FileGenerator _files;

    public GeneratedData(int seed, int contacts)
    {
        _seed = seed;
        _contacts = new ContactGenerator(seed, contacts);
        _conversations = new ConversationGenerator(seed);
        _comments = new CommentGenerator(seed, _conversations);
        _files = new FileGenerator(seed);
    }

    public IContactSource Contacts => _contacts;

    public IItemSource<Notification> NotificationsOf(EmulatorUser user) => new NotificationGenerator(_seed, user);

    public IEnumerable<Conversation> ConversationsOf(Contact contact, long index) => _conversations.For(contact, index);

    public long OwnerOf(string conversationId) => _conversations.Find(conversationId).Key;

    public IEnumerable<ConversationActivity> ActivitiesOf(string conversationId, long index) =>
        _conversations.Activities(conversationId, index, _conversations.Find(conversationId).Number);

    public IEnumerable<ContactComment> CommentsOf(Contact contact, long index) => _comments.For(contact, index);

    public IEnumerable<ContactComment> MessageCommentsOf(Contact contact, long index) => _comments.OfMessages(contact, index);

    public IEnumerable<ContactFile> FilesOf(Contact contact, long index) => _files.For(contact, index);
}
