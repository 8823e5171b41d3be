using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Sync;

/// <summary>
/// A mirror of the contacts of one or many organizations in your database: see <see cref="ContactsMirror{TContext}"/>, which
/// <c>AddContactsMirror</c> registers. Thread-safe.
/// </summary>
/// <remarks>
/// Contacts are fetched at least once, a change of the rows is applied once, and changes are handed out at least once: whoever reads them
/// keeps the number of the last one that it is done with. Methods are virtual, so that tests can replace them.
/// </remarks>
/// <example>
/// <code>
/// while ((await mirror.RunSliceAsync("org_example")).MoreToDo)
/// {
/// }
///
/// await foreach (var change in mirror.ReadChangesAsync("org_example", after: seen))
/// {
///     Console.WriteLine($"{change.Number} {change.Kind} {change.ContactId}");
///     seen = change.Number;
/// }
/// </code>
/// </example>
public class ContactsMirror : IDisposable
{
    private readonly MirrorParts? _parts;

    /// <summary>For a test double, which overrides the members that the test calls. Members that are not overridden throw.</summary>
    protected ContactsMirror()
    {
    }

    private protected ContactsMirror(MirrorParts parts) => _parts = parts;

    /// <summary>The names of the organizations, in ordinal order.</summary>
    public virtual IReadOnlyList<string> Organizations => [.. Parts.Options.Organizations.Keys.Order(StringComparer.Ordinal)];

    /// <summary>For the tests, which listen to one mirror among many.</summary>
    internal Meter Meter => Parts.Telemetry.Meter;

    private MirrorParts Parts => _parts
        ?? throw new InvalidOperationException("This mirror was created without a database: override the members that the test calls.");

    /// <summary>
    /// Reads for at most <see cref="ContactsMirrorOptions.SliceTime"/>, and commits what it reads: first the contacts that are new, then
    /// the whole list from where the last slice left it, or from its start if the last pass is complete, and then the removals. A slice can
    /// be ended anywhere, also by the end of the process: the next one goes on from the last commit. If two run at the same time, also in
    /// two processes, one of them gives way.
    /// </summary>
    /// <param name="organization">The organization's name.</param>
    /// <param name="cancellationToken">Cancels the slice. What it has committed remains.</param>
    /// <returns>What the slice did, and whether there is more to do.</returns>
    /// <exception cref="ArgumentException">The mirror has no such organization.</exception>
    /// <exception cref="ContactsMirrorException">
    /// The tables or the organization's client are missing. The message says what to do.
    /// </exception>
    /// <exception cref="ContactsException">
    /// A call failed after its retries. A response that the contacts may not be read (403), or not so deep, ends the pass instead: see
    /// <see cref="ContactsMirrorSlice.Blocked"/>.
    /// </exception>
    /// <exception cref="DbException">The database failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual async Task<ContactsMirrorSlice> RunSliceAsync(string organization, CancellationToken cancellationToken = default)
    {
        Check(organization);
        var started = Parts.Clock.GetTimestamp();
        try
        {
            var state = await Parts.Store.LoadAsync(organization, cancellationToken).ConfigureAwait(false);
            var source = new ContactsSource(Parts.ClientOf(organization), organization, Parts.Options, Parts.Telemetry);
            var slice = await new Slice(state, source, Parts.Store, Parts.Options, Parts.Telemetry, Parts.Clock)
                .RunAsync(cancellationToken).ConfigureAwait(false);
            Parts.Telemetry.Ended(slice, Parts.Clock.GetElapsedTime(started));
            return slice;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Parts.Telemetry.Failed(organization, exception, Parts.Clock.GetElapsedTime(started));
            throw;
        }
    }

