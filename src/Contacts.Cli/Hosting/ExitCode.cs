namespace Contacts.Cli.Hosting;

/// <summary>What the process returns; the root's help lists it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>
    /// The service answered with an error, a local file or the output could not be written, or another run uses the file.
    /// </summary>
    public const int Failure = 1;

    /// <summary>The command line or the configuration cannot be used; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The service could not be reached, or did not answer in time.</summary>
    public const int Connection = 3;

    /// <summary>There is no credential, or the service refuses it.</summary>
    public const int Authentication = 4;

    /// <summary>
    /// Ended by Ctrl-C. The process returns 128 and the number of the signal, as shells have it, for the others that end it too.
    /// </summary>
    public const int Interrupted = 130;
}
