namespace Contacts.Generated;

/// <summary>Tells what went wrong while a body was read.</summary>
internal static class BodyFault
{
    /// <summary>Whether all bytes came, but are no valid compressed data: Brotli's decoder tells it by the second type.</summary>
    public static bool IsCorrupt(Exception exception) =>
        exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;
}
