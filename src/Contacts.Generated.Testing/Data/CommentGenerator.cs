namespace Contacts.Generated.Testing;

/// <summary>Makes up the comments on a contact, more than fit on a page of the default size.</summary>
internal sealed class CommentGenerator(int seed, ConversationGenerator conversations)
{
    private static readonly string[] _texts =
    [
        "Called back", "Sent the offer", "Wants a demo on Monday", "已回覆客戶", "Ждёт ответа", "Left a voicemail, \"urgent\"",
    ];

    public IEnumerable<ContactComment> For(Contact contact, long key)
    {
        var all = conversations.For(contact, key).ToArray();
        var random = new SeededRandom(seed, "comments", key);
        var count = 12 + random.Next(9);
        var begin = contact.CreatedAt ?? SyntheticWorld.Now;
        for (var number = 0; number < count; number++)
        {
            var conversation = all[number % all.Length];
            var agent = random.Next(SyntheticWorld.Agents.Length);
            yield return new ContactComment
            {
                Id = SyntheticId.For(seed, "cmc", key, number),
                Text = random.Pick<string>(_texts),
                OrganizationId = SyntheticWorld.Organization,
                BusinessUnitId = SyntheticWorld.BusinessUnit,
                ConversationId = conversation.Id,
                ChannelType = conversation.ChannelType,
                TeamId = SyntheticWorld.Team,
                TeamConversationUsersId = conversation.PublicId,
                From = new CommentAuthor { Id = SyntheticWorld.AgentId(agent), DisplayName = SyntheticWorld.Agents[agent] },
                Labels = number % 4 == 0 ? [Label()] : [],
                CreatedAt = begin.AddHours(2 + number),
            };
        }
    }

    private static CommentLabel Label() =>
        new() { Id = "label_emulator", Name = "follow-up", Color = "#3366ff", TeamId = SyntheticWorld.Team };
}