    /// <summary>
    /// Runs slices of all organizations until it is cancelled, each organization as often as it was added with. They take turns: who has
    /// had a slice goes behind those that wait. A failure is logged, and concerns its own organization only, whose next slice follows after
    /// ten seconds at first, and later after twice as long each time, up to its own interval.
    /// </summary>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>A task that ends by cancellation, or by a mistake in the set-up of the mirror.</returns>
    /// <exception cref="ContactsMirrorException">The tables are missing. The message says what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <example>
    /// <code>
    /// public sealed class MirrorService(ContactsMirror&lt;AppDb&gt; mirror) : BackgroundService
    /// {
    ///     protected override Task ExecuteAsync(CancellationToken stoppingToken) => mirror.RunAsync(stoppingToken);
    /// }
    /// </code>
    /// </example>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var options = Parts.Options;
        try
        {
            await MirrorTables.CheckAsync(Parts.Database, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // It may come back. Until then the slices fail, and are tried again.
        }

        var turns = new SliceTurns(options.MaxConcurrentSlices, Parts.Clock);
        await turns.RunAsync(options.Organizations, RunSliceAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an organization's changes in the order of their commits, to the last one that there is.</summary>
    /// <param name="organization">The organization's name.</param>
    /// <param name="after">The number of the last change that need not be given; 0 for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The changes. After an interruption, go on after the number of the last one that you are done with, so that each comes at least once.
    /// </returns>
    /// <exception cref="ArgumentException">The mirror has no such organization, or the number is negative.</exception>
    /// <exception cref="ContactsMirrorException">
    /// While reading: some of these changes were trimmed, there is no change of that number yet, or the tables are missing. The message
    /// says what to do.
    /// </exception>
    public virtual IAsyncEnumerable<ContactsMirrorChange> ReadChangesAsync(
        string organization, long after = 0, CancellationToken cancellationToken = default)
    {
        Check(organization);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return Parts.Changes.ReadAsync(organization, after, cancellationToken);
    }

    /// <summary>
    /// Deletes the changes of all organizations that were made before a time. Whoever reads changes must be done with them by then: reading
    /// on from a number before the trimmed ones is an error.
    /// </summary>
    /// <param name="before">The time; changes made at this time or later stay.</param>
    /// <param name="cancellationToken">Cancels the deletion; organizations that are done stay so.</param>
    /// <returns>How many changes were deleted.</returns>
    /// <exception cref="ContactsMirrorException">The tables are missing. The message says what to do.</exception>
    public virtual Task<long> TrimChangesAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        Parts.Changes.TrimAsync(before, cancellationToken);

    /// <summary>Tells how far the mirror of an organization is.</summary>
    /// <param name="organization">The organization's name.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The state; null if no slice has run yet.</returns>
    /// <exception cref="ArgumentException">The mirror has no such organization.</exception>
    /// <exception cref="ContactsMirrorException">The tables are missing. The message says what to do.</exception>
    public virtual Task<ContactsMirrorState?> GetStateAsync(string organization, CancellationToken cancellationToken = default)
    {
        Check(organization);
        return Parts.Store.FindAsync(organization, cancellationToken);
    }

    /// <summary>
    /// Creates the database and the mirror's tables, as far as they are missing, for an application that has no migrations. Several
    /// processes may do so at the same time. Tables that exist are not changed.
    /// </summary>
    /// <param name="cancellationToken">Cancels the creation.</param>
    /// <returns>A task that completes when the tables are there.</returns>
    /// <exception cref="ContactsMirrorException">The model lacks the tables. The message says what to do.</exception>
    /// <exception cref="DbException">The database does not allow it.</exception>
    public virtual Task CreateTablesAsync(CancellationToken cancellationToken = default) =>
        new MirrorTables(Parts.Database, Parts.Clock).CreateAsync(cancellationToken);

    /// <summary>Ends the mirror's metrics. The clients and the database are not its own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the mirror's metrics.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts?.Telemetry.Dispose();
        }
    }

    private void Check(string organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (!Parts.Options.Organizations.ContainsKey(organization))
        {
            throw new ArgumentException(
                "The mirror has no organization of this name: add it with Organization(name) where AddContactsMirror is called.",
                nameof(organization));
        }
    }
}

/// <summary>The mirror in a database of your own, whose model has the tables: <c>modelBuilder.AddContactsMirror()</c>.</summary>
/// <typeparam name="TContext">The context of that database.</typeparam>
public sealed class ContactsMirror<TContext> : ContactsMirror
    where TContext : DbContext
{
    internal ContactsMirror(
        IDbContextFactory<TContext> contexts, ContactsMirrorOptions options, Func<string, ContactsClient> clientOf, TimeProvider clock,
        ILoggerFactory? loggerFactory)
        : base(new MirrorParts(
            new MirrorDatabase(typeof(TContext), async token => await contexts.CreateDbContextAsync(token).ConfigureAwait(false)),
            options, clientOf, clock, loggerFactory))
    {
    }
}
