namespace Contacts.Generated.Tests;

/// <summary>
/// Sends a request up to four times, as long as it fails for a reason that may pass: what an application's own retry handler does.
/// </summary>
internal sealed class RetryingHandler : DelegatingHandler
{
    public Func<HttpResponseMessage, bool> IsTransient { get; init; } = static response => (int)response.StatusCode >= 500;

    /// <summary>How it makes the next request of the last one; by default it sends the same object again.</summary>
    public Func<HttpRequestMessage, HttpRequestMessage> Again { get; init; } = static request => request;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var left = 3; ; left--)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (left == 0 || !IsTransient(response))
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (left > 0)
            {
                // Tried again.
            }

            request = Again(request);
        }
    }
}

/// <summary>Sends to another host than the one that was asked for, and may put the address back, as service discovery does.</summary>
internal sealed class RoutingHandler(Uri target, bool putsBack = false) : DelegatingHandler
{
    /// <summary>The beginning of a path that the target does not have.</summary>
    public string WithoutPath { get; init; } = "/";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        var path = asked.PathAndQuery;
        request.RequestUri = new Uri(
            target, path.StartsWith(WithoutPath, StringComparison.Ordinal) ? "/" + path[WithoutPath.Length..].TrimStart('/') : path);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = putsBack ? asked : request.RequestUri;
        }
    }
}
