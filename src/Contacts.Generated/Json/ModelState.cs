namespace Contacts.Generated;

/// <summary>
/// What a model remembers of its JSON besides its members' values: fields that it does not declare, values that could not be read,
/// and which members came as null. A model that is read and written again is then the same JSON.
/// </summary>
/// <remarks>
/// Both libraries write a member that is not null and then <c>AdditionalProperties</c>. So while a model is written, a required member
/// that came as null or could not be read is null too, and <c>AdditionalProperties</c> has what belongs in its place.
/// </remarks>
internal struct ModelState
{
    /// <summary>How many members have a bit. A null of a later member is not remembered.</summary>
    private const int Places = 50;
    private const long Nulls = (1L << Places) - 1;
    private const long Reading = 1L << Places;
    private const long Writer = 1L << (Places + 1);

    /// <summary>A bit for each member that came as null, one for "is being read", and the number of writers above them.</summary>
    private long _bits;

    /// <summary>The fields that have no member, or whose member could not be read; null while there are none.</summary>
    public FieldDictionary? Fields;

    public readonly bool IsWriting => _bits >= Writer;

    public void BeginReading() => _bits = Reading;

    public void EndReading() => _bits &= ~Reading;

    public void BeginWriting() => Interlocked.Add(ref _bits, Writer);

    public void EndWriting() => Interlocked.Add(ref _bits, -Writer);

    /// <summary>Notes that a member was set. Once the model is read, a value takes the place of whatever came in the JSON.</summary>
    /// <param name="isNull">Whether it was set to null.</param>
    /// <param name="place">The member's place among the model's members.</param>
    /// <param name="name">Its name on the wire.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(bool isNull, int place, string name)
    {
        var bit = place < Places ? 1L << place : 0;
        if (isNull || (_bits & (bit | Reading)) != Reading)
        {
            Note(isNull, bit, name);
        }
    }

    /// <summary>All but the usual, which is a value that is read for the first time.</summary>
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

    /// <summary>Notes a member that came as null, where its setter was not called.</summary>
    public void NoteNull(int place)
    {
        if (place is >= 0 and < Places)
        {
            _bits |= 1L << place;
        }
    }

    /// <summary>What is written besides the members: the fields, and the nulls that came.</summary>
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
