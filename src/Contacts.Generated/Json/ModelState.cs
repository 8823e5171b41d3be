namespace Contacts.Generated;

/// <summary>
/// What a model remembers of its JSON besides its members' values: the fields that it does not declare, the values that could not be
/// read, and which members were null. So a model that is read and written again results in the same JSON.
/// </summary>
/// <remarks>
/// Both libraries write the members that are not null, and then <c>AdditionalProperties</c>. So while a model is written, a required
/// member that was received as null or could not be read is null, and <c>AdditionalProperties</c> contains what belongs in its place.
/// </remarks>
internal struct ModelState
{
    /// <summary>How many members have a bit. A null of a later member is not remembered.</summary>
    private const int Places = 50;
    private const long Nulls = (1L << Places) - 1;
    private const long Reading = 1L << Places;
    private const long Writer = 1L << (Places + 1);

    /// <summary>A bit for each member that was received as null, one for "is being read", and above them the number of writers.</summary>
    private long _bits;

    /// <summary>The fields that have no member, or whose member could not be read; null if there are none.</summary>
    public FieldDictionary? Fields;

    public readonly bool IsWriting => _bits >= Writer;

    public void BeginReading() => _bits = Reading;

    public void EndReading() => _bits &= ~Reading;

    public void BeginWriting() => Interlocked.Add(ref _bits, Writer);

    public void EndWriting() => Interlocked.Add(ref _bits, -Writer);

    /// <summary>Records that a member was set. Once the model has been read, a new value replaces whatever was received.</summary>
    /// <param name="isNull">Whether the member was set to null.</param>
    /// <param name="place">The member's index among the model's members.</param>
    /// <param name="name">The member's name on the wire.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(bool isNull, int place, string name)
    {
        var bit = place < Places ? 1L << place : 0;
        if (isNull || (_bits & (bit | Reading)) != Reading)
        {
            Note(isNull, bit, name);
        }
    }

    /// <summary>Handles everything but the usual case, a value that is read for the first time.</summary>
    private void Note(bool isNull, long bit, string name)
    {
        var isReading = (_bits & Reading) != 0;
        if (!isNull)
        {
            _bits &= ~bit;
        }
        else if (isReading)
        {
            _bits |= bit;
        }

        if (!isReading)
        {
            Fields?.Remove(name);
        }
    }

    /// <summary>Records a member that was received as null if its setter was not called.</summary>
    public void NoteNull(int place)
    {
        if (place is >= 0 and < Places)
        {
            _bits |= 1L << place;
        }
    }

    /// <summary>What is written besides the members: the fields, and the nulls that were received.</summary>
    public readonly FieldDictionary ToWrite(string[] names)
    {
        var written = new FieldDictionary();
        foreach (var field in Fields ?? written)
        {
            written.Keep(field.Key, field.Value is List<object?> list ? new PlainList(list) : field.Value);
        }

        for (var place = 0; (_bits & Nulls) >> place != 0; place++)
        {
            if ((_bits >> place & 1) != 0 && !written.ContainsKey(names[place]))
            {
                written.Keep(names[place], null);
            }
        }

        return written;
    }
}
