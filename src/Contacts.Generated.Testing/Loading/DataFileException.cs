namespace Contacts.Generated.Testing;

/// <summary>Something in a data file is wrong. The message says what, and what to do, and never quotes a value.</summary>
/// <param name="line">The line, from 1 on; 0 for the file as a whole.</param>
/// <param name="message">The message.</param>
internal sealed class DataFileException(int line, string message) : Exception(message)
{
    public int Line => line;
}
