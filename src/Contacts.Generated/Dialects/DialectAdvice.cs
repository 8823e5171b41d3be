namespace Contacts.Generated;

/// <summary>Notices, once, that the answers are in the other dialect's form, so that its requests would fit as well.</summary>
internal sealed class DialectAdvice(ContactsDialect configured)
{
    private int _given;

    /// <summary>The dialect to suggest after an answer; null if there is nothing to say, or it was said.</summary>
    public ContactsDialect? After(object? answer) =>
        Volatile.Read(ref _given) == 0 && AnswerForm.Of(answer) is { } form && form != configured && Interlocked.Exchange(ref _given, 1) == 0
            ? form
            : null;
}
