using System.Text.Json.Serialization;

namespace Contacts.Generated;

// The members that the vendor's reference has at the top level of a conversation and the web application inside "conversation".
public partial class Conversation
{
    /// <summary>The display name of the conversation.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Name")]
    public string? Name
    {
        get => Details?.Name;
        set => Inner.Name = value;
    }

    /// <summary>The state, an open set: active, pending, closed, spam, overdue, unassigned, open, resolved, archived and others.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Status")]
    public string? Status
    {
        get => Details?.Status;
        set => Inner.Status = value;
    }

    /// <summary>The channel through which the contact writes.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.ChannelType")]
    public ChannelType? ChannelType
    {
        get => Details?.ChannelType;
        set => Inner.ChannelType = value;
    }

    /// <summary>The id of that channel.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.ChannelId")]
    public string? ChannelId
    {
        get => Details?.ChannelId;
        set => Inner.ChannelId = value;
    }

    /// <summary>The id of the contact who takes part.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.ContactId")]
    public string? ContactId
    {
        get => Details?.ContactId;
        set => Inner.ContactId = value;
    }

    /// <summary>The time of the last activity.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Timestamp")]
    public DateTimeOffset? Timestamp
    {
        get => Details?.Timestamp;
        set => Inner.Timestamp = value;
    }

    /// <summary>Whether an agent has joined; null if the service does not say.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.IsAgentJoined")]
    public bool? IsAgentJoined
    {
        get => Details?.IsAgentJoined;
        set => Inner.IsAgentJoined = value;
    }

    /// <summary>Whether the current user has joined; null if the service does not say.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.IsJoined")]
    public bool? IsJoined
    {
        get => Details?.IsJoined;
        set => Inner.IsJoined = value;
    }

    private ConversationDetails Inner => Details ??= new ConversationDetails();

    partial void OnWriting() => ShareId();

    /// <summary>
    /// Both parts carry the conversation's id. A conversation that was created in code, or read in the reference's form, has it only once.
    /// </summary>
    private void ShareId()
    {
        if (Details is null)
        {
            return;
        }

        if (LacksId(this, Id) && Details.Id.Length > 0)
        {
            Id = Details.Id;
        }
        else if (LacksId(Details, Details.Id) && Id.Length > 0)
        {
            Details.Id = Id;
        }
    }

    /// <summary>An id that was received but could not be read is not missing: it is written again as it came.</summary>
    private static bool LacksId(IOpenModel model, string id) => id.Length == 0 && model.State.Fields?.ContainsKey("_id") != true;

    /// <summary>Moves top-level members to where the contract has them.</summary>
    partial void OnRead()
    {
        ShareId();
        if (_state.Fields is null)
        {
            return;
        }

        if (string.IsNullOrEmpty(Name) && _state.Fields.TakeAs<string>("name") is { } name)
        {
            Name = name;
        }

        if (string.IsNullOrEmpty(Status) && _state.Fields.TakeAs<string>("status") is { } status)
        {
            Status = status;
        }

        if (ChannelType is null && _state.Fields.TakeAs<string>("channel_type") is { } channelType)
        {
            ChannelType = channelType;
        }

        if (string.IsNullOrEmpty(ChannelId) && _state.Fields.TakeAs<string>("channel_id") is { } channelId)
        {
            ChannelId = channelId;
        }

        if (string.IsNullOrEmpty(ContactId) && _state.Fields.TakeAs<string>("contact_id") is { } contactId)
        {
            ContactId = contactId;
        }

        if (Timestamp is null && _state.Fields.TakeAs<DateTimeOffset?>("timestamp") is { } timestamp)
        {
            Timestamp = timestamp;
        }

        if (IsAgentJoined is null && _state.Fields.TakeAs<bool?>("is_agent_joined") is { } isAgentJoined)
        {
            IsAgentJoined = isAgentJoined;
        }

        if (IsJoined is null && _state.Fields.TakeAs<bool?>("is_joined") is { } isJoined)
        {
            IsJoined = isJoined;
        }
    }
}
