namespace Contacts.Generated.Tests;

/// <summary>
/// Sends over the network, or throws in place of it, and tells the test how far an attempt has come: sent, or at a body that
/// does not go on.
/// </summary>
internal sealed class ArrivalHandler(HttpMessageHandler network, Action? onBodyRead = null) : DelegatingHandler(network)
{
    private readonly Signal _sending = new();
    private readonly Signal _starving = new();

    public Func<Exception>? Throws { get; set; }

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>The connection of the last answer.</summary>
    public string? Connection { get; private set; }

    public Task SendingAsync() => _sending.WaitAsync();

    public Task StarvingAsync() => _starving.WaitAsync();

    /// <summary>Forgets what was told so far.</summary>
    public void Reset()
    {
        _sending.Reset();
        _starving.Reset();
    }

    private void Starves()
    {
        _starving.Set();
        onBodyRead?.Invoke();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Throws is { } fault)
        {
            throw fault();
        }

        Sent++;
        var sending = base.SendAsync(request, cancellationToken);
        _sending.Set();
        var response = await sending;
        Connection = response.Headers.TryGetValues("x-connection", out var values) ? values.Single() : null;
        response.Content = new StarvingContent(response.Content, Starves);
        return response;
    }
}
