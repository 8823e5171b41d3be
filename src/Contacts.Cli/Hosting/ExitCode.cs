namespace Contacts.Cli.Hosting;

/// <summary>The exit codes of the process, as listed in the help of the root command.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>
    /// The service returned an error, a file or the output could not be written, another run is using the file, or the answer to a
    /// question was no.
    /// </summary>
    public const int Failure = 1;

    /// <summary>The command line or the configuration is invalid; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The service could not be reached, or did not respond in time.</summary>
    public const int Connection = 3;

    /// <summary>There is no credential, or the service rejected it.</summary>
    public const int Authentication = 4;

    /// <summary>Interrupted by Ctrl-C. For any other signal, too, the process returns 128 plus its number, as shells do.</summary>
    public const int Interrupted = 130;
}
